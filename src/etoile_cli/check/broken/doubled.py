"""Quotation marks that are too many: two or three at an end of a string, or some around an array."""

import re

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.broken.fault import Fault, reads
from etoile_cli.check.corrections import unquoted
from etoile_cli.check.toml.bare import line_before_comment
from etoile_cli.check.toml.marks import is_plain
from etoile_cli.check.toml.scanner import Span
from etoile_cli.check.writing import NO_HINT, Hint, propose, value_of

# As many as a string with quotes in it can't have; more are no slip.
_STRING = r"(?P<quote>[\"'])(?P<left>(?P=quote){0,2})(?P<inner>[^\"'\\\n%s]+)(?P=quote)(?P<right>(?P=quote){0,2})"
_WHOLE = re.compile(_STRING % "")
_ITEM = re.compile(_STRING % r",\[\]{}" + r"(?=[ \t]*[,\]}])")
_LEAVE_OUT = Hint("leave out the others")


def doubled(text: str, value: Span, declared: Declared | None) -> Fault | None:
    """Return that the quotes at an end of a lone string are more than one, `None` if they aren't, or may be text."""
    span = line_before_comment(text, value)
    found = _WHOLE.fullmatch(text, *span)
    if found is None or not _is_too_much(found):
        return None
    hint = unquoted(found["inner"], declared)
    return _fault(found, propose(hint.text or "", span=span))


def doubled_in_brackets(text: str, pair: Span, begin: int) -> Fault | None:
    """Return what `doubled` does of a string in brackets that begins at an offset."""
    found = _ITEM.match(text, begin, pair[1])
    if found is None and text.startswith(('"' * 3, "'" * 3), begin):
        return Fault((begin, begin + 3), f"one {text[begin]} at each end is enough", _LEAVE_OUT)
    if found is None or not _is_too_much(found):
        return None
    hint = propose(f"{found['quote']}{found['inner']}{found['quote']}", span=found.span())
    return _fault(found, hint if hint and reads(text, pair, hint) else NO_HINT)


def _fault(found: re.Match[str], hint: Hint) -> Fault:
    return Fault(found.span(), f"one {found['quote']} at each end is enough", hint or _LEAVE_OUT)


def _is_too_much(found: re.Match[str]) -> bool:
    """Tell whether there are too many quotes, none of which may belong to the text: of an apostrophe, or inches."""
    left, right, inner = found["left"], found["right"], found["inner"]
    if not left and not right:
        return False
    is_text = left != right and (found["quote"] == "'" or (not left and inner[-1].isdecimal()))
    return not is_text and is_plain(inner)


def around_brackets(text: str, value: Span, declared: Declared | None) -> Fault | None:
    """Return that an array or inline table stands in quotes, `None` if none does, or the key doesn't take one."""
    begin, end = span = line_before_comment(text, value)
    inner = (begin + 1, end - 1)
    if declared is None or end - begin < len('"[]"') or text[begin] != text[end - 1]:
        return None
    kind = {"[": "array", "{": "inline table"}.get(text[inner[0]])
    takes_it = isinstance(declared.type, inspect.VarTupleType if kind == "array" else inspect.DictType)
    meant = value_of(text[slice(*inner)])
    if kind is None or not takes_it or meant is None or not declared.accepts(meant):
        return None
    hint = propose(text[slice(*inner)], span=span) or Hint("leave them out", text[slice(*inner)], span)
    return Fault(span, f"the quotes around this {kind} are too many", hint)
