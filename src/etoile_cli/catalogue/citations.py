"""Which sources a record rests on: those that state the record as a whole, and those that state single values."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain

from msgspec import Struct

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.record import Record


class CitingKeys(Struct, frozen=True):
    """The keys of a record type that hold ids of sources: of the whole record, and of single values by their keys."""

    whole: Sequence[str]
    single: Sequence[str]

    @property
    def all(self) -> Sequence[str]:
        """All of them, those of the whole record first."""
        return [*self.whole, *self.single]


@cache
def citing_keys(record_type: type[Record]) -> CitingKeys:
    """Return the keys of a record type that hold ids of sources."""
    known = declarations(record_type)
    single = [key for key, declared in known.items() if declared.cites]
    return CitingKeys(
        [key for key, declared in known.items() if declared.held.is_citation and key not in single], single
    )


@cache
def citable_keys(record_type: type[Record]) -> Sequence[str]:
    """Return the keys of a record type whose values a source can state: not its own id, and not its sources."""
    known = declarations(record_type).items()
    return [key for key, each in known if not each.identifies and not each.held.is_citation]


def sources_by_key(record: Record) -> Mapping[str, Sequence[str]]:
    """Return the ids of the sources that state a record as a whole, by the keys that name them."""
    held = ((key, getattr(record, key)) for key in citing_keys(type(record)).whole)
    return {key: tuple(_ids(value)) for key, value in held if value}


def sources_of(record: Record) -> Iterable[str]:
    """Return the ids of the sources that state a record as a whole, each once."""
    held = [value for key in citing_keys(type(record)).whole if (value := getattr(record, key))]
    return dict.fromkeys(chain.from_iterable(map(_ids, held)))


def cited_values(record: Record) -> Mapping[str, Sequence[str]]:
    """Return the ids of the sources that state single values of a record, by the keys of these values."""
    keys = citing_keys(type(record)).single
    if len(keys) == 1:
        cited: Mapping[str, Sequence[str]] = getattr(record, keys[0])
        return cited
    return {key: ids for each in keys for key, ids in getattr(record, each).items()}


def every_source(record: Record) -> Iterator[str]:
    """Yield the ids of the sources of a record: of each once for the whole record, and once for each cited value."""
    yield from sources_of(record)
    for ids in cited_values(record).values():
        yield from dict.fromkeys(ids)


def _ids(value: str | Iterable[str] | dict[str, str]) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    return value.values() if isinstance(value, dict) else value
