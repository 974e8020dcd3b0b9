"""The tables of a text that is not TOML: the data that a header opens, and what is wrong with the header."""

from collections.abc import Collection, Iterator
from functools import cached_property

from etoile_cli.check.toml.advice.declarations import Declaration
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.outline import Path, Table, is_only_implied
from etoile_cli.check.toml.recovery.contradictions import contradicting_header, statements_of
from etoile_cli.check.toml.recovery.data import (
    ArrayOfTables,
    Data,
    open_table,
    path_of_obstacle,
)
from etoile_cli.check.toml.recovery.headers import has_single_brackets, header_in_wrong_place
from etoile_cli.check.toml.recovery.missing_headers import named_tables
from etoile_cli.check.toml.recovery.reading import Reading
from etoile_cli.check.toml.scanner import Span, is_header, is_toml
from etoile_cli.check.toml.syntax.context import Context
from etoile_cli.check.toml.syntax.headers import without_brackets
from etoile_cli.check.toml.syntax.statements import faults_of


class TableReader:
    """Reads the headers of a text, one after another."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._document = reading.document
        self._declarations = reading.declarations
        self._contradicted: set[Path] = set()

    def read(self, table: Table) -> Data | None:
        """Return the data of the table that a header opens; `None` if that is unknown, or a value is there."""
        reading = self._reading
        header = table.header or table.body
        path = table.path
        data = open_table(reading.data, path) if path else None
        if path is None:
            reading.unreadable.has_tables = True
        found = list(self._faults(path, header))
        if path and not found:
            found += self._contradiction(path, header) if data is None else self._in_wrong_place(path, header)
        if found or data is None or has_single_brackets(self._document, path, header):
            reading.rejected.append((header[0], table.body[1]))
        reading.faults += found
        reading.unreadable.rejected += bool(found)
        reading.unreadable.kept += not found
        return self._replace_obstacle(path, header) if path and data is None else data

    def _faults(self, path: Path | None, header: Span) -> Iterator[Fault]:
        """Yield what is wrong with a header by itself."""
        text = self._document.text
        if path and not is_header(text, header):
            faults = [without_brackets(text, header, str(path[0]), self._declarations)]
        else:
            is_right = is_toml(text[slice(*header)])
            faults = [] if is_right else faults_of(text, header, Context(self._declarations, None, bool))
        yield from (fault._replace(path=path or ()) for fault in faults)

    def _in_wrong_place(self, path: Path, header: Span) -> Iterator[Fault]:
        if fault := header_in_wrong_place(self._document, path, header, self._declarations):
            yield fault

    def _contradiction(self, path: Path, header: Span) -> Iterator[Fault]:
        """Yield what is in the way of a table; nothing if that was reported before, or only a header is missing."""
        obstacle = path_of_obstacle(self._reading.data, path)
        if obstacle not in self._contradicted and not self._lacks_header(obstacle):
            named = named_tables(self._document, path, header, self._declarations)
            yield from named or [contradicting_header(self._document, path, header)]
            self._reading.unreadable.arrays.update({str(path[0])} if named else ())
        self._contradicted.add(obstacle)

    def _lacks_header(self, path: Path) -> bool:
        """Return whether a key at the top belongs to a single table whose header the text lacks."""
        return len(path) == 1 and any(
            path[0] in _keys(self._declarations.at((name,))) and name not in self._with_header
            for name in self._declarations.tables
        )

    @cached_property
    def _with_header(self) -> set[str]:
        """The single tables for which the text may have a header, even if it can't be read."""
        names = self._declarations.tables
        paths = [each.path for each in self._document.tables if each.header]
        if None in paths:
            return {*names}
        meant = {self._declarations.meant(str(path[0])) for path in paths if path and len(path) == 1}
        return {name for name in names if name in meant or not is_only_implied(self._reading.data.get(name))}

    def _replace_obstacle(self, path: Path, header: Span) -> Data | None:
        """Put a new table in the place of a value, and return it; only a single table, or the first of an array."""
        name = str(path[0])
        is_single = len(path) == 1 and name in self._declarations.tables
        if not is_single and (len(path) != 2 or name not in self._declarations.arrays):
            return None
        data: Data = {}
        self._reading.data[name] = data if is_single else ArrayOfTables([data])
        self._reading.rejected += statements_of(self._document, name, header[0])
        return data


def _keys(declared: Declaration | None) -> Collection[str]:
    return declared.keys if declared else ()
