"""A value that may be no TOML, scanned item by item: texts without quotes, and what is wrong between items."""

import re
from enum import Enum
from typing import NamedTuple

from etoile_cli.check.toml.advice.quotation_marks import enclosed_end
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import KEY, Span, is_toml, key_names, skip_blanks, string_end

# The line up to a `#` that has a blank on both sides; in brackets, the item ends at a comma or bracket, too.
_LINE = re.compile(r"(?:[^\n#]++|(?<![ \t])#|#(?![ \t#\n]|\Z))++")
_ITEM = re.compile(r"(?:[^\n#,\[\]{}]++|(?<![ \t])#)++")
_ITEM_WITH_SIGN = re.compile(r"[^\n,\[\]{}]*")
_KEY_AND_EQUALS = re.compile(rf"(?P<key>{KEY})[ \t]*(?P<equals>=[ \t]*|:(?=[\s\"'\[{{])[ \t]*)?")
_AT_END = re.compile(r"[ \t]*(?:[,\]}\n]|\Z)")
_AFTER_STRING = re.compile(r"[\s,\]}#]|\Z")
# A string goes on after a quote in it: letters or quotes follow the quote, and the next item begins in quotes.
_GOES_ON = re.compile(r"[ \t]*+(?=[^\s\"',;=\[\]{}#])[^\n,;=\[\]{}#]*+(?=[ \t]*+(?:[,\]}\n]|\Z))")

# Most numbers in arrays of thousands.
_NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")

_COMMENT = "//"

COMMAS = ";；，､、،"
"""What people write between items instead of a comma."""

CLOSING = ")]}>）］｝】"
"""What people close brackets with."""

# Values of more levels are not scanned: the paths to their items would fill the memory.
_DEEPEST = 100

# Faults in one value are collected up to as many as are counted in a file.
_MOST = 10_000


class Unquoted(NamedTuple):
    """A text without quotes, or a string that ends too early: its path within the value, and its span."""

    path: Path
    span: Span


class Separator(NamedTuple):
    """What is in the place of a comma or `=`, or a comma that is too many; `meant` is what to write for it."""

    span: Span
    meant: str
    is_in_table: bool


class Missing(Enum):
    """What is missing where the scan of brackets stops."""

    KEY = "key"
    EQUALS = "="
    VALUE = "value"
    COMMA = "comma"
    END = "end"


class Stop(NamedTuple):
    """Where the scan of brackets stops: what is missing there, in which open brackets, after which key."""

    offset: int
    missing: Missing
    opened: tuple[int, ...]
    key: Span | None = None


