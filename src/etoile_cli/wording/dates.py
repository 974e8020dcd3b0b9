"""Days in words: how old the knowledge of something is, when something begins and ends."""

from datetime import date

from etoile_cli.text.values import age, readable_date


def checked_text(day: date, today: date) -> str:
    """Return `6 June 2025, 17 months ago`."""
    return f"{readable_date(day)}, {age(day, today)}"


def until_text(day: date, today: date) -> str:
    """Return `until 1 May 2026`, or `ended 1 May 2026` once it is over."""
    return f"{'ended' if day < today else 'until'} {readable_date(day)}"


def since_text(day: date, today: date) -> str:
    """Return `from 1 May 2027` as long as that is to come; nothing once it has begun."""
    return f"from {readable_date(day)}" if day > today else ""
