"""Texts without quotes where a TOML value should be, alone or in arrays and inline tables."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from etoile_cli.checking.toml.outline import Path
from etoile_cli.checking.toml.scanner import KEY, Span, key_parts, skip_blanks, string_end

# As much of a line as stands before a comment, if it has one behind a blank; in brackets, before what parts items.
_LINE = re.compile(r"(?:[^\n#]++|(?<![ \t])#|#(?![ \t#\n]|\Z))++")
_ITEM = re.compile(r"(?:[^\n#,\[\]{}]++|(?<![ \t])#)++")
_KEY_AND_EQUALS = re.compile(rf"{KEY}[ \t]*=[ \t]*")
_BEHIND_STRING = re.compile(r"[\s,\]}#]|\Z")

# No value of a catalogue is nested so deep; paths to what is would fill the memory.
_DEEPEST = 100


class Bare(NamedTuple):
    """A text without quotes, or a string that ends too early: its path within the value, and where it stands."""

    path: Path
    span: Span
    is_string: bool = False


class _Open:
    """An open array or inline table: how many items it has so far, and whether another may come."""

    def __init__(self, bracket: str, path: Path) -> None:
        self.closing = "]" if bracket == "[" else "}"
        self.path = path
        self.size = 0
        self.is_parted = True


def bare_texts(text: str, value: Span) -> Iterator[Bare]:
    """Yield what stands in a value without quotes, numbers and dates too, and at last a string that ends too early.

    A value that is not TOML is followed as far as one can: up to a string that is not closed, a missing comma, or
    brackets that are nested too deep.
    """
    begin, end = value
    if text[begin] not in "\"'[{":
        yield Bare((), line_before_comment(text, value))
        return
    opened: list[_Open] = []
    position: int | None = begin
    while position is not None and position < end and len(opened) <= _DEEPEST:
        path, position = _item(text, (position, end), opened)
        match text[position : min(position + 1, end)]:
            case "[" | "{" as bracket:
                opened.append(_Open(bracket, path))
                position += 1
            case '"' | "'":
                ends = string_end(text, (position, end))
                if ends and not _BEHIND_STRING.match(text, ends):
                    if text[ends].isalnum() or text[ends] == text[position]:
                        yield Bare(path, (position, ends), is_string=True)
                    return
                position = ends
            case _:
                span = _stripped(text, position, _ITEM, end)
                if span[0] == span[1]:
                    return
                yield Bare(path, span)
                position = span[1]
        position = position and _next_item(text, (position, end), opened)


def _item(text: str, span: Span, opened: Sequence[_Open]) -> tuple[Path, int]:
    """Return the path of the item that begins at a span, and where its value does: in a table, behind its key."""
    if not opened:
        return (), span[0]
    here = opened[-1]
    here.is_parted = False
    here.size += 1
    if here.closing == "]":
        return (*here.path, here.size - 1), span[0]
    key = _KEY_AND_EQUALS.match(text, *span)
    names = [name for name, _ in key_parts(text, key.span())] if key else []
    return (*here.path, *names), key.end() if key else span[1]


def _next_item(text: str, span: Span, opened: list[_Open]) -> int | None:
    """Return where the next item begins; `None` if there is none, or a comma is missing before it."""
    position, end = span
    while opened and (position := skip_blanks(text, position)) < end:
        if text[position] == opened[-1].closing:
            opened.pop()
        elif text[position] == ",":
            opened[-1].is_parted = True
        else:
            return position if opened[-1].is_parted else None
        position += 1
    return None


def line_before_comment(text: str, value: Span) -> Span:
    """Return the first line of a value, without the comment behind it: that has a blank on both its sides.

    To TOML, any `#` outside a string begins a comment. Who forgets the quotes means none in `C#` or `#1`.
    """
    return _stripped(text, value[0], _LINE, len(text))


def _stripped(text: str, begin: int, pattern: re.Pattern[str], end: int) -> Span:
    """Return as much as a pattern matches, without the blanks at its end: of TOML, which knows two."""
    found = pattern.match(text, begin, end)
    return begin, begin + len(found.group().rstrip(" \t\r")) if found else begin
