"""JSON and JSON Lines: UTF-8, keys in the order of their declaration, every key present, `null` without a value."""

from collections.abc import Iterable, Iterator
from itertools import chain

import msgspec

from etoile_cli.text.dates import PartialDate
from etoile_cli.text.escaping import escape_json

# About so many records, or bytes, are encoded at a time: that takes little memory, and is as fast as all at once.
_AT_A_TIME = 1_000
_BYTES_AT_A_TIME = 1 << 16

_NOTHING = object()


def _plain(value: object) -> str:
    """Return what JSON holds for a value of a type that msgspec doesn't know."""
    if isinstance(value, PartialDate):
        return value.isoformat()
    raise NotImplementedError(f"no form of {type(value).__name__} in JSON")


def json_array(values: Iterable[object]) -> Iterator[str]:
    """Yield values of the model as one JSON array, indented, some of them at a time."""
    remaining = iter(values)
    first = next(remaining, _NOTHING)
    if first is _NOTHING:
        yield "[]"
        return
    yield "["
    while first is not _NOTHING:
        batch = [_encoded(first, remaining)]
        first = next(remaining, _NOTHING)
        # `pop` leaves no reference to the batch: while it is written, its memory can be freed.
        yield _items_of(batch.pop(), "" if first is _NOTHING else ",")
    yield "]"


def _encoded(first: object, others: Iterator[object]) -> bytearray:
    """Return an array of the first value and as many of the others as are encoded at a time."""
    encoder, array = msgspec.json.Encoder(enc_hook=_plain), bytearray(b"[")
    for number, value in enumerate(chain([first], others), start=1):
        encoder.encode_into(value, array, -1)
        array += b","
        if number == _AT_A_TIME or len(array) > _BYTES_AT_A_TIME:
            break
    array[-1:] = b"]"
    return array


def json_array_of_items(batches: Iterable[str]) -> Iterator[str]:
    """Yield one JSON array, indented, from batches of its items that are indented already; no batch is empty."""
    waiting = ""
    for batch in batches:
        yield f"{waiting}," if waiting else "["
        waiting = batch
    yield from [waiting, "]"] if waiting else ["[]"]


def json_items(values: Iterable[object], before: str = "") -> str:
    """Return objects as the items of an indented array; `before` are members, JSON too, that come first in each.

    There must be at least one object, and it must have a member of its own.
    """
    encoder, array, first = msgspec.json.Encoder(enc_hook=_plain), bytearray(b"["), f"{{{before},".encode()
    for value in values:
        begin = len(array)
        encoder.encode_into(value, array, -1)
        array[begin : begin + 1] = first if before else b"{"
        array += b","
    array[-1:] = b"]"
    return _items_of(array, "")


def json_items_of_lines(lines: Iterable[str]) -> str:
    """Return likewise values that are JSON on one line each."""
    return _items_of(bytearray(f"[{','.join(lines)}]".encode()), "")


def _items_of(array: bytearray, comma: str) -> str:
    formatted = memoryview(msgspec.json.format(array, indent=2))
    return escape_json(str(formatted[2:-2], "utf-8")) + comma


def json_object(members: Iterable[tuple[str, Iterator[str]]]) -> Iterator[str]:
    """Yield one JSON object, indented, from its members: each a name, and its value in successive chunks of JSON."""
    return _joined("{", ((f"{json_text(name)}: ", chunks) for name, chunks in members), "}")


def json_array_of_chunks(values: Iterable[Iterator[str]]) -> Iterator[str]:
    """Yield one JSON array, indented, from its values: each in successive chunks of JSON."""
    return _joined("[", (("", chunks) for chunks in values), "]")


def _joined(opening: str, labelled: Iterable[tuple[str, Iterator[str]]], closing: str) -> Iterator[str]:
    """Yield labelled values between brackets; there must be at least one, and every chunk consists of whole lines."""
    remaining = iter(labelled)
    each = next(remaining, None)
    yield opening
    while each:
        label, chunks = each
        held = [label + next(chunks)]
        for chunk in chunks:
            held.append(chunk)
            yield _indented(held.pop(0))
        each = next(remaining, None)
        yield _indented(held.pop()) + ("," if each else "")
    yield closing


def _indented(text: str) -> str:
    return "  " + text.replace("\n", "\n  ")


def json_line(value: object) -> str:
    """Return any value of the model as JSON on one line."""
    return escape_json(msgspec.json.encode(value, enc_hook=_plain).decode())


def json_text(value: object) -> str:
    """Return any value of the model as JSON, indented."""
    return escape_json(msgspec.json.format(msgspec.json.encode(value, enc_hook=_plain), indent=2).decode())
