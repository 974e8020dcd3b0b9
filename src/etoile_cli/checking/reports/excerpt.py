"""The line that a problem is in, as it stands in the file, with the place marked below it."""

from typing import NamedTuple

from rich.cells import cell_len, set_cell_size

from etoile_cli.checking.toml.document import Document, Place
from etoile_cli.escaping import escape_controls

_CUT = "…"
# How much of a long line stands before the place, so that one sees where it is.
_BEFORE = 12


class Excerpt(NamedTuple):
    """A line in three parts, the middle one of which is wrong."""

    before: str
    marked: str
    after: str

    @property
    def indent(self) -> str:
        """As many blanks as the part before takes columns."""
        return " " * cell_len(self.before)

    @property
    def marks(self) -> str:
        """Marks as wide as the middle part; one if it is empty."""
        return "^" * max(cell_len(self.marked), 1)


def excerpt(document: Document, place: Place, width: int) -> Excerpt:
    """Return the line of a place, cut at its sides to fit a width in columns; the first of several lines."""
    line = document.line(place.line).replace("\t", " ")
    end = place.end_column if place.end_line == place.line else len(line) + 1
    # Of a line of megabytes, only what might be shown is looked at.
    most = 4 * width
    before = escape_controls(line[max(place.column - 1 - most, 0) : place.column - 1])
    marked = escape_controls(line[place.column - 1 : end - 1][:most])
    after = escape_controls(line[end - 1 :][:most])
    if cell_len(before) > max(_BEFORE, width - max(cell_len(marked), 1) - bool(after)):
        before = _last(before, _BEFORE)
    room = width - cell_len(before)
    if cell_len(marked) + bool(after) > room:
        return Excerpt(before, _first(marked + after[:1], room), "")
    return Excerpt(before, marked, _first(after, room - cell_len(marked)))


def _first(text: str, width: int) -> str:
    return text if cell_len(text) <= width else set_cell_size(text, max(width - 1, 0)).rstrip() + _CUT * (width > 0)


def _last(text: str, width: int) -> str:
    while cell_len(text) >= width:
        text = text[1:]
    return _CUT + text
