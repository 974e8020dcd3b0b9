"""Keys and values as TOML writes them; how a text is quoted and escaped is left to tomli-w."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tomli_w

from etoile_cli.check.toml.scanner import BARE_KEY
from etoile_cli.text.escaping import escape_controls

Value = Any
"""What TOML holds: a string, a number, a truth value, a date, a time, a list of these, or a table."""

_LONGEST_LINE = 100
_INDENT = "    "


def key_text(*names: str) -> str:
    """Return a key as TOML writes it, the names of a dotted one joined by dots."""
    return ".".join(name if re.fullmatch(BARE_KEY, name) else _key_in_quotes(name) for name in names)


def _key_in_quotes(name: str) -> str:
    return escape_controls(tomli_w.dumps({name: 0}).removesuffix(" = 0\n"))


def value_text(value: Value, *, indent: str = "", before: int = 0, in_lines: bool = False) -> str:
    """Return a value as TOML writes it.

    An array has an item a line if it is to be `in_lines`, or too long for one line, of which `before` columns are
    taken; `indent` is the indentation of the line that it begins on.
    """
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{key_text(name)} = {value_text(each)}" for name, each in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _array_text(value, indent, before, in_lines=in_lines)
    return scalar_text(value)


def _array_text(values: Sequence[Value], indent: str, before: int, *, in_lines: bool) -> str:
    items = [value_text(each) for each in values]
    line = f"[{', '.join(items)}]"
    if not items or (not in_lines and before + len(line) <= _LONGEST_LINE):
        return line
    return "".join(["[\n", *(f"{indent}{_INDENT}{item},\n" for item in items), f"{indent}]"])


def scalar_text(value: Value) -> str:
    """Return a value that holds no others as TOML writes it; a string of several lines in lines."""
    # tomli-w writes "\r\n" as a line break, which reads as "\n".
    in_lines = isinstance(value, str) and "\r" not in value
    text = tomli_w.dumps({"x": value}, multiline_strings=in_lines).removeprefix("x = ").removesuffix("\n")
    return "\n".join(map(escape_controls, text.split("\n")))
