"""Dates as people write them: which day, month or year is meant, and what to write if that is not clear."""

import re
from collections.abc import Callable
from datetime import date

from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, certain, write

YEAR_MONTH_DAY = Hint("write year, month and day, as in 2025-04-24")

YEAR_AND_MORE = "-"
"""Stands for a date of which the year is sure, and what else is said is no part of one: `spring 2025`."""
NO_SUCH_DAY = Hint("there is no such day")

_DASHES = "[-./\u2010-\u2014\u2212]"
_YEAR = r"(?:1[89]|20)[0-9]{2}"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}}){_DASHES}([0-9]{{1,2}}){_DASHES}([0-9]{{1,2}})")
_YEAR_LAST = re.compile(rf"[0-9]{{1,2}}{_DASHES}[0-9]{{1,2}}{_DASHES}[0-9]{{4}}")
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
_DAY = "([0-9]{1,2})(?:st|nd|rd|th)?"
_DAY_FIRST = re.compile(rf"(?i){_DAY}\.?[ -]({_MONTHS})\.?,?[ -]([0-9]{{4}})")
_MONTH_FIRST = re.compile(rf"(?i)({_MONTHS})\.? {_DAY},? ([0-9]{{4}})")
_UNKNOWN = "(?:00?|[?xX]{1,2})"
# A part that is not known, though something is written for it.
_UNKNOWN_PART = rf"{_DASHES}{_UNKNOWN}$|^{_UNKNOWN}{_DASHES}"
_YEAR_ALONE = re.compile(rf"([0-9]{{4}})(?:-{_UNKNOWN}){{,2}}")
_YEAR_MONTH = re.compile(rf"([0-9]{{4}}){_DASHES}([0-9]{{1,2}})(?:{_DASHES}{_UNKNOWN})?")
_MONTH_YEAR = re.compile(rf"([0-9]{{1,2}}){_DASHES}([0-9]{{4}})")
_MONTH_IN_WORDS = re.compile(rf"(?i)({_MONTHS})\.?,?(?: of)?[ -]({_YEAR})")
# A year that isn't sure, one of several, a decade.
_UNSURE_YEAR = re.compile(
    rf"(?i)(?:c(?:a|irca)?\.?|[~≈]|about|around|approx\.?|before|after|by|until|since) ?{_YEAR}|[0-9]{{4}}s?\??"
    rf"|{_YEAR} ?(?:or|and|to|[-–—/]) ?{_YEAR}|(?:the )?(?:(?:early|mid|late)[ -])?{_YEAR}'?s"
)
# A week, a season, a third of a month or of a year.
_UNSURE_DAY = re.compile(
    r"(?i)[0-9]{4}-?W[0-9]{2}"
    rf"|(?:early|mid|late)?[ -]?(?:{_MONTHS}|spring|summer|autumn|fall|winter)?\.?(?: of)?,? {_YEAR}"
)


def how_to_date(text: str, incomplete: Callable[[str], Hint]) -> Hint:
    """Return how to write a text that looks like a date but is none in TOML; no hint for other texts.

    `incomplete` returns the hint for a date without a day: from `2025-04` or `2025`, from `YEAR_AND_MORE`, from an
    empty text if not even the year is sure.
    """
    if known := known_part(text):
        return certain(incomplete(known), when=re.search(_UNKNOWN_PART, text) is None)
    if _UNSURE_YEAR.fullmatch(text):
        return incomplete("")
    if _UNSURE_DAY.fullmatch(text):
        return incomplete(YEAR_AND_MORE)
    if day := _day(text):
        return certain(write(day))
    for form, order in ((_YEAR_FIRST, (0, 1, 2)), (_DAY_FIRST, (2, 1, 0)), (_MONTH_FIRST, (2, 0, 1))):
        if found := form.fullmatch(text):
            year, month, of_month = (found.groups()[at] for at in order)
            return _iso(int(year), _month_of(month), int(of_month))
    return YEAR_MONTH_DAY if _YEAR_LAST.fullmatch(text) or text.lower() == "today" else NO_HINT


def _month_of(text: str) -> int:
    """Return the number of a month that is given as a number or by its name."""
    return int(text) if text.isdecimal() else _NAMES.index(text[:3].lower()) + 1


def known_part(text: str) -> str:
    """Return the month or the year that a text gives, and no more, as `2025-04` or `2025`; empty if it gives none."""
    if found := _YEAR_ALONE.fullmatch(text):
        return found[1] if int(found[1]) else ""
    if found := _YEAR_MONTH.fullmatch(text):
        return _month(found[1], int(found[2]))
    if found := _MONTH_YEAR.fullmatch(text):
        return _month(found[2], int(found[1]))
    if found := _MONTH_IN_WORDS.fullmatch(text):
        return _month(found[2], _month_of(found[1]))
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
        return certain(write(date(year, month, day)))
    except ValueError:
        return NO_SUCH_DAY
