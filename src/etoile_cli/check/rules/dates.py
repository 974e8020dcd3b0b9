"""Dates: those that must follow another, and those that can't lie in the future.

A date that is known in part comes before another only if its last day does, whichever day it is.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.enumerations import Status
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.dates import Date, PartialDate, is_before

DATE_ORDER = Code(
    "date-order",
    Severity.WARNING,
    means=(
        "A date comes before one that it must follow: the end of an offer before its beginning, the end of a show "
        "before its premiere, a page read before it was published, an episode shown before an earlier one or before "
        "the premiere, a season that begins after an episode of it was shown, or ends before one. Or a season of "
        "which all episodes are listed begins before the first of them, or ends after the last. Or something that is "
        "done, such as looking at a page or announcing the end of a show, is dated on a day that has not come yet."
    ),
    why="One of the two dates is wrong.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[availability]]
service = "Prime Video"
offer = "subscription"
regions = ["worldwide"]
since = 2026-11-01
until = 2026-10-01
checked = 2026-11-01
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[availability]]
service = "Prime Video"
offer = "subscription"
regions = ["worldwide"]
since = 2026-10-01
until = 2026-11-01
checked = 2026-11-01
""",
    ages=True,
)


def dates_out_of_order(contents: Contents) -> Iterator[Finding]:
    """Yield the dates before one that they must follow, and the days in the future on which something was done."""
    for entry in contents.entries:
        yield from _out_of_order(entry)
        for key in _days_done(entry.type):
            for path, done in _dates(entry, key):
                if is_before(contents.today, done):
                    yield Finding(DATE_ORDER, path, f"{where(path)} {done.isoformat()} is in the future")


def _out_of_order(entry: Entry) -> Iterator[Finding]:
    for earlier, later in (*_ordered(entry.type), *_ordered_if_ended(entry)):
        begin = entry.values.get(earlier)
        for path, end in _dates(entry, later):
            if isinstance(begin, Date) and is_before(end, begin):
                message = f'{where(path)} {end.isoformat()} is before "{earlier}" {begin.isoformat()}'
                yield Finding(DATE_ORDER, path, message)


def _dates(entry: Entry, key: str) -> Iterator[tuple[Path, Date]]:
    """Yield the date that a record holds at a key, or each date of an array or a table, with its path."""
    match entry.values.get(key):
        case date() | PartialDate() as each:
            yield (*entry.path, key), each
        case list() | dict() as several:
            for step, each in enumerate(several) if isinstance(several, list) else several.items():
                if each is not None:
                    yield (*entry.path, key, step), each


def _ordered_if_ended(entry: Entry) -> Sequence[tuple[str, str]]:
    """Return the keys to compare if a show has ended; any other may be announced or cancelled before its premiere."""
    return [("premiere", "status_date")] if entry.type is Show and entry.values.get("status") == Status.ENDED else []


@cache
def _ordered(record_type: type[Record]) -> Sequence[tuple[str, str]]:
    """Return the pairs of keys of which the second must not come before the first."""
    known = declarations(record_type).items()
    return [(each.follows, key) for key, declared in known if (each := declared.held).follows]


@cache
def _days_done(record_type: type[Record]) -> Sequence[str]:
    """Return the keys that hold days on which something was done."""
    return [key for key, declared in declarations(record_type).items() if declared.held.done]
