"""JSON and JSON Lines: UTF-8 as it is, keys in declared order, every key present, absent as `null`."""

from collections.abc import Iterator

import msgspec

from etoile_cli.escaping import escape_json
from etoile_cli.render.listing import Listing


def json(listing: Listing) -> Iterator[str]:
    """Yield a listing as one JSON array, indented for people."""
    yield json_text(list(_objects(listing)))


def jsonl(listing: Listing) -> Iterator[str]:
    """Yield a listing as JSON Lines, a record a line."""
    for each in _objects(listing):
        yield json_line(each)


def json_line(value: object) -> str:
    """Return any value of the model as JSON on one line."""
    return escape_json(msgspec.json.encode(value).decode())


def json_text(value: object) -> str:
    """Return any value of the model as JSON, indented for people."""
    return escape_json(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def _objects(listing: Listing) -> Iterator[object]:
    if listing.whole:
        yield from listing.records
    else:
        names = listing.names()
        for row in listing.rows():
            yield dict(zip(names, row, strict=True))
