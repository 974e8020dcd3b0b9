"""The show's status and its end, where the calendar or the dates of its episodes and seasons contradict them."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.enumerations import GOING_ON, NOT_YET_SHOWN, Status
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.records import Show
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Finding
from etoile_cli.check.rules.seasons import CONTRADICTION
from etoile_cli.text.dates import Date, first_day, is_before


class _Dated(NamedTuple):
    """A date, and the key that has it as messages name it: `"released" of S01E02`."""

    date: Date
    key: str


def untimely_status(contents: Contents) -> Iterator[Finding]:
    """Yield the status of a show if the dates contradict it: announced but shown, running but not yet shown or over.

    A cancelled show may have been shown or not, and its last episodes may still be to come. Specials prove nothing: a
    teaser comes before the show, a reunion after its end.
    """
    for show in contents.of(Show):
        status = show.values.get("status")
        premiere, ended = _of(show, "premiere"), _of(show, "ended")
        if status in NOT_YET_SHOWN:
            yield from _untimely(show, _past([*premiere, *_shown(contents), *ended], contents), "past")
        elif status in GOING_ON:
            yield from _untimely(show, _future(premiere or _first(contents), contents), "future")
            yield from _untimely(show, _past(ended, contents), "past")
        elif status == Status.ENDED:
            yield from _untimely(show, _future([*premiere, *_shown(contents), *ended], contents), "future")


def shown_after_the_end(contents: Contents) -> Iterator[Finding]:
    """Yield the end of a show if an episode or a season comes after it, specials apart.

    An end before the premiere is told already.
    """
    for show in contents.of(Show):
        for end in _of(show, "ended"):
            is_told = any(is_before(end.date, each.date) for each in _of(show, "premiere"))
            later = [] if is_told else [each for each in _shown(contents) if is_before(end.date, each.date)]
            for each in later[-1:]:
                message = f"{end.key} is {end.date.isoformat()}, and {each.key} is {each.date.isoformat()}"
                yield Finding(CONTRADICTION, (*show.path, "ended"), message)


def _untimely(show: Entry, dated: Sequence[_Dated], when: str) -> Iterator[Finding]:
    for each in dated[:1]:
        message = f'"status" is "{show.values["status"]}", and {each.key} {each.date.isoformat()} is in the {when}'
        yield Finding(CONTRADICTION, (*show.path, "status"), message)


def _past(dated: Iterable[_Dated], contents: Contents) -> list[_Dated]:
    return [each for each in dated if is_before(each.date, contents.today)]


def _future(dated: Iterable[_Dated], contents: Contents) -> list[_Dated]:
    return [each for each in dated if is_before(contents.today, each.date)]


def _of(entry: Entry, key: str, owner: str = "") -> list[_Dated]:
    """Return the date that a record has at a key; nothing if it has none."""
    date = entry.values.get(key)
    return [_Dated(date, f'"{key}"{owner and f" of {owner}"}')] if date else []


def _first(contents: Contents) -> list[_Dated]:
    """Return the date of S01E01; nothing if it isn't known, or another episode is or may be shown before it."""
    episodes = [entry for entry in contents.of(Episode) if "released" in entry.values]
    dates = [entry.values["released"] for entry in episodes]
    if None in dates:
        return []
    begins = min(map(first_day, dates), default=None)
    first = [each for each in episodes if (each.values.get("season"), each.values.get("number")) == (1, 1)]
    return [each for entry in first[:1] for each in _released(entry) if first_day(each.date) == begins]


def _shown(contents: Contents) -> list[_Dated]:
    """Return the dates on which episodes and seasons are shown, without specials, sorted."""
    episodes = [each for entry in contents.of(Episode) for each in _released(entry)]
    seasons = [
        each
        for entry in contents.of(Season)
        if (number := entry.values.get("number"))
        for key in ("premiere", "finale")
        for each in _of(entry, key, f"season {number}")
    ]
    return sorted([*episodes, *seasons])


def _released(entry: Entry) -> list[_Dated]:
    """Return when an episode was shown; nothing if it is a special, or its date or its number is not known."""
    season, number = entry.values.get("season"), entry.values.get("number")
    return _of(entry, "released", episode_code(season, number)) if season and number is not None else []
