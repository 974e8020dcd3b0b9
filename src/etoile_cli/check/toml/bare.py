"""A TOML value that may be none, followed from item to item: texts without quotes, and what is wrong between them."""

import re
from enum import Enum
from typing import NamedTuple

from etoile_cli.check.toml.marks import enclosed_end
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import KEY, Span, is_toml, key_parts, skip_blanks, string_end

# As much of a line as stands before a comment, if it has one behind a blank; in brackets, before what parts items.
_LINE = re.compile(r"(?:[^\n#]++|(?<![ \t])#|#(?![ \t#\n]|\Z))++")
_ITEM = re.compile(r"(?:[^\n#,\[\]{}]++|(?<![ \t])#)++")
_ITEM_WITH_SIGN = re.compile(r"[^\n,\[\]{}]*")
_KEY_AND_EQUALS = re.compile(rf"(?P<key>{KEY})[ \t]*(?P<equals>=[ \t]*|:(?=[\s\"'\[{{])[ \t]*)?")
_AT_END = re.compile(r"[ \t]*(?:[,\]}\n]|\Z)")
_BEHIND_STRING = re.compile(r"[\s,\]}#]|\Z")
# A string goes on behind what seems its end: letters or quotes follow, and the next item begins in quotes.
_GOES_ON = re.compile(r"[ \t]*+(?=[^\s\"',;=\[\]{}#])[^\n,;=\[\]{}#]*+(?=[ \t]*+(?:[,\]}\n]|\Z))")

# Most of those that arrays of thousands hold.
_NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")

_COMMENT = "//"

COMMAS = ";；，､、،"
"""What people put between items for a comma."""

CLOSING = ")]}>）］｝】"
"""What people close brackets with."""

# No value of a catalogue is nested so deep; paths to what is would fill the memory.
_DEEPEST = 100

# Nor are more wrong items counted than mistakes in a whole file.
_MOST = 10_000


class Bare(NamedTuple):
    """A text without quotes, or a string that ends too early: its path within the value, and where it stands."""

    path: Path
    span: Span


class Sign(NamedTuple):
    """What stands where a comma or `=` should, or a comma where something else should: what to write for it."""

    span: Span
    meant: str
    is_in_table: bool


class Missing(Enum):
    """What is missing where the items of brackets can't be followed any further."""

    KEY = "key"
    EQUALS = "="
    VALUE = "value"
    COMMA = "comma"
    END = "end"


class Stop(NamedTuple):
    """Where the items of brackets can't be followed any further: what is missing, of which key, in which brackets."""

    offset: int
    missing: Missing
    opened: tuple[int, ...]
    key: Span | None = None