class ValueScan:
    """A value that is not TOML, scanned item by item as far as possible.

    `unquoted` are the texts without quotes that are no value, `separators` the characters in the place of commas and
    `=`. `size` counts all texts without quotes, numbers and dates included, and `first` is the first of them. The scan
    ends at a string that ends too early (`early_end`), where something is missing (`stop`), or, with neither, where a
    string is not closed, brackets are nested too deep, too much is wrong, or the value ends.
    """

    def __init__(self, text: str, value: Span) -> None:
        self.first: Unquoted | None = None
        self.size = 0
        self.unquoted: list[Unquoted] = []
        self.separators: list[Separator] = []
        self.early_end: Unquoted | None = None
        self.stop: Stop | None = None
        self._text = text
        self._end = value[1]
        self._opened: list[_Open] = []
        if text[value[0]] not in "\"'[{":
            self._add(Unquoted((), line_before_comment(text, value)))
            return
        position: int | None = value[0]
        while position is not None and position < self._end and self._may_go_on():
            position = self._item(position)
            position = None if position is None else self._next_item(position)

    def _may_go_on(self) -> bool:
        return len(self._opened) <= _DEEPEST and len(self.unquoted) + len(self.separators) <= _MOST

    def _add(self, unquoted: Unquoted) -> None:
        self.first = self.first or unquoted
        self.size += 1
        if not is_bare_value(self._text[slice(*unquoted.span)]):
            self.unquoted.append(unquoted)

    def _item(self, position: int) -> int | None:
        """Scan an item, of an array or table only its bracket; return where the scan goes on, `None` if it stops."""
        if not self._opened:
            return self._value(position, ())
        here = self._opened[-1]
        here.may_have_item = here.is_comment = False
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
            self.separators.append(Separator((colon, colon + 1), "=", is_in_table=True))
        names = [name for name, _ in key_names(text, found.span("key"))]
        return self._value(found.end(), (*here.path, *names), found.span("key"))

    def _value(self, position: int, path: Path, key: Span | None = None) -> int | None:
        text = self._text
        match text[position : min(position + 1, self._end)]:
            case "[" | "{":
                self._opened.append(_Open(text[position], path, position))
                return position + 1
            case '"' | "'":
                return self._string(position, path)
        span = self._unquoted_span(position)
        if span[0] == span[1]:
            return self._stop(position, Missing.VALUE, key)
        self._add(Unquoted(path, span))
        if self._opened and text.startswith(_COMMENT, position):
            self._opened[-1].is_comment = True
        return span[1]

    def _string(self, position: int, path: Path) -> int | None:
        text = self._text
        end = string_end(text, (position, self._end))
        if end is None or not self._opened:
            return end
        is_at_end = _AFTER_STRING.match(text, end)
        rest = _GOES_ON.match(text, end, self._end)
        # An odd number of quotes after the end leaves the string open.
        goes_on = (
            rest and rest.group().rstrip(" \t").endswith(text[position]) and rest.group().count(text[position]) % 2
        )
        if goes_on or (not is_at_end and (text[end].isalnum() or text[end] == text[position])):
            self.early_end = Unquoted(path, (position, end))
            return None
        return end

    def _unquoted_span(self, position: int) -> Span:
        marked = enclosed_end(self._text, (position, self._end))
        if marked and _AT_END.match(self._text, marked):
            return position, marked
        begin, end = _stripped(self._text, position, _ITEM, self._end)
        # A bracket at the very end of the value was meant to close it.
        is_last = skip_blanks(self._text, end) >= self._end and self._text[end - 1] in CLOSING
        is_closing = is_last and begin < end - 1 and not set("(<（") & set(self._text[begin:end])
        return (begin, end - 1) if is_closing else (begin, end)

    def _next_item(self, position: int) -> int | None:
        """Return where the next item begins; `None` if there is none, or something is wrong before it."""
        text = self._text
        while self._opened and (position := skip_blanks(text, position)) < self._end:
            here = self._opened[-1]
            if text[position] == here.closing:
                self._opened.pop()
            elif text[position] in COMMAS or text[position] == ",":
                if here.may_have_item or text[position] != ",":
                    meant = "" if here.may_have_item else ","
                    self.separators.append(Separator((position, position + 1), meant, here.closing == "}"))
                here.may_have_item = True
            elif (here.may_have_item or here.is_comment) and text[position] not in CLOSING:
                return position
            else:
                return self._stop(position, Missing.VALUE if here.may_have_item else Missing.COMMA)
            position += 1
        return self._stop(position, Missing.END) if self._opened else None

    def _stop(self, position: int, missing: Missing, key: Span | None = None) -> int | None:
        self.stop = Stop(min(position, self._end), missing, tuple(each.offset for each in self._opened), key)
        return None


class _Open:
    """An open array or inline table: how many items it has so far, and whether another may follow here.

    An item may follow the bracket or a comma. `is_comment` says that the last item is a comment of another language.
    """

    def __init__(self, bracket: str, path: Path, offset: int) -> None:
        self.closing = "]" if bracket == "[" else "}"
        self.path = path
        self.offset = offset
        self.size = 0
        self.may_have_item = True
        self.is_comment = False


def is_bare_value(text: str) -> bool:
    """Return whether a text without quotes is a value, and has no `#`, which begins a comment even without a blank."""
    return _NUMBER.fullmatch(text) is not None or ("#" not in text and is_toml(f"x = {text}"))


def line_before_comment(text: str, value: Span) -> Span:
    """Return the first line of a value, up to a comment whose `#` has a blank on both sides.

    In TOML, any `#` outside a string begins a comment, but the `#` in an unquoted `C#` or `#1` is meant as text.
    """
    return _stripped(text, value[0], _LINE, len(text))


def item_with_sign(text: str, span: Span) -> Span:
    """Return the item at the beginning of a span, with every `#` in it."""
    return _stripped(text, span[0], _ITEM_WITH_SIGN, span[1])


def _stripped(text: str, begin: int, pattern: re.Pattern[str], end: int) -> Span:
    """Return the span of a pattern's match, without the blanks of TOML at its end."""
    found = pattern.match(text, begin, end)
    return begin, begin + len(found.group().rstrip(" \t\r")) if found else begin
