"""The records that ids in other records refer to, and what the records are called there."""

from collections.abc import Mapping
from functools import cached_property
from operator import attrgetter

from etoile_cli.catalogue.declarations import identifying_key
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue, in_short
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.record import Record, first_by


class References:
    """The records of a catalogue by their ids, section by section; without a catalogue there are none.

    If several records have the same id, the first one counts.
    """

    def __init__(self, catalogue: Catalogue | None) -> None:
        self._catalogue = catalogue
        self._by_section: dict[str, Mapping[str, Record]] = {}
        self._names: dict[tuple[str, str], str] = {}

    def record(self, section: str, id_: str) -> Record | None:
        """Return the record with an id in a section; `None` if there is no such record."""
        if section not in self._by_section:
            self._by_section[section] = self._by_id(section)
        return self._by_section[section].get(id_)

    def name(self, section: str, id_: str) -> str:
        """Return the short name of the record with an id in a section; the id if there is no such record."""
        place = section, id_
        if place not in self._names:
            found = self.record(section, id_)
            self._names[place] = in_short(found.short_name) if found else id_
        return self._names[place]

    @cached_property
    def numbering(self) -> Numbering:
        """Which episodes there are, and which follow which."""
        return Numbering.of(self._catalogue) if self._catalogue else Numbering((), {})

    def _by_id(self, section: str) -> Mapping[str, Record]:
        key = identifying_key(RECORD_TYPES[section])
        if not key or self._catalogue is None:
            return {}
        records: tuple[Record, ...] = getattr(self._catalogue, section)
        return first_by(attrgetter(key), records)
