"""Where statements, keys and values begin and end in a TOML text; what they mean is left to tomli.

A statement is the header of a table, or a key with its value. The spans are exact for every text that tomli reads,
TOML 1.1 included; the folder `lenient` scans texts that tomli rejects.
"""

import re
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

import tomli

Span = tuple[int, int]
"""A slice of a text: the offset of its first character, and the offset after its last."""

MULTILINE_QUOTES = ('"""', "'''")
"""What opens and closes a string of several lines."""

_BLANKS = " \t\r\n"
_TRIPLE_BASIC = r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"""(?:"{1,2})?'
_TRIPLE_LITERAL = r"'''(?:[^']++|'{1,2}(?!'))*+'''(?:'{1,2})?"
_TRIPLE = rf"{_TRIPLE_BASIC}|{_TRIPLE_LITERAL}"
_BASIC = r'"(?:[^"\\\n]++|\\[^\n])*+"'
_LITERAL = r"'[^'\n]*+'"
STRING = rf"(?:{_TRIPLE}|{_BASIC}|{_LITERAL})"
BARE_KEY = r"[A-Za-z0-9_-]++"
SIMPLE_KEY = rf"(?:{BARE_KEY}|{_BASIC}|{_LITERAL})"
KEY = rf"{SIMPLE_KEY}(?:[ \t]*\.[ \t]*{SIMPLE_KEY})*"
REST_OF_LINE = r"[ \t\r]*(?:#[^\n]*)?(?=\n|\Z)"

_BETWEEN = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
# Most statements are a key with a simple value: one match finds their end.
_PLAIN = re.compile(rf"{KEY}[ \t]*=[ \t]*(?:{STRING}|[^\s\"'\[\]{{}}#]++)(?={REST_OF_LINE})", re.DOTALL)
_FLAT_ARRAY = rf"\[(?:[^\[\]\"'#]++|#[^\n]*+|{STRING})*+\]"
_FLAT_TABLE = rf"\{{(?:[^{{}}\[\]\"'#]++|#[^\n]*+|{STRING})*+\}}"
# All between two headers: one match finds the end of most of what a table holds.
_NO_HEADERS = re.compile(
    rf"(?:[ \t\r\n]++|#[^\n]*+|{KEY}[ \t]*=[ \t]*"
    rf"(?:{STRING}|{_FLAT_ARRAY}|{_FLAT_TABLE}|[^\s\"'\[\]{{}}#]++)(?={REST_OF_LINE}))*+",
    re.DOTALL,
)
# Most headers look like this, and matching them takes a tenth of the time that tomli takes.
_PLAIN_HEADER = re.compile(rf"\[{BARE_KEY}\]|\[\[{BARE_KEY}\]\]")
_TOKEN = re.compile(
    rf"{_TRIPLE}|(?P<open>\"\"\".*|'''.*)|{_BASIC}|{_LITERAL}|(?P<open_line>[\"'][^\n]*)"
    r"|#[^\n]*|[\[\]{}\n]|[^\"'#\[\]{}\n]++",
    re.DOTALL,
)
# No line of a value looks like this: an array holds values, and no bare word is a value except these four.
_NAME = rf"(?!(?:true|false|inf|nan)\b)[A-Za-z_][\w-]*(?:[ \t]*\.[ \t]*{SIMPLE_KEY})*"
_SURE_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*{_NAME}[ \t]*\]\]?{REST_OF_LINE}")
# Outside an inline table, no line of a value looks like this.
_SURE_PAIR = re.compile(rf"[ \t]*{KEY}[ \t]*=")
# A date and its time may have a space between them.
_ITEM = re.compile(rf"{STRING}|[\[{{]|[0-9-]+ [0-9][0-9:.]*[Zz0-9:+-]*|[^\s,\[\]{{}}#\"']++", re.DOTALL)
_STRING_PATTERN = re.compile(STRING, re.DOTALL)
_KEY_PATTERN = re.compile(KEY)
_KEY_NAMES = re.compile(SIMPLE_KEY)
_TO_VALUE = re.compile(r"[ \t\n]*=[ \t\n]*")
_GAP = re.compile(r"(?:[\s,]++|#[^\n]*+)*+")


class Scan(NamedTuple):
    """Where a statement ends, and whether a bracket or a multi-line string is still open there."""

    end: int
    is_open: bool


def statements(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of the statements between two offsets of a text that tomli reads."""
    position = start
    while (begin := skip_blanks(text, position)) < end:
        position = scan(text, begin, end).end
        yield begin, position


def headers(text: str) -> Iterator[Span]:
    """Yield the spans of the headers of a text that tomli reads, in a third of the time that all statements take."""
    position = 0
    while (begin := _end_of(_NO_HEADERS, text, position)) < len(text):
        plain = _PLAIN_HEADER.match(text, begin)
        position = plain.end() if plain else scan(text, begin, len(text)).end
        if text[begin] == "[":
            yield begin, position


def skip_blanks(text: str, position: int) -> int:
    """Return the offset after the blanks, empty lines and comments at an offset."""
    return _end_of(_BETWEEN, text, position)


