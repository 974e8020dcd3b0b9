"""Which keys of a record a page shows as details, and which it shows in another way."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from etoile_cli.catalogue.declarations import Declared, declarations, identifying_key
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.vocabulary import Standard


class Keys(Struct, frozen=True):
    """The keys of a record type by their role on a page.

    `details` are the keys and derived columns that may be shown as they are. `id` and `sort_name` are the keys of the
    id and the sort name, empty if there are none. `kind_of` has for the key of an address the key that says what the
    address leads to, `dates_of` for a key those that say since when its value holds, `left_out_of` those that say
    what is left out of it. `language` is the key of the record's one language.
    """

    details: Sequence[str]
    id: str
    sort_name: str
    kind_of: Mapping[str, str]
    dates_of: Mapping[str, Sequence[str]]
    left_out_of: Mapping[str, Sequence[str]]
    language: str


@cache
def keys_of(record_type: type[Record]) -> Keys:
    """Return the keys of a record type by their roles."""
    known = declarations(record_type)
    return Keys(
        details=list(_details(record_type)),
        id=identifying_key(record_type),
        sort_name=next((name for name, declared in known.items() if declared.sorts == record_type.main), ""),
        kind_of={declared.kind_of: name for name, declared in known.items() if declared.kind_of},
        dates_of=_grouped({name: declared.dates for name, declared in known.items()}),
        left_out_of=_grouped({name: declared.left_out_of for name, declared in known.items()}),
        language=next((name for name, declared in known.items() if _is_language(declared)), ""),
    )


def _grouped(named: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Return the keys that name another key, by that key."""
    return {key: [name for name, each in named.items() if each == key] for key in set(named.values()) - {""}}


def _details(record_type: type[Record]) -> Iterator[str]:
    """Yield the names of values that are shown as they are: no ids or orders, no citations, nor components."""
    components = {key for derived in record_type.derived.values() for key in (*derived.keys, *derived.reads)}
    yield from record_type.derived
    for name, declared in declarations(record_type).items():
        if name not in components and not _is_shown_otherwise(declared):
            yield name


def _is_shown_otherwise(declared: Declared) -> bool:
    beside = declared.sorts or declared.kind_of or declared.dates or declared.left_out_of
    return bool(declared.identifies or beside or declared.held.is_citation)


def _is_language(declared: Declared) -> bool:
    return declared.standard is Standard.LANGUAGE and declared.item is None
