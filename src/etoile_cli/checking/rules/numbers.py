"""What the show says of itself against what its episodes and the calendar say."""

from collections.abc import Iterator
from datetime import date

from etoile_cli.checking.contents import Contents, Entry
from etoile_cli.checking.problem import Code, Finding
from etoile_cli.model import Episode, Show, episode_code
from etoile_cli.vocabulary import Status

# What can be said of a show only once it has been shown.
_SHOWN = (Status.RUNNING, Status.ENDED)


def too_few_seasons(contents: Contents) -> Iterator[Finding]:
    """Yield the number of seasons that is smaller than that of an episode's season."""
    numbered = [
        (season, number)
        for entry in contents.of(Episode)
        if (season := entry.values.get("season")) and (number := entry.values.get("number")) is not None
    ]
    for show in contents.of(Show):
        seasons = show.values.get("seasons")
        if seasons and numbered and max(numbered)[0] > seasons:
            message = f'"seasons" is {seasons}, and there is {episode_code(*max(numbered))}'
            yield Finding(Code.CONTRADICTION, (*show.path, "seasons"), message)


def untimely_status(contents: Contents) -> Iterator[Finding]:
    """Yield the status of a show that was shown before today and is only announced, or the other way round."""
    for show in contents.of(Show):
        status, begun = show.values.get("status"), _begun(show, contents)
        if status == Status.ANNOUNCED and begun and begun[0] < contents.today:
            yield _untimely(show, f"{begun[1]} {begun[0].isoformat()} is in the past")
        elif status in _SHOWN and begun and begun[0] > contents.today:
            yield _untimely(show, f"{begun[1]} {begun[0].isoformat()} is in the future")


def _untimely(show: Entry, what: str) -> Finding:
    return Finding(Code.CONTRADICTION, (*show.path, "status"), f'"status" is "{show.values["status"]}", and {what}')


def _begun(show: Entry, contents: Contents) -> tuple[date, str] | None:
    """Return the first day that the show was or will be shown, and which key says so; `None` if none does."""
    if premiere := show.values.get("premiere"):
        return premiere, '"premiere"'
    released = [
        (day, f'"released" of {episode_code(season, number)}')
        for entry in contents.of(Episode)
        if (day := entry.values.get("released"))
        and (season := entry.values.get("season")) is not None
        and (number := entry.values.get("number")) is not None
    ]
    return min(released, default=None)
