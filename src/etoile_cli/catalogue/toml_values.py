"""Values of a catalogue that TOML writes in more than one way, and how they are read."""

from datetime import date, datetime, time
from typing import Any

from etoile_cli.text.dates import Date, PartialDate

TOML_TYPES = (date, datetime, time)
"""The types of TOML itself: without these, msgspec would also convert the string "2025-04-24" to a date."""


class Extent(tuple[int, ...]):
    """A number of minutes, or the least and the most: in TOML an integer or an array of two, here a tuple."""

    __slots__ = ()
    LEAST = 1
    MOST = 99_999

    @classmethod
    def parse(cls, value: object) -> "Extent":
        """Return the extent that a TOML value means; raises ValueError if it means none."""
        ends: list[Any] = value if isinstance(value, list) and len(value) == 2 else [value]
        if not all(type(end) is int and cls.LEAST <= end <= cls.MOST for end in ends) or ends[0] > ends[-1]:
            raise ValueError("must be a number, or the least and the most")
        return cls(ends)

    def as_toml(self) -> int | list[int]:
        """Return the number if there is one alone, else the two."""
        return self[0] if len(self) == 1 else list(self)


OWN_TYPES = (Date, Extent)
"""The types of values that msgspec doesn't know."""


def from_toml(kind: Any, value: Any) -> Any:
    """Return the value of a type that msgspec doesn't know for what TOML holds; raises ValueError if it is none."""
    if kind is Extent:
        return Extent.parse(value)
    if type(value) is date:  # and no date-time, which is a date to Python
        return value
    if isinstance(value, str):
        return PartialDate.parse(value)
    raise ValueError("must be a date")


def to_toml(value: Any) -> Any:
    """Return what TOML holds for a value of a type that msgspec doesn't know."""
    if isinstance(value, PartialDate):
        return value.isoformat()
    raise NotImplementedError(f"no form of {type(value).__name__} in TOML")
