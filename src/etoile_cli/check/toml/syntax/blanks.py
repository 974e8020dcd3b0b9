"""Characters that look like a blank, or are invisible, and are no blank in TOML."""

import re
import unicodedata

from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import Hint, certain
from etoile_cli.check.toml.scanner import Span, is_toml
from etoile_cli.text.invisible import INVISIBLE

_ODD_BLANK = re.compile(f"{INVISIBLE}|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def odd_blank(text: str, statement: Span, span: Span, before: str = "") -> Fault | None:
    """Return the fault of the first odd blank in a span; `None` if plain blanks would not make the statement TOML.

    `before` is what makes a statement of a span that is none: `x = ` before a value.
    """
    found = _ODD_BLANK.search(text, *span)
    if found is None:
        return None
    blank = " " if found.group().isspace() else ""
    begin, end = found.span()
    is_enough = is_toml(f"{before}{text[statement[0] : begin]}{blank}{text[end : statement[1]]}")
    if not is_enough and not is_toml(f"{before}{_with_plain_blanks(text, statement)}"):
        return None
    return _fault(found, blank if is_enough else None)


def odd_blank_at(text: str, span: Span) -> Fault | None:
    """Return the fault of the odd blank at the beginning of a span; `None` if there is none."""
    found = _ODD_BLANK.match(text, *span)
    return _fault(found, None) if found else None


def _fault(found: re.Match[str], proposed: str | None) -> Fault:
    name = unicodedata.name(found.group(), "no name").lower()
    message = f"U+{ord(found.group()):04X} ({name}) is no blank to TOML"
    return Fault(found.span(), message, certain(Hint("write a plain blank, or none", proposed, found.span())))


def _with_plain_blanks(text: str, statement: Span) -> str:
    """Return a statement with plain blanks for those that only look like one, and without invisible characters."""
    return _ODD_BLANK.sub(lambda found: " " if found.group().isspace() else "", text[slice(*statement)])
