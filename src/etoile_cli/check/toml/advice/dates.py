"""Dates as people write them: which day is meant, and what to write if that is not clear."""

import re
from datetime import date

from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, write

YEAR_MONTH_DAY = Hint("write year, month and day, as in 2025-04-24")

_DASHES = "[-./\u2010-\u2014\u2212]"
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_DASHES}([0-9]{{1,2}}){_DASHES}([0-9]{{1,2}})")
_YEAR_LAST = re.compile(rf"[0-9]{{1,2}}{_DASHES}[0-9]{{1,2}}{_DASHES}[0-9]{{4}}")
_MONTHS = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
_DAY_IN_WORDS = re.compile(rf"(?i){_DAY}\.?[ -]{_MONTHS}\.?,?[ -][0-9]{{4}}|{_MONTHS}\.? {_DAY},? [0-9]{{4}}|today")
# A year, a month, a week or a season.
_INCOMPLETE = re.compile(
    rf"(?i)(?:c(?:a|irca)?\.? ?)?{_YEAR}|[0-9]{{4}}\??|[0-9]{{4}}-[0-9]{{1,2}}(?:-[?x]+)?|[0-9]{{4}}-?W[0-9]{{2}}"
    rf"|(?:early|mid|late)?[ -]?(?:{_MONTHS}|spring|summer|autumn|fall|winter)\.?(?: of)?,? {_YEAR}"
)


def how_to_date(text: str, incomplete: Hint) -> Hint:
    """Return how to write a text that looks like a date but is none in TOML; no hint for other texts.

    `incomplete` is the hint for a date without a day, which TOML can't write.
    """
    if day := _day(text):
        return write(day)
    if _INCOMPLETE.fullmatch(text):
        return incomplete
    if found := _YEAR_FIRST.fullmatch(text):
        return _iso(*map(int, found.groups()))
    return YEAR_MONTH_DAY if _YEAR_LAST.fullmatch(text) or _DAY_IN_WORDS.fullmatch(text) else NO_HINT


def _day(text: str) -> date | None:
    """Return the day that a text gives in a form of ISO 8601, `2025-W17-4` included; `None` if it gives none.

    `2025-W17` is a whole week, though Python reads it as its Monday.
    """
    if _INCOMPLETE.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _iso(year: int, month: int, day: int) -> Hint:
    try:
        return write(date(year, month, day))
    except ValueError:
        return YEAR_MONTH_DAY
