"""What a value must be according to its declaration, and what it is instead, in the terms of TOML."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.text.dates import Date

# Integers of more bits need not be read, says TOML. tomli reads them, but Python won't write over 4300 digits.
BITS = 64

_NAMES: Mapping[type, str] = {
    inspect.StrType: "a string",
    inspect.BoolType: "true or false",
    inspect.FloatType: "a number",
    inspect.DateType: "a date",
    inspect.DictType: "a table",
    inspect.StructType: "a table",
    inspect.VarTupleType: "an array",
}


_OWN_TYPES: Mapping[Any, str] = {
    Date: 'a date, or a string like "2025-04" or "2025"',
    Extent: f"an integer from {Extent.LEAST} to {Extent.MOST}, or an array of the least and the most",
}


def expected(declared: Declared) -> str:
    """Return what a key takes, by its declaration: `a date`, `one of "main", "guest"`, `a string like "S01E07"`."""
    match declared.type:
        case inspect.StrType() if declared.called:
            return declared.called
        case inspect.StrType() if declared.examples:
            return f"{declared.standard or 'a string'} like {' or '.join(map(quote, declared.examples))}"
        case inspect.EnumType() as enumeration:
            return f"one of {', '.join(quote(each.value) for each in enumeration.cls)}"
        case inspect.LiteralType() as literal:
            return " or ".join(map(str, literal.values))
        case inspect.IntType(ge=int() as least, le=int() as most):
            return f"an integer from {least} to {most}"
        case inspect.FloatType(ge=int() | float() as least, le=int() | float() as most):
            return f"a number from {least:g} to {most:g}"
        case inspect.CustomType(cls=cls):
            return _OWN_TYPES[cls]
        case inspect.VarTupleType(min_length=int()):
            return "an array that is not empty"
        case inspect.VarTupleType(item_type=inspect.StructType()):
            return "an array of tables"
        case other:
            return _NAMES[type(other)]


def is_right_type(value: object, declared: Declared) -> bool:
    """Return whether a value that its key does not take has at least the right type."""
    match declared.type:
        case inspect.StrType() | inspect.EnumType():
            return isinstance(value, str)
        case inspect.IntType() | inspect.LiteralType():
            return isinstance(value, int) and not isinstance(value, bool)
        case inspect.FloatType():
            return isinstance(value, int | float) and not isinstance(value, bool)
        case inspect.VarTupleType():
            return isinstance(value, list)
        case inspect.DictType():
            return isinstance(value, dict)
        case inspect.CustomType(cls=own_type):
            return _is_almost(value, own_type)
        case _:
            return False


def _is_almost(value: object, own_type: type) -> bool:
    """Return whether a value that is no date and no range is written like one: `"2025-13"`, `[75, 52]`."""
    if own_type is Extent:
        return isinstance(value, int | list) and not isinstance(value, bool)
    return isinstance(value, str) and bool(re.fullmatch("[0-9]{4}(-[0-9]{1,2})?", value))


def mismatch(value: object, declared: Declared) -> str:
    """Return what a value must be, and what it is instead: `must be a date, found the integer 3`."""
    match declared.type, value:
        case inspect.StrType(max_length=int() as most), str() if len(value) > most:
            return f"must be a string of at most {most:,} characters, found {len(value):,}"
        case inspect.StrType(min_length=int()), "":
            return f"must not be blank, found {found(value)}"
        case _:
            return f"must be {expected(declared)}, found {found(value)}"


def found(value: object) -> str:
    """Return the type of a TOML value, and the value itself if it is short: `the string "S01E01"`."""
    match value:
        case str():
            return f"the string {quote(value)}"
        case bool():
            return _written(value)
        case int() if value.bit_length() > BITS:
            return f"an integer of over {BITS} bits"
        case [int(), int()] if not any(isinstance(each, bool) or each.bit_length() > BITS for each in value):
            return f"the array {_written(value)}"
        case list():
            return "an array" if value else "an empty array"
        case dict():
            return "a table"
        case _:
            return f"the {_TYPES[type(value)]} {_written(value)}"


_TYPES: Mapping[type, str] = {int: "integer", float: "float", datetime: "date-time", date: "date", time: "time"}


def _written(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() if value.bit_length() > BITS:
            return "…"
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)
