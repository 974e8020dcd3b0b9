"""Quotes that are too many: two or three at an end of a string, or some around an array."""

import re

from etoile_cli.check.toml.advice.declarations import Declaration, Kind
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, propose
from etoile_cli.check.toml.advice.quotation_marks import is_plain
from etoile_cli.check.toml.notation import value_of
from etoile_cli.check.toml.scanner import Span
from etoile_cli.check.toml.syntax.edits import makes_toml
from etoile_cli.check.toml.syntax.unquoted_text import unquoted
from etoile_cli.check.toml.syntax.value_scan import line_before_comment

# A string without quotes in it; with more than three quotes at an end it is no slip.
_STRING = r"(?P<quote>[\"'])(?P<left>(?P=quote){0,2})(?P<inner>[^\"'\\\n%s]+)(?P=quote)(?P<right>(?P=quote){0,2})"
_WHOLE = re.compile(_STRING % "")
_ITEM = re.compile(_STRING % r",\[\]{}" + r"(?=[ \t]*[,\]}])")
_LEAVE_OUT = Hint("leave out the others")


def extra_quotes(text: str, value: Span, declared: Declaration | None) -> Fault | None:
    """Return the fault of a string with too many quotes at an end; `None` if there are none, or they may be meant."""
    span = line_before_comment(text, value)
    found = _WHOLE.fullmatch(text, *span)
    if found is None or not _has_too_many(found):
        return None
    hint = unquoted(found["inner"], declared)
    return _fault(found, propose(hint.text or "", span=span))


def extra_quotes_of_item(text: str, pair: Span, begin: int) -> Fault | None:
    """Return what `extra_quotes` returns, for the item of a value that begins at an offset."""
    found = _ITEM.match(text, begin, pair[1])
    if found is None and text.startswith(('"' * 3, "'" * 3), begin):
        return Fault((begin, begin + 3), f"one {text[begin]} at each end is enough", _LEAVE_OUT)
    if found is None or not _has_too_many(found):
        return None
    hint = propose(f"{found['quote']}{found['inner']}{found['quote']}", span=found.span())
    return _fault(found, hint if hint and makes_toml(text, pair, hint) else NO_HINT)


def _fault(found: re.Match[str], hint: Hint) -> Fault:
    return Fault(found.span(), f"one {found['quote']} at each end is enough", hint or _LEAVE_OUT)


def _has_too_many(found: re.Match[str]) -> bool:
    """Return whether there are too many quotes, none of which may be an apostrophe, or a sign for inches."""
    left, right, inner = found["left"], found["right"], found["inner"]
    if not left and not right:
        return False
    is_of_text = left != right and (found["quote"] == "'" or (not left and inner[-1].isdecimal()))
    return not is_of_text and is_plain(inner)


def quotes_around_brackets(text: str, value: Span, declared: Declaration | None) -> Fault | None:
    """Return the fault of an array or inline table in quotes; `None` if there is none, or its key does not take it."""
    begin, end = span = line_before_comment(text, value)
    inner = (begin + 1, end - 1)
    if declared is None or end - begin < len('"[]"') or text[begin] != text[end - 1]:
        return None
    name = {"[": "array", "{": "inline table"}.get(text[inner[0]])
    takes_it = declared.kind is (Kind.ARRAY if name == "array" else Kind.TABLE)
    meant = value_of(text[slice(*inner)])
    if name is None or not takes_it or meant is None or not declared.accepts(meant):
        return None
    hint = propose(text[slice(*inner)], span=span) or Hint("leave them out", text[slice(*inner)], span)
    return Fault(span, f"the quotes around this {name} are too many", hint)
