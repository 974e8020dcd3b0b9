"""Edits that take out tables, with the comments that belong to them and the empty lines above or below them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby

from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.outline import Path, Table
from etoile_cli.edit.text.lines import blank_lines_above, blank_lines_below
from etoile_cli.edit.toml.blocks import end_of, start_of
from etoile_cli.edit.toml.tables import Tables


def record_removals(tables: Tables, section: str, positions: Collection[int]) -> Iterator[Edit]:
    """Yield the edits that take records out of a section, of which each has a header."""
    last = Edit((0, 0), "")
    for beside in _beside_each_other(tables.all):
        path = beside[0].path
        if path and path[0] == section and path[1] in positions:
            last = _removal(tables, beside, below=last.span[1])
            yield last


def table_removals(tables: Tables, path: Path) -> list[Edit]:
    """Return the edits that take out the table at a path, and those in it that have headers of their own."""
    return [_removal(tables, [table]) for table in tables.within(path)]


def _beside_each_other(tables: Iterable[Table]) -> Iterator[Sequence[Table]]:
    """Yield the tables of each record that stand beside each other: its own, and those in it with headers."""
    for _, found in groupby(tables, lambda table: table.path and table.path[:2]):
        yield list(found)


def _removal(tables: Tables, removed: Sequence[Table], below: int = 0) -> Edit:
    """Return the edit that takes out tables which stand beside each other; `below` is where the last edit ends."""
    first = removed[0]
    is_first = first.path is not None and first.path[1:] == (0,) and tables.headed((first.path[0], 1)) is not None
    start, end = start_of(tables, first, is_first=is_first), end_of(tables, removed[-1])
    before = tables.before(first)
    end_before = end_of(tables, before) if before else 0
    above = blank_lines_above(tables.text, start, end_before)
    if above == end_before and start != below:
        return Edit((above, end), "")
    # A comment between them and the table before is about what follows: then the empty lines below go.
    return Edit((start, blank_lines_below(tables.text, end)), "")
