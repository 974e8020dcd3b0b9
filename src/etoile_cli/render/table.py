"""Tables for people: columns where they fit, otherwise one record under the other. Nothing is ever cut off."""

from collections.abc import Callable, Iterator, Sequence

from rich.console import RenderableType

from etoile_cli.render.grid import Cell, Lines, add_block, add_fields, add_row, broken, drawn
from etoile_cli.render.listing import Listing
from etoile_cli.render.style import ACCENT, LABEL, NAME, QUIET
from etoile_cli.render.wording import wording
from etoile_cli.widths import text_width

# From here up records stand side by side in columns that wrap; below, only where none has to.
_WIDE = 60
_GAP = 2
# Up to here a text is a name or a date rather than a sentence.
_SHORT = 24

# What a stacked record is headed by, where it has one of them.
_HEADINGS = ("name", "title")

_NUMBERS = frozenset({"season", "number", "runtime"})

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
        yield from _stack(names, cells, width)
    else:
        yield from _columns(names, cells, widths, header=listing.header is not False)


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
    return max(map(text_width, text.split()), default=0)


def _longest_line(text: str) -> int:
    return max(map(text_width, text.split("\n")), default=0)


def _columns(
    names: Sequence[str], cells: Sequence[Sequence[str]], widths: Sequence[int], *, header: bool
) -> Iterator[RenderableType]:
    """Yield the rows side by side; one that takes several lines has an empty line before and after it."""
    lines = Lines()
    rights = [name in _NUMBERS for name in names]
    if header:
        heads = [Cell(_label(name), LABEL) for name in names]
        add_row(lines, heads, widths, broken(heads, widths), gap=_GAP, rights=rights)
        lines.add("─" * (sum(widths) + _GAP * (len(widths) - 1)), QUIET)
        lines.end()
    was_tall = False
    for number, row in enumerate(cells):
        each = [_cell(name, text, is_first=not at) for at, (name, text) in enumerate(zip(names, row, strict=True))]
        breaks = broken(each, widths)
        is_tall = max(map(len, breaks)) > 1
        if number and (is_tall or was_tall):
            lines.end()
        add_row(lines, each, widths, breaks, gap=_GAP, rights=rights)
        was_tall = is_tall
        if number % _AT_A_TIME == _AT_A_TIME - 1:
            yield from drawn(lines)
            lines = Lines()
    yield from drawn(lines)


def _stack(names: Sequence[str], cells: Sequence[Sequence[str]], width: int) -> Iterator[RenderableType]:
    """Yield the records one under the other, each headed by its name, or by the first value it has."""
    named = next((names.index(each) for each in _HEADINGS if each in names), 0)
    lines = Lines()
    for number, row in enumerate(cells):
        head = next((each for each in (named, *range(len(row))) if row[each]), named)
        if number:
            lines.end()
        add_block(lines, Cell(row[head], ACCENT), width, hanging=_GAP)
        fields = [
            (Cell(_label(name), QUIET), _cell(name, text))
            for position, (name, text) in enumerate(zip(names, row, strict=True))
            if text and position != head
        ]
        add_fields(lines, fields, width, indent=_GAP, gap=_GAP)
        if number % _AT_A_TIME == _AT_A_TIME - 1:
            yield from drawn(lines)
            lines = Lines()
    yield from drawn(lines)


def _label(name: str) -> str:
    return name.replace("_", " ")


def _cell(name: str, text: str, *, is_first: bool = False) -> Cell:
    return Cell(text, NAME if is_first else "", text if name == "url" else None)
