"""Edits that take out a table with the comment that belongs to it, and the empty lines between it and the others."""

from collections.abc import Collection, Iterator

from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.outline import Table
from etoile_cli.edit.blocks import end_of, floor_of, start_of
from etoile_cli.edit.lines import after_line, blank_lines_above, blank_lines_below, line_at, line_start
from etoile_cli.edit.tables import Tables


def record_removals(tables: Tables, section: str, positions: Collection[int]) -> Iterator[Edit]:
    """Yield the edits that take records out of a section, of which each has a header."""
    for table in tables.all:
        if table.path and table.path[0] == section and table.path[1] in positions:
            yield table_removal(tables, table)


def table_removal(tables: Tables, table: Table) -> Edit:
    """Return the edit that takes out a table, but for tables in it that have headers of their own."""
    is_first = table.path is not None and table.path[1:] == (0,) and tables.headed((table.path[0], 1)) is not None
    start = start_of(tables, table, is_first=is_first)
    floor = floor_of(tables, table)
    end = end_of(tables, table)
    above = blank_lines_above(tables.text, start, after_line(tables.text, floor) if floor else 0)
    if above and line_at(tables.text, line_start(tables.text, above - 1)).startswith("#"):
        return Edit((start, blank_lines_below(tables.text, end)), "")  # a comment above them is about what follows
    return Edit((above, end), "")