class Followed:
    """A value that is not TOML, followed from item to item as far as one can.

    `first` of `size` texts without quotes may be a number or a date; `bare` are those that are no value, `signs` are
    what stands for commas and `=`. The end is a string that ends too early (`cut`), or what is missing (`stop`), or
    neither: a string is not closed, brackets are nested too deep, very much is wrong, or it ends as it should.
    """

    def __init__(self, text: str, value: Span) -> None:
        self.first: Bare | None = None
        self.size = 0
        self.bare: list[Bare] = []
        self.signs: list[Sign] = []
        self.cut: Bare | None = None
        self.stop: Stop | None = None
        self._text = text
        self._end = value[1]
        self._opened: list[_Open] = []
        if text[value[0]] not in "\"'[{":
            self._take(Bare((), line_before_comment(text, value)))
            return
        position: int | None = value[0]
        while position is not None and position < self._end and self._may_go_on():
            position = self._item(position)
            position = None if position is None else self._next_item(position)

    def _may_go_on(self) -> bool:
        return len(self._opened) <= _DEEPEST and len(self.bare) + len(self.signs) <= _MOST

    def _take(self, bare: Bare) -> None:
        self.first = self.first or bare
        self.size += 1
        if not is_value(self._text[slice(*bare.span)]):
            self.bare.append(bare)

    def _item(self, position: int) -> int | None:
        """Take in the item that begins at an offset, of brackets what opens them; return where it ends."""
        if not self._opened:
            return self._value(position, ())
        here = self._opened[-1]
        here.is_parted = here.is_comment = False
        here.size += 1
        if here.closing == "]":
            return self._value(position, (*here.path, here.size - 1))
        text = self._text
        found = _KEY_AND_EQUALS.match(text, position, self._end)
        if found is None:
            return self._stop(position, Missing.KEY)
        if not found["equals"]:
            return self._stop(found.end(), Missing.EQUALS, found.span("key"))
        if found["equals"].startswith(":"):
            colon = found.start("equals")
            self.signs.append(Sign((colon, colon + 1), "=", is_in_table=True))
        names = [name for name, _ in key_parts(text, found.span("key"))]
        return self._value(found.end(), (*here.path, *names), found.span("key"))

    def _value(self, position: int, path: Path, key: Span | None = None) -> int | None:
        text = self._text
        match text[position : min(position + 1, self._end)]:
            case "[" | "{":
                self._opened.append(_Open(text[position], path, position))
                return position + 1
            case '"' | "'":
                return self._string(position, path)
        span = self._bare_span(position)
        if span[0] == span[1]:
            return self._stop(position, Missing.VALUE, key)
        self._take(Bare(path, span))
        if self._opened and text.startswith(_COMMENT, position):
            self._opened[-1].is_comment = True
        return span[1]

    def _string(self, position: int, path: Path) -> int | None:
        text = self._text
        end = string_end(text, (position, self._end))
        if end is None or not self._opened:
            return end
        is_at_end = _BEHIND_STRING.match(text, end)
        rest = _GOES_ON.match(text, end, self._end)
        # The quotes are told apart by their number.
        goes_on = (
            rest and rest.group().rstrip(" \t").endswith(text[position]) and rest.group().count(text[position]) % 2
        )
        if goes_on or (not is_at_end and (text[end].isalnum() or text[end] == text[position])):
            self.cut = Bare(path, (position, end))
            return None
        return end

    def _bare_span(self, position: int) -> Span:
        marked = enclosed_end(self._text, (position, self._end))
        if marked and _AT_END.match(self._text, marked):
            return position, marked
        begin, end = _stripped(self._text, position, _ITEM, self._end)
        # The last bracket of all was meant to close, where nothing else does.
        is_last = skip_blanks(self._text, end) >= self._end and self._text[end - 1] in CLOSING
        is_closing = is_last and begin < end - 1 and not set("(<（") & set(self._text[begin:end])
        return (begin, end - 1) if is_closing else (begin, end)

    def _next_item(self, position: int) -> int | None:
        """Return where the next item begins; `None` if there is none, or something else stands before it."""
        text = self._text
        while self._opened and (position := skip_blanks(text, position)) < self._end:
            here = self._opened[-1]
            if text[position] == here.closing:
                self._opened.pop()
            elif text[position] in COMMAS or text[position] == ",":
                if here.is_parted or text[position] != ",":
                    meant = "" if here.is_parted else ","
                    self.signs.append(Sign((position, position + 1), meant, here.closing == "}"))
                here.is_parted = True
            elif (here.is_parted or here.is_comment) and text[position] not in CLOSING:
                return position
            else:
                return self._stop(position, Missing.VALUE if here.is_parted else Missing.COMMA)
            position += 1
        return self._stop(position, Missing.END) if self._opened else None

    def _stop(self, position: int, missing: Missing, key: Span | None = None) -> int | None:
        self.stop = Stop(min(position, self._end), missing, tuple(each.offset for each in self._opened), key)
        return None


class _Open:
    """An open array or inline table: its items so far, whether another may come, and whether the last is a comment."""

    def __init__(self, bracket: str, path: Path, offset: int) -> None:
        self.closing = "]" if bracket == "[" else "}"
        self.path = path
        self.offset = offset
        self.size = 0
        self.is_parted = True
        self.is_comment = False


def is_value(bare: str) -> bool:
    """Tell whether what stands without quotes is a value; to TOML, a `#` begins a comment even without a blank."""
    return _NUMBER.fullmatch(bare) is not None or ("#" not in bare and is_toml(f"x = {bare}"))


def line_before_comment(text: str, value: Span) -> Span:
    """Return the first line of a value, without the comment behind it: that has a blank on both its sides.

    To TOML, any `#` outside a string begins a comment. Who forgets the quotes means none in `C#` or `#1`.
    """
    return _stripped(text, value[0], _LINE, len(text))


def item_with_sign(text: str, span: Span) -> Span:
    """Return the item that a span begins with, whatever `#` stands in it."""
    return _stripped(text, span[0], _ITEM_WITH_SIGN, span[1])


def _stripped(text: str, begin: int, pattern: re.Pattern[str], end: int) -> Span:
    """Return as much as a pattern matches, without the blanks at its end: of TOML, which knows two."""
    found = pattern.match(text, begin, end)
    return begin, begin + len(found.group().rstrip(" \t\r")) if found else begin
