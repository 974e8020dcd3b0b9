"""Dates, of which a record may know only the year, or the year and the month."""

import datetime as dt
import re
from functools import total_ordering
from typing import TYPE_CHECKING, TypeAlias

_FORM = "(?!0000)[0-9]{4}(-(0[1-9]|1[0-2]))?"


@total_ordering
class PartialDate:
    """A month, or a year if `month` is 0: what ISO 8601 calls a date of reduced precision.

    It sorts among days and other such dates by where it begins, before the day on which it begins.
    """

    __slots__ = ("month", "year")

    def __init__(self, year: int, month: int = 0) -> None:
        self.year = year
        self.month = month

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Return the date that a text gives as `2025-04` or `2025`; raises ValueError if it gives none."""
        if not re.fullmatch(_FORM, text):
            raise ValueError("must be a month or a year: 2025-04, 2025")
        return cls(*map(int, text.split("-")))

    def isoformat(self) -> str:
        """Return `2025-04` or `2025`."""
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    @property
    def first_day(self) -> dt.date:
        """The first day that it may mean."""
        return dt.date(self.year, self.month or 1, 1)

    @property
    def last_day(self) -> dt.date:
        """The last day that it may mean."""
        if self.month in {0, 12}:
            return dt.date(self.year, 12, 31)
        return dt.date(self.year, self.month + 1, 1) - dt.timedelta(days=1)

    def __repr__(self) -> str:
        return f"PartialDate({self.isoformat()!r})"

    def __hash__(self) -> int:
        return hash(_order(self))

    def __eq__(self, other: object) -> bool:
        return _order(self) == _order(other) if isinstance(other, _DATES) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return _order(self) < _order(other) if isinstance(other, _DATES) else NotImplemented


_DATES = (dt.date, PartialDate)


def _order(date: "Date") -> tuple[int, int, int]:
    return date.year, date.month, 0 if isinstance(date, PartialDate) else date.day


if TYPE_CHECKING:
    Date: TypeAlias = dt.date | PartialDate
else:

    class _EitherDate(type):
        # As fast as a test can be: msgspec makes it of every date that it reads, and an ABC would take three times as
        # long.
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, _DATES)

    class Date(metaclass=_EitherDate):
        """A day, or a date of which only the month or the year is known.

        msgspec lets a key have no union of a day with another type: it asks instead whether a value is of this class.
        """


def first_day(date: "Date") -> dt.date:
    """Return a day itself, and the first day that any other date may mean."""
    return date.first_day if isinstance(date, PartialDate) else date


def last_day(date: "Date") -> dt.date:
    """Return a day itself, and the last day that any other date may mean."""
    return date.last_day if isinstance(date, PartialDate) else date


def is_before(date: "Date", other: "Date") -> bool:
    """Return whether a date surely lies before another: `2025` lies neither before nor after `2025-04`."""
    return last_day(date) < first_day(other)
