"""What the model expects of a value and what is there instead, in the words of TOML."""

from collections.abc import Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any

from msgspec import inspect

_SHOWN = 60

# What TOML promises to read. tomli reads more, and Python refuses to write numbers of over 4300 digits.
_BITS = 64


def expected(declared: Any) -> str:
    """Return what a declared type accepts: `a date`, `one of "main", "guest"`, `a string like "S01E07"`."""
    return _expected(inspect.type_info(declared))


def expected_item(declared: Any) -> str:
    """Return what a declared array accepts as one of its items."""
    return _expected(_plain(inspect.type_info(declared)).item_type)


def _plain(info: Any) -> Any:
    """Strip what TOML doesn't have: descriptions, and the `None` that stands for an absent key."""
    if isinstance(info, inspect.Metadata):
        return _plain(info.type)
    if isinstance(info, inspect.UnionType):
        return _plain(next(each for each in info.types if not isinstance(each, inspect.NoneType)))
    return info


def _examples(info: Any) -> list[str]:
    """Return the examples that stand beside a type, however deep in descriptions it lies."""
    if isinstance(info, inspect.Metadata):
        return (info.extra_json_schema or {}).get("examples") or _examples(info.type)
    if isinstance(info, inspect.UnionType):
        return next(filter(None, map(_examples, info.types)), [])
    return []


def _expected(info: Any) -> str:
    match _plain(info):
        case inspect.StrType(pattern=str()):
            return f"a string like {' or '.join(map(_quoted, _examples(info)))}"
        case inspect.StrType(min_length=int()):
            return "a string that is not empty"
        case inspect.EnumType() as enumeration:
            return f"one of {', '.join(_quoted(each.value) for each in enumeration.cls)}"
        case inspect.LiteralType() as literal:
            return " or ".join(map(str, literal.values))
        case inspect.IntType(ge=int() as least, le=int() as most):
            return f"an integer from {least} to {most}"
        case inspect.VarTupleType(min_length=int()):
            return "an array that is not empty"
        case plain:
            return _NAMES[type(plain)]


_NAMES: Mapping[type, str] = {
    inspect.StrType: "a string",
    inspect.BoolType: "true or false",
    inspect.DateType: "a date",
    inspect.DictType: "a table of strings",
    inspect.StructType: "a table",
    inspect.VarTupleType: "an array",
}


def is_right_type(value: object, declared: Any) -> bool:
    """Tell whether a value has the type at least, so that only what it says is wrong."""
    match _plain(inspect.type_info(declared)):
        case inspect.StrType() | inspect.EnumType():
            return isinstance(value, str)
        case inspect.IntType() | inspect.LiteralType():
            return isinstance(value, int) and not isinstance(value, bool)
        case inspect.VarTupleType():
            return isinstance(value, list)
        case _:
            return False


def likely(value: object, declared: Any) -> str:
    """Return the member of an enumeration that was probably meant, empty if there is none."""
    info = _plain(inspect.type_info(declared))
    if not isinstance(info, inspect.EnumType) or not isinstance(value, str):
        return ""
    return next(iter(get_close_matches(value.lower(), [each.value for each in info.cls], n=1)), "")


def is_array(declared: Any) -> bool:
    """Tell whether a declared type is an array."""
    return isinstance(_plain(inspect.type_info(declared)), inspect.VarTupleType)


def is_table(declared: Any) -> bool:
    """Tell whether a declared type is a table of strings."""
    return isinstance(_plain(inspect.type_info(declared)), inspect.DictType)


def found(value: object) -> str:
    """Return what a TOML value is, and the value where it is short: `the string "S01E01"`."""
    match value:
        case str():
            return f"the string {_quoted(value)}"
        case bool():
            return "true" if value else "false"
        case int():
            return f"the integer {value}" if value.bit_length() <= _BITS else f"an integer of over {_BITS} bits"
        case float():
            return f"the float {value}"
        case datetime():
            return f"the date-time {value.isoformat()}"
        case date():
            return f"the date {value.isoformat()}"
        case time():
            return f"the time {value.isoformat()}"
        case list():
            return "an array" if value else "an empty array"
        case _:
            return "a table"


def _quoted(text: str) -> str:
    return f'"{text if len(text) <= _SHOWN else text[:_SHOWN] + "…"}"'
