"""What is wrong with a statement that is not TOML, where exactly, and what to do."""

import re
import unicodedata
from collections.abc import Iterator

import tomli

from etoile_cli.checking.problem import Code
from etoile_cli.checking.quoting import shorten
from etoile_cli.checking.slips import not_a_value
from etoile_cli.checking.strings import Fault, in_string, line_end, quote_inside, quote_missing, unclosed
from etoile_cli.checking.toml.scanner import (
    Span,
    is_header,
    is_toml,
    item_spans,
    key_parts,
    key_span,
    open_bracket,
    open_string,
    value_span,
)
from etoile_cli.checking.writing import is_value, write, write_as_it_is, written
from etoile_cli.model import SECTIONS

_HINTS_TO_LINES = {"//": "a comment begins with #", "---": "this looks like YAML, and a catalogue is TOML"}
_WORDS_AND_EQUALS = re.compile(r"((?:[\w-]++[ \t]*+)++)=")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WORD = re.compile(r"[^\s,#\[\]{}]+")
_DAY_AND_TIME = re.compile(r"[0-9-]+(?:[ Tt][0-9:.]+)?[^\s,#\]}]*")
# What looks like a blank or like nothing, and is neither to TOML.
_UNSEEN = re.compile("[\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]")


def faults_of(text: str, statement: Span) -> list[Fault]:
    """Return what is wrong with a statement taken by itself; several faults only within an array."""
    begin, end = statement
    try:
        tomli.loads(text[begin:end])
    except tomli.TOMLDecodeError as error:
        if is_header(text, statement):
            return [_in_header(text, statement, begin + error.pos, error.msg)]
        return list(_in_pair(text, statement, begin + error.pos, error.msg))
    except RecursionError:
        return [Fault(statement, "nested too deeply")]
    except ValueError:  # int() refuses very long numbers, and tomli lets its error through
        return [Fault(value_span(text, statement), "a number with too many digits")]
    return []


def _in_header(text: str, statement: Span, offset: int, told: str) -> Fault:
    begin, end = statement
    closing = "]]" if text.startswith("[[", begin) else "]"
    if told.startswith("Expected ']") and closing not in text[begin:end]:
        name = text[slice(*key_span(text, statement))]
        header = f"[[{name}]]" if closing == "]]" or name in SECTIONS else f"[{name}]"
        hint = f"write {header}" if is_toml(header) and name == shorten(name) else f"end it with {closing}"
        return Fault(statement, "this header is not closed", hint)
    if told.startswith("Expected newline"):
        return _superfluous(text, (offset, end), "a header")
    hint = "a name is one word, or stands in quotes" if " " in text[begin:end] else ""
    return Fault(statement, "this is not the header of a table", hint)


def _in_pair(text: str, pair: Span, offset: int, told: str) -> Iterator[Fault]:
    value = value_span(text, pair)
    if value[0] == value[1] or key_span(text, pair)[1] == pair[0]:
        yield _unseen(text, pair) or _without_value(text, pair)
    elif inside := quote_inside(text, value) or quote_missing(text, value):
        yield inside
    elif opened := open_string(text, value):
        yield unclosed(text, opened)
    elif (bracket := open_bracket(text, value)) is not None:
        what, closing = ("array", "]") if text[bracket] == "[" else ("inline table", "}")
        yield Fault((bracket, bracket + 1), f"this {what} is not closed", f"end it with {closing}")
    elif within := in_string(text, pair, offset, told):
        yield within
    else:
        yield from _in_value(text, value, offset, told)


def _without_value(text: str, pair: Span) -> Fault:
    """Return what is wrong with a statement that has no value, and perhaps no key either."""
    begin, end = pair
    key = key_span(text, pair)
    words = _WORDS_AND_EQUALS.match(text, begin, end)
    if words and words.end(1) > key[1] and words[1].strip() != text[slice(*key)]:
        return _not_a_key(words[1].strip(), begin)
    if key[1] == begin:
        return Fault(pair, "neither a key with a value nor a header", _hint_to_line(text[begin:end]))
    after = text[key[1] : end].lstrip(" \t")
    if after.startswith("="):
        return Fault(key, "there is no value", "write one, or leave the key out")
    if after.startswith(":"):
        colon = text.index(":", key[1])
        value = text[colon + 1 : end].lstrip("= \t").rstrip(", ")
        proposed = value if is_value(value) else written(value.strip("\"'"))
        hint = (value and write_as_it_is(proposed, f"{text[slice(*key)]} = ")) or 'write "=", and a value behind it'
        return Fault((colon, colon + 1), 'expected "=" after the key, found ":"', hint)
    return Fault(pair, 'expected a key, "=" and a value', _hint_to_line(text[begin:end]))


