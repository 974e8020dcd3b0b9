"""What the declared type of a key says of its values beyond their form: `Meta.extra`, as everything asks for it."""

from collections.abc import Mapping
from typing import Any

from etoile_cli.catalogue.vocabulary import (
    ADDRESS,
    AGES,
    CALLED,
    CITES,
    DATES,
    ENDS,
    IDENTIFIES,
    LABEL,
    OFFERED,
    ONE,
    OTHER_ID,
    REFERS_TO,
    SORTS,
    STANDARD,
    TELLS_OF,
    UNIT,
    Standard,
)


class Facets:
    """How the values of a key read, and what they are to other records; what is not declared is empty or false."""

    def __init__(self, extra: Mapping[str, Any]) -> None:
        self._extra = extra

    @property
    def standard(self) -> Standard | None:
        """The standard that lists the codes that it holds."""
        return self._extra.get(STANDARD)

    @property
    def refers_to(self) -> str | None:
        """The section whose ids or codes it holds."""
        return self._extra.get(REFERS_TO)

    @property
    def cites(self) -> bool:
        """Whether it holds the ids of the sources that state the record."""
        return CITES in self._extra

    @property
    def identifies(self) -> bool:
        """Whether it is the id by which other records refer to this one."""
        return IDENTIFIES in self._extra

    @property
    def is_address(self) -> bool:
        """Whether it is an address of the web."""
        return ADDRESS in self._extra

    @property
    def tells_of(self) -> str:
        """The key whose address it says something about: what it leads to; empty for any other value."""
        return str(self._extra.get(TELLS_OF, ""))

    @property
    def is_other_id(self) -> bool:
        """Whether it is an id elsewhere, of the scheme that is its key."""
        return OTHER_ID in self._extra

    @property
    def unit(self) -> str:
        """What its number counts, in the singular; empty if it counts nothing."""
        return str(self._extra.get(UNIT, ""))

    @property
    def ages(self) -> bool:
        """Whether it is a day of which people want to know how long ago it was."""
        return AGES in self._extra

    @property
    def ends(self) -> bool:
        """Whether it is the last day of what the record describes."""
        return ENDS in self._extra

    @property
    def dates(self) -> str:
        """The key whose value holds since this day; empty for any other value."""
        return str(self._extra.get(DATES, ""))

    @property
    def sorts(self) -> str:
        """The key whose values are sorted by these; empty if none are."""
        return str(self._extra.get(SORTS, ""))

    @property
    def offered(self) -> bool:
        """Whether TAB offers its words, besides those of the record's name."""
        return OFFERED in self._extra

    @property
    def label(self) -> str:
        """What people call it, if not by the words of its key; else empty."""
        return str(self._extra.get(LABEL, ""))

    @property
    def one(self) -> str:
        """What people call a single item of it; empty if it is called as they are together."""
        return str(self._extra.get(ONE, ""))

    @property
    def called(self) -> str:
        """What messages call its values, where that says more than their type; empty where it doesn't."""
        return str(self._extra.get(CALLED, ""))
