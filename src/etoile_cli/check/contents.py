"""What the rules check: the records of a catalogue, with their values that are as declared, and today's date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.check.toml.outline import Path


class Entry(Struct, frozen=True):
    """A record: its path, its type, and its values that are as the model declares them.

    `None` replaces a value, or an item of an array, that is not as declared. `is_whole` says that all are.
    """

    path: Path
    type: type[Record]
    values: Mapping[str, Any]
    is_whole: bool = True


class Text(Struct, frozen=True):
    """A string that a record holds: its path, its declaration, and the string itself."""

    path: Path
    declared: Declared
    text: str


STALE_AFTER = 180
"""An offer is stale if nobody has looked at it for more days, unless the user gives another number."""


class Contents(Struct, frozen=True, dict=True):
    """The records of a catalogue in the order of the file, today's date, and after how many days an offer is stale."""

    entries: Sequence[Entry]
    today: date
    stale_after: int = STALE_AFTER

    @cached_property
    def _by_type(self) -> Mapping[type[Record], Sequence[Entry]]:
        found: dict[type[Record], list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.type, []).append(entry)
        return found

    @cached_property
    def with_tables(self) -> Sequence[Entry]:
        """The records that hold a table: most hold none, and many rules are about tables alone."""
        return [entry for entry in self.entries if dict in map(type, entry.values.values())]

    def of(self, record_type: type[Record]) -> Iterator[Entry]:
        """Yield the records of a type."""
        return iter(self._by_type.get(record_type, ()))


def strings(value: object) -> Iterator[str]:
    """Yield every string in a value, itself included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for each in value if isinstance(value, list) else value.values():
            if isinstance(each, str):
                yield each
            else:
                yield from strings(each)


def texts(entry: Entry, keys: Iterable[str] | None = None) -> Iterator[Text]:
    """Yield every string that a record holds at these keys, or at all if none are given, in arrays and tables, too."""
    known = declarations(entry.type)
    held = entry.values.items() if keys is None else ((key, entry.values.get(key)) for key in keys)
    for name, value in held:
        declared = known[name]
        if isinstance(value, str):
            yield Text((*entry.path, name), declared, value)
        elif declared.item and isinstance(value, list | dict):
            for step, each in enumerate(value) if isinstance(value, list) else value.items():
                if isinstance(each, str):
                    yield Text((*entry.path, name, step), declared.item, each)
                elif declared.item.item and isinstance(each, list):
                    yield from _texts_of_pair((*entry.path, name, step), declared.item.item, each)


def _texts_of_pair(path: Path, item: Declared, value: Sequence[Any]) -> Iterator[Text]:
    """Yield every string in the array that a key of a table has; `item` is the declaration of what it holds."""
    return (Text((*path, step), item, each) for step, each in enumerate(value) if isinstance(each, str))
