"""Dates in words: how long ago something was checked, when something begins and ends."""

from datetime import date

from etoile_cli.text.values import age, readable_date


def checked_text(day: date, today: date) -> str:
    """Return `6 June 2025, 17 months ago`."""
    return f"{readable_date(day)}, {age(day, today)}"


def until_text(day: date, today: date) -> str:
    """Return `until 1 May 2026`, or `ended 1 May 2026` once that day is over."""
    return f"{'ended' if day < today else 'until'} {readable_date(day)}"


def since_text(day: date, today: date) -> str:
    """Return `from 1 May 2027` if that day is still to come, else an empty text."""
    return f"from {readable_date(day)}" if day > today else ""
