"""The tables of a text by their paths, read as far as needed: of a million records, only the first may be wrong."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from etoile_cli.check.toml.outline import DEEPEST, Path, Table

if TYPE_CHECKING:
    from etoile_cli.check.toml.scanner import Span

_FIRST = 100


class TableIndex:
    """The tables read so far by their paths, and the headers that imply a table, as `[fruit.skin]` implies `fruit`."""

    def __init__(self, tables: Iterable[Table]) -> None:
        self._rest = iter(tables)
        self._next = _FIRST
        self._found: dict[Path, list[Table]] = {}
        self.implied: dict[Path, Span] = {}

    def at(self, path: Path) -> Sequence[Table]:
        """Return the tables with a path that have been read so far."""
        return self._found.get(path, ())

    def read_more(self, path: Path) -> bool:
        """Read as many tables again as are read so far; return whether one of them may be at a path, or within it.

        No later one can be, once the next table of an array on the path has been read.
        """
        nexts = ((*path[:size], step + 1) for size, step in enumerate(path) if isinstance(step, int))
        if any(each in self._found for each in nexts):
            return False
        tables = list(islice(self._rest, self._next))
        for table in tables:
            self._add(table)
        self._next += len(tables)
        return bool(tables)

    def _add(self, table: Table) -> None:
        path, header, _ = table
        if path is None:
            return
        self._found.setdefault(path, []).append(table)
        if header:
            for size in range(1, min(len(path), DEEPEST)):
                self.implied.setdefault(path[:size], header)
