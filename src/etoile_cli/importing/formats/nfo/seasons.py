"""The seasons, as `season.nfo` describes them, and as `tvshow.nfo` names them."""

from collections.abc import Sequence
from typing import Any

from etoile_cli.catalogue.codes import season_name
from etoile_cli.importing.formats.nfo.elements import (
    any_case,
    children,
    drop_children,
    drop_repeated,
    put_back,
    same_prose,
    take_date,
    take_number,
    take_one,
    take_prose,
    take_year,
    texts_of,
)
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.season_titles import own_title
from etoile_cli.importing.intake.texts import one_line
from etoile_cli.importing.reading.tree import Node
from etoile_cli.importing.reading.xml_ import TEXT

_LONGEST = 9


class Seasons:
    """The seasons that are taken in, by their numbers."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._records: dict[int, Record] = {}

    def take_season(self, node: Node) -> int | None:
        """Take in the file of a season, but for the actors; return its number, `None` if it has none."""
        number = take_number(node, "seasonnumber")
        if number is None:
            self._intake.leave_out(f'the season "{take_one(node, "title")}"', "has no number")
            return None
        what = season_name(number)
        record = self._add(number)
        self._intake.put(record, "title", own_title(number, take_one(node, "title")))
        premiere = take_date(node, ("premiered", "aired", "releasedate"), f"the premiere of {what}", self._intake)
        self._intake.put(record, "premiere", premiere)
        self._intake.put(record, "premiere", take_year(node, premiere))
        plot, outline = take_prose(node, "plot"), take_prose(node, "outline")
        self._intake.put_prose(record, "premise", plot)
        if not same_prose(outline, plot):
            put_back(node, "outline", [outline])
        repeated = [each for each in texts_of(node, "sorttitle") if not own_title(number, each)]
        drop_repeated(node, "sorttitle", any_case(*repeated, str(record.get("title", what))))
        return number

    def take_names(self, show: Node) -> None:
        """Take the titles of the seasons from the file of the show; one that a season doesn't have stays."""
        named = {id(child): found for child in children(show, "namedseason") if (found := _named(child))}
        drop_children(show, "namedseason", lambda child: id(child) in named and self._takes_name(*named[id(child)]))

    def _takes_name(self, number: int, title: str) -> bool:
        own = own_title(number, title)
        if own:
            record = self._records.get(number) or self._add(number)
            self._intake.put(record, "title", own)
            return bool(record["title"] == own)
        return True

    def _add(self, number: int) -> Record:
        record = self._intake.add("seasons", {"number": number})
        return self._records.setdefault(number, record)

    def sort(self) -> None:
        """Put the seasons in the order of their numbers."""
        records: Sequence[Record] = self._intake.sections.get("seasons", [])
        self._intake.sections["seasons"] = sorted(records, key=lambda record: record["number"])


def _named(child: Any) -> tuple[int, str] | None:
    """Return the number and the title of a `namedseason`, `None` if it has not both."""
    number, title = (child.get("@number"), child.get(TEXT)) if isinstance(child, dict) else (None, None)
    if not (isinstance(number, str) and isinstance(title, str) and one_line(title)):
        return None
    is_number = number.isascii() and number.isdecimal() and len(number) <= _LONGEST
    return (int(number), one_line(title)) if is_number else None
