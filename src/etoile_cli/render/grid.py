"""Lines of text for terminals, with their styles: wrapped and padded here, so that Rich measures nothing."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from rich.console import RenderableType
from rich.style import Style
from rich.text import Span, Text

from etoile_cli.render.style import address_style
from etoile_cli.widths import Line, hanging_lines, lines_of, padded, text_width


class Cell(Struct, frozen=True):
    """A text, how it looks, where it leads, and the words in it that are marked: offsets of their ends."""

    text: str
    style: Style | str = ""
    address: str | None = None
    marks: tuple[tuple[int, int], ...] = ()
    mark_style: Style | str = "reverse"


class Lines:
    """Lines that are drawn as they are, put together piece by piece."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._spans: list[Span] = []
        self._length = 0
        self._number = 0

    def __len__(self) -> int:
        return self._number

    def add(self, text: str, style: Style | str = "") -> None:
        """Add a piece of the line."""
        if style:
            self._spans.append(Span(self._length, self._length + len(text), style))
        self._parts.append(text)
        self._length += len(text)

    def add_part(self, cell: Cell, begin: int, end: int) -> None:
        """Add a part of a cell's text, which links and marks go on through."""
        at = self._length
        self.add(cell.text[begin:end], cell.style)
        if cell.address and (style := address_style(cell.address)):
            self._spans.append(Span(at, self._length, style))
        for first, last in cell.marks:
            if first < end and last > begin:
                self._spans.append(Span(at + max(first - begin, 0), at + min(last, end) - begin, cell.mark_style))

    def end(self) -> None:
        """End the line; blanks at its end vanish where it is drawn."""
        self.add("\n")
        self._number += 1

    def text(self) -> Text:
        """Return the lines as Rich draws them, untouched."""
        plain = "".join(self._parts).removesuffix("\n")
        return Text(plain, spans=self._spans, no_wrap=True, overflow="ignore", end="\n")


def broken(cells: Sequence[Cell], widths: Sequence[int]) -> list[list[Line]]:
    """Return the lines of cells that stand side by side, each in so many columns."""
    return [lines_of(cell.text, width) for cell, width in zip(cells, widths, strict=True)]


def add_row(
    lines: Lines,
    cells: Sequence[Cell],
    widths: Sequence[int],
    breaks: Sequence[Sequence[Line]],
    *,
    gap: int,
    rights: Sequence[bool],
) -> None:
    """Add cells side by side, broken into lines already; `rights` tells which stand at the right of their room."""
    for number in range(max(map(len, breaks))):
        for position, (cell, width, rows) in enumerate(zip(cells, widths, breaks, strict=True)):
            begin, end = rows[number] if number < len(rows) else (0, 0)
            room = " " * (width - text_width(cell.text[begin:end]))
            lines.add(" " * gap if position else "")
            lines.add(room if rights[position] else "")
            lines.add_part(cell, begin, end)
            lines.add("" if rights[position] else room)
        lines.end()


def add_block(lines: Lines, cell: Cell, width: int, *, indent: int = 0, hanging: int = 0) -> None:
    """Add a cell by itself, indented, its lines after the first by so much more."""
    for number, (begin, end) in enumerate(hanging_lines(cell.text, width - indent, indent=hanging)):
        lines.add(" " * (indent + (hanging if number else 0)))
        lines.add_part(cell, begin, end)
        lines.end()


def add_fields(lines: Lines, fields: Iterable[tuple[Cell, Cell]], width: int, *, indent: int, gap: int) -> None:
    """Add labels and their texts side by side, the labels in a column as wide as the longest."""
    all_fields = list(fields)
    wide = max((text_width(label.text) for label, _ in all_fields), default=0)
    room = width - indent - wide - gap
    for label, value in all_fields:
        for number, (begin, end) in enumerate(lines_of(value.text, room)):
            lines.add(" " * indent)
            lines.add(padded("" if number else label.text, wide), label.style)
            lines.add(" " * gap)
            lines.add_part(value, begin, end)
            lines.end()


def drawn(lines: Lines) -> Iterator[RenderableType]:
    """Yield the lines, if there are any."""
    if len(lines):
        yield lines.text()