def is_toml(text: str) -> bool:
    """Return whether a statement is TOML by itself."""
    if _PLAIN_HEADER.fullmatch(text):
        return True
    try:
        tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def is_header(text: str, statement: Span) -> bool:
    """Return whether a statement is the header of a table, and not a key with a value."""
    return text[statement[0]] == "["


def _end_of(pattern: re.Pattern[str], text: str, position: int) -> int:
    """Return where the match of a pattern at an offset ends; the offset if there is no match."""
    found = pattern.match(text, position)
    return found.end() if found else position


def scan(text: str, begin: int, end: int, *, most_lines: float = inf, is_value: bool = False) -> Scan:
    """Return where the statement ends that begins at an offset.

    An inline table of more lines than `most_lines` counts as never closed. With `is_value`, a value begins at the
    offset instead of a statement, so that `[` opens an array.
    """
    if plain := _PLAIN.match(text, begin, end):
        return Scan(plain.end(), is_open=False)
    is_header_line = text[begin] == "[" and not is_value
    depth = braces = lines = 0
    position = begin
    while position < end and (token := _TOKEN.match(text, position, end)):
        first = text[position]
        if first in "\n#" and (depth <= 0 or is_header_line):
            break
        if first == "\n":
            lines = lines + 1 if braces > 0 else 0
            may_be_pair = 0 < lines <= most_lines
            if _SURE_HEADER.match(text, position + 1, end):
                break
            if not may_be_pair and _SURE_PAIR.match(text, position + 1, end):
                break
        if token["open"]:
            return Scan(end, is_open=True)
        depth += _depth(first)
        braces += _depth(first) if first in "{}" else 0
        position = token.end()
    return Scan(without_blanks(text, begin, position), is_open=depth > 0 and not is_header_line)


def _depth(token: str) -> int:
    """Return by how much a token changes the depth of brackets and braces."""
    return {"[": 1, "{": 1, "]": -1, "}": -1}.get(token, 0)


def without_blanks(text: str, begin: int, end: int) -> int:
    """Return the end of a span without the blanks at its end."""
    return begin + len(text[begin:end].rstrip(_BLANKS))


def line_end(text: str, span: Span) -> int:
    """Return where the first line of a span ends."""
    end = text.find("\n", *span)
    return span[1] if end < 0 else end


def key_span(text: str, statement: Span) -> Span:
    """Return the span of a pair's key, or of the name in a header; an empty one if there is none."""
    begin, end = statement
    found = _KEY_PATTERN.search(text, begin, end) if text[begin] == "[" else _KEY_PATTERN.match(text, begin, end)
    return found.span() if found else (begin, begin)


def key_names(text: str, statement: Span) -> list[tuple[str, Span]]:
    """Return the names in a pair's key or in a header, without their quotes and escapes, each with its span."""
    return [(_unquoted(name.group()), name.span()) for name in _KEY_NAMES.finditer(text, *key_span(text, statement))]


def _unquoted(name: str) -> str:
    if name[0] not in "\"'":
        return name
    try:
        return next(iter(tomli.loads(f"{name} = 0")))
    except tomli.TOMLDecodeError:
        return name


def value_span(text: str, pair: Span) -> Span:
    """Return the span of a pair's value; an empty one after the key if there is none."""
    key_end = key_span(text, pair)[1]
    found = _TO_VALUE.match(text, key_end, pair[1])
    return (found.end(), pair[1]) if found else (key_end, key_end)


def item_spans(text: str, value: Span, start: int | None = None) -> Iterator[Span]:
    """Yield the spans of an array's items, or an inline table's pairs; only those after `start`, if that is given."""
    is_table = text[value[0]] == "{"
    position, end = value[0] + 1 if start is None else start, value[1] - 1
    while (begin := _end_of(_GAP, text, position)) < end:
        start = value_span(text, (begin, end))[0] if is_table else begin
        position = _item_end(text, start, end)
        yield begin, position


def _item_end(text: str, begin: int, end: int) -> int:
    item = _ITEM.match(text, begin, end)
    if item is None:
        return end
    if text[begin] not in "[{":
        return item.end()
    depth = 0
    for token in _TOKEN.finditer(text, begin, end):
        depth += _depth(token.group())
        if depth == 0:
            return token.end()
    return end


def open_string(text: str, span: Span) -> Span | None:
    """Return the first string in a span that is never closed, `None` if all are closed."""
    return next((token.span() for token in _TOKEN.finditer(text, *span) if token["open"] or token["open_line"]), None)


def signs_of_comments(text: str, span: Span) -> Iterator[int]:
    """Yield the offset of each `#` in a span that begins a comment."""
    return (token.start() for token in _TOKEN.finditer(text, *span) if text[token.start()] == "#")


def string_at(text: str, span: Span, offset: int) -> Span:
    """Return the string in a span at an offset, or the next one; if there is none, the rest of the span."""
    tokens = (token.span() for token in _TOKEN.finditer(text, *span) if text[token.start()] in "\"'")
    return next((token for token in tokens if token[1] > offset), (offset, span[1]))


def string_end(text: str, span: Span) -> int | None:
    """Return where the string at the beginning of a span ends; `None` if there is none, or it is never closed."""
    found = _STRING_PATTERN.match(text, *span)
    return found.end() if found else None
