"""Sections that are written as one table, `[cast]`, where an array of tables is declared: `[[cast]]`."""

from functools import partial

from etoile_cli.check.labels import holds_records
from etoile_cli.check.problem import Finding
from etoile_cli.check.structure.values import WRONG_TYPE
from etoile_cli.check.toml.advice.array_headers import as_array, records_begin, table_for_array
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, certain, propose
from etoile_cli.check.toml.notation import is_value


def section_as_table(section: str, value: object) -> Finding:
    """Return the problem of a section that is written as one table."""
    hint = records_begin(section) if holds_records(value) else partial(_as_array, section)
    return Finding(WRONG_TYPE, (section,), table_for_array(section), hint)


def _as_array(section: str, marked: str) -> Hint:
    """Return how to write the one record of a section; `marked` is its header or its inline table in the file."""
    if marked.startswith("{"):
        return certain(propose(f"[{marked}]")) if is_value(f"[{marked}]") else NO_HINT
    return as_array(section, marked)
