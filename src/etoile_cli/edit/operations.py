"""What is to be changed in the data of a catalogue, and the data after that."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from etoile_cli.check.toml.outline import Path

Data = dict[str, Any]


class Put(Struct, frozen=True):
    """A key of the show or of a record is to have a value; of a table, the keys that it doesn't name are kept."""

    record: Path
    key: str
    value: Any


class Drop(Struct, frozen=True):
    """A key is to go; with `name`, only that key of the table it holds."""

    record: Path
    key: str
    name: str | None = None


class Add(Struct, frozen=True):
    """A record is to be added after the others of its section; if it is the first, below a heading in a comment."""

    section: str
    record: Mapping[str, Any]
    heading: str = ""


class Remove(Struct, frozen=True):
    """A record is to go; its position counts from 0, as it was before any change."""

    section: str
    position: int


Operation = Put | Drop | Add | Remove


def intended(data: Data, operations: Sequence[Operation]) -> Data:
    """Return the data after operations. What they don't change is shared with the old data, which stay as they are."""
    draft = _Draft(data)
    for operation in operations:
        match operation:
            case Put(record, key, value):
                draft.put(record, key, value)
            case Drop(record, key, name):
                draft.drop(record, key, name)
            case Add(section, record, _):
                draft.own_list(section).append(dict(record))
            case Remove():
                pass  # below, so that no position moves
    for section, positions in removed(operations).items():
        draft.remove(section, positions)
    return draft.data


def removed(operations: Sequence[Operation]) -> Mapping[str, set[int]]:
    """Return the positions of the records that operations remove, by their sections."""
    found: dict[str, set[int]] = {}
    for each in operations:
        if isinstance(each, Remove):
            found.setdefault(each.section, set()).add(each.position)
    return found


def added(operations: Sequence[Operation]) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return the records that operations add, by their sections."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for each in operations:
        if isinstance(each, Add):
            found.setdefault(each.section, []).append(each.record)
    return found


def heading_of(operations: Sequence[Operation], section: str) -> str:
    """Return the heading for the first records of a section; empty if there is to be none."""
    return next((each.heading for each in operations if isinstance(each, Add) and each.section == section), "")


class _Draft:
    """Data of which each table and list is copied before its first change."""

    def __init__(self, data: Data) -> None:
        self.data = dict(data)
        self._copied: set[Path] = set()

    def put(self, record: Path, key: str, value: Any) -> None:
        if not (isinstance(value, Mapping) and isinstance(self._own(record).get(key, {}), Mapping)):
            self._own(record)[key] = value
        elif value:
            self._own((*record, key)).update(value)

    def drop(self, record: Path, key: str, name: str | None) -> None:
        table = self._own(record)
        if name is not None:
            inner = self._own((*record, key))
            del inner[name]
            if inner:
                return
        del table[key]
        self._copied.discard((*record, key))

    def remove(self, section: str, positions: set[int]) -> None:
        kept = [each for number, each in enumerate(self.own_list(section)) if number not in positions]
        self.data[section] = kept
        if not kept:
            del self.data[section]

    def own_list(self, section: str) -> list[Any]:
        """Return the records of a section, copied if they were not yet."""
        if (section,) not in self._copied:
            self.data[section] = list(self.data.get(section, ()))
            self._copied.add((section,))
        found: list[Any] = self.data[section]
        return found

    def _own(self, path: Path) -> dict[str, Any]:
        """Return the table at a path, copied if it was not yet; one that is missing is made."""
        *around, last = path
        holder: Any
        if len(around) == 1 and isinstance(last, int):
            holder = self.own_list(str(around[0]))
        else:
            holder = self._own(tuple(around)) if around else self.data
        if path not in self._copied:
            holder[last] = dict(holder[last] if isinstance(last, int) else holder.get(last, {}))
            self._copied.add(path)
        found: dict[str, Any] = holder[last]
        return found
