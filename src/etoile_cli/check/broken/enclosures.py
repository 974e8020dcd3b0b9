"""Brackets around a whole value that are the wrong ones, meant as text, or missing at its beginning."""

import re

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.broken.fault import Fault, reads
from etoile_cli.check.corrections import QUOTED, unquoted
from etoile_cli.check.quoting import shorten
from etoile_cli.check.toml.bare import Followed, line_before_comment
from etoile_cli.check.toml.scanner import KEY, Span
from etoile_cli.check.writing import Hint, propose, value_of

_PAIR = re.compile(rf"{KEY}[ \t]*[=:]")
_QUOTES = re.compile(r"[\"']")


def wrong_enclosure(text: str, pair: Span, value: Span, followed: Followed, declared: Declared | None) -> Fault | None:
    """Return what is wrong with the brackets around a whole value; `None` if they are what its key takes."""
    if followed.first is None:
        return None
    may_be_table = declared is None or isinstance(declared.type, inspect.DictType)
    is_table = may_be_table and _PAIR.match(text, *followed.first.span)
    if text[value[0]] != "[":
        return unopened(text, value, declared) if is_table else None
    if is_table:
        return _table(text, pair, value)
    if declared and declared.is_free_text and not _QUOTES.search(text, *value):
        return _text(text, value, followed.size, declared)
    return None


def _table(text: str, pair: Span, value: Span) -> Fault:
    """Return that an inline table stands in the brackets of an array."""
    begin, end = value
    table = f"{{{text[begin + 1 : end - 1]}}}"
    is_clear = text[end - 1] == "]" and reads(text, pair, Hint("", table, value))
    hint = propose(table, span=value) if is_clear else None
    return Fault((begin, begin + 1), "expected {, found [", hint or Hint("an inline table stands in { and }"))


def _text(text: str, value: Span, items: int, declared: Declared) -> Fault | None:
    """Return that a text begins with a bracket; without a comma in it, the brackets may be too many."""
    begin, end = value
    if text.find("]", begin, end) != end - 1 or text.find("\n", begin, end) >= 0:
        return None
    hint = unquoted(text[begin:end], declared) if items > 1 else Hint(QUOTED)
    return Fault(value, f"{shorten(text[begin:end])} is not a value", hint._replace(span=value))


def unopened(text: str, value: Span, declared: Declared | None) -> Fault | None:
    """Return that an array or inline table has no bracket at its beginning, `None` if it isn't one."""
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
