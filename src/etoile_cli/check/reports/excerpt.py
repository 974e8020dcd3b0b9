"""The line of the file that has the problem, and marks below its place."""

from typing import NamedTuple

from etoile_cli.check.toml.document import Document, Place
from etoile_cli.text.escaping import escape_message
from etoile_cli.text.widths import beginning, ending, text_width

_CUT = "…"
# How many columns of a long line are shown before the place, so that one sees where it is.
_BEFORE = 12


class Excerpt(NamedTuple):
    """A line, cut in three: before the place of the problem, at it, and after it."""

    before: str
    marked: str
    after: str

    @property
    def indent(self) -> str:
        """Blanks, as wide as what is before the place."""
        return " " * text_width(self.before)

    @property
    def marks(self) -> str:
        """Marks, as wide as what is at the place; one mark if that is empty."""
        return "^" * max(text_width(self.marked), 1)


def excerpt(document: Document, place: Place, width: int) -> Excerpt:
    """Return the line of a place, or the first of its lines, cut at both sides to fit a width in columns."""
    line = document.line(place.line).replace("\t", " ")
    end = place.end_column if place.end_line == place.line else len(line) + 1
    # Only what might be shown is looked at: a line may have megabytes.
    most = 4 * width
    begin, end = place.column - 1, end - 1
    before = escape_message(line, max(begin - most, 0), begin)
    marked = escape_message(line, begin, min(end, begin + most))
    after = escape_message(line, end, end + most)
    if text_width(before) > max(_BEFORE, width - max(text_width(marked), 1) - bool(after)):
        before = _last(before, _BEFORE)
    room = width - text_width(before)
    if text_width(marked) + bool(after) > room:
        return Excerpt(before, _first(marked + after[:1], room), "")
    return Excerpt(before, marked, _first(after, room - text_width(marked)))


def _first(text: str, width: int) -> str:
    if text_width(text) <= width:
        return text
    return f"{beginning(text, width - 1).rstrip()}{_CUT}" if width > 0 else ""


def _last(text: str, width: int) -> str:
    return f"{_CUT}{ending(text, width - 1)}"
