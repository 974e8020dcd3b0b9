"""Which keys of a record a page shows as its details, and which it shows in another way."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from etoile_cli.catalogue.declarations import Declared, declarations, identifying_key
from etoile_cli.catalogue.records import Record


class Keys(Struct, frozen=True):
    """The keys of a record type by what they are to a page.

    `details` are its keys and derived columns that may be shown as they are. `id` and `sort_name` are the keys that
    hold these, empty if none do. `kind_of` are the keys that say what the address of another key leads to, `dates_of`
    those that say since when the value of another holds, both by that other key. `citations` hold ids of sources.
    """

    details: Sequence[str]
    id: str
    sort_name: str
    kind_of: Mapping[str, str]
    dates_of: Mapping[str, Sequence[str]]
    citations: Sequence[str]


@cache
def keys_of(record_type: type[Record]) -> Keys:
    """Return the keys of a record type, sorted out."""
    known = declarations(record_type)
    dated = {declared.dates for declared in known.values() if declared.dates}
    return Keys(
        details=list(_details(record_type)),
        id=identifying_key(record_type),
        sort_name=next((name for name, declared in known.items() if declared.sorts), ""),
        kind_of={declared.kind_of: name for name, declared in known.items() if declared.kind_of},
        dates_of={key: [name for name, declared in known.items() if declared.dates == key] for key in dated},
        citations=[name for name, declared in known.items() if _is_citation(declared)],
    )


def _details(record_type: type[Record]) -> Iterator[str]:
    """Yield the names of values that are shown as they are: no ids or orders, no references, nor components."""
    components = {key for derived in record_type.derived.values() for key in derived.keys}
    yield from record_type.derived
    for name, declared in declarations(record_type).items():
        if name not in components and not _is_shown_otherwise(declared):
            yield name


def _is_shown_otherwise(declared: Declared) -> bool:
    is_other = declared.identifies or declared.sorts or declared.kind_of or declared.dates
    return bool(is_other) or _is_citation(declared)


def _is_citation(declared: Declared) -> bool:
    return declared.item is not None and declared.item.is_citation
