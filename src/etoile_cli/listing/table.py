"""Tables for people: columns where they fit, otherwise one record under the other. Nothing is ever cut off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, zip_longest
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
from etoile_cli.text.widths import is_plain, text_width, wrapped

Headings = Mapping[int, Sequence[Line]]

# A text beside its label has at least so many columns.
_LEAST = 4


def table(listing: Listing, width: int, headings: Headings = MappingProxyType({})) -> Iterator[Line]:
    """Yield the lines of the listing as a table of at most `width` columns.

    A column that no record has a value for is left out, unless the columns were asked for and fit; so is one of
    `if_any` for which others would have to wrap. `headings` are lines above records, by the positions of these.
    """
    wording = Cells(listing)
    texts = [list(wording.texts(column, listing.records)) for column in listing.columns]
    return _table(listing, texts, width, headings)


def rows_of_texts(listing: Listing) -> Iterator[list[str]]:
    """Yield what people read of each record, in the order of the columns."""
    wording = Cells(listing)
    texts = [wording.texts(column, listing.records) for column in listing.columns]
    return map(list, zip(*texts, strict=True))


def table_of(
    listing: Listing, rows: Sequence[Sequence[str]], width: int, headings: Headings = MappingProxyType({})
) -> Iterator[Line]:
    """Yield likewise the lines of rows of texts, with the columns of a listing."""
    return _table(listing, _by_columns(listing, rows), width, headings)


def is_whole(listing: Listing, rows: Sequence[Sequence[str]], width: int, at: int) -> bool:
    """Return whether a table of these rows has columns, and no text in the one at a position wraps."""
    chosen, needs, widths = _laid_out(listing, _by_columns(listing, rows), width)
    return bool(widths) and at in chosen and widths[chosen.index(at)] >= needs[at].natural


def _by_columns(listing: Listing, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[row[at] for row in rows] for at in range(len(listing.columns))]


def _table(listing: Listing, texts: Sequence[Sequence[str]], width: int, headings: Headings) -> Iterator[Line]:
    """Yield the lines of the texts of each column of a listing."""
    chosen, _, widths = _laid_out(listing, texts, width)
    columns = [listing.columns[each] for each in chosen]
    rows = zip(*(texts[each] for each in chosen), strict=True)
    if not widths:
        yield from _stack(columns, rows, width, headings)
        return
    drawn = [
        _Drawn(column.declared, room, PLAIN if at else STRONG)
        for at, (column, room) in enumerate(zip(columns, widths, strict=True))
    ]
    if listing.header is not False:
        yield from _row([column._replace(style=LABEL) for column in drawn], list(map(_label, columns)))
        yield [("─" * (sum(widths) + GAP * (len(widths) - 1)), QUIET)]
    yield from _rows(drawn, rows, headings)


def _laid_out(
    listing: Listing, texts: Sequence[Sequence[str]], width: int
) -> tuple[Sequence[int], Sequence[Needs], Sequence[int]]:
    """Return which columns a table has, what all of them need, and their widths; no widths if they don't fit."""
    shown = [at for at, column in enumerate(texts) if not listing.whole or any(column)]
    needs = list(map(_needs, listing.columns, texts))
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

    @property
    def is_right(self) -> bool:
        """Whether its texts are at the right edge, as numbers are."""
        return self.declared.is_number and not self.declared.words

    @property
    def is_styled(self) -> bool:
        """Whether some of its texts have a style."""
        return self.style != PLAIN or self.declared.is_address

    def lines(self, text: str) -> Sequence[Line]:
        """Return the lines of a cell, without padding."""
        style = _style(self.declared, text, self.style)
        return [[(line, style)] for line in wrapped(text, self.width)]

    def filled(self, line: Line) -> Iterator[Segment]:
        """Yield a line of a cell, padded to the width of the column and the gap after it."""
        blanks = " " * (self.width - text_width(bare(line)))
        if self.is_right:
            yield blanks, PLAIN
            blanks = ""
        yield from line
        yield blanks + " " * GAP, PLAIN


