"""JSON and JSON Lines: UTF-8 as it is, keys in declared order, every key present, absent as `null`."""

from collections.abc import Iterator
from itertools import islice

import msgspec

from etoile_cli.escaping import escape_json
from etoile_cli.render.listing import Listing

# So many records are written at a time: few beside a large catalogue, and enough to be as quick as all at once.
_AT_A_TIME = 1_000


def json(listing: Listing) -> Iterator[str]:
    """Yield a listing as one JSON array, indented for people, some records at a time."""
    return json_array(_objects(listing), len(listing.records))


def json_array(values: Iterator[object], number: int) -> Iterator[str]:
    """Yield so many values of the model as one JSON array, indented for people, some of them at a time."""
    if not number:
        yield "[]"
        return
    yield "["
    for begin in range(0, number, _AT_A_TIME):
        array = json_text(list(islice(values, _AT_A_TIME)))
        is_last = begin + _AT_A_TIME >= number
        yield array.removeprefix("[\n").removesuffix("\n]") + ("" if is_last else ",")
    yield "]"


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
