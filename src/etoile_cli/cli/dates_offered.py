"""What TAB offers of dates: first the years, then the months of a year, then the days of a month."""

from collections.abc import Collection

# The lengths of 2025, 2025-04 and 2025-04-24.
_ENDS = (4, 7, 10)


def dates_begun(dates: Collection[str], typed: str) -> Collection[str]:
    """Return the shortest beginnings of dates that go on from what was typed and leave a choice, or the only date."""
    begun = {date for date in dates if date.startswith(typed)}
    for end in _ENDS:
        offered = {date[:end] for date in begun}
        if len(offered) > 1:
            return offered
    return begun