class _PlainRows:
    """The rows whose texts fit their columns, and have a character in each column of the terminal: most of them."""

    def __init__(self, columns: Sequence[_Drawn]) -> None:
        self._form = (" " * GAP).join(f"%{'' if each.is_right else '-'}{each.width}s" for each in columns)
        self._width = sum(each.width + GAP for each in columns) - GAP
        begins = accumulate((each.width + GAP for each in columns), initial=0)
        self._styled = [(at, *each) for at, each in enumerate(zip(columns, begins, strict=False)) if each[0].is_styled]

    def line(self, texts: Sequence[str]) -> Line | None:
        """Return the line of a row, the same as `_row` would; `None` if it is no such row."""
        whole = self._form % texts
        # A text that is too long makes the line longer.
        if len(whole) != self._width or "\n" in whole or not is_plain(whole):
            return None
        segments: list[Segment] = []
        end = 0
        for at, column, begin in self._styled:
            text = texts[at]
            first = begin + column.width - len(text) if column.is_right else begin
            if first > end:
                segments.append((whole[end:first], PLAIN))
            segments.append((text, _style(column.declared, text, column.style)))
            end = first + len(text)
        segments.append((whole[end:], PLAIN))
        return segments


def _row(columns: Sequence[_Drawn], texts: Sequence[str]) -> Sequence[Line]:
    """Return the lines of a row: as many as its longest cell has."""
    cells = [column.lines(text) for column, text in zip(columns, texts, strict=True)]
    return [
        [segment for column, line in zip(columns, lines, strict=True) for segment in column.filled(line)]
        for lines in zip_longest(*cells, fillvalue=())
    ]


def _rows(columns: Sequence[_Drawn], rows: Iterable[Sequence[str]], headings: Headings) -> Iterator[Line]:
    """Yield all rows, blank lines around those that wrap, and the headings above them."""
    plain = _PlainRows(columns)
    wrapped_before = False
    for number, texts in enumerate(rows):
        line = plain.line(texts)
        lines = [line] if line else _row(columns, texts)
        wraps = len(lines) > 1
        heading = headings.get(number, ())
        if number and (wraps or wrapped_before or heading):
            yield ()
        yield from heading
        yield from lines
        wrapped_before = wraps


def _stack(columns: Sequence[Column], rows: Iterable[Sequence[str]], width: int, headings: Headings) -> Iterator[Line]:
    """Yield the records one under the other, each headed by its name, or by the first value it has."""
    named = next((at for at, column in enumerate(columns) if column.is_main), 0)
    labels = [f"{_label(column)}:" for column in columns]
    indent = GAP + max(map(text_width, labels)) + 1
    room = max(width - indent, _LEAST)
    beside = [_Labelled(column.declared, label, indent) for column, label in zip(columns, labels, strict=True)]
    for number, texts in enumerate(rows):
        head = next((each for each in (named, *range(len(texts))) if texts[each]), named)
        if number:
            yield ()
        if heading := headings.get(number):
            yield from (*heading, ())
        for line in wrapped(texts[head], width):
            yield [(line, STRONG)]
        for position, text in enumerate(texts):
            if text and position != head:
                yield from beside[position].lines(text, wrapped(text, room))


class _Labelled:
    """A column whose texts are beside its label, both indented below a heading."""

    def __init__(self, declared: Declared, label: str, indent: int) -> None:
        self._declared = declared
        self._margin = " " * indent
        self._label = [(" " * GAP, PLAIN), (label, LABEL)]
        self._gap = " " * (indent - GAP - text_width(label))

    def lines(self, text: str, wrapped: Sequence[str]) -> list[Line]:
        """Return the lines of a text that is wrapped."""
        style = _style(self._declared, text)
        if style is PLAIN:
            first: Line = [*self._label, (self._gap + wrapped[0], PLAIN)]
        else:
            first = [*self._label, (self._gap, PLAIN), (wrapped[0], style)]
        if len(wrapped) == 1:
            return [first]
        return [first, *([(self._margin, PLAIN), (line, style)] for line in wrapped[1:])]


def _label(column: Column) -> str:
    return in_words(column.name)


def _style(declared: Declared, text: str, style: Style = PLAIN) -> Style:
    return linked(text, text, style)[1] if declared.is_address else style
