"""What TOML data are, compared: a number is not a truth value, and a date not its text."""

import math
from collections.abc import Mapping
from typing import Any

import msgspec
import tomli

_encoder = msgspec.json.Encoder(order="deterministic")


def is_same(one: Any, other: Any) -> bool:
    """Return whether two values are the same and of the same types, through all that they hold."""
    try:
        # Both are done in C: `==` takes 1, 1.0 and true for the same, JSON takes a date for its text.
        return (bool(one == other) and _encoder.encode(one) == _encoder.encode(other)) or _has_nan_alike(one, other)
    except (ValueError, OverflowError, RecursionError):  # integers that are too long for JSON, or for Python to write
        return _is_alike(one, other)


def _has_nan_alike(one: Any, other: Any) -> bool:
    """Return whether two values differ only in that `nan` is not equal to itself."""
    return _encoder.encode(one) == _encoder.encode(other) and _is_alike(one, other)


def _is_alike(one: Any, other: Any) -> bool:
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_is_alike(each, other[key]) for key, each in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_is_alike, one, other))
    return bool(one == other) or (isinstance(one, float) and math.isnan(one) and math.isnan(other))


def value_of(text: str) -> Any:
    """Return the value that a text is in TOML; `None` if it is none."""
    try:
        read: Mapping[str, Any] = tomli.loads(f"x = {text}")
    except (ValueError, RecursionError):
        return None
    return read["x"] if len(read) == 1 else None
