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
from etoile_cli.text.styles import LABEL, PLAIN, QUIET, STRONG, Line, Segment, Style
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
    if listing.header is not False:
        header = _Rows(columns, widths, LABEL, LABEL)
        yield from header.row(tuple(map(_label, columns)))
        yield [("─" * header.width, QUIET)]
    yield from _spaced(map(_Rows(columns, widths, STRONG, PLAIN).row, rows), headings)


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
    """A column as it is drawn, from a position of the line on; numbers are at its right edge."""

    declared: Declared
    begin: int
    width: int
    style: Style

    @property
    def is_right(self) -> bool:
        """Whether its texts are at its right edge."""
        return self.declared.is_number and not self.declared.words


class _Rows:
    """What draws the rows of a table."""

    def __init__(self, columns: Sequence[Column], widths: Sequence[int], main: Style, others: Style) -> None:
        begins = accumulate((width + GAP for width in widths), initial=0)
        styles = [main, *[others] * (len(widths) - 1)]
        self._columns = list(map(_Drawn, (column.declared for column in columns), begins, widths, styles))
        self._styled = {
            at: each for at, each in enumerate(self._columns) if each.style != PLAIN or each.declared.is_address
        }
        forms = (f"%{'' if each.is_right else '-'}{each.width}s" for each in self._columns)
        self._form = (" " * GAP).join(forms)
        self.width = sum(widths) + GAP * (len(widths) - 1)

    def row(self, texts: tuple[str, ...]) -> Sequence[Line]:
        """Return the lines of a row: as many as its longest cell has."""
        styles = {at: _style(column.declared, texts[at], column.style) for at, column in self._styled.items()}
        if line := self._plain_line(texts, styles):
            return [line]
        cells = [wrapped(text, column.width) for column, text in zip(self._columns, texts, strict=True)]
        lines = zip_longest(*cells, fillvalue="")
        return [self._plain_line(each, styles) or self._line(each, styles) for each in lines]

    def _plain_line(self, texts: tuple[str, ...], styles: Mapping[int, Style]) -> Line | None:
        """Return a line of cells; `None` if they don't fit, or not every character takes one column.

        Most lines are such, and take a third of the time: those without a style are one text.
        """
        whole = self._form % texts
        # A text that is too long makes the line longer.
        if len(whole) != self.width or "\n" in whole or not is_plain(whole):
            return None
        line: list[Segment] = []
        end = 0
        for at, style in styles.items():
            column, text = self._columns[at], texts[at]
            begin = column.begin + column.width - len(text) if column.is_right else column.begin
            line += [(whole[end:begin], PLAIN), (text, style)] if begin else [(text, style)]
            end = begin + len(text)
        return [*line, (whole[end:], PLAIN)]

    def _line(self, texts: Sequence[str], styles: Mapping[int, Style]) -> Line:
        """Return a line of cells that fit, with any characters."""
        line: list[Segment] = []
        for at, (column, text) in enumerate(zip(self._columns, texts, strict=True)):
            blanks = " " * (column.width - text_width(text))
            before, after = (blanks, "") if column.is_right else ("", blanks)
            line += [(before, PLAIN), (text, styles.get(at, PLAIN)), (after + " " * GAP, PLAIN)]
        return line


def _spaced(rows: Iterable[Sequence[Line]], headings: Headings) -> Iterator[Line]:
    """Yield the lines of all rows, blank ones around rows that wrap, and the headings above them."""
    wrapped_before = False
    for number, lines in enumerate(rows):
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
        head = named if texts[named] else next((at for at, text in enumerate(texts) if text), named)
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
