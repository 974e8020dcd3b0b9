"""The records that ids in other records refer to, and what the records are called there."""

from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING

from etoile_cli.catalogue.declarations import identifying_key
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record, first_by
from etoile_cli.text.values import in_short

if TYPE_CHECKING:  # imported where episodes are asked for
    from etoile_cli.catalogue.numbering import Numbering


class References:
    """The records of a catalogue by their ids, section by section; without a catalogue there are none.

    If several records have the same id, the first one counts.
    """

    def __init__(self, catalogue: Catalogue | None) -> None:
        self._catalogue = catalogue
        self._by_section: dict[str, Mapping[str, Record]] = {}
        self._names: dict[tuple[str, str], str] = {}
        self._counts: dict[str, Counter[str]] = {}

    def ids(self, section: str) -> Collection[str]:
        """Return the ids of the records of a section; none if its records have no ids."""
        self.record(section, "")
        return self._by_section[section].keys()

    def record(self, section: str, id_: str) -> Record | None:
        """Return the record with an id in a section; `None` if there is no such record."""
        if section not in self._by_section:
            self._by_section[section] = self._by_id(section)
        return self._by_section[section].get(id_)

    def name(self, section: str, id_: str) -> str:
        """Return what the record with an id in a section is called; the id if there is no such record.

        That is its short name or, if others there have the same, its heading.
        """
        place = section, id_
        if place not in self._names:
            found = self.record(section, id_)
            self._names[place] = in_short(self._told_apart(section, found)) if found else id_
        return self._names[place]

    @cached_property
    def numbering(self) -> "Numbering":
        """Which episodes there are, and which follow which."""
        from etoile_cli.catalogue.numbering import Numbering

        return Numbering.of(self._catalogue) if self._catalogue else Numbering((), {})

    def _told_apart(self, section: str, record: Record) -> str:
        if section not in self._counts:
            self._counts[section] = Counter(each.short_name for each in self._by_section[section].values())
        return record.heading if self._counts[section][record.short_name] > 1 else record.short_name

    def _by_id(self, section: str) -> Mapping[str, Record]:
        key = identifying_key(RECORD_TYPES[section])
        if not key or self._catalogue is None:
            return {}
        records: tuple[Record, ...] = getattr(self._catalogue, section)
        return first_by(attrgetter(key), records)
