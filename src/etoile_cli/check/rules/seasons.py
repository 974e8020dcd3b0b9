"""The show's number of seasons, where its episodes or the records of its seasons contradict it."""

from collections.abc import Iterator
from datetime import date

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.enumerations import GOING_ON, NOT_YET_SHOWN
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.records import Show
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.text.dates import last_day

CONTRADICTION = Code(
    "contradiction",
    Severity.WARNING,
    means=(
        "Two values can't both be right: a show with fewer seasons than are listed or have episodes, a season with "
        "fewer episodes than are listed, a show that is only announced or in production and was shown, one that is "
        "running or pauses and was not, one that has ended and goes on. Specials, seasons that lie ahead, and dates "
        "that only may contradict each other contradict nothing. Likewise a company that made the show and exists "
        "only in the story, or that a character belongs to; an offer that leaves out regions and is not worldwide, or "
        "that is and names others; an award that was won and was not; two ids of one name in the same scheme."
    ),
    why=(
        "One of the two was right once and has been overtaken, or one is a slip; only whoever keeps the catalogue "
        "can tell which."
    ),
    wrong="""\
format = 1

[show]
title = "Étoile"
premiere = 2025-04-24
status = "announced"
seasons = 1

[[episodes]]
season = 2
number = 1
title = "The Return"
""",
    right="""\
format = 1

[show]
title = "Étoile"
premiere = 2025-04-24
status = "running"
seasons = 2

[[episodes]]
season = 2
number = 1
title = "The Return"
""",
    ages=True,
)

# From here on the number of a season is a year: long-running shows count so.
_YEARS = 1900
# Such a show may have seasons that are still to come.
_NOT_OVER = NOT_YET_SHOWN | GOING_ON


def too_few_seasons(contents: Contents) -> Iterator[Finding]:
    """Yield the number of seasons if there are episodes, or records of seasons, of more.

    Seasons that are still to come need not be counted, and specials are not counted.
    """
    for show in contents.of(Show):
        numbered = _begun(contents, show)
        if not (seasons := show.values.get("seasons")):
            continue
        if more := _more_than(seasons, numbered) or _more_records(seasons, contents, show):
            yield Finding(CONTRADICTION, (*show.path, "seasons"), f'"seasons" is {seasons}, and there {more}')


def _begun(contents: Contents, show: Entry) -> list[tuple[int, int]]:
    """Return season and number of the episodes that were shown; without a date, only if the show doesn't go on."""
    goes_on = show.values.get("status") in _NOT_OVER
    return [
        (season, number)
        for entry in contents.of(Episode)
        if (season := entry.values.get("season"))
        and (number := entry.values.get("number")) is not None
        and _is_past(entry, "released", contents.today, undated=not goes_on)
    ]


def _is_past(entry: Entry, key: str, today: date, *, undated: bool) -> bool:
    if key not in entry.values:
        return undated
    shown = entry.values[key]
    return shown is not None and last_day(shown) <= today


def _more_than(seasons: int, numbered: list[tuple[int, int]]) -> str:
    """Return the end of a message that says which episodes belong to more seasons; empty if none do."""
    recorded = {season for season, _ in numbered}
    if any(season >= _YEARS for season in recorded):
        return f"are episodes of {len(recorded)} seasons" if len(recorded) > seasons else ""
    last = max(numbered, default=(0, 0))
    return f"is {episode_code(*last)}" if last[0] > seasons else ""


def _more_records(seasons: int, contents: Contents, show: Entry) -> str:
    """Return the end of a message that says how many seasons have records; empty if not too many have."""
    goes_on = show.values.get("status") in _NOT_OVER
    begun = {
        entry.values["number"]
        for entry in contents.of(Season)
        if entry.values.get("number") and _is_past(entry, "premiere", contents.today, undated=not goes_on)
    }
    return f"are records of {len(begun)}" if len(begun) > seasons else ""
