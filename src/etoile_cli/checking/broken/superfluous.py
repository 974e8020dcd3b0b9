"""What stands in a statement where nothing should, or nothing that anybody sees."""

import re
import unicodedata

from etoile_cli.checking.broken.fault import Fault, if_toml
from etoile_cli.checking.quoting import shorten
from etoile_cli.checking.toml.scanner import Span
from etoile_cli.checking.writing import NO_HINT, Hint

# What looks like a blank or like nothing, and is neither to TOML.
_UNSEEN = re.compile("[\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]")


def superfluous(text: str, statement: Span, span: Span, what: str) -> Fault:
    """Return that something stands behind `what`, a value or a header, where nothing should."""
    found = text[slice(*span)]
    out = if_toml(text, statement, Hint("leave it out", "", span))
    hint = out if found in {",", ";"} else NO_HINT
    return unseen(text, statement, span) or Fault(span, f"unexpected {shorten(found)} after {what}", hint)


def unseen(text: str, statement: Span, span: Span) -> Fault | None:
    """Return the character that looks like a blank, or like nothing, and keeps a statement from being TOML."""
    found = _UNSEEN.search(text, *span)
    if found is None:
        return None
    name = unicodedata.name(found.group()).lower()
    blank = " " if found.group().isspace() else ""
    hint = if_toml(text, statement, Hint("write a plain blank, or none", blank, found.span()))
    return Fault(found.span(), f"U+{ord(found.group()):04X} ({name}) is no blank to TOML", hint)
