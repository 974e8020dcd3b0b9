"""Lines put together: pieces in a flow, lines further to the right, lines beside a name."""

from collections.abc import Iterable, Iterator, Sequence

from etoile_cli.text.styles import PLAIN, Line, bare, wrapped_line
from etoile_cli.text.widths import text_width

_BETWEEN = " · "


def flow(pieces: Iterable[Line], width: int) -> list[Line]:
    """Return pieces with dots between them in as few lines as hold them; none is broken that fits a line by itself."""
    lines: list[Line] = []
    for piece in pieces:
        if lines and text_width(f"{bare(lines[-1])}{_BETWEEN}{bare(piece)}") <= width:
            lines[-1] = [*lines[-1], (_BETWEEN, PLAIN), *piece]
        else:
            lines += wrapped_line(piece, width)
    return lines


def indented(lines: Iterable[Line], by: int) -> Iterator[Line]:
    """Yield lines so many columns further to the right; a blank one stays as it is."""
    return ([(" " * by, PLAIN), *line] if line else line for line in lines)


def beside(heading: Line, lines: Sequence[Line], column: int) -> Iterator[Line]:
    """Yield a heading and, from a column on, the lines beside it."""
    first, *others = lines or [()]
    yield [*heading, (" " * (column - text_width(bare(heading))), PLAIN), *first]
    yield from indented(others, column)
