"""JSON and JSON Lines: UTF-8 as it is, keys in declared order, every key present, absent as `null`."""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from etoile_cli.text.escaping import escape_json

# So many records, or bytes, are written at a time: few beside a large catalogue, and enough to be as quick as all.
_AT_A_TIME = 1_000
_BYTES_AT_A_TIME = 1 << 16

_NOTHING = object()


def json_array(values: Iterable[object]) -> Iterator[str]:
    """Yield values of the model as one JSON array, indented for people, some of them at a time."""
    remaining = iter(values)
    first = next(remaining, _NOTHING)
    if first is _NOTHING:
        yield "[]"
        return
    yield "["
    while first is not _NOTHING:
        batch = [_written(first, remaining)]
        first = next(remaining, _NOTHING)
        # Neither is kept while it is written elsewhere: a record may be as long as the catalogue.
        yield _items_of(batch.pop(), "" if first is _NOTHING else ",")
    yield "]"


def _written(first: object, others: Iterator[object]) -> bytearray:
    """Return an array of the first values, of which the last may be long."""
    encoder, written = msgspec.json.Encoder(), bytearray(b"[")
    for number, value in enumerate(chain([first], others), start=1):
        encoder.encode_into(value, written, -1)
        written += b","
        if number == _AT_A_TIME or len(written) > _BYTES_AT_A_TIME:
            break
    written[-1:] = b"]"
    return written


def _items_of(array: bytearray, comma: str) -> str:
    formatted = memoryview(msgspec.json.format(array, indent=2))
    return escape_json(str(formatted[2:-2], "utf-8")) + comma


def json_object(members: Iterable[tuple[str, Iterator[str]]]) -> Iterator[str]:
    """Yield members, each from the pieces that its value is made in, as one JSON object, indented for people."""
    return _joined("{", ((f"{json_text(name)}: ", pieces) for name, pieces in members), "}")


def json_array_of_pieces(values: Iterable[Iterator[str]]) -> Iterator[str]:
    """Yield values, each from the pieces that it is made in, as one JSON array, indented for people."""
    return _joined("[", (("", pieces) for pieces in values), "]")


def _joined(opening: str, labelled: Iterable[tuple[str, Iterator[str]]], closing: str) -> Iterator[str]:
    """Yield what is not empty; every piece is some whole lines."""
    remaining = iter(labelled)
    each = next(remaining, None)
    yield opening
    while each:
        label, pieces = each
        held = [label + next(pieces)]
        for piece in pieces:
            held.append(piece)
            yield _indented(held.pop(0))
        each = next(remaining, None)
        yield _indented(held.pop()) + ("," if each else "")
    yield closing


def _indented(text: str) -> str:
    return "  " + text.replace("\n", "\n  ")


def json_line(value: object) -> str:
    """Return any value of the model as JSON on one line."""
    return escape_json(msgspec.json.encode(value).decode())


def json_text(value: object) -> str:
    """Return any value of the model as JSON, indented for people."""
    return escape_json(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())
