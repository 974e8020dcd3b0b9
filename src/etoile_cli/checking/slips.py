"""What stands where a TOML value should, and is none: why not, and what was probably meant."""

import re
from datetime import date

from etoile_cli.checking.quoting import shorten
from etoile_cli.checking.writing import write, written

LEAVE_OUT = "leave the key out where nothing is known"
YEAR_MONTH_DAY = "write year, month and day, as in 2025-04-24"
INTO_NOTE = "leave the key out, and put what is known in note"

_BOOLEANS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
_NOTHING = {"null", "none", "nil", "undefined", "unknown", "n/a", "tba", "tbd", "?", "-", "~"}
CURLY = "“”„«»‘’‚‹›"
MARKS = f"{CURLY}\"'"
"""What people put around a text."""
ONLY_STRAIGHT = "only straight quotes make a string"

_DASHES = "[-./\u2010-\u2014]"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_DASHES}([0-9]{{1,2}}){_DASHES}([0-9]{{1,2}})")
_YEAR_LAST = re.compile(rf"[0-9]{{1,2}}{_DASHES}[0-9]{{1,2}}{_DASHES}[0-9]{{4}}")
_YEAR_AND_MONTH = re.compile(r"[0-9]{4}-[0-9]{1,2}")
_MONTHS = "jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec"
_IN_WORDS = re.compile(
    rf"(?i)[0-9]{{1,2}}\.? (?:{_MONTHS})\w*,? [0-9]{{4}}|(?:{_MONTHS})\w* [0-9]{{1,2}},? [0-9]{{4}}|today"
)
_LEADING_ZEROS = re.compile(r"[+-]?0+[1-9][0-9]{,9}")


def not_a_value(token: str) -> tuple[str, str]:
    """Return why a text is not a value, and what to write; the second is empty where that isn't clear."""
    word = token.lower()
    if token[0] in CURLY:
        return ONLY_STRAIGHT, write(token.strip(MARKS))
    if word in _BOOLEANS:
        return f"{token} is not a value", f"write {_BOOLEANS[word]}"
    if word in _NOTHING:
        return f"{token} is not a value", LEAVE_OUT
    if _LEADING_ZEROS.fullmatch(token):
        return f"{token} begins with a zero", f"write {int(token)}"
    if date_hint := how_to_date(token):
        return f"{token} is not a date", date_hint
    if " //" in token:
        return f"{shorten(token)} is not a value", "a comment begins with #"
    return f"{shorten(token)} is not a value", _in_quotes(token)


def _in_quotes(token: str) -> str:
    """Return how to write what seems to be a text; empty if it holds what must not be in quotes as it is."""
    if not any(map(str.isalnum, token)) or set("\"'\\") & set(token):
        return ""
    text = written(token)
    return f"text stands in quotes{text and f': {text}'}"


def how_to_date(text: str) -> str:
    """Return how to write what looks like a date and isn't one to TOML; empty if it doesn't look like one."""
    if _YEAR_AND_MONTH.fullmatch(text):
        return INTO_NOTE
    if parts := _YEAR_FIRST.fullmatch(text):
        return _iso(*map(int, parts.groups()))
    return YEAR_MONTH_DAY if _YEAR_LAST.fullmatch(text) or _IN_WORDS.fullmatch(text) else ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return f"write {date(year, month, day).isoformat()}"
    except ValueError:
        return YEAR_MONTH_DAY
