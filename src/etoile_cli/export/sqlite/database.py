"""A database of shows, written in one transaction: SQLite's own file format, which its readers open as it is."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from etoile_cli.catalogue.holding import Holding
from etoile_cli.errors import DeliveryError
from etoile_cli.export.sqlite.columns import Cell
from etoile_cli.export.sqlite.numbers import Numbers
from etoile_cli.export.sqlite.people import People
from etoile_cli.export.sqlite.rows import rows_of
from etoile_cli.export.sqlite.schema import (
    APPLICATION_ID,
    VERSION,
    insertion,
    statements_after,
    statements_before,
    tables,
)
from etoile_cli.export.sqlite.tables import RECORDS, layouts
from etoile_cli.export.sqlite.views import people_of
from etoile_cli.people.credits import each_credit
from etoile_cli.system.progress import stage
from etoile_cli.text.escaping import without_undecoded

# Nothing is lost where it fails: the file has no name until it is whole. So there is no journal, and nothing waits for
# the disk. 32 MB of pages are kept in memory, whatever the number of shows.
_SETTINGS = (
    "journal_mode = OFF",
    "synchronous = OFF",
    "locking_mode = EXCLUSIVE",
    "cache_size = -32768",
    f"application_id = {APPLICATION_ID}",
    f"user_version = {VERSION}",
)

_REASONS = {
    sqlite3.SQLITE_FULL: "no space left on device",
    sqlite3.SQLITE_IOERR: "SQLite could not write it",
    sqlite3.SQLITE_CANTOPEN: "SQLite could not open a file there",
}


def write_database(path: Path, holdings: Iterable[Holding]) -> None:
    """Write a database of shows to a file, new or empty; of a show, nothing is kept when the next one is read.

    Raises DeliveryError if the disk is full, or the SQLite of this Python can't make full-text search.
    """
    with _delivering(), closing(sqlite3.connect(path, isolation_level=None)) as database:
        for setting in _SETTINGS:
            database.execute(f"PRAGMA {setting}")
        _require_search(database)
        database.execute("BEGIN")
        sections = list(layouts().values())
        for statement in statements_before(sections):
            database.execute(statement)
        _fill(database, holdings)
        stage("making indices")
        for statement in statements_after(sections):
            database.execute(statement)
        database.execute("PRAGMA analysis_limit = 1000")
        database.execute("ANALYZE")
        database.execute("COMMIT")


def _fill(database: sqlite3.Connection, holdings: Iterable[Holding]) -> None:
    people, first = People(database), 1
    insertions = {table.name: insertion(table) for table in tables(layouts().values())}
    for holding in holdings:
        people.begin_show(each_credit(holding.name, holding.catalogue, with_runs=False))
        numbers = Numbers(holding.catalogue, first, people)
        first += len(numbers.records)
        for name, rows in rows_of(numbers, holding.name, without_undecoded(holding.path)).items():
            database.executemany(insertions[name], rows)
            if name == RECORDS:
                database.executemany(_SEARCHED, _searched(rows))
    stage("joining people")
    people.join((table.name, column) for table in tables(layouts().values()) for column in people_of(table))


_SEARCHED = "INSERT INTO records_fts (rowid, name, text) VALUES (?, ?, ?)"


def _searched(records: Iterable[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    return ((number, name, text) for number, *_, name, text in records)


def _require_search(database: sqlite3.Connection) -> None:
    known = {name for (name,) in database.execute("SELECT name FROM pragma_module_list")}
    if "fts5" not in known:
        raise DeliveryError(
            f"the SQLite {sqlite3.sqlite_version} of this Python has no full-text search (FTS5)",
            hint="use another Python, or etoile export jsonl",
        )


@contextmanager
def _delivering() -> Iterator[None]:
    """Tell what keeps the file from being written; any other error of SQLite is a mistake of ours."""
    try:
        yield
    except sqlite3.OperationalError as error:
        reason = _REASONS.get(error.sqlite_errorcode & 0xFF)
        if reason is None:
            raise
        raise DeliveryError(reason) from error
