"""What is drawn for people: lines of styled text, measured and broken as terminals show them.

Rich dresses them, and lays nothing out: Rich 15 draws lines that are too long in many scripts, and its tables take
0.3 ms a row.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from etoile_cli.text.widths import line_spans, text_width

if TYPE_CHECKING:  # imported where something is coloured
    from rich.style import Style as RichStyle


class Style(NamedTuple):
    """How a text looks, in the words of Rich's styles, and the address that it leads to; each empty for none."""

    look: str = ""
    link: str = ""


Piece = tuple[str, Style]
"""Some text, safe to print, and its style."""

Line = Sequence[Piece]
"""A line of a terminal, without what ends it."""

Span = tuple[int, int]
"""Where a part of a text begins and ends."""

# The sixteen colours that a terminal's theme chooses, and no more.
PLAIN = Style()
ACCENT = Style("bold magenta")
LABEL = Style("magenta")
STRONG = Style("bold")
QUIET = Style("dim")
SLANTED = Style("italic")
MARK = Style("black on yellow")
FAULT = Style("bold red")
WARNING = Style("bold yellow")

_NO_BREAK = "\xa0"


def link_to(address: str, style: Style = PLAIN) -> Style:
    """Return a style that leads to an address of printable ASCII; a terminal knows its pieces as one link."""
    return Style(style.look, address)


def underlined(style: Style) -> Style:
    """Return a style with a line under the text."""
    return style._replace(look=f"{style.look} underline".lstrip())


def styled(*parts: str | Piece) -> Line:
    """Return a line of texts, those that are plain without a style."""
    return [(part, PLAIN) if isinstance(part, str) else part for part in parts]


def bare(line: Line) -> str:
    """Return the text of a line without its styles."""
    return "".join(text for text, _ in line)


def wrapped_line(line: Line, width: int, *, hanging: int = 0, whole: int = 0) -> list[Line]:
    """Return the lines of a line in a width, broken as texts are, those after the first indented by `hanging`.

    The blanks among its first `whole` characters break no line.
    """
    text = bare(line)
    spans = line_spans(f"{text[:whole].replace(' ', _NO_BREAK)}{text[whole:]}", width, hanging=hanging)
    indent = [(" " * hanging, PLAIN)] if hanging else []
    return [[*(indent if at else ()), *part] for at, part in enumerate(cut(line, spans))]


def cut(line: Line, spans: Iterable[Span]) -> Iterator[Line]:
    """Yield the parts of a line between places in its text; each begins where the one before ends, or behind that."""
    first = at = 0
    for begin, end in spans:
        while first < len(line) and at + len(line[first][0]) <= begin:
            at += len(line[first][0])
            first += 1
        yield _part(line, first, (begin - at, end - at))


def _part(line: Line, first: int, span: Span) -> Line:
    """Return what stands between two places in the text of a line from its `first` piece on."""
    begin, end = span
    part = []
    at = 0
    while first < len(line) and at < end:
        text, style = line[first]
        if kept := text[max(begin - at, 0) : end - at]:
            part.append((kept, style))
        at += len(text)
        first += 1
    return part


def centred(line: Line, width: int) -> Line:
    """Return a line with blanks before it, so that it stands in the middle of a width in columns."""
    return [(" " * ((width - text_width(bare(line))) // 2), PLAIN), *line]


def drawn(line: Line, *, colored: bool) -> str:
    """Return what a terminal is sent for a line: no blanks at its end; its text alone where there is no colour."""
    text = bare(line)
    kept = text.rstrip(" ")
    if not colored:
        return kept
    pieces = line if kept == text else _part(line, 0, (0, len(kept)))
    return "".join(_dressed(*piece) for piece in pieces)


def _dressed(text: str, style: Style) -> str:
    if style == PLAIN or not text:
        return text
    from rich.color import ColorSystem

    return _rich(style).render(text, color_system=ColorSystem.STANDARD)


@lru_cache(maxsize=64)
def _rich(style: Style) -> "RichStyle":
    from rich.style import Style as RichStyle

    return RichStyle.parse(style.look) + RichStyle(link=style.link or None)
