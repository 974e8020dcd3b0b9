"""Records in a line or two each: the name, and beside it the details."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from etoile_cli.listing.blocks import beside, flow, indented
from etoile_cli.text.styles import Line, bare, wrapped_line
from etoile_cli.text.widths import text_width

# In a narrower terminal, the details of a record are below its name.
_ROOMY = 60
_GAP = 2
_INDENT = 2
# A longer name has a line of its own.
_LONGEST = 24


class BriefEntry(NamedTuple):
    """A record: its name, its details, and its address if neither the name nor a detail links to it.

    `more` are further details, each of which begins a line. Lines that continue another are indented by `hanging`.
    """

    name: Line
    details: Sequence[Line]
    address: Sequence[Line]
    more: Sequence[Sequence[Line]] = ()
    hanging: int = 0


def entries(records: Iterable[BriefEntry], names: Iterable[str], width: int) -> Iterator[Line]:
    """Yield the lines of records, at most `width` columns wide; the details are in a column beside the names."""
    column = _INDENT
    if width >= _ROOMY:
        widths = filter(lambda each: each <= _LONGEST, map(text_width, names))
        column = max(widths, default=0) + _GAP
    for record in records:
        yield from _lines(record, column, width)


def _lines(entry: BriefEntry, column: int, width: int) -> Iterator[Line]:
    known = [line for each in (entry.details, *entry.more) for line in _flowing(each, width - column, entry.hanging)]
    if column > text_width(bare(entry.name)):
        yield from beside(entry.name, known, column)
    else:
        yield from wrapped_line(entry.name, width)
        yield from indented(known, column)
    for address in entry.address:
        margin = column if text_width(bare(address)) <= width - column else _INDENT
        yield from indented(wrapped_line(address, width - margin), margin)


def _flowing(details: Sequence[Line], width: int, hanging: int) -> Iterator[Line]:
    lines = flow(details, width - hanging)
    yield from lines[:1]
    yield from indented(lines[1:], hanging)
