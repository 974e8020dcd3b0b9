"""The schema: as documented, from the declared types, and with an index wherever one thing leads to another."""

import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Annotated

import pytest
from msgspec import Meta

from etoile_cli.catalogue import model
from etoile_cli.catalogue.model import Image
from etoile_cli.catalogue.vocabulary import Text
from etoile_cli.export.sqlite import tables
from etoile_cli.export.sqlite.schema import statements_before
from tests.door import CHECKOUT, PATIENCE, environment
from tests.export.sqlite.databases import asked, database, library


@pytest.fixture(scope="module")
def opened() -> Iterator[sqlite3.Connection]:
    with database(library()) as made:
        yield made


def schema_of(opened: sqlite3.Connection) -> str:
    query = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'records_fts_*' ORDER BY rowid"
    return "".join(f"{sql};\n" for sql in asked(opened, query))


def tables_in(opened: sqlite3.Connection) -> list[str]:
    names = asked(opened, "SELECT name FROM sqlite_schema WHERE type = 'table'")
    return [name for name in names if not name.startswith(("records_fts", "sqlite_"))]


def test_the_schema_is_as_recorded(opened: sqlite3.Connection, golden: Callable[[str, str], None]) -> None:
    golden("sqlite-schema", schema_of(opened))


def test_it_says_what_it_is(opened: sqlite3.Connection) -> None:
    assert asked(opened, "PRAGMA user_version") == [1]
    assert asked(opened, "PRAGMA application_id") == [int.from_bytes(b"ETOI")]


def test_whatever_leads_to_another_table_has_an_index(opened: sqlite3.Connection) -> None:
    for table in tables_in(opened):
        led = asked(opened, f'PRAGMA foreign_key_list("{table}")')
        keys = asked(opened, f"SELECT name FROM pragma_table_info('{table}') WHERE pk = 1")
        indices = asked(opened, f"SELECT name FROM pragma_index_list('{table}')")
        first = {asked(opened, f"SELECT name FROM pragma_index_info('{each}')")[0] for each in indices}
        assert {column for _, _, _, column, *_ in led} <= {*keys, *first}, table
        # Datasette fails where the other column is not named.
        assert {other for _, _, _, _, other, *_ in led} <= {"record", "person"}, table


def test_what_it_leads_to_has_a_name_that_datasette_shows(opened: sqlite3.Connection) -> None:
    others = {
        other
        for table in tables_in(opened)
        for _, _, other, *_ in asked(opened, f'PRAGMA foreign_key_list("{table}")')
    }
    named = {"records", "shows", "people", "companies", "episodes", "sources"}
    assert named <= others
    for table in named:
        assert {"name", "title"} & set(asked(opened, f"SELECT name FROM pragma_table_info('{table}')")), table


def test_nothing_in_the_documentation_is_not_there(opened: sqlite3.Connection) -> None:
    page = (CHECKOUT / "docs" / "scale.md").read_text(encoding="utf-8")
    told = page.partition("## A database")[2].partition("## Ten questions")[0]
    schema = schema_of(opened)
    known = {"record", "episode", *re.findall(r'"(\w+)"', schema), *re.findall(r"AS (\w+)", schema)}
    others = {"user_version", "name", "text", "rowid"}
    named = set(re.findall(r"`\"?([a-z_]+)\"?`", told)) - others - {"cites"}
    assert len(named) > 20
    assert named - known == set()


# What is declared is there by itself.


def declared(program: str, catalogue: str, path: Path) -> sqlite3.Connection:
    """Return a database of the format that a program declares more of."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.catalogue.{program}"],
        input=f"etoile export sqlite -c {catalogue} -o {path}\n",
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        cwd=CHECKOUT,
        timeout=PATIENCE,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    return sqlite3.connect(path)


def test_a_section_that_is_declared_is_a_table(golden: Callable[[str, str], None], tmp_path: Path) -> None:
    with closing(declared("extended", "$EXTENDED", tmp_path / "it.db")) as opened:
        found = [each for each in schema_of(opened).split(";\n") if "screenings" in each]
        rows = asked(opened, "SELECT * FROM screenings")
        cited = asked(
            opened,
            "SELECT r.name, source_id FROM citations JOIN records AS r USING (record) WHERE r.section = 'screenings'",
        )
        words = asked(opened, "SELECT rowid FROM records_fts WHERE records_fts MATCH 'orchestra'")
    golden("sqlite-declared-section", "".join(f"{each};\n" for each in found))
    assert rows == [
        (5, 1, "lumen", "Lumen Fest", "Lyon", "FR", "shown", "2025-09-01", 40, "https://lumen.example/2025", None),
        (6, 1, "orbe", "Nuit d’Orbe", None, None, None, None, None, None, "With an orchestra."),
        (7, 1, "tokyo", "Tokyo Stage", None, "JP", "planned", None, None, None, None),
    ]
    assert cited == [("Lumen Fest", "list"), ("Nuit d’Orbe", "list"), ("Tokyo Stage", "list")]
    assert words == [(6)]


def test_a_key_of_every_type_that_is_declared_has_its_place(
    golden: Callable[[str, str], None], tmp_path: Path
) -> None:
    with closing(declared("widened", "$WIDENED", tmp_path / "it.db")) as opened:
        found = [
            each for each in schema_of(opened).split(";\n") if re.match(r'CREATE (TABLE|VIEW) "(cast|shows)', each)
        ]
        told = []
        for table in [each for each in tables_in(opened) if each.startswith(("cast", "shows"))]:
            told += [f"{table}: {row}\n" for row in opened.execute(f'SELECT * FROM "{table}"').fetchall()]
        assert asked(opened, "PRAGMA foreign_key_check") == []
    rows = "".join(told).replace(f"{CHECKOUT}/", "")
    golden("sqlite-declared-keys", "".join(f"{each};\n" for each in found) + rows)


# What can't be in a schema is noticed.


def assert_refused(monkeypatch: pytest.MonkeyPatch, annotation: object, key: str, message: str) -> None:
    namespace = {"__annotations__": {key: annotation}, key: None, "__doc__": "A picture."}
    wider = type(Image)("Wider", (Image,), namespace, frozen=True, kw_only=True)
    monkeypatch.setitem(model.RECORD_TYPES, "images", wider)
    tables.layouts.cache_clear()
    try:
        with pytest.raises(TypeError, match=f"^{re.escape(message)}$"):
            list(statements_before(list(tables.layouts().values())))
    finally:
        monkeypatch.undo()
        tables.layouts.cache_clear()


@pytest.mark.parametrize(
    ("annotation", "key", "message"),
    [
        (
            Annotated[Text | None, Meta(description="A text.")],
            "show",
            "the table images would have two columns show: a key needs another name",
        ),
        (
            Annotated[Text | None, Meta(description="A text.")],
            "Title",
            "the table images would have two columns title: a key needs another name",
        ),
    ],
    ids=["show", "capitals"],
)
def test_two_columns_of_one_name_are_noticed(
    annotation: object, key: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_refused(monkeypatch, annotation, key, message)
