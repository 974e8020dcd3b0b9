"""Sections that are written as one table, `[cast]`, where an array of tables is declared: `[[cast]]`."""

import re
from functools import partial

from etoile_cli.check.labels import holds_records
from etoile_cli.check.problem import Finding
from etoile_cli.check.structure.values import WRONG_TYPE
from etoile_cli.check.writing import NO_HINT, Hint, is_value, propose


def table_for_array(section: str, value: object = None) -> Finding:
    """Return the problem of a section that is written as one table; `value` is the table, where it could be read."""
    message = f'"{section}" must be an array of tables, found a table'
    hint = begins(section) if holds_records(value) else partial(_as_array, section)
    return Finding(WRONG_TYPE, (section,), message, hint)


def _as_array(section: str, marked: str) -> Hint:
    """Return how to write the one record of a section; `marked` is its header or its inline table in the file."""
    if re.fullmatch(rf"\[\s*{section}\s*\]", marked):
        return propose(f"[[{section}]]")
    if marked.startswith("{"):
        return propose(f"[{marked}]") if is_value(f"[{marked}]") else NO_HINT
    return begins(section)


def begins(section: str) -> Hint:
    """Return the hint with which header each record of a section begins."""
    return Hint(f"each record begins with [[{section}]]")
