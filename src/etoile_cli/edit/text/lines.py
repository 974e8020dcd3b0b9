"""The lines of a text around an offset: where they begin and end, their indentation, and the comments above them."""

import re

_BLANKS = " \t"
_INDENT = re.compile(r"[ \t]*")


def line_start(text: str, offset: int) -> int:
    """Return where the line begins that an offset is in."""
    return text.rfind("\n", 0, offset) + 1


def after_line(text: str, offset: int) -> int:
    """Return the offset after the line end of the line that an offset is in."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end + 1


def lines_in(text: str) -> list[str]:
    """Return the lines of a text, each with its line feed: a carriage return does not end one."""
    return re.findall(r"[^\n]*\n|[^\n]+\Z", text)


def indent_of(text: str, offset: int) -> str:
    """Return the blanks at the beginning of the line that an offset is in."""
    found = _INDENT.match(text, line_start(text, offset))
    return found.group() if found else ""


def is_first_on_line(text: str, offset: int) -> bool:
    """Return whether only blanks are before an offset on its line."""
    return not text[line_start(text, offset) : offset].strip(_BLANKS)


def line_at(text: str, start: int) -> str:
    """Return the line that begins at an offset, without the blanks around it."""
    return text[start : after_line(text, start)].strip()


def comments_above(text: str, start: int, floor: int) -> int:
    """Return where the comments begin that stand directly above the line at an offset, none of them above a floor."""
    while start > floor:
        above = line_start(text, start - 1)
        if above < floor or not line_at(text, above).startswith("#"):
            break
        start = above
    return start


def comments_below(text: str, start: int) -> int:
    """Return where the comments end that begin at the start of a line; the offset itself if none does."""
    while start < len(text) and line_at(text, start).startswith("#"):
        start = after_line(text, start)
    return start


def blank_lines_above(text: str, start: int, floor: int) -> int:
    """Return where the empty lines begin that are above the line at an offset, none of them above a floor."""
    while start > floor:
        above = line_start(text, start - 1)
        if above < floor or line_at(text, above):
            break
        start = above
    return start


def blank_lines_below(text: str, start: int) -> int:
    """Return where the empty lines end that begin at the start of a line."""
    while start < len(text) and not line_at(text, start):
        start = after_line(text, start)
    return start
