"""The show's number of seasons and its status, where its episodes or the calendar contradict them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from etoile_cli.catalogue.enumerations import Status
from etoile_cli.catalogue.episodes import Episode, episode_code
from etoile_cli.catalogue.records import Show
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding, Severity

CONTRADICTION = Code(
    "contradiction",
    Severity.WARNING,
    means=(
        "Two values can't both be right: fewer seasons than the episodes have, a show that is only announced and "
        "was shown, one that is running and was not, one that has ended and goes on. Specials, and seasons that "
        "lie ahead, contradict nothing."
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
)

# From here on the number of a season is a year: long-running shows count so.
_YEARS = 1900
# Such a show may have seasons that are still to come.
_GOING_ON = (Status.ANNOUNCED, Status.RUNNING)


class _Shown(NamedTuple):
    """A day on which the show was or will be shown; season and number of the episode, `None` for the premiere."""

    day: date
    episode: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        """The key that has the day, as messages name it."""
        return f'"released" of {episode_code(*self.episode)}' if self.episode else '"premiere"'


def too_few_seasons(contents: Contents) -> Iterator[Finding]:
    """Yield the number of seasons if the episodes have more.

    Seasons that are still to come need not be counted, and specials are not counted.
    """
    for show in contents.of(Show):
        numbered = _begun(contents, show)
        if (seasons := show.values.get("seasons")) and (more := _more_than(seasons, numbered)):
            yield Finding(CONTRADICTION, (*show.path, "seasons"), f'"seasons" is {seasons}, and there {more}')


def _begun(contents: Contents, show: Entry) -> list[tuple[int, int]]:
    """Return season and number of the episodes that were shown; without a date, only if the show doesn't go on."""
    goes_on = show.values.get("status") in _GOING_ON
    return [
        (season, number)
        for entry in contents.of(Episode)
        if (season := entry.values.get("season"))
        and (number := entry.values.get("number")) is not None
        and _is_past(entry, contents.today, undated=not goes_on)
    ]


def _is_past(entry: Entry, today: date, *, undated: bool) -> bool:
    if "released" not in entry.values:
        return undated
    released = entry.values["released"]
    return released is not None and released <= today


def _more_than(seasons: int, numbered: list[tuple[int, int]]) -> str:
    """Return the end of a message that says which episodes belong to more seasons; empty if none do."""
    recorded = {season for season, _ in numbered}
    if any(season >= _YEARS for season in recorded):
        return f"are episodes of {len(recorded)} seasons" if len(recorded) > seasons else ""
    last = max(numbered, default=(0, 0))
    return f"is {episode_code(*last)}" if last[0] > seasons else ""


def untimely_status(contents: Contents) -> Iterator[Finding]:
    """Yield the status of a show if the dates contradict it: announced but shown, running but not yet shown.

    A cancelled show may have been shown or not, and its last episodes may still be to come. Specials prove nothing: a
    teaser comes before the show, a reunion after its end.
    """
    for show in contents.of(Show):
        status = show.values.get("status")
        premiere = [_Shown(day)] if (day := show.values.get("premiere")) else []
        match status:
            case Status.ANNOUNCED:
                past = [each for each in (*premiere, *_released(contents)) if each.day < contents.today]
                yield from _untimely(show, past[:1], "past")
            case Status.RUNNING:
                yield from _untimely(show, _ahead(premiere or _first(contents), contents), "future")
            case Status.ENDED:
                yield from _untimely(show, _ahead([*premiere, *_released(contents)], contents), "future")


def _untimely(show: Entry, shown: list[_Shown], when: str) -> Iterator[Finding]:
    for each in shown:
        message = f'"status" is "{show.values["status"]}", and {each.key} {each.day.isoformat()} is in the {when}'
        yield Finding(CONTRADICTION, (*show.path, "status"), message)


def _ahead(shown: list[_Shown], contents: Contents) -> list[_Shown]:
    return [each for each in shown if each.day > contents.today][:1]


def _first(contents: Contents) -> list[_Shown]:
    """Return the day of S01E01; nothing if it isn't known, or another episode is or may be shown before it."""
    days = [entry.values["released"] for entry in contents.of(Episode) if "released" in entry.values]
    if None in days:
        return []
    return [each for each in _released(contents) if each.day == min(days) and each.episode == (1, 1)]


def _released(contents: Contents) -> list[_Shown]:
    """Return the days on which episodes are shown, without specials, sorted."""
    released = [
        _Shown(day, (season, number))
        for entry in contents.of(Episode)
        if (day := entry.values.get("released"))
        and (season := entry.values.get("season"))
        and (number := entry.values.get("number")) is not None
    ]
    return sorted(released)
