"""Lines laid out: pieces joined by dots, lines indented, lines beside a heading."""

from collections.abc import Iterable, Iterator, Sequence

from etoile_cli.text.styles import PLAIN, Line, bare, wrapped_line
from etoile_cli.text.widths import text_width

_BETWEEN = " · "


def flow(pieces: Iterable[Line], width: int) -> list[Line]:
    """Return pieces joined by dots, in as few lines as possible; only a piece longer than a line is broken."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and text_width(f"{bare(lines[-1])}{_BETWEEN}{bare(piece)}") <= width:
            lines[-1] = [*lines[-1], (_BETWEEN, PLAIN), *piece]
        else:
            lines += wrapped_line(piece, width)
    return lines


def indented(lines: Iterable[Line], by: int) -> Iterator[Line]:
    """Return lines indented by so many columns; a blank line stays as it is."""
    return ([(" " * by, PLAIN), *line] if line else line for line in lines)


def beside(heading: Line, lines: Sequence[Line], column: int) -> Iterator[Line]:
    """Yield a heading with lines to its right, which begin at a column."""
    first, *others = lines or [()]
    yield [*heading, (" " * (column - text_width(bare(heading))), PLAIN), *first]
    yield from indented(others, column)
