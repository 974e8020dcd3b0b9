"""Tables for people: columns where they fit, otherwise one record under the other. Nothing is ever cut off."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from types import MappingProxyType
from typing import NamedTuple

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.listing.cells import Cells
from etoile_cli.listing.column import Column
from etoile_cli.listing.column_widths import GAP, Needs, needs_of, widths_of, with_room
from etoile_cli.listing.links import linked
from etoile_cli.listing.listing import Listing
from etoile_cli.text.styles import LABEL, PLAIN, QUIET, STRONG, Line, Segment, Style, bare
from etoile_cli.text.values import in_words
from etoile_cli.text.widths import text_width, wrapped

Headings = Mapping[int, Sequence[Line]]

# A text beside its label has at least so many columns.
_LEAST = 4


def table(listing: Listing, width: int, headings: Headings = MappingProxyType({})) -> Iterator[Line]:
    """Yield the lines of the listing as a table of at most `width` columns.

    A column that no record has a value for is left out, unless the columns were asked for and fit; so is one of
    `if_any` for which others would have to wrap. `headings` are lines above records, by the positions of these.
    """
    return table_of(listing, list(rows_of_texts(listing)), width, headings)


def rows_of_texts(listing: Listing) -> Iterator[list[str]]:
    """Yield what people read of each record, in the order of the columns."""
    wording = Cells(listing)
    readers = [wording.reader_of_records(column) for column in listing.columns]
    for record, row in zip(listing.records, listing.read_rows(), strict=True):
        yield [read(record, value) for read, value in zip(readers, row, strict=True)]


def table_of(
    listing: Listing, rows: Sequence[Sequence[str]], width: int, headings: Headings = MappingProxyType({})
) -> Iterator[Line]:
    """Yield likewise the lines of rows of texts, with the columns of a listing."""
    chosen, _, widths = _laid_out(listing, rows, width)
    columns = [listing.columns[each] for each in chosen]
    cells = [[row[each] for each in chosen] for row in rows]
    if not widths:
        yield from _stack(columns, cells, width, headings)
        return
    drawn = [
        _Drawn(column.declared, room, PLAIN if at else STRONG)
        for at, (column, room) in enumerate(zip(columns, widths, strict=True))
    ]
    if listing.header is not False:
        yield from _row([column._replace(style=LABEL) for column in drawn], list(map(_label, columns)))
        yield [("─" * (sum(widths) + GAP * (len(widths) - 1)), QUIET)]
    yield from _rows(drawn, cells, headings)


def is_whole(listing: Listing, rows: Sequence[Sequence[str]], width: int, at: int) -> bool:
    """Return whether a table of these rows has columns, and no text in the one at a position wraps."""
    chosen, needs, widths = _laid_out(listing, rows, width)
    return bool(widths) and at in chosen and widths[chosen.index(at)] >= needs[at].natural


def _laid_out(
    listing: Listing, rows: Sequence[Sequence[str]], width: int
) -> tuple[Sequence[int], Sequence[Needs], Sequence[int]]:
    """Return which columns a table has, what all of them need, and their widths; no widths if they don't fit."""
    shown = [each for each in range(len(listing.columns)) if not listing.whole or any(row[each] for row in rows)]
    needs = [_needs(column, [row[at] for row in rows]) for at, column in enumerate(listing.columns)]
    extra = [at for at, column in enumerate(listing.columns) if listing.whole and column.name in listing.if_any]
    fitting = with_room(shown, needs, extra, width)
    widths = widths_of([needs[each] for each in fitting], width)
    return (fitting, needs, widths) if widths else (shown, needs, ())


def _needs(column: Column, texts: Sequence[str]) -> Needs:
    """Return how wide a column is: dates and numbers never wrap, names only after all others have to."""
    firm = column.declared.is_date or column.declared.is_number
    return needs_of([_label(column), *texts], yields=0 if firm else 2 if column.is_main else 1)


class _Drawn(NamedTuple):
    """A column as it is drawn."""

    declared: Declared
    width: int
    style: Style

    def lines(self, text: str) -> Sequence[Line]:
        """Return the lines of a cell, without padding."""
        style = _style(self.declared, text, self.style)
        return [[(line, style)] for line in wrapped(text, self.width)]

    def filled(self, line: Line) -> Iterator[Segment]:
        """Yield a line of a cell, padded to the width of the column and the gap after it."""
        blanks = " " * (self.width - text_width(bare(line)))
        if self.declared.is_number and not self.declared.words:
            yield blanks, PLAIN
            blanks = ""
        yield from line
        yield blanks + " " * GAP, PLAIN


def _row(columns: Sequence[_Drawn], texts: Sequence[str]) -> Sequence[Line]:
    """Return the lines of a row: as many as its longest cell has."""
    cells = [column.lines(text) for column, text in zip(columns, texts, strict=True)]
    return [
        [segment for column, line in zip(columns, lines, strict=True) for segment in column.filled(line)]
        for lines in zip_longest(*cells, fillvalue=())
    ]


def _rows(columns: Sequence[_Drawn], cells: Sequence[Sequence[str]], headings: Headings) -> Iterator[Line]:
    """Yield all rows, blank lines around those that wrap, and the headings above them."""
    wrapped_before = False
    for number, texts in enumerate(cells):
        lines = _row(columns, texts)
        wraps = len(lines) > 1
        heading = headings.get(number, ())
        if number and (wraps or wrapped_before or heading):
            yield ()
        yield from heading
        yield from lines
        wrapped_before = wraps


def _stack(
    columns: Sequence[Column], cells: Sequence[Sequence[str]], width: int, headings: Headings
) -> Iterator[Line]:
    """Yield the records one under the other, each headed by its name, or by the first value it has."""
    named = next((at for at, column in enumerate(columns) if column.is_main), 0)
    labels = [f"{_label(column)}:" for column in columns]
    indent = GAP + max(map(text_width, labels)) + 1
    for number, texts in enumerate(cells):
        head = next((each for each in (named, *range(len(texts))) if texts[each]), named)
        if number:
            yield ()
        if heading := headings.get(number):
            yield from (*heading, ())
        yield from ([(line, STRONG)] for line in wrapped(texts[head], width))
        for position, (column, text) in enumerate(zip(columns, texts, strict=True)):
            if text and position != head:
                style = _style(column.declared, text)
                lines = [(line, style) for line in wrapped(text, max(width - indent, _LEAST))]
                yield from _labelled(labels[position], lines, indent)


def _labelled(label: str, texts: Sequence[Segment], indent: int) -> Iterator[Line]:
    """Yield a label and the lines of its text beside it, all indented below the heading."""
    for number, text in enumerate(texts):
        shown = "" if number else label
        yield [(" " * GAP, PLAIN), (shown, LABEL), (" " * (indent - GAP - text_width(shown)), PLAIN), text]


def _label(column: Column) -> str:
    return in_words(column.name)


def _style(declared: Declared, text: str, style: Style = PLAIN) -> Style:
    return linked(text, text, style)[1] if declared.is_address else style
