"""Sorting records by their columns."""

from collections.abc import Mapping, Sequence
from datetime import date, time
from enum import Enum
from operator import itemgetter
from typing import TypeVar

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.listing.column import Column
from etoile_cli.listing.columns import find_column
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.folding import fold
from etoile_cli.text.values import Item, Value

T = TypeVar("T")

SortValue = Value | tuple[int, ...]
Comparable = int | float | str | date | PartialDate | time
SortKey = tuple[Comparable | tuple[str, Comparable | tuple[Comparable, ...]], ...] | Comparable


def sort_records(
    section: str, records: Sequence[T], keys: Sequence[str], catalogue: Catalogue | None = None
) -> list[T]:
    """Return the records sorted by columns, backwards by `-name`; absent values come last, ties keep their order.

    Raises UsageError for a column the section doesn't have.
    """
    ordered = list(records)
    for key in reversed(keys):
        column = find_column(section, key.removeprefix("-")).within(catalogue)
        ordered = _sorted(ordered, column, descending=key.startswith("-"))
    return ordered


def _sorted(records: list[T], column: Column, *, descending: bool) -> list[T]:
    value_of = column.order()
    return sorted_by_keys([(sort_key(value_of(record)), record) for record in records], descending=descending)


def sorted_by_keys(keyed: Sequence[tuple[SortKey | None, T]], *, descending: bool) -> list[T]:
    """Return values sorted by their keys; those without one come last, ties keep their order."""
    present = [pair for pair in keyed if pair[0] is not None]
    # reverse=True keeps ties in their order.
    present.sort(key=itemgetter(0), reverse=descending)
    return [record for _, record in present] + [record for key, record in keyed if key is None]


def sort_key(value: SortValue) -> SortKey | None:
    """Return what a value sorts by: text folded, numbers and dates as they are, enumerations as declared.

    Returns `None` for what is absent or empty.
    """
    match value:
        case None | "":
            return None
        case Enum():
            return list(type(value)).index(value)
        case str():
            return fold(value)
        case int() | float() | date() | PartialDate() | time():
            return value
        case Mapping():
            return tuple((fold(key), _value_key(each)) for key, each in value.items()) or None
        case _:
            return tuple(map(_item_key, value)) or None


def _value_key(value: Item | Sequence[Item]) -> Comparable | tuple[Comparable, ...]:
    """Return the key of a table's value: of a list, the keys of its items."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(_item_key, value))
    return _item_key(value)


def _item_key(item: Item) -> Comparable:
    match item:
        case Enum():
            return list(type(item)).index(item)
        case str():
            return fold(item)
        case _:
            return item
