"""Edits that add records: after the last of their section or, if they are the first, where the section belongs."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.outline import Table
from etoile_cli.edit.text.lines import after_line, blank_lines_above, comments_below, line_at
from etoile_cli.edit.toml.blocks import end_of, floor_of, start_of
from etoile_cli.edit.toml.habits import Habits, for_keys, habits_of
from etoile_cli.edit.toml.tables import Tables
from etoile_cli.edit.toml.written_values import key_text


def additions(
    tables: Tables, section: str, records: Sequence[Mapping[str, Any]], order: Sequence[str], heading: str = ""
) -> list[Edit]:
    """Return the edits that add records to a section, in their order; `order` are the names of all sections.

    If they are its first, the heading is a comment above them.
    """
    of_section = [table for table in tables.all if table.path and table.path[0] == section]
    if of_section:
        return [_after_others(tables, section, of_section, records)]
    offset = _place_of_section(tables, section, order)
    texts = [_record_text(f"[[{key_text(section)}]]", record, Habits()) for record in records]
    below = "" if offset == len(tables.text) or not line_at(tables.text, offset) else "\n"
    above = "" if not offset else "\n"
    comment = f"# {heading}\n" if heading else ""
    return [Edit((offset, offset), above + comment + "\n".join(texts) + below)]


def table_addition(tables: Tables, name: str, values: Mapping[str, Any]) -> Edit:
    """Return the edit that adds a table, above all others."""
    offset = end_of(tables, tables.all[0])
    below = "" if offset == len(tables.text) or not line_at(tables.text, offset) else "\n"
    above = "\n" if offset else ""
    return Edit((offset, offset), f"{above}{_record_text(f'[{key_text(name)}]', values, Habits())}{below}")


def _after_others(
    tables: Tables, section: str, of_section: Sequence[Table], records: Sequence[Mapping[str, Any]]
) -> Edit:
    """Return the edit that adds records below the others of the section, written as the last of these."""
    last = next(table for table in reversed(of_section) if table.path and len(table.path) == 2)
    header = tables.text[slice(*last.header)] if last.header else f"[[{key_text(section)}]]"
    habits = habits_of(tables.text, tables.pairs_in(last))
    gap = "\n" * _empty_lines_above(tables, last)
    offset = end_of(tables, of_section[-1])
    return Edit((offset, offset), "".join(gap + _record_text(header, record, habits) for record in records))


def _empty_lines_above(tables: Tables, table: Table) -> int:
    """Return how many empty lines part a record from the one above."""
    start = start_of(tables, table)
    floor = after_line(tables.text, floor_of(tables, table))
    return tables.text.count("\n", blank_lines_above(tables.text, start, floor), start)


def _record_text(header: str, record: Mapping[str, Any], habits: Habits) -> str:
    fitting = for_keys(habits, _keys(record))
    lines = [line for key, value in record.items() for line in fitting.lines(key, value)]
    return "".join([f"{habits.indent}{header}\n", *lines])


def _keys(record: Mapping[str, Any]) -> list[str]:
    return [
        key_text(key, *inner)
        for key, value in record.items()
        for inner in ([(name,) for name in value] if isinstance(value, Mapping) else [()])
    ]


def _place_of_section(tables: Tables, section: str, order: Sequence[str]) -> int:
    """Return where the first record of a section belongs: below an example of one in comments, if there is one."""
    if (example := example_of(tables, section)) is not None:
        return comments_below(tables.text, example)
    before = order[: order.index(section)]
    for name in reversed(before):
        found = [table for table in tables.all if table.path and table.path[0] == name]
        if found:
            return end_of(tables, found[-1])
    return end_of(tables, tables.all[0])


def example_of(tables: Tables, section: str) -> int | None:
    """Return where a record of a section stands in comments, with a header or nothing below; `None` if none does."""
    pattern = rf"(?m)^#[ \t]*\[\[[ \t]*{re.escape(section)}[ \t]*\]\][ \t]*$"
    found = (each.start() for each in re.finditer(pattern, tables.text))
    return next(filter(tables.is_between, found), None)
