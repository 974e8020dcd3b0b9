"""What is wrong between the items of arrays and inline tables: their brackets, their commas, their keys."""

import re

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.model import SECTIONS
from etoile_cli.check.broken.fault import Fault, if_toml, is_taken, reads
from etoile_cli.check.broken.superfluous import no_blank, unseen
from etoile_cli.check.corrections import required
from etoile_cli.check.quoting import shorten
from etoile_cli.check.toml.bare import CLOSING, Missing, Sign, Stop
from etoile_cli.check.toml.marks import FOREIGN, is_whole
from etoile_cli.check.toml.scanner import Span, item_spans, key_parts, key_span, string_at, value_span
from etoile_cli.check.writing import NO_HINT, Hint, propose, value_of, written_key

_VALUE = re.compile(r"[\w\"'\[{“„«‘]|[+-]\d")
_MORE_WORDS = re.compile(r"[\w-]++(?:[ \t]++[\w-]++)*+(?=[ \t]*=)")
_FOREIGN_KEY = re.compile(rf"([{FOREIGN}](\w+)[{FOREIGN}])(?=[ \t]*=)")
_PAIR = re.compile(r"[^\n,\]}]+")
_REST = re.compile(r"[^\n]+")
_CLOSED = {"[": "]", "{": "}"}


def wrong_sign(sign: Sign, found: str) -> Fault:
    """Return that something stands where a comma or `=` should, or a comma where something else should."""
    match sign.meant:
        case "=":
            return Fault(sign.span, f'expected "=" after the key, found "{found}"', Hint("write =", " ="))
        case ",":
            return Fault(sign.span, f"expected a comma, found {found}", propose(","))
        case _:
            what = "a key" if sign.is_in_table else "a value"
            return Fault(sign.span, f"expected {what}, found {found}", Hint("leave it out", ""))


def missing(text: str, pair: Span, stop: Stop, declared: Declared | None) -> Fault:
    """Return what is missing where the items of a value can't be followed any further."""
    here = (stop.offset, min(stop.offset + 1, pair[1]))
    if stop.missing is Missing.END:
        return _not_closed(text, pair, stop.opened[-1], declared)
    if blank := unseen(text, pair, here) or no_blank(text, here):
        return blank
    if text.startswith((*CLOSING,), stop.offset) and not stop.key and stop.missing is not Missing.EQUALS:
        return _wrong_bracket(text, pair, stop, declared)
    rest = _rest(text, pair, stop.offset)
    match stop.missing:
        case Missing.COMMA if _VALUE.match(text, stop.offset):
            return Fault(rest, f"a comma is missing before {shorten(text[slice(*rest)])}")
        case Missing.COMMA if text.startswith(("//", "/*"), stop.offset):
            return Fault(
                rest, f"expected a comma, found {shorten(text[slice(*rest)])}", Hint("a comment begins with #")
            )
        case Missing.COMMA:
            return Fault(here, f"expected a comma, found {text[slice(*here)]}")
        case Missing.EQUALS:
            return _no_equals(text, pair, stop, declared)
        case Missing.KEY:
            if foreign := _FOREIGN_KEY.match(text, *rest):
                hint = propose(written_key(foreign[2]), span=foreign.span(1))
                return Fault(foreign.span(1), "only straight quotes make a key", if_toml(text, pair, hint))
            rest = _rest(text, pair, stop.offset, _PAIR)
            return Fault(rest, f"expected a key, found {shorten(text[slice(*rest)])}")
        case _:
            return Fault(stop.key or here, "there is no value", Hint("write one, or leave the key out"))


def _no_equals(text: str, pair: Span, stop: Stop, declared: Declared | None) -> Fault:
    here = (stop.offset, min(stop.offset + 1, pair[1]))
    more = _MORE_WORDS.match(text, stop.offset, pair[1])
    if more and stop.key:
        return Fault((stop.key[0], more.end()), "a key is one word")
    is_array = declared is not None and isinstance(declared.type, inspect.VarTupleType)
    return Fault(here, 'expected "=" after the key', required(declared) if is_array else NO_HINT)


def _rest(text: str, pair: Span, offset: int, pattern: re.Pattern[str] = _REST) -> Span:
    """Return the rest of the line that an offset of a statement stands in, or as much as a pattern matches."""
    found = pattern.match(text, offset, pair[1])
    return found.span() if found else (offset, offset + 1)


def _wrong_bracket(text: str, pair: Span, stop: Stop, declared: Declared | None) -> Fault:
    """Return that a bracket closes what another opened, or that one is missing before it."""
    here = (stop.offset, stop.offset + 1)
    innermost = stop.opened[-1]
    closing = _CLOSED[text[innermost]]
    found = text[slice(*here)]
    if swapped := _swapped(text, pair, innermost, stop.offset):
        return swapped
    if any(_CLOSED[text[each]] == found for each in stop.opened):
        inserted = Hint(f"end it with {closing}", closing, (stop.offset, stop.offset))
        if reads(text, pair, inserted):
            inserted = inserted if is_taken(text, pair, inserted, declared) else Hint(inserted.words)
            return Fault((innermost, innermost + 1), f"this {_name(text, innermost)} is not closed", inserted)
    hint = propose(closing, span=here)
    if reads(text, pair, hint):
        return Fault(here, f"expected {closing}, found {found}", hint)
    out = Hint("leave it out", "", here)
    if reads(text, pair, out) and not _is_of_text(text, pair, stop.offset):
        return Fault(here, f"unexpected {found} after the value", out)
    return Fault(here, f"expected {closing}, found {found}")


