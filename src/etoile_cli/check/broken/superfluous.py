"""What stands in a statement where nothing should, or nothing that anybody sees."""

import re
import unicodedata

from etoile_cli.check.broken.fault import Fault, if_toml, syntax
from etoile_cli.check.problem import Finding
from etoile_cli.check.quoting import shorten
from etoile_cli.check.toml.bare import COMMAS
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span, is_toml, key_span
from etoile_cli.check.writing import NO_HINT, Hint
from etoile_cli.text.invisible import INVISIBLE

# What looks like a blank or like nothing, and is neither to TOML.
_UNSEEN = re.compile(f"{INVISIBLE}|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def superfluous(text: str, statement: Span, span: Span, what: str) -> Fault:
    """Return that something stands behind `what`, a value or a header, where nothing should."""
    found = text[slice(*span)]
    out = if_toml(text, statement, Hint("leave it out", "", span))
    hint = out if found in {",", *COMMAS} else NO_HINT
    return unseen(text, statement, span) or Fault(span, f"unexpected {shorten(found)} after {what}", hint)


def unseen(text: str, statement: Span, span: Span, before: str = "") -> Fault | None:
    """Return the first character that looks like a blank or like nothing, if a statement is not TOML for it.

    `before` is what makes a statement of a part of one: `x = ` before a value.
    """
    found = _UNSEEN.search(text, *span)
    if found is None:
        return None
    blank = " " if found.group().isspace() else ""
    begin, end = found.span()
    is_enough = is_toml(f"{before}{text[statement[0] : begin]}{blank}{text[end : statement[1]]}")
    if not is_enough and not is_toml(f"{before}{_seen(text, statement)}"):
        return None
    return _no_blank(found, blank if is_enough else None)


def no_blank(text: str, span: Span) -> Fault | None:
    """Return that what stands at the beginning of a span looks like a blank or like nothing, if it does."""
    found = _UNSEEN.match(text, *span)
    return _no_blank(found, None) if found else None


def _no_blank(found: re.Match[str], proposed: str | None) -> Fault:
    name = unicodedata.name(found.group(), "no name").lower()
    message = f"U+{ord(found.group()):04X} ({name}) is no blank to TOML"
    return Fault(found.span(), message, Hint("write a plain blank, or none", proposed, found.span()))


def _seen(text: str, statement: Span) -> str:
    """Return a statement with plain blanks for all that look like some, and nothing for what looks like nothing."""
    return _UNSEEN.sub(lambda found: " " if found.group().isspace() else "", text[slice(*statement)])


def bracket_before_key(text: str, pair: Span, path: Path) -> Finding | None:
    """Return that a bracket stands before the key of a pair, `None` if none does."""
    end = key_span(text, pair)[0]
    if not text[pair[0] : end].strip("[ \t"):
        brackets = (pair[0], end)
        hint = if_toml(text, pair, Hint("leave it out", "", brackets))
        return syntax(f"unexpected {text[slice(*brackets)].strip()} before the key", brackets, path, hint)
    return None
