"""What is in a statement where TOML expects nothing: after its value or header, before its key."""

from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, certain
from etoile_cli.check.toml.advice.quoting import shorten
from etoile_cli.check.toml.scanner import Span, key_span
from etoile_cli.check.toml.syntax.blanks import odd_blank
from etoile_cli.check.toml.syntax.edits import if_toml
from etoile_cli.check.toml.syntax.value_scan import COMMAS


def unexpected(text: str, statement: Span, span: Span, what: str) -> Fault:
    """Return the fault of a span that should not be there, after `what`: the value or a header."""
    found = text[slice(*span)]
    out = certain(if_toml(text, statement, Hint("leave it out", "", span)))
    hint = out if found in {",", *COMMAS} else NO_HINT
    return odd_blank(text, statement, span) or Fault(span, f"unexpected {shorten(found)} after {what}", hint)


def bracket_before_key(text: str, pair: Span) -> Fault | None:
    """Return the fault of brackets before the key of a pair; `None` if anything else is there, or nothing."""
    end = key_span(text, pair)[0]
    if not text[pair[0] : end].strip("[ \t"):
        brackets = (pair[0], end)
        hint = if_toml(text, pair, Hint("leave it out", "", brackets))
        return Fault(brackets, f"unexpected {text[slice(*brackets)].strip()} before the key", hint)
    return None
