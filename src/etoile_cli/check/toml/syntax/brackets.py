"""What is wrong between the items of arrays and inline tables: brackets, commas, keys and `=`."""

import re

from etoile_cli.check.toml.advice.array_headers import records_begin
from etoile_cli.check.toml.advice.declarations import Declaration, Kind
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, certain, propose
from etoile_cli.check.toml.advice.quotation_marks import FOREIGN_KEY, is_whole
from etoile_cli.check.toml.advice.quoting import shorten
from etoile_cli.check.toml.notation import value_of, written_key
from etoile_cli.check.toml.scanner import Span, key_span, string_at, value_span
from etoile_cli.check.toml.syntax.blanks import odd_blank, odd_blank_at
from etoile_cli.check.toml.syntax.context import Context
from etoile_cli.check.toml.syntax.edits import if_toml, makes_accepted, makes_toml
from etoile_cli.check.toml.syntax.unquoted_text import required
from etoile_cli.check.toml.syntax.value_scan import CLOSING, Missing, Separator, Stop

_VALUE = re.compile(r"[\w\"'\[{“„«‘]|[+-]\d")
_MORE_WORDS = re.compile(r"[\w-]++(?:[ \t]++[\w-]++)*+(?=[ \t]*=)")
_PAIR = re.compile(r"[^\n,\]}]+")
_REST = re.compile(r"[^\n]+")
_CLOSED = {"[": "]", "{": "}"}


def wrong_separator(separator: Separator, found: str) -> Fault:
    """Return the fault of a character in the place of a comma or `=`, or of a comma that is too many."""
    match separator.meant:
        case "=":
            hint = certain(Hint("write =", " ="))
            return Fault(separator.span, f'expected "=" after the key, found "{found}"', hint)
        case ",":
            return Fault(separator.span, f"expected a comma, found {found}", propose(","))
        case _:
            what = "a key" if separator.is_in_table else "a value"
            return Fault(separator.span, f"expected {what}, found {found}", Hint("leave it out", ""))


def missing(text: str, pair: Span, stop: Stop, declared: Declaration | None, context: Context) -> Fault:
    """Return the fault where the scan of a value stops: what is missing there."""
    here = (stop.offset, min(stop.offset + 1, pair[1]))
    if stop.missing is Missing.END:
        return _not_closed(text, pair, stop.opened[-1], declared, context)
    if blank := odd_blank(text, pair, here) or odd_blank_at(text, here):
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
            return _no_key(text, pair, stop, rest)
        case _:
            return Fault(stop.key or here, "there is no value", Hint("write one, or leave the key out"))


def _no_key(text: str, pair: Span, stop: Stop, rest: Span) -> Fault:
    if foreign := FOREIGN_KEY.match(text, *rest):
        hint = propose(written_key(foreign[2]), span=foreign.span(1))
        return Fault(foreign.span(1), "only straight quotes make a key", if_toml(text, pair, hint))
    rest = _rest(text, pair, stop.offset, _PAIR)
    return Fault(rest, f"expected a key, found {shorten(text[slice(*rest)])}")


def _no_equals(text: str, pair: Span, stop: Stop, declared: Declaration | None) -> Fault:
    here = (stop.offset, min(stop.offset + 1, pair[1]))
    more = _MORE_WORDS.match(text, stop.offset, pair[1])
    if more and stop.key:
        return Fault((stop.key[0], more.end()), "a key is one word")
    is_array = declared is not None and declared.kind is Kind.ARRAY
    return Fault(here, 'expected "=" after the key', required(declared) if is_array else NO_HINT)


def _rest(text: str, pair: Span, offset: int, pattern: re.Pattern[str] = _REST) -> Span:
    """Return the rest of a statement's line from an offset on, or as much of it as a pattern matches."""
    found = pattern.match(text, offset, pair[1])
    return found.span() if found else (offset, offset + 1)


