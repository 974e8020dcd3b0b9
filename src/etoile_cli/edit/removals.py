"""Edits that take out a table with the comment that belongs to it, and the empty lines above."""

from collections.abc import Iterable, Sequence

from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.outline import Path, Table
from etoile_cli.edit.blocks import end_of, floor_of, start_of
from etoile_cli.edit.items import Items
from etoile_cli.edit.lines import after_line, blank_lines_above
from etoile_cli.edit.tables import Tables


def record_removals(tables: Tables, section: str, positions: Sequence[int]) -> list[Edit]:
    """Return the edits that take records out of a section."""
    if array := tables.pair_at((section,)):
        items = Items(tables.text, array.value)
        return list(items.removing(sorted(positions)))
    gone = set(positions)
    of_section = (table for table in tables.all if table.path and table.path[0] == section)
    return list(_removals(tables, (table for table in of_section if table.path and _position(table.path) in gone)))


def _position(path: Path) -> object:
    return path[1] if len(path) > 1 else None


def _removals(tables: Tables, removed: Iterable[Table]) -> Iterable[Edit]:
    last = 0
    for table in removed:
        edit = table_removal(tables, table)
        yield Edit((max(last, edit.span[0]), edit.span[1]), "")
        last = edit.span[1]


def table_removal(tables: Tables, table: Table) -> Edit:
    """Return the edit that takes out a table, but for tables in it that have headers of their own."""
    is_first = table.path is not None and table.path[1:] == (0,) and tables.headed((table.path[0], 1)) is not None
    start = start_of(tables, table, is_first=is_first)
    floor = floor_of(tables, table)
    above = after_line(tables.text, floor) if floor else 0
    return Edit((blank_lines_above(tables.text, start, above), end_of(tables, table)), "")