def _hint_to_line(line: str) -> str:
    return next((hint for sign, hint in _HINTS_TO_LINES.items() if line.startswith(sign)), "")


def _not_a_key(words: str, begin: int) -> Fault:
    span = (begin, begin + len(words))
    if " " not in words:
        return Fault(span, "a key of such letters needs quotes", write(words))
    joined = "_".join(words.split())
    is_key = _BARE_KEY.fullmatch(joined) and joined == shorten(joined)
    return Fault(span, "a key is one word", f"write {joined}" if is_key else "")


def _in_value(text: str, value: Span, offset: int, told: str) -> Iterator[Fault]:
    begin, end = value
    rest = (offset, max(line_end(text, (offset, end)), offset + 1))
    if told == "Invalid date or datetime":
        yield _no_such_day(text, _matched(_DAY_AND_TIME, text, offset, end))
    elif told.startswith("Duplicate inline table key"):
        yield _twice_in_table(text, value)
    elif told.startswith("Unclosed"):
        yield Fault(rest, f"a comma is missing before {shorten(text[slice(*rest)])}")
    elif told.startswith("Expected '='"):
        yield Fault((offset, offset + 1), 'expected "=" after the key')
    elif told.startswith("Expected newline") and text[begin] in "[{\"'":
        yield _superfluous(text, rest, "the value")
    elif text[begin] == "[":
        yield from _in_items(text, value) or [_no_value(text, _matched(_WORD, text, offset, end))]
    elif text[begin] == "{":
        yield _no_value(text, _matched(_WORD, text, offset, end))
    else:
        yield _no_value(text, (begin, line_end(text, value)))


def _twice_in_table(text: str, table: Span) -> Fault:
    seen = set()
    for pair in item_spans(text, table):
        key = key_span(text, pair)
        names = tuple(name for name, _ in key_parts(text, pair))
        if names in seen:
            return Fault(key, f"{shorten(text[slice(*key)])} stands twice in this table")
        seen.add(names)
    return Fault(table, "a key stands twice in this table")


def _in_items(text: str, array: Span) -> list[Fault]:
    items = list(item_spans(text, array))
    return [_no_value(text, item) for item in items if not is_toml(f"x = {text[slice(*item)]}")]


def _superfluous(text: str, span: Span, what: str) -> Fault:
    found = text[slice(*span)]
    hint = "leave it out" if found in {",", ";"} else ""
    return _unseen(text, span) or Fault(span, f"unexpected {shorten(found)} after {what}", hint)


def _no_value(text: str, span: Span) -> Fault:
    begin, end = span
    token = text[begin:end]
    if token[-1] in ",;" and is_toml(f"x = {token[:-1]}"):
        return _superfluous(text, (end - 1, end), "the value")
    if token[0] == "=":
        return Fault((begin, begin + 1), 'one "=" is enough', "leave it out")
    if _ISO_DATE.fullmatch(token):
        return _no_such_day(text, span)
    return _unseen(text, span) or Fault(span, *not_a_value(token))


def _no_such_day(text: str, span: Span) -> Fault:
    return Fault(span, f"there is no such day or time: {text[slice(*span)]}", code=Code.BAD_VALUE)


def _unseen(text: str, span: Span) -> Fault | None:
    """Return the character that looks like a blank, or like nothing, and keeps a statement from being TOML."""
    found = _UNSEEN.search(text, *span)
    if found is None:
        return None
    name = unicodedata.name(found.group()).lower()
    return Fault(
        found.span(), f"U+{ord(found.group()):04X} ({name}) is no blank to TOML", "write a plain blank, or none"
    )


def _matched(pattern: re.Pattern[str], text: str, begin: int, end: int) -> Span:
    found = pattern.match(text, begin, end)
    return found.span() if found else (begin, begin + 1)
