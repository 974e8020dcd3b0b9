"""Which record of a section is the one that is given: by the keys that the model says identify it."""

from collections.abc import Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.edit.data import is_same
from etoile_cli.text.normal_forms import normalized


class Known:
    """The records of a section, found by what identifies them.

    Where the model names no such keys, a record is there already if all of its values are; it is completed by the key
    that names it.
    """

    def __init__(self, section: str, records: Sequence[Mapping[str, Any]]) -> None:
        self._identity = RECORD_TYPES[section].identity
        self._main = RECORD_TYPES[section].main
        self._records = records
        self._by_identity: dict[object, list[int]] = {}
        for position, record in enumerate(records):
            self._by_identity.setdefault(self._key(record), []).append(position)

    def _key(self, record: Mapping[str, Any]) -> object:
        return tuple(_comparable(record.get(key)) for key in self._identity or (self._main,))

    def same(self, record: Mapping[str, Any]) -> int | None:
        """Return the position of the record that is there already; `None` if there is none."""
        for position in self._by_identity.get(self._key(record), ()):
            if self._identity or is_same(dict(self._records[position]), dict(record)):
                return position
        return None

    def to_complete(self, record: Mapping[str, Any]) -> Sequence[int]:
        """Return the positions of the records that a record may complete: several if they share their name."""
        return self._by_identity.get(self._key(record), ())


def _comparable(value: Any) -> object:
    return normalized("NFC", value) if isinstance(value, str) else repr(value)
