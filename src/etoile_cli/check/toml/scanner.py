"""Where the statements and values of a TOML text begin and end; what they mean is for tomli to say.

A statement is a table's header, or a key with its value. In a text that tomli accepts the spans are exact, also those
of TOML 1.1; `lenient` takes apart the texts that it refuses.
"""

import re
from collections.abc import Iterator
from math import inf
from typing import NamedTuple

import tomli

Span = tuple[int, int]
"""Where something stands in a text: the offset of its first character, and the one behind its last."""

_BLANKS = " \t\r\n"
_TRIPLE_BASIC = r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"""(?:"{1,2})?'
_TRIPLE_LITERAL = r"'''(?:[^']++|'{1,2}(?!'))*+'''(?:'{1,2})?"
_TRIPLE = rf"{_TRIPLE_BASIC}|{_TRIPLE_LITERAL}"
_BASIC = r'"(?:[^"\\\n]++|\\[^\n])*+"'
_LITERAL = r"'[^'\n]*+'"
STRING = rf"(?:{_TRIPLE}|{_BASIC}|{_LITERAL})"
KEY_PART = rf"(?:[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})"
KEY = rf"{KEY_PART}(?:[ \t]*\.[ \t]*{KEY_PART})*"
REST_OF_LINE = r"[ \t\r]*(?:#[^\n]*)?(?=\n|\Z)"

_BETWEEN = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
# Most statements are a key with a plain value: found in one step.
_PLAIN = re.compile(rf"{KEY}[ \t]*=[ \t]*(?:{STRING}|[^\s\"'\[\]{{}}#]++)(?={REST_OF_LINE})", re.DOTALL)
# Most headers are of this sort, and tomli takes ten times as long to say so.
_PLAIN_HEADER = re.compile(r"\[[A-Za-z0-9_-]++\]|\[\[[A-Za-z0-9_-]++\]\]")
_TOKEN = re.compile(
    rf"{_TRIPLE}|(?P<open>\"\"\".*|'''.*)|{_BASIC}|{_LITERAL}|(?P<open_line>[\"'][^\n]*)"
    r"|#[^\n]*|[\[\]{}\n]|[^\"'#\[\]{}\n]++",
    re.DOTALL,
)
# No line inside a value looks like this: what stands in an array is a value, and no word is one but these four.
_NAME = rf"(?!(?:true|false|inf|nan)\b)[A-Za-z_][\w-]*(?:[ \t]*\.[ \t]*{KEY_PART})*"
_SURE_HEADER = re.compile(rf"[ \t]*\[\[?[ \t]*{_NAME}[ \t]*\]\]?{REST_OF_LINE}")
# Nor like this, outside an inline table.
_SURE_PAIR = re.compile(rf"[ \t]*{KEY}[ \t]*=")
# A date and a time may have a blank between them.
_ITEM = re.compile(rf"{STRING}|[\[{{]|[0-9-]+ [0-9][0-9:.]*[Zz0-9:+-]*|[^\s,\[\]{{}}#\"']++", re.DOTALL)
_STRING_PATTERN = re.compile(STRING, re.DOTALL)
_KEY_PATTERN = re.compile(KEY)
_KEY_PARTS = re.compile(KEY_PART)
_TO_VALUE = re.compile(r"[ \t\n]*=[ \t\n]*")
_GAP = re.compile(r"(?:[\s,]++|#[^\n]*+)*+")


class Scan(NamedTuple):
    """Where a statement ends, and whether a bracket or a string of several lines is still open there."""

    end: int
    is_open: bool


def statements(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the spans of the statements between two offsets of a text that tomli accepts."""
    position = start
    while (begin := skip_blanks(text, position)) < end:
        position = scan(text, begin, end).end
        yield begin, position


def skip_blanks(text: str, position: int) -> int:
    """Return where the blanks, empty lines and comments end that stand at an offset."""
    return _behind(_BETWEEN, text, position)


def is_toml(text: str) -> bool:
    """Tell whether a statement could stand in a TOML file."""
    if _PLAIN_HEADER.fullmatch(text):
        return True
    try:
        tomli.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def is_header(text: str, statement: Span) -> bool:
    """Tell whether a statement is the header of a table, and no key with a value."""
    return text[statement[0]] == "["


def _behind(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def scan(text: str, begin: int, end: int, *, most_lines: float = inf, is_value: bool = False) -> Scan:
    """Return where the statement ends that begins at an offset.

    An inline table of more lines than `most_lines` is taken for one that is never closed; `is_value` tells that a
    value begins there, and no header.
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
    return {"[": 1, "{": 1, "]": -1, "}": -1}.get(token, 0)


def without_blanks(text: str, begin: int, end: int) -> int:
    """Return where the last word ends between two offsets."""
    return begin + len(text[begin:end].rstrip(_BLANKS))


def line_end(text: str, span: Span) -> int:
    """Return where the line or, if that is earlier, the span ends."""
    end = text.find("\n", *span)
    return span[1] if end < 0 else end


def key_span(text: str, statement: Span) -> Span:
    """Return where the key of a pair stands, or the name in a header; empty if there is none."""
    begin, end = statement
    found = _KEY_PATTERN.search(text, begin, end) if text[begin] == "[" else _KEY_PATTERN.match(text, begin, end)
    return found.span() if found else (begin, begin)


def key_parts(text: str, statement: Span) -> list[tuple[str, Span]]:
    """Return the parts of a pair's key or a header's name: what each means, and where it stands."""
    return [(_meaning(part.group()), part.span()) for part in _KEY_PARTS.finditer(text, *key_span(text, statement))]


def _meaning(part: str) -> str:
    if part[0] not in "\"'":
        return part
    try:
        return next(iter(tomli.loads(f"{part} = 0")))
    except tomli.TOMLDecodeError:
        return part


def value_span(text: str, pair: Span) -> Span:
    """Return where the value of a pair stands; nothing, behind the key, if there is none."""
    key_end = key_span(text, pair)[1]
    found = _TO_VALUE.match(text, key_end, pair[1])
    return (found.end(), pair[1]) if found else (key_end, key_end)


def item_spans(text: str, value: Span, start: int | None = None) -> Iterator[Span]:
    """Yield where the items of an array stand, or the pairs of an inline table; those behind the end of one alone."""
    is_table = text[value[0]] == "{"
    position, end = value[0] + 1 if start is None else start, value[1] - 1
    while (begin := _behind(_GAP, text, position)) < end:
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
    """Return where the string stands that is never closed, `None` if all are."""
    return next((token.span() for token in _TOKEN.finditer(text, *span) if token["open"] or token["open_line"]), None)


def string_at(text: str, span: Span, offset: int) -> Span:
    """Return where the string stands that an offset lies in; what follows the offset if it lies in none."""
    tokens = (token.span() for token in _TOKEN.finditer(text, *span) if text[token.start()] in "\"'")
    return next((token for token in tokens if token[1] > offset), (offset, span[1]))


def string_end(text: str, span: Span) -> int | None:
    """Return where the string ends that a span begins with, `None` if it begins with none that has an end."""
    found = _STRING_PATTERN.match(text, *span)
    return found.end() if found else None


def open_bracket(text: str, span: Span) -> int | None:
    """Return where the innermost bracket or brace stands that is never closed, `None` if all are."""
    opened: list[int] = []
    for token in _TOKEN.finditer(text, *span):
        match _depth(token.group()):
            case 1:
                opened.append(token.start())
            case -1 if opened:
                opened.pop()
    return opened[-1] if opened else None
