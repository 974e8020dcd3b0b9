"""Wrong brackets around a whole value: of the wrong kind, around a text without quotes, or without an opening one."""

import re

from etoile_cli.check.toml.advice.declarations import Declaration, Kind
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import QUOTED, Hint, propose
from etoile_cli.check.toml.advice.quoting import shorten
from etoile_cli.check.toml.notation import value_of
from etoile_cli.check.toml.scanner import KEY, Span
from etoile_cli.check.toml.syntax.edits import makes_toml
from etoile_cli.check.toml.syntax.unquoted_text import unquoted
from etoile_cli.check.toml.syntax.value_scan import ValueScan, line_before_comment

_PAIR = re.compile(rf"{KEY}[ \t]*[=:]")
_QUOTES = re.compile(r"[\"']")


def wrong_brackets(text: str, pair: Span, value: Span, scan: ValueScan, declared: Declaration | None) -> Fault | None:
    """Return the fault of the brackets around a whole value; `None` if its key may take what they enclose."""
    if scan.first is None:
        return None
    may_be_table = declared is None or declared.kind is Kind.TABLE
    is_table = may_be_table and _PAIR.match(text, *scan.first.span)
    if text[value[0]] != "[":
        return without_opening_bracket(text, value, declared) if is_table else None
    if is_table:
        return _table_as_array(text, pair, value)
    if declared and declared.is_free_text and not _QUOTES.search(text, *value):
        return _text_in_brackets(text, value, scan.size, declared)
    return None


def _table_as_array(text: str, pair: Span, value: Span) -> Fault:
    """Return the fault of an inline table in the brackets of an array."""
    begin, end = value
    table = f"{{{text[begin + 1 : end - 1]}}}"
    is_clear = text[end - 1] == "]" and makes_toml(text, pair, Hint("", table, value))
    hint = propose(table, span=value) if is_clear else None
    return Fault((begin, begin + 1), "expected {, found [", hint or Hint("an inline table is written in { and }"))


def _text_in_brackets(text: str, value: Span, items: int, declared: Declaration) -> Fault | None:
    """Return the fault of a text in brackets without quotes; if it has no comma, the brackets may be meant as text."""
    begin, end = value
    if text.find("]", begin, end) != end - 1 or text.find("\n", begin, end) >= 0:
        return None
    hint = unquoted(text[begin:end], declared) if items > 1 else Hint(QUOTED)
    return Fault(value, f"{shorten(text[begin:end])} is not a value", hint._replace(span=value))


def without_opening_bracket(text: str, value: Span, declared: Declaration | None) -> Fault | None:
    """Return the fault of an array or inline table without its opening bracket; `None` if something else is wrong."""
    begin, end = line_before_comment(text, value)
    opening = {"]": "[", "}": "{"}.get(text[end - 1])
    if opening is None or declared is None:
        return None
    meant = value_of(f"{opening}{text[begin:end]}")
    if meant is None or not declared.accepts(meant):
        return None
    message = f"the opening {opening} is missing"
    if text[begin + 1] == opening:
        return Fault((begin, end), message, Hint(f"write {opening}{text[begin]} and not {text[begin : begin + 2]}"))
    return Fault((begin, end), message, Hint(f"begin it with {opening}", opening, (begin, begin)))