def _not_closed(text: str, pair: Span, bracket: int, declared: Declared | None) -> Fault:
    if fault := _swapped(text, pair, bracket, pair[1]) or _too_many(text, pair, bracket, declared):
        return fault
    closing = _CLOSED[text[bracket]]
    hint = Hint(f"end it with {closing}", closing, (pair[1], pair[1]))
    if not text[bracket + 1 : pair[1]].strip():  # closing nothing helps nobody
        hint = _as_header(text, pair, declared) or Hint(hint.words)
    elif text[pair[1] - 1] == closing and _ends_with_comment(text, pair):
        hint = Hint(f"the {closing} behind # is part of a comment")
    hint = hint if hint.text and is_taken(text, pair, hint, declared) else Hint(hint.words)
    return Fault((bracket, bracket + 1), f"this {_name(text, bracket)} is not closed", hint)


def _is_of_text(text: str, pair: Span, offset: int) -> bool:
    """Tell whether a bracket may be of the string before it, which has an open one."""
    end = pair[0] + len(text[pair[0] : offset].rstrip(" \t\n"))
    string = string_at(text, pair, end - 1)
    is_string = text[string[0]] in "\"'" and end == string[1]
    return is_string and not is_whole(text[string[0] + 1 : end - 1])


def _swapped(text: str, pair: Span, bracket: int, offset: int) -> Fault | None:
    """Return that a closing bracket has changed places with the quote before it; it stands before an offset."""
    closing = _CLOSED[text[bracket]]
    end = pair[0] + len(text[pair[0] : offset].rstrip(" \t\n,"))
    last, quote = text[end - 2], text[end - 1]
    if last != closing or quote not in "\"'":
        return None
    string = string_at(text, (bracket, offset), end - 1)
    if is_whole(text[string[0] + 1 : end - 1]):  # a bracket of the text
        return None
    hint = Hint(f"write {quote}{last} and not {last}{quote}", f"{quote}{last}", (end - 2, end))
    is_clear = is_whole(text[string[0] + 1 : end - 2])
    hint = hint if is_clear and reads(text, pair, hint) else Hint(hint.words)
    return Fault((bracket, bracket + 1), f"this {_name(text, bracket)} is not closed", hint)


def _too_many(text: str, pair: Span, bracket: int, declared: Declared | None) -> Fault | None:
    """Return that a bracket stands before a value that has none, `None` if it may be meant."""
    value = value_span(text, pair)
    meant = value_of(text[bracket + 1 : pair[1]].strip())
    if declared is None or bracket != value[0] or meant is None or not declared.fits(meant):
        return None
    hint = if_toml(text, pair, Hint("leave it out", "", (bracket, bracket + 1)))
    return Fault((bracket, bracket + 1), f"unexpected {text[bracket]} before the value", hint)


def _ends_with_comment(text: str, pair: Span) -> bool:
    sign = text.rfind("#", text.rfind("\n", *pair) + 1, pair[1])
    return sign >= pair[0] and string_at(text, pair, sign)[0] >= sign


def _name(text: str, bracket: int) -> str:
    return "array" if text[bracket] == "[" else "inline table"


def _as_header(text: str, pair: Span, declared: Declared | None) -> Hint:
    """Return which header begins what a key takes, if that is the show or a section."""
    name = text[slice(*key_span(text, pair))]
    if declared and isinstance(declared.type, inspect.StructType):
        return Hint(f"a table begins with [{name}], and its keys stand below")
    of_item = declared.item if declared else None
    if of_item and isinstance(of_item.type, inspect.StructType) and name in SECTIONS:
        return Hint(f"each record begins with [[{name}]]")
    return NO_HINT


def twice(text: str, value: Span, offset: int) -> Fault:
    """Return which key stands twice in an inline table, at any depth of a value; its second pair ends at an offset."""
    while True:
        pairs = list(item_spans(text, value)) if text[value[0]] in "[{" else []
        around = next((each for each in pairs if each[0] < offset <= each[1]), None)
        if around is None:
            return Fault(value, "a key stands twice in this table")
        is_pair = text[value[0]] == "{"
        if is_pair and around[1] == offset:
            return _twice(text, [each for each in pairs if each <= around])
        value = value_span(text, around) if is_pair else around


def _twice(text: str, pairs: list[Span]) -> Fault:
    *_, key = keys = [key_span(text, pair) for pair in pairs]
    names = _names(text, key)
    for earlier in keys[:-1]:
        others = _names(text, earlier)
        size = min(len(names), len(others))
        if names[:size] == others[:size]:
            name = text[slice(*key)] if size == len(names) else ".".join(names[:size])
            return Fault(key, f"{shorten(name)} stands twice in this table")
    return Fault(key, f"{shorten(text[slice(*key)])} stands twice in this table")


def _names(text: str, key: Span) -> list[str]:
    return [name for name, _ in key_parts(text, key)]
