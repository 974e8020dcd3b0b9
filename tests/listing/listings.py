"""Listings as the commands make them, for tests of the formats, and how a field is read back."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember
from etoile_cli.listing.column_choice import choose_columns
from etoile_cli.listing.columns import ALL
from etoile_cli.listing.listing import Listing
from tests.controls import unescape
from tests.model_json import own_value
from tests.strategies import sections_with_records

NAMES = ("name", "known_for", "billing")
CAST = (
    CastMember(name="Luke Kirby", known_for=("Maisel", "a;b"), billing="main"),
    CastMember(name='tab\there, "quote"\\', note="x\x1b[0m"),
)

# Where a list parts: at a semicolon behind an even number of backslashes.
_PARTING = re.compile(r"(?<!\\)((?:\\\\)*); ")
# A key, whose own equals signs stand behind a backslash, and the text.
_PAIR = re.compile(r"(?s)((?:[^\\=]|\\.)*)=(.*)")


def listing(
    section: str, records: Sequence[Record], names: Sequence[str] | None = (ALL,), *, header: bool | None = None
) -> Listing:
    columns = choose_columns(section, names)
    return Listing(records, columns, today=date(2026, 11, 22), whole=names is None, header=header)


# Two lists that differ, however their items are joined.
BACKSLASHES = listing(
    "cast", [CastMember(name="A", aliases=items) for items in (("a\\", "b"), ("a; b",), ("\\;", "\\\\"))]
)

listings = sections_with_records.map(lambda drawn: listing(*drawn))
"""Any records with all their columns."""


def read_back(field: str, value: object) -> object:
    """Return what a field says, read as what the model's value is; nothing there says that it is absent."""
    match value:
        case None:
            return field or None
        case str():
            return unescape(field)
        case tuple():
            return tuple(map(unescape, _items(field)))
        case Mapping():
            pairs = (re.fullmatch(_PAIR, item) for item in _items(field))
            is_of_lists = isinstance(next(iter(value.values()), None), tuple)
            read = _listed if is_of_lists else unescape
            return {unescape(pair[1]): read(pair[2]) for pair in pairs if pair}
        case _:
            return msgspec.convert(field, type(value), strict=False, dec_hook=own_value)


def _listed(text: str) -> tuple[str, ...]:
    """Return the items of a list in a table, which commas part that have no backslash before them."""
    return tuple(map(unescape, re.findall(r"(?s)((?:[^\\,]|\\.)*),", f"{text},")))


def _items(field: str) -> list[str]:
    parts = _PARTING.split(field) if field else []
    # The backslashes before a parting belong to the item in front of it.
    return ["".join(parts[start : start + 2]) for start in range(0, len(parts), 2)]


def comparable(value: object) -> object:
    """Return a value as it can be read back: one empty text in a list can't be told from an empty list."""
    return () if value == ("",) else value
