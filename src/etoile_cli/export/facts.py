"""A value of a record as a page and a fact sheet show it: under a label, in pieces."""

from functools import cache
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.records import Record
from etoile_cli.catalogue.references import References
from etoile_cli.export.keys import keys_of
from etoile_cli.export.pieces import Piece, pieces_of, pieces_of_address
from etoile_cli.listing.columns import Column
from etoile_cli.text.values import in_words


class Fact(Struct, frozen=True):
    """A key, its label, and the pieces of its value; `is_address` says that the value is an address."""

    key: str
    label: str
    pieces: tuple[Piece, ...]
    is_address: bool = False


def fact_of(record: Record, column: Column, references: References, *, spelt: bool = False) -> Fact:
    """Return the fact in a column of a record, with the day since when it holds; `spelt` prints an address in full."""
    declared, value = column.declared, column.value(record)
    if declared.is_address:
        pieces = _pieces_of_address(record, column.name, value, spelt=spelt)
        return Fact(column.name, label(column.name, declared), pieces, is_address=True)
    pieces = pieces_of(declared, value, references)
    name = (len(pieces) == 1 and declared.one) or column.name
    for key in keys_of(type(record)).dates_of.get(column.name, ()):
        pieces += pieces_of(declarations(type(record))[key], getattr(record, key), references)
    return Fact(column.name, label(name, declared), pieces)


@cache
def label(name: str, declared: Declared) -> str:
    """Return the label of a value, from the name of its key."""
    return (declared.label or in_words(name)).capitalize()


def _pieces_of_address(record: Record, key: str, address: Any, *, spelt: bool) -> tuple[Piece, ...]:
    kind = keys_of(type(record)).kind_of.get(key)
    return pieces_of_address(address or "", getattr(record, kind) if kind else None, spelt=spelt)
