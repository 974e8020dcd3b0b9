"""What stands without quotes where a TOML value should, and is none: why not, and what was probably meant."""

import re

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.schemes import is_placeholder
from etoile_cli.check.corrections import BOOLEANS, QUOTED, required, unquoted
from etoile_cli.check.days import how_to_date
from etoile_cli.check.quoting import shorten
from etoile_cli.check.toml.marks import FOREIGN, enclosed, is_paired, is_whole
from etoile_cli.check.writing import LEAVE_OUT, NO_HINT, Hint, write

# What is longer is not looked at to guess what was meant.
_LONGEST = 1_000
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
# A quote at the end of a text that has no other.
_UNOPENED = re.compile(rf"([^\"{FOREIGN.replace('’', '')}]+)(\"+|'''|[”»])")
_SINGLE = "‘‚‛＇`´"
_CALL = re.compile(r"\w\(")
_ESCAPED = re.compile(r'\\"([^"\\]+)\\"')
_ENTITY = re.compile(r".*&#?\w+;", re.DOTALL)
_MARKS = re.compile(r"[\"'\[\](){}]")
_BEGINS_NO_TEXT = "-*<>|,;\\([{（［｛【"
# What no text has before a quote that begins it.
_SIGN_AND_QUOTE = re.compile(r"[^\w\s]+[ \t]*\"|.*\\\"")
_FEET_AND_INCHES = re.compile(r".*\d'\d+\"", re.DOTALL)
_PAIR = re.compile(r"\w[ \t]*(?:=|:[ \t]*[\"“])")
_PAIRS_OF_QUOTES = re.compile(r"(?:[^\"\w]|\w(?!\")|\"[^\"]+\"(?!\w))+")
_LEADING_ZEROS = re.compile(r"[+-]?0+[1-9][0-9]{,9}")


def not_a_value(token: str, declared: Declared | None) -> tuple[str, Hint]:
    """Return why a text is not a value, and what to write for a key that takes what is declared, if that is known."""
    if len(token) > _LONGEST:
        return f"{shorten(token)} is not a value", required(declared) or Hint(QUOTED)
    # What looks like a blank at its ends, and a comma behind it, are not meant.
    token = token.strip()
    token = token if _ENTITY.fullmatch(token) else token.rstrip(",;") or token
    if inner := _escaped(token) or _enclosed(token):
        hint = _write(inner, declared)
        if (hint.text or '"').startswith('"'):
            return "only straight quotes make a string", hint
        return f"{shorten(token)} is not a value", hint
    unopened = _UNOPENED.fullmatch(token)
    if unopened and "'" not in _APOSTROPHE.sub("", unopened[1]) and not _FEET_AND_INCHES.fullmatch(token):
        inner = unopened[1].strip()
        is_clear = is_whole(inner) and inner[0] not in ".’\\"
        return "the opening quote is missing", _write(inner, declared) if is_clear else required(declared)
    what = "is not a value"
    takes_text = declared is not None and isinstance(declared.type, inspect.StrType)
    if not takes_text and _LEADING_ZEROS.fullmatch(token):
        what = "begins with a zero"
    elif not takes_text and how_to_date(token):
        what = "is not a date"
    return f"{shorten(token)} {what}", _hint(token, declared)


def _enclosed(token: str) -> str:
    """Return what foreign marks enclose; nothing where single ones stand beside straight ones that may be meant."""
    inner = enclosed(token)
    return inner if not inner.startswith("'") or token[0] not in _SINGLE else ""


def _escaped(token: str) -> str:
    """Return what stands between two quotes that have backslashes before them, as programs write them, or nothing."""
    found = _ESCAPED.fullmatch(token)
    return found[1] if found and is_whole(found[1]) else ""


def _write(text: str, declared: Declared | None) -> Hint:
    """Return how to write a text that has quotes at one of its ends, or the wrong ones."""
    hint = unquoted(text, declared)
    return Hint(f"write {hint.text}", hint.text) if hint.text else hint or required(declared)


def _hint(token: str, declared: Declared | None) -> Hint:
    if token.isascii() and is_placeholder(token) and not _MARKS.search(token):
        return required(declared) if declared and declared.required else LEAVE_OUT
    if " //" in token or token.startswith(("//", "/*")):
        return Hint("a comment begins with #")
    if not is_text(token):
        return required(declared) or Hint(QUOTED)
    if declared is None:
        return _hint_to_any(token)
    if isinstance(declared.type, inspect.VarTupleType):
        token = "" if _CALL.search(token) else _without_marks(token)
    return (unquoted(token, declared) if token else NO_HINT) or required(declared)


def _without_marks(token: str) -> str:
    """Return the items of a list without the foreign marks around them; empty if those don't enclose each."""
    items = re.split("([,;])", token)
    return "".join(enclosed(item.strip()) or item for item in items) if all(map(is_paired, items)) else ""


def is_text(token: str) -> bool:
    """Tell whether what stands without quotes is a whole text: its quotes, if any, in pairs, and its brackets, too."""
    quotes = _APOSTROPHE.sub("", token)
    return (
        ("'" not in quotes or '"' in quotes)
        and _PAIRS_OF_QUOTES.fullmatch(token) is not None
        and all(token.count(left) == token.count(right) for left, right in ("[]", "{}", "()"))
        and is_paired(token)
        and token[0] not in _BEGINS_NO_TEXT
        and token[-1] != "'"
        and not _PAIR.search(token)
        and not _SIGN_AND_QUOTE.match(token)
    )


def _hint_to_any(token: str) -> Hint:
    """Return what to write for a key that nothing is known of."""
    if token.lower() in BOOLEANS:
        return write(BOOLEANS[token.lower()])
    if _LEADING_ZEROS.fullmatch(token):
        return write(int(token))
    return how_to_date(token) or unquoted(token, None)
