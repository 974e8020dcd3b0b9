"""Dates: which come before which, which lie ahead, and how long ago an offer was looked at."""

from collections.abc import Iterator
from datetime import date, timedelta

from etoile_cli.catalogue.records import Offer
from etoile_cli.catalogue.vocabulary import Status
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.problem import Code, Finding
from etoile_cli.check.toml.hints import Hint

_STALE = timedelta(days=180)
_ORDERED = (("since", "until"), ("published", "accessed"))
_ORDERED_IF_ENDED = ("premiere", "status_date")
_DONE = ("checked", "accessed", "date", "status_date")


def dates_out_of_order(contents: Contents) -> Iterator[Finding]:
    """Yield the dates that come before what they must follow, and those of things done that lie in the future."""
    for entry in contents.entries:
        yield from _out_of_order(entry)
        for key in _DONE:
            if (day := entry.values.get(key)) and day > contents.today:
                yield Finding(Code.DATE_ORDER, (*entry.path, key), f'"{key}" {_written(day)} is in the future')


def _out_of_order(entry: Entry) -> Iterator[Finding]:
    # A show is announced before it is shown, and now and then cancelled.
    is_ended = entry.values.get("status") == Status.ENDED
    for earlier, later in (*_ORDERED, _ORDERED_IF_ENDED) if is_ended else _ORDERED:
        begin, end = entry.values.get(earlier), entry.values.get(later)
        if begin and end and end < begin:
            message = f'"{later}" {_written(end)} is before "{earlier}" {_written(begin)}'
            yield Finding(Code.DATE_ORDER, (*entry.path, later), message)


def stale_offers(contents: Contents) -> Iterator[Finding]:
    """Yield the offers that nobody has looked at for long, as far as they aren't over."""
    for entry in contents.of(Offer):
        checked, until = entry.values.get("checked"), entry.values.get("until")
        is_over = until and until < contents.today
        if checked and not is_over and contents.today - checked > _STALE:
            message = f'"checked" {_written(checked)} is {(contents.today - checked).days} days ago'
            hint = Hint("look whether the offer still stands, and write the day")
            yield Finding(Code.STALE_AVAILABILITY, (*entry.path, "checked"), message, hint)


def _written(day: date) -> str:
    return day.isoformat()
