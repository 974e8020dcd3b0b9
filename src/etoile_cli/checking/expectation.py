"""What the model expects of a value, what is there instead, and how to mend it, in the words of TOML."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from msgspec import inspect

from etoile_cli.checking.declarations import Declared
from etoile_cli.checking.quoting import quote
from etoile_cli.checking.slips import INTO_NOTE, how_to_date
from etoile_cli.checking.standards import similar_code
from etoile_cli.checking.writing import did_you_mean, meant, write
from etoile_cli.model import episode_code

# What TOML promises to read. tomli reads more, and Python refuses to write numbers of over 4300 digits.
_BITS = 64

# What is longer is not looked at to guess what was meant.
_LONGEST = 100

# S1E1, s01e01, 1x01.
_EPISODE = re.compile(r"[sS]?([0-9]{1,5}) ?[xXeE]([0-9]{1,5})")

_YEAR = re.compile(r"(?:1[89]|20)[0-9]{2}")
_BOOLEANS = {"true": True, "false": False}

_NAMES: Mapping[type, str] = {
    inspect.StrType: "a string",
    inspect.BoolType: "true or false",
    inspect.DateType: "a date",
    inspect.DictType: "a table",
    inspect.StructType: "a table",
    inspect.VarTupleType: "an array",
}


def expected(declared: Declared) -> str:
    """Return what a declared type accepts: `a date`, `one of "main", "guest"`, `a string like "S01E07"`."""
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
        case inspect.VarTupleType(min_length=int()):
            return "an array that is not empty"
        case inspect.VarTupleType(item_type=inspect.StructType()):
            return "an array of tables"
        case other:
            return _NAMES[type(other)]


def is_right_type(value: object, declared: Declared) -> bool:
    """Tell whether a value has the type at least, so that only what it says is wrong."""
    match declared.type:
        case inspect.StrType() | inspect.EnumType():
            return isinstance(value, str)
        case inspect.IntType() | inspect.LiteralType():
            return isinstance(value, int) and not isinstance(value, bool)
        case inspect.VarTupleType():
            return isinstance(value, list)
        case inspect.DictType():
            return isinstance(value, dict)
        case _:
            return False


def mismatch(value: object, declared: Declared) -> str:
    """Return what a value must be and what it is instead."""
    match declared.type, value:
        case inspect.StrType(max_length=int() as most), str() if len(value) > most:
            return f"must be a string of at most {most:,} characters, found {len(value):,}"
        case inspect.StrType(min_length=int()), "":
            return f"must not be blank, found {found(value)}"
        case _:
            return f"must be {expected(declared)}, found {found(value)}"


def remedy(value: object, declared: Declared) -> str:
    """Return how a value becomes what was probably meant: `did you mean "main"?`, `write "3", in quotes`."""
    match declared.type:
        case inspect.EnumType() as enumeration if isinstance(value, str):
            return did_you_mean(value.lower(), [each.value for each in enumeration.cls])
        case inspect.StrType() | inspect.EnumType():
            return _remedy_to_text(value, declared)
        case inspect.DateType():
            return _remedy_to_date(value)
        case inspect.VarTupleType():
            return _remedy_to_array(value, declared)
        case inspect.StructType():
            return "write [show]" if isinstance(value, list) else ""
        case _:
            return _remedy_to_number(value, declared)


def _remedy_to_text(value: object, declared: Declared) -> str:
    match value:
        case str() if not value.strip():
            return "" if declared.required else "what is not known is left out"
        case str():
            return _remedy_of_text(value.strip(), declared)
        case [str() as text] if declared.accepts(text):
            return write(text, "without brackets")
        case int() if value.bit_length() > _BITS:
            return ""
        case bool() | int() | float() | date() | time() if declared.accepts(_written(value)):
            return write(_written(value), "in quotes")
        case _:
            return ""


def _remedy_of_text(text: str, declared: Declared) -> str:
    guess = ""
    if len(text) > _LONGEST:
        return guess
    if declared.standard:
        guess = similar_code(declared.standard, text)
    elif declared.refers_to == "episodes" and (episode := _EPISODE.fullmatch(text)):
        guess = episode_code(*map(int, episode.groups()))
    elif declared.form and text.startswith("www."):
        guess = f"https://{text}"
    return meant(guess) if guess and declared.accepts(guess) else ""


def _remedy_to_date(value: object) -> str:
    match value:
        case datetime():
            return write(value.date(), "without the time")
        case str() | int() if _YEAR.fullmatch(str(value)):
            return INTO_NOTE
        case str():
            day = _day(value)
            return write(day, "without quotes") if day else how_to_date(value)
        case _:
            return ""


def _remedy_to_array(value: object, declared: Declared) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        return ""
    items = [item.strip() for item in value.split(",") if item.strip()]
    return write(items) if items and declared.accepts(items) else ""


def _remedy_to_number(value: object, declared: Declared) -> str:
    match value:
        case str() if declared.accepts(bare := _unquoted(value)) and isinstance(bare, bool | int):
            return write(bare, "without quotes")
        case float() if value.is_integer() and declared.accepts(int(value)):
            return write(int(value))
        case _:
            return ""


def _unquoted(text: str) -> object:
    """Return the number or truth value that a short text says; the text itself if it says none."""
    if len(text) > _LONGEST:
        return text
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    try:
        return int(text)
    except ValueError:
        return text


def _day(text: str) -> date | None:
    """Return the day that a text says in a form of ISO 8601, `2025-W17-4` included; `None` if it says none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def found(value: object) -> str:
    """Return what a TOML value is, and the value where it is short: `the string "S01E01"`."""
    match value:
        case str():
            return f"the string {quote(value)}"
        case bool():
            return _written(value)
        case int() if value.bit_length() > _BITS:
            return f"an integer of over {_BITS} bits"
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
        case int() if value.bit_length() > _BITS:
            return "…"
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)
