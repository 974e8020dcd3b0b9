"""Which keys of a record a page shows as its details, and which it shows in another way."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from etoile_cli.catalogue.declarations import Declared, declarations
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
        id=next((name for name, declared in known.items() if declared.identifies), ""),
        sort_name=next((name for name, declared in known.items() if declared.sorts == record_type.main), ""),
        kind_of={declared.tells_of: name for name, declared in known.items() if declared.tells_of},
        dates_of={key: [name for name, declared in known.items() if declared.dates == key] for key in dated},
        citations=[name for name, declared in known.items() if declared.each.cites],
    )


def _details(record_type: type[Record]) -> Iterator[str]:
    """Yield the names of values that are shown as they are: no ids or orders, no references, no pieces of others."""
    pieces = {key for derived in record_type.derived.values() for key in derived.keys}
    yield from record_type.derived
    for name, declared in declarations(record_type).items():
        if name not in pieces and not _is_shown_otherwise(declared):
            yield name


def _is_shown_otherwise(declared: Declared) -> bool:
    return bool(declared.identifies or declared.sorts or declared.tells_of or declared.dates or declared.each.cites)
