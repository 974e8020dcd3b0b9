"""The schema in SQL: tables with what each column means as a comment, indices, and full-text search."""

from collections.abc import Iterable, Iterator, Sequence

from etoile_cli.catalogue.sections import SHOW
from etoile_cli.export.sqlite.columns import PEOPLE, PERSON, RECORD, Column
from etoile_cli.export.sqlite.quoting import literal, quoted
from etoile_cli.export.sqlite.tables import RECORDS, SHOWS, Layout, Table
from etoile_cli.export.sqlite.views import views

APPLICATION_ID = 0x45544F49  # "ETOI", by which `file` could tell it from other databases
VERSION = 1

CITATIONS, PEOPLE_IDS, SEARCH = "citations", "people_ids", "records_fts"


def _column(name: str, type_: str, about: str, table: str = "", *, required: bool = True) -> Column:
    return Column(name, type_, about, table=table, is_required=required)


_RECORDS = Table(
    RECORDS,
    "Every record of every section, and each show itself.",
    (
        _column(RECORD, "INTEGER", "Its number, which no other record of any section has."),
        _column(SHOW, "INTEGER", "The show that it belongs to.", SHOWS),
        _column("section", "TEXT", "Its section, which is the name of its table; of a show itself, show."),
        _column("position", "INTEGER", "Its place in the section, from 1 on."),
        _column("name", "TEXT", "What it is called."),
        _column("text", "TEXT", "All that it says in words, a line each, for full-text search."),
    ),
)
_PEOPLE = Table(
    PEOPLE,
    "Everybody, once.",
    (
        _column(PERSON, "INTEGER", "The number of the person."),
        Column("name", "TEXT", "The name.", is_required=True, is_searched=True),
    ),
)
_PEOPLE_IDS = Table(
    PEOPLE_IDS,
    "The ids of people elsewhere.",
    (
        _column(PERSON, "INTEGER", "The person.", PEOPLE),
        _column("scheme", "TEXT", "The scheme of the id."),
        Column("value", "TEXT", "The id.", is_required=True, is_searched=True),
    ),
    key=2,
)
_CITATIONS = Table(
    CITATIONS,
    "What rests on which source.",
    (
        _column(RECORD, "INTEGER", "The record that rests on it.", RECORDS),
        _column("position", "INTEGER", "Its place among those of the record, from 1 on."),
        _column("key", "TEXT", "The key whose value the source states; NULL for the whole record.", required=False),
        _column(
            "source", "INTEGER", "The source; NULL if the catalogue has none of that id.", "sources", required=False
        ),
        Column("source_id", "TEXT", "Its id.", is_required=True, is_searched=True),
    ),
    key=2,
)
FIXED = (_RECORDS, _PEOPLE, _PEOPLE_IDS, _CITATIONS)
"""The tables that are not those of a section."""


def tables(layouts: Iterable[Layout]) -> Iterator[Table]:
    """Yield every table; the names of all of them differ, or TypeError is raised."""
    found = [*FIXED]
    for layout in layouts:
        found.append(layout.table)
        for each in layout.several:
            found += [each.table, *([each.spans] if each.spans else [])]
    names = [table.name.lower() for table in found]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise TypeError(f"several tables would be called {', '.join(twice)}: a key or a section needs another name")
    yield from found


def statements_before(layouts: Sequence[Layout]) -> Iterator[str]:
    """Yield the statements that make the tables, empty."""
    yield from map(_table, tables(layouts))
    yield (
        f"CREATE VIRTUAL TABLE {quoted(SEARCH)} USING fts5(name, text, content={quoted(RECORDS)}, "
        f"content_rowid={quoted(RECORD)}, tokenize='unicode61 remove_diacritics 2')"
    )


def statements_after(layouts: Sequence[Layout]) -> Iterator[str]:
    """Yield the statements that make views, and the indices, which are quicker to make of tables that are full."""
    yield f"CREATE UNIQUE INDEX {quoted(f'{SHOWS}_name')} ON {quoted(SHOWS)} (name)"
    for table in tables(layouts):
        yield from (_index(table, each) for each in table.columns[1:] if each.has_index)
    yield from views(layouts)


def insertion(table: Table) -> str:
    """Return the statement that puts a row into a table, with a place for each column."""
    names, places = ", ".join(quoted(column.name) for column in table.columns), ", ".join("?" * len(table.columns))
    return " ".join(["INSERT INTO", quoted(table.name), f"({names})", "VALUES", f"({places})"])


def _table(table: Table) -> str:
    lines = [_definition(column, is_key=table.key == 1 and not place) for place, column in enumerate(table.columns)]
    comments = [column.about for column in table.columns]
    if table.key > 1:
        names = ", ".join(quoted(column.name) for column in table.columns[: table.key])
        lines.append(f"PRIMARY KEY ({names})")
        comments.append("")
    ends = ["," * (place < len(lines)) for place in range(1, len(lines) + 1)]
    body = "\n".join(
        f"    {line}{end}" + (f" -- {_one_line(about)}" if about else "")
        for line, end, about in zip(lines, ends, comments, strict=True)
    )
    without = " WITHOUT ROWID" if table.key > 1 else ""
    return f"CREATE TABLE {quoted(table.name)} ( -- {_one_line(table.about)}\n{body}\n){without}"


def _definition(column: Column, *, is_key: bool) -> str:
    parts = [quoted(column.name), column.type]
    if is_key:
        parts.append("PRIMARY KEY")
    elif column.is_required:
        parts.append("NOT NULL")
    if column.words:
        parts.append(f"CHECK ({quoted(column.name)} IN ({', '.join(map(literal, column.words))}))")
    if column.table:
        # With the name of its column: Datasette can't show a reference without.
        parts.append(f"REFERENCES {quoted(column.table)} ({quoted(column.other)})")
    return " ".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _index(table: Table, column: Column) -> str:
    return f"CREATE INDEX {quoted(f'{table.name}_{column.name}')} ON {quoted(table.name)} ({quoted(column.name)})"
