"""A text without quotes in the place of a value: why it is no value, and what was probably meant."""

import re

from etoile_cli.check.toml.advice.dates import how_to_date
from etoile_cli.check.toml.advice.declarations import Declaration, Declarations, Kind
from etoile_cli.check.toml.advice.hints import LEAVE_OUT, NO_HINT, QUOTED, Hint, as_string, certain, must_be, write
from etoile_cli.check.toml.advice.quotation_marks import (
    APOSTROPHE,
    FEET_AND_INCHES,
    FOREIGN,
    enclosed,
    is_paired,
    is_whole,
)
from etoile_cli.check.toml.advice.quoting import shorten
from etoile_cli.check.toml.notation import BOOLEANS, written
from etoile_cli.text.placeholders import is_placeholder

# For a longer text, it is not guessed what was meant.
_LONGEST = 1_000
# A quote at the end of a text that has no other quote.
_UNOPENED = re.compile(rf"([^\"{FOREIGN.replace('’', '')}]+)(\"+|'''|[”»])")
_SINGLE = "‘‚‛＇`´"
_CALL = re.compile(r"\w\(")
_ESCAPED = re.compile(r'\\"([^"\\]+)\\"')
_ENTITY = re.compile(r".*&#?\w+;", re.DOTALL)
_MARKS = re.compile(r"[\"'\[\](){}]")
_BEGINS_NO_TEXT = "-*<>|,;\\([{（［｛【"
# No text has this before an opening quote.
_SIGN_AND_QUOTE = re.compile(r"[^\w\s]+[ \t]*\"|.*\\\"")
_PAIR = re.compile(r"\w[ \t]*(?:=|:[ \t]*[\"“])")
_PAIRS_OF_QUOTES = re.compile(r"(?:[^\"\w]|\w(?!\")|\"[^\"]+\"(?!\w))+")
_LEADING_ZEROS = re.compile(r"[+-]?0+[1-9][0-9]{,9}")


def not_a_value(token: str, declared: Declaration | None, declarations: Declarations) -> tuple[str, Hint]:
    """Return why a text is no value, as a message, and what to write; `declared` is of its key, if known."""
    if len(token) > _LONGEST:
        return f"{shorten(token)} is not a value", required(declared) or Hint(QUOTED)
    # Odd blanks at its ends and a comma after it were not meant.
    token = token.strip()
    token = token if _ENTITY.fullmatch(token) else token.rstrip(",;") or token
    if inner := _escaped(token) or _enclosed(token):
        hint = _write(inner, declared)
        hint = certain(hint, when=hint.text == written(inner))  # nothing but the marks around it is changed
        if (hint.text or '"').startswith('"'):
            return "only straight quotes make a string", hint
        return f"{shorten(token)} is not a value", hint
    unopened = _UNOPENED.fullmatch(token)
    if unopened and "'" not in APOSTROPHE.sub("", unopened[1]) and not FEET_AND_INCHES.fullmatch(token):
        inner = unopened[1].strip()
        is_clear = is_whole(inner) and inner[0] not in ".’\\"
        return "the opening quote is missing", _write(inner, declared) if is_clear else required(declared)
    what = "is not a value"
    takes_text = declared is not None and declared.kind is Kind.STRING
    if not takes_text and _LEADING_ZEROS.fullmatch(token):
        what = "begins with a zero"
    elif not takes_text and how_to_date(token, declarations.incomplete_date):
        what = "is not a date"
    return f"{shorten(token)} {what}", _hint(token, declared, declarations)


def required(declared: Declaration | None) -> Hint:
    """Return the hint that a value must be what its key takes; no hint if that is not known."""
    return must_be(declared.expected) if declared else NO_HINT


def unquoted(text: str, declared: Declaration | None) -> Hint:
    """Return how to write a text that has no quotes: as a string, or as the value that its key takes."""
    return declared.unquoted(text) if declared else as_string(text)


def _enclosed(token: str) -> str:
    """Return what foreign marks enclose; empty if straight single quotes in it may be the ones that were meant."""
    inner = enclosed(token)
    return inner if not inner.startswith("'") or token[0] not in _SINGLE else ""


def _escaped(token: str) -> str:
    """Return what two quotes with backslashes before them enclose, as programs write them; empty if none do."""
    found = _ESCAPED.fullmatch(token)
    return found[1] if found and is_whole(found[1]) else ""


def _write(text: str, declared: Declaration | None) -> Hint:
    """Return how to write a text that has a quote at one end only, or wrong ones."""
    hint = unquoted(text, declared)
    return Hint(f"write {hint.text}", hint.text) if hint.text else hint or required(declared)


def _hint(token: str, declared: Declaration | None, declarations: Declarations) -> Hint:
    if token.isascii() and is_placeholder(token) and not _MARKS.search(token):
        return required(declared) if declared and declared.required else LEAVE_OUT
    if " //" in token or token.startswith(("//", "/*")):
        return Hint("a comment begins with #")
    if not is_text(token):
        return required(declared) or Hint(QUOTED)
    if declared is None:
        return _hint_for_unknown(token, declarations)
    if declared.kind is Kind.ARRAY:
        token = "" if _CALL.search(token) else _without_marks(token)
    return (unquoted(token, declared) if token else NO_HINT) or required(declared)


def _without_marks(token: str) -> str:
    """Return a list of texts without the foreign marks around each; empty if marks are not around each."""
    items = re.split("([,;])", token)
    return "".join(enclosed(item.strip()) or item for item in items) if all(map(is_paired, items)) else ""


def is_text(token: str) -> bool:
    """Return whether a text without quotes is whole: the quotes and the brackets in it, if any, are in pairs."""
    quotes = APOSTROPHE.sub("", token)
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


def _hint_for_unknown(token: str, declarations: Declarations) -> Hint:
    """Return what to write for a key of which nothing is declared."""
    if token.lower() in BOOLEANS:
        return write(BOOLEANS[token.lower()])
    if _LEADING_ZEROS.fullmatch(token):
        return write(int(token))
    return how_to_date(token, declarations.incomplete_date) or as_string(token)
