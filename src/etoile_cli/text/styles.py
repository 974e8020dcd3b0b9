"""Lines of styled text for people, measured and wrapped as terminals show them.

Rich only turns styles into escape sequences. The layout is ours: Rich 15 makes lines too long in many scripts, and
takes 0.3 ms for each row of a table.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import count
from os import getpid
from typing import NamedTuple

from etoile_cli.text.widths import Span, line_spans, text_width


class Style(NamedTuple):
    """How a text looks, as a style of Rich (`bold red`), and the address that it links to; both may be empty."""

    look: str = ""
    link: str = ""


Segment = tuple[str, Style]
"""A text that is safe to print, and its style."""

Line = Sequence[Segment]
"""A line on a terminal, without the line break."""

# Only the sixteen colours that the theme of the terminal defines.
PLAIN = Style()
ACCENT = Style("bold magenta")
LABEL = Style("magenta")
STRONG = Style("bold")
QUIET = Style("dim")
SLANTED = Style("italic")
MARK = Style("black on yellow")
FAULT = Style("bold red")
WARNING = Style("bold yellow")
CAME = Style("green")
WENT = Style("red")
CHANGED = Style("yellow")

_NO_BREAK = "\xa0"
# The numbers of links, each another.
_LINKS = count(1)


def link_to(address: str, style: Style = PLAIN) -> Style:
    """Return a style that links to an address, which must be printable ASCII."""
    return Style(style.look, address)


def underlined(style: Style) -> Style:
    """Return a style, underlined."""
    return style._replace(look=f"{style.look} underline".lstrip())


def styled(*texts: str | Segment) -> Line:
    """Return a line of texts; those given as plain strings have no style."""
    return [(text, PLAIN) if isinstance(text, str) else text for text in texts]


def bare(line: Line) -> str:
    """Return the text of a line without its styles."""
    return "".join([text for text, _ in line])


def wrapped_line(line: Line, width: int, *, hanging: int = 0, whole: int = 0) -> list[Line]:
    """Return a line wrapped to a width, the second and later lines indented by `hanging` columns.

    It is not broken at a blank among its first `whole` characters.
    """
    text = bare(line)
    if text_width(text) <= width:
        return [[segment for segment in line if segment[0]]]
    spans = line_spans(f"{text[:whole].replace(' ', _NO_BREAK)}{text[whole:]}", width, hanging=hanging)
    indent = [(" " * hanging, PLAIN)] if hanging else []
    return [[*(indent if at else ()), *wrapped] for at, wrapped in enumerate(cut(line, spans))]


def cut(line: Line, spans: Iterable[Span]) -> Iterator[Line]:
    """Yield the slices of a line for spans of its text, which are in order and don't overlap."""
    first = at = 0
    for begin, end in spans:
        while first < len(line) and at + len(line[first][0]) <= begin:
            at += len(line[first][0])
            first += 1
        yield _slice(line, first, (begin - at, end - at))


def _slice(line: Line, first: int, span: Span) -> Line:
    """Return the slice of a line for a span of its text, counted from the beginning of its `first` segment."""
    begin, end = span
    segments = []
    at = 0
    while first < len(line) and at < end:
        text, style = line[first]
        if kept := text[max(begin - at, 0) : end - at]:
            segments.append((kept, style))
        at += len(text)
        first += 1
    return segments


def centred(line: Line, width: int) -> Line:
    """Return a line with the blanks before it that centre it in a width."""
    return [(" " * ((width - text_width(bare(line))) // 2), PLAIN), *line]


def drawn(line: Line, *, colored: bool) -> str:
    """Return a line as it is sent to a terminal, without blanks at its end; as plain text if it is not coloured."""
    if not colored:
        return bare(line).rstrip(" ")
    return "".join(
        [text if style is PLAIN or not text else text.join(_escapes(style)) for text, style in _without_end(line)]
    )


def _without_end(line: Line) -> Line:
    """Return a line without blanks at its end."""
    if not line or ((text := line[-1][0]) and text[-1] != " "):
        return line
    kept = list(line)
    while kept:
        text, style = kept.pop()
        if text := text.rstrip(" "):
            return [*kept, (text, style)]
    return kept


# An address that wraps has the same id in each of its lines: terminals show them as one link.
@lru_cache(maxsize=64)
def _escapes(style: Style) -> tuple[str, str]:
    """Return what is sent to a terminal before and after a text of a style."""
    begin, end = _look(style.look)
    if not style.link:
        return begin, end
    # No other program on the same terminal has the number of this process.
    return f"\x1b]8;id={getpid()}-{next(_LINKS)};{style.link}\x1b\\{begin}", f"{end}\x1b]8;;\x1b\\"


@cache
def _look(look: str) -> tuple[str, str]:
    from rich.color import ColorSystem
    from rich.style import Style as RichStyle

    begin, _, end = RichStyle.parse(look).render(" ", color_system=ColorSystem.STANDARD).partition(" ")
    return begin, end
