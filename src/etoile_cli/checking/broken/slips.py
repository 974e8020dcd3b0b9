"""What stands where a TOML value should, and is none: why not, and what was probably meant."""

import re

from msgspec import inspect

from etoile_cli.checking.days import how_to_date
from etoile_cli.checking.declarations import Declared
from etoile_cli.checking.quoting import shorten
from etoile_cli.checking.remedies import required, unquoted
from etoile_cli.checking.writing import Hint, write

LEAVE_OUT = Hint("leave the key out where nothing is known")

CURLY = "“”„«»‘’‚‹›"
MARKS = f"{CURLY}\"'"
"""What people put around a text."""

_QUOTES = "\"'"
_BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_NOTHING = {"null", "none", "nil", "undefined", "unknown", "n/a", "tba", "tbd", "?", "-", "~"}
_LEADING_ZEROS = re.compile(r"[+-]?0+[1-9][0-9]{,9}")


def not_a_value(token: str, declared: Declared | None) -> tuple[str, Hint]:
    """Return why a text is not a value, and what to write for a key that takes what is declared, if that is known."""
    if token[0] in CURLY:
        return "only straight quotes make a string", _in_quotes(token, declared)
    if token[-1] in _QUOTES:
        return "the opening quote is missing", _in_quotes(token, declared)
    what = "is not a value"
    is_text = declared is not None and isinstance(declared.type, inspect.StrType)
    if not is_text and _LEADING_ZEROS.fullmatch(token):
        what = "begins with a zero"
    elif not is_text and how_to_date(token):
        what = "is not a date"
    return f"{shorten(token)} {what}", _hint(token, declared)


def _in_quotes(token: str, declared: Declared | None) -> Hint:
    """Return how to write a text with quotes at one of its ends, or the wrong ones."""
    hint = unquoted(token.strip(MARKS), declared)
    return Hint(f"write {hint.text}", hint.text) if hint.text else hint or required(declared)


def _hint(token: str, declared: Declared | None) -> Hint:
    word = token.lower()
    if word in _NOTHING and not (declared and declared.required):
        return LEAVE_OUT
    if " //" in token:
        return Hint("a comment begins with #")
    if declared is None:
        return _hint_to_any(token, word)
    hint = unquoted(token, declared)
    return hint or required(declared)


def _hint_to_any(token: str, word: str) -> Hint:
    """Return what to write for a key that nothing is known of."""
    if word in _BOOLEANS:
        return write(_BOOLEANS[word])
    if _LEADING_ZEROS.fullmatch(token):
        return write(int(token))
    hint = how_to_date(token)
    return hint or unquoted(token, None)
