"""Which record of a section is the one that is given: by the keys that the model says identify it."""

from collections.abc import Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.edit.data import is_same
from etoile_cli.text.normal_forms import normalized

Record = Mapping[str, Any]


class Known:
    """The records of a section, found by what identifies them.

    Where the model names no such keys, a record is there already if all of its values are; it is completed by the key
    that names it.
    """

    def __init__(self, section: str, records: Sequence[Record]) -> None:
        kind = RECORD_TYPES[section]
        self._compares_all = not kind.identity
        self._identity = kind.identity or (kind.main,)
        self._main = kind.main
        self.records: list[Record] = []
        self._by_identity: dict[object, list[int]] = {}
        self._by_name: dict[object, list[int]] = {}
        for record in records:
            self.append(record)

    def append(self, record: Record) -> None:
        """Take a record for one that is there."""
        position = len(self.records)
        self.records.append(record)
        self._by_identity.setdefault(self._key(record), []).append(position)
        self._by_name.setdefault(_comparable(record.get(self._main)), []).append(position)

    def replace(self, position: int, record: Record) -> None:
        """Take a record in place of one that has the same name and is identified by the same values."""
        self.records[position] = record

    def same(self, record: Record) -> int | None:
        """Return the position of the record that is there already; `None` if there is none."""
        for position in self._by_identity.get(self._key(record), ()):
            if not self._compares_all or is_same(dict(self.records[position]), dict(record)):
                return position
        return None

    def to_complete(self, record: Record) -> Sequence[int]:
        """Return the positions of the records that a record may complete: several if they share their name.

        One that doesn't have all that identifies it completes those that have its name, and what else it has of that.
        """
        if (found := self._by_identity.get(self._key(record))) is not None:
            return found
        given = [key for key in self._identity if key in record]
        if len(given) == len(self._identity) or self._main not in record:
            return ()
        named = self._by_name.get(_comparable(record[self._main]), ())
        return [each for each in named if all(self._shares(each, key, record) for key in given)]

    def _shares(self, position: int, key: str, record: Record) -> bool:
        return _comparable(self.records[position].get(key)) == _comparable(record[key])

    def _key(self, record: Record) -> object:
        return tuple(_comparable(record.get(key)) for key in self._identity)


def _comparable(value: Any) -> object:
    return normalized("NFC", value) if isinstance(value, str) else repr(value)
