"""Dates as people write them: which day, month or year is meant, and what to write if that is not clear."""

import re
from collections.abc import Callable
from datetime import date

from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, write

YEAR_MONTH_DAY = Hint("write year, month and day, as in 2025-04-24")

_DASHES = "[-./\u2010-\u2014\u2212]"
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_DASHES}([0-9]{{1,2}}){_DASHES}([0-9]{{1,2}})")
_YEAR_LAST = re.compile(rf"[0-9]{{1,2}}{_DASHES}[0-9]{{1,2}}{_DASHES}[0-9]{{4}}")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY = "[0-9]{1,2}(?:st|nd|rd|th)?"
_DAY_IN_WORDS = re.compile(rf"(?i){_DAY}\.?[ -]{_MONTHS}\.?,?[ -][0-9]{{4}}|{_MONTHS}\.? {_DAY},? [0-9]{{4}}|today")
_UNKNOWN = "(?:00?|[?xX]{1,2})"
_YEAR_ALONE = re.compile(rf"([0-9]{{4}})(?:-{_UNKNOWN}){{,2}}")
_YEAR_MONTH = re.compile(rf"([0-9]{{4}}){_DASHES}([0-9]{{1,2}})(?:{_DASHES}{_UNKNOWN})?")
_MONTH_YEAR = re.compile(rf"([0-9]{{1,2}}){_DASHES}([0-9]{{4}})")
_MONTH_IN_WORDS = re.compile(rf"(?i)({_MONTHS})\.?,?(?: of)?[ -]({_YEAR})")
# A year that isn't sure, one of several, a week, a season, a decade, a third of a month or of a year.
_UNSURE = re.compile(
    rf"(?i)(?:c(?:a|irca)?\.?|[~≈]|about|around|approx\.?|before|after|by|until|since) ?{_YEAR}|[0-9]{{4}}s?\??"
    rf"|[0-9]{{4}}-?W[0-9]{{2}}|{_YEAR} ?(?:or|and|to|[-–—/]) ?{_YEAR}"
    rf"|(?:the )?(?:(?:early|mid|late)[ -])?{_YEAR}'?s"
    rf"|(?:early|mid|late)?[ -]?(?:{_MONTHS}|spring|summer|autumn|fall|winter)?\.?(?: of)?,? {_YEAR}"
)


def how_to_date(text: str, incomplete: Callable[[str], Hint]) -> Hint:
    """Return how to write a text that looks like a date but is none in TOML; no hint for other texts.

    `incomplete` returns the hint for a date without a day, from `2025-04` or `2025`; from an empty text if that isn't
    clear.
    """
    if known := known_part(text):
        return incomplete(known)
    if _UNSURE.fullmatch(text):
        return incomplete("")
    if day := _day(text):
        return write(day)
    if found := _YEAR_FIRST.fullmatch(text):
        return _iso(*map(int, found.groups()))
    return YEAR_MONTH_DAY if _YEAR_LAST.fullmatch(text) or _DAY_IN_WORDS.fullmatch(text) else NO_HINT


def known_part(text: str) -> str:
    """Return the month or the year that a text gives, and no more, as `2025-04` or `2025`; empty if it gives none."""
    if found := _YEAR_ALONE.fullmatch(text):
        return found[1] if int(found[1]) else ""
    if found := _YEAR_MONTH.fullmatch(text):
        return _month(found[1], int(found[2]))
    if found := _MONTH_YEAR.fullmatch(text):
        return _month(found[2], int(found[1]))
    if found := _MONTH_IN_WORDS.fullmatch(text):
        return _month(found[2], _NAMES.index(found[1][:3].lower()) + 1)
    return ""


def _month(year: str, month: int) -> str:
    return f"{year}-{month:02}" if 1 <= month <= 12 and int(year) else ""


def _day(text: str) -> date | None:
    """Return the day that a text gives in a form of ISO 8601, `2025-W17-4` included; `None` if it gives none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _iso(year: int, month: int, day: int) -> Hint:
    try:
        return write(date(year, month, day))
    except ValueError:
        return YEAR_MONTH_DAY
