"""A single table where the format has an array of tables: `[fruits]` for `[[fruits]]`."""

import re

from etoile_cli.check.toml.advice.hints import Hint, certain, propose


def table_for_array(array: str) -> str:
    """Return the message that an array of tables is written as a single table."""
    return f'"{array}" must be an array of tables, found a table'


def records_begin(array: str) -> Hint:
    """Return the hint that each table of an array begins with a header in double brackets."""
    return Hint(f"each record begins with [[{array}]]")


def as_array(array: str, header: str) -> Hint:
    """Return the hint to write a single table's header, `[fruits]`, as that of an array of tables, `[[fruits]]`."""
    return certain(propose(f"[[{array}]]")) if re.fullmatch(rf"\[\s*{array}\s*\]", header) else records_begin(array)
