"""Dates in words: how long ago something was checked, when something begins and ends."""

from datetime import date

from etoile_cli.text.dates import Date, first_day, last_day
from etoile_cli.text.values import age, readable_date


def checked_text(day: date, today: date) -> str:
    """Return `6 June 2025, 17 months ago`."""
    return f"{readable_date(day)}, {age(day, today)}"


def until_text(date: Date, today: date) -> str:
    """Return `until 1 May 2026`, or `ended 1 May 2026` once that day is over."""
    return f"{'ended' if last_day(date) < today else 'until'} {readable_date(date)}"


def since_text(date: Date, today: date) -> str:
    """Return `from 1 May 2027` if that day is still to come, else an empty text."""
    return f"from {readable_date(date)}" if first_day(date) > today else ""
