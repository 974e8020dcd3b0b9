"""Tables for people: columns where they fit, otherwise one record under the other. Nothing is ever cut off."""

from collections.abc import Callable, Iterator, Sequence

from rich.box import Box
from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from etoile_cli.render.listing import Listing
from etoile_cli.render.style import ACCENT, LABEL, QUIET, linked
from etoile_cli.render.wording import wording

# From here up records stand side by side in columns that wrap; below, only where none has to.
_WIDE = 60
_GAP = 2
# Up to here a text is a name or a date rather than a sentence.
_SHORT = 24

# What a stacked record is headed by, where it has one of them.
_HEADINGS = ("name", "title")

_NUMBERS = frozenset({"season", "number", "runtime"})

# A rule under the header and nothing else.
_RULE = Box("    \n    \n ── \n    \n    \n    \n    \n    \n")


# So many rows are drawn at a time: the first stand there while a long table is still being drawn.
_AT_A_TIME = 100


def table(listing: Listing, width: int) -> Iterator[RenderableType]:
    """Yield the listing as a table of at most `width` columns, part by part.

    A column that no record has a value for is left out, unless the columns were asked for and fit.
    """
    rows = [
        [wording(name, value, listing) for name, value in zip(listing.names(), row, strict=True)]
        for row in listing.rows()
    ]
    shown = [each for each in range(len(listing.columns)) if not listing.whole or any(row[each] for row in rows)]
    names = [listing.names()[each] for each in shown]
    cells = [[row[each] for each in shown] for row in rows]
    widths = _widths(names, cells, width)
    if widths is None:
        yield from _stack(names, cells)
        return
    for begin in range(0, len(cells), _AT_A_TIME):
        header = listing.header is not False and begin == 0
        yield _columns(names, cells[begin : begin + _AT_A_TIME], widths, header=header)


def _widths(names: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """Return how wide each column is, or `None` if they don't fit.

    Short columns, such as names and dates, don't wrap. The long ones get their longest word, and share what is
    left by what they lack.
    """
    natural = _measure(names, cells, _longest_line)
    words = _measure(names, cells, _longest_word)
    widths = [most if most <= _SHORT else least for most, least in zip(natural, words, strict=True)]
    room = width - sum(widths) - _GAP * (len(widths) - 1)
    lacking_at_all = sum(natural) - sum(widths)
    if room < 0 or (width < _WIDE and room < lacking_at_all):
        return None
    lack = [most - given for most, given in zip(natural, widths, strict=True)]
    shared = min(room, sum(lack))
    return [given + shared * lacking // max(sum(lack), 1) for given, lacking in zip(widths, lack, strict=True)]


def _measure(names: Sequence[str], cells: Sequence[Sequence[str]], measure: Callable[[str], int]) -> list[int]:
    """Return the largest measure in each column, its heading included."""
    return [max(map(measure, column)) for column in zip(map(_label, names), *cells, strict=True)]


def _longest_word(text: str) -> int:
    return max(map(cell_len, text.split()), default=0)


def _longest_line(text: str) -> int:
    return max(map(cell_len, text.splitlines()), default=0)


def _columns(names: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int], *, header: bool) -> Table:
    drawn = Table(
        box=_RULE,
        show_edge=False,
        pad_edge=False,
        padding=(0, _GAP - 1, 0, 0),
        show_header=header,
        header_style=LABEL,
        border_style=QUIET,
    )
    for position, (name, width) in enumerate(zip(names, widths, strict=True)):
        drawn.add_column(
            Text(_label(name)),
            overflow="fold",
            width=width,
            justify="right" if name in _NUMBERS else "left",
            style="bold" if position == 0 else "",
        )
    for row in cells:
        drawn.add_row(*map(_cell, names, row))
    return drawn


def _stack(names: Sequence[str], cells: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    """Yield the records one under the other, each headed by its name, or by the first value it has."""
    named = next((names.index(each) for each in _HEADINGS if each in names), 0)
    for number, row in enumerate(cells):
        head = next((each for each in (named, *range(len(row))) if row[each]), named)
        if number:
            yield Text()
        yield Text(row[head], style=ACCENT, overflow="fold")
        fields = Table.grid(padding=(0, _GAP, 0, 0))
        fields.add_column(style=LABEL, no_wrap=True)
        fields.add_column(overflow="fold")
        for position, (name, text) in enumerate(zip(names, row, strict=True)):
            if text and position != head:
                fields.add_row(Text(_label(name)), _cell(name, text))
        if fields.row_count:
            yield Padding(fields, (0, 0, 0, _GAP))


def _label(name: str) -> str:
    return name.replace("_", " ")


def _cell(name: str, text: str) -> Text:
    return linked(text, text) if name == "url" else Text(text, overflow="fold")