def _wrong_bracket(text: str, pair: Span, stop: Stop, declared: Declaration | None) -> Fault:
    """Return the fault of a bracket that closes another kind of bracket, or before which one is missing."""
    here = (stop.offset, stop.offset + 1)
    innermost = stop.opened[-1]
    closing = _CLOSED[text[innermost]]
    found = text[slice(*here)]
    if swapped := _swapped(text, pair, innermost, stop.offset):
        return swapped
    if any(_CLOSED[text[each]] == found for each in stop.opened):
        inserted = Hint(f"end it with {closing}", closing, (stop.offset, stop.offset))
        if makes_toml(text, pair, inserted):
            inserted = inserted if makes_accepted(text, pair, inserted, declared) else Hint(inserted.words)
            return Fault((innermost, innermost + 1), f"this {_name(text, innermost)} is not closed", inserted)
    hint = propose(closing, span=here)
    if makes_toml(text, pair, hint):
        return Fault(here, f"expected {closing}, found {found}", hint)
    out = Hint("leave it out", "", here)
    if makes_toml(text, pair, out) and not _may_be_in_string(text, pair, stop.offset):
        return Fault(here, f"unexpected {found} after the value", out)
    return Fault(here, f"expected {closing}, found {found}")


def _not_closed(text: str, pair: Span, bracket: int, declared: Declaration | None, context: Context) -> Fault:
    if fault := _swapped(text, pair, bracket, pair[1]) or _extra_opening(text, pair, bracket, declared):
        return fault
    closing = _CLOSED[text[bracket]]
    hint = Hint(f"end it with {closing}", closing, (pair[1], pair[1]))
    if not text[bracket + 1 : pair[1]].strip():  # an empty array or table was not meant
        hint = _as_header(text, pair, declared, context) or Hint(hint.words)
    elif text[pair[1] - 1] == closing and _ends_with_comment(text, pair):
        hint = Hint(f"the {closing} after # is part of a comment")
    hint = hint if hint.text and makes_accepted(text, pair, hint, declared) else Hint(hint.words)
    return Fault((bracket, bracket + 1), f"this {_name(text, bracket)} is not closed", hint)


def _may_be_in_string(text: str, pair: Span, offset: int) -> bool:
    """Return whether a bracket may belong to the text of the string before it, which has an open bracket in it."""
    end = pair[0] + len(text[pair[0] : offset].rstrip(" \t\n"))
    string = string_at(text, pair, end - 1)
    is_string = text[string[0]] in "\"'" and end == string[1]
    return is_string and not is_whole(text[string[0] + 1 : end - 1])


def _swapped(text: str, pair: Span, bracket: int, offset: int) -> Fault | None:
    """Return the fault that a closing bracket and a quote before an offset are swapped; `None` if they are not."""
    closing = _CLOSED[text[bracket]]
    end = pair[0] + len(text[pair[0] : offset].rstrip(" \t\n,"))
    last, quote = text[end - 2], text[end - 1]
    if last != closing or quote not in "\"'":
        return None
    string = string_at(text, (bracket, offset), end - 1)
    if is_whole(text[string[0] + 1 : end - 1]):  # the bracket belongs to the text
        return None
    hint = Hint(f"write {quote}{last} and not {last}{quote}", f"{quote}{last}", (end - 2, end))
    is_clear = is_whole(text[string[0] + 1 : end - 2])
    hint = hint if is_clear and makes_toml(text, pair, hint) else Hint(hint.words)
    return Fault((bracket, bracket + 1), f"this {_name(text, bracket)} is not closed", hint)


def _extra_opening(text: str, pair: Span, bracket: int, declared: Declaration | None) -> Fault | None:
    """Return the fault of an opening bracket before a value that the key takes without; `None` if it may be meant."""
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


def _as_header(text: str, pair: Span, declared: Declaration | None, context: Context) -> Hint:
    """Return the hint to write a header for a table or an array of tables; no hint if the key takes neither."""
    name = text[slice(*key_span(text, pair))]
    if declared and declared.kind is Kind.RECORD:
        return Hint(f"a table begins with [{name}], and its keys come below")
    item = declared.item if declared else None
    if item and item.kind is Kind.RECORD and name in context.declarations.arrays:
        return records_begin(name)
    return NO_HINT
