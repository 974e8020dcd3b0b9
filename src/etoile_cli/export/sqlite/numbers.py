"""The numbers of a show's records, by which other records of the database refer to them."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from etoile_cli.catalogue.declarations import identifying_key
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.export.sqlite.columns import Place
from etoile_cli.export.sqlite.people import People

EPISODES = "episodes"
"""The section whose records runs name. Their numbers go by season, so that a run is a range of numbers."""


class Numbered(NamedTuple):
    """A record with its number, its section, and its place in the section, from 1 on."""

    number: int
    section: str
    place: int
    record: Record


class Numbers:
    """The records of a catalogue and their numbers, the first of which, that of the show itself, is given."""

    def __init__(self, catalogue: Catalogue, first: int, people: People) -> None:
        self.show = first
        self._catalogue = catalogue
        self._people = people
        self.records = [Numbered(number, *each) for number, each in enumerate(_placed(catalogue), start=first)]

    def record(self, section: str, id_: str) -> int | None:
        """Return the number of the first record with an id or a code in a section; `None` if there is none."""
        if section == EPISODES:
            ends = self._ends(id_)
            return ends[0] if ends else None
        return self.by_id(section).get(id_)

    def by_id(self, section: str) -> Mapping[str, int]:
        """Return the numbers of the records of a section by their ids; of records with one id the first counts."""
        return self._by_id[section]

    def person(self, name: str, place: Place) -> int | None:
        """Return the number of whom a record calls by a name; `None` if that is blank and no id is known."""
        return self._people.number(name, place)

    def spans(self, codes: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Yield the first and the last listed episode of each span that codes name, no episode in two of them."""
        last = 0
        for span in self._numbering.merged(codes):
            ends = self._listed(self._numbering.positions(span))
            if ends and last < ends[1]:  # where films overlap, so may spans
                yield max(last + 1, ends[0]), ends[1]
                last = ends[1]

    def _ends(self, code: str) -> tuple[int, int] | None:
        span = self._numbering.span(code)
        return self._listed(self._numbering.positions(span)) if span else None

    def _listed(self, positions: range) -> tuple[int, int] | None:
        if not positions:
            return None
        films = self._numbering.films
        return self._films[films[positions[0]].first][0], self._films[films[positions[-1]].first][1]

    @cached_property
    def _numbering(self) -> Numbering:
        return Numbering.of(self._catalogue)

    @cached_property
    def _films(self) -> Mapping[tuple[int, int], tuple[int, int]]:
        """The first and the last record of each episode by its place: a careless catalogue may have it twice."""
        found: dict[tuple[int, int], tuple[int, int]] = {}
        for each in self.records:
            if each.section == EPISODES:
                place = _order(each.record)
                found[place] = found.get(place, (each.number,))[0], each.number
        return found

    @cached_property
    def _by_id(self) -> Mapping[str, Mapping[str, int]]:
        found: dict[str, dict[str, int]] = {section: {} for section in RECORD_TYPES}
        keys = {section: identifying_key(each) for section, each in RECORD_TYPES.items() if identifying_key(each)}
        for number, section, _, record in self.records:
            if section in keys:
                found[section].setdefault(getattr(record, keys[section]), number)
        return found


_order: Any = attrgetter("season", "number")


def _placed(catalogue: Catalogue) -> Iterator[tuple[str, int, Record]]:
    yield SHOW, 1, catalogue.show
    for section in RECORD_TYPES:
        placed = enumerate(getattr(catalogue, section), start=1)
        ordered = sorted(placed, key=lambda each: _order(each[1])) if section == EPISODES else placed
        yield from ((section, place, record) for place, record in ordered)
