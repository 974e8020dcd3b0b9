"""Changes as programs read them: a record of plain values for each, and its columns."""

from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

import msgspec

from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.compare.change import Change
from etoile_cli.compare.pairing import identity_of
from etoile_cli.listing.column import Column, plain_columns


class Row(msgspec.Struct, frozen=True):
    """A change; where the record itself came or went, `old` or `new` holds it whole.

    `identity` are the keys by which the record is looked up, as they were or, if it is new, as they are.
    """

    section: str
    record: str | None
    change: str
    key: str | None
    item: str | None
    old: Any
    new: Any
    identity: dict[str, Any]


def rows(changes: Iterable[Change]) -> Iterator[Row]:
    """Yield changes as records for programs."""
    for change in changes:
        is_of_record = change.is_of_record
        yield Row(
            change.section,
            change.record or None,
            change.kind,
            change.key or None,
            change.item or None,
            change.before if is_of_record else change.old,
            change.after if is_of_record else change.new,
            _identity(change),
        )


def columns_of_rows() -> tuple[Column, ...]:
    """Return the columns of changes; those of the values are empty where a whole record came or went."""
    return tuple(
        msgspec.structs.replace(column, value=_value_of(column.name)) if column.name in {"old", "new"} else column
        for column in plain_columns(Row)
        if column.name != "identity"
    )


def _identity(change: Change) -> dict[str, Any]:
    if change.section == SHOW:
        return {}
    record = change.known
    return {key: getattr(record, key) for key in identity_of(type(record))}


def _value_of(name: str) -> Any:
    value_of = attrgetter(name)

    def value(row: Row) -> Any:
        value = value_of(row)
        return None if isinstance(value, Record) else value

    return value
