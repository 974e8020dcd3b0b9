"""What reads the lines of `export jsonl` elsewhere: DuckDB, asked what docs/scale.md asks SQLite, answers the same."""

import importlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from etoile_cli.export.jsonl import jsonl
from etoile_cli.export.sqlite.database import write_database
from tests.door import CHECKOUT
from tests.export.sqlite.databases import library
from tests.export.sqlite.test_questions import ANSWERS, MONTHS, VALUES
from tests.programs import required_reader

QUESTIONS = [*ANSWERS, MONTHS]


@pytest.fixture(scope="module")
def questions() -> Iterator[ModuleType]:
    required_reader("duckdb")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(CHECKOUT / "benchmarks"))
        yield importlib.import_module("questions")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a database and of lines of the same shows."""
    folder = tmp_path_factory.mktemp("shows")
    write_database(folder / "shows.db", library())
    (folder / "shows.jsonl").write_text("".join(f"{line}\n" for line in jsonl(library())), encoding="utf-8")
    return folder


def test_duckdb_gives_the_answers_of_sqlite(questions: ModuleType, folder: Path) -> None:
    sqlite = questions.sqlite_asker(folder / "shows.db", VALUES)
    duckdb = questions.duckdb_asker(folder / "shows.jsonl", VALUES)
    for question in QUESTIONS:
        answer = questions.alike(sqlite(question))
        assert answer, question
        assert questions.alike(duckdb(question)) == answer, question


def test_duckdb_finds_the_second_episode_of_a_film_too(questions: ModuleType, folder: Path) -> None:
    duckdb = questions.duckdb_asker(folder / "shows.jsonl", {**VALUES, "show": "The Ferry", "episode": "S01E04"})
    assert duckdb("Who is in this episode?") == [("Luke Kirby", "A pilot", None)]


def test_duckdb_reads_the_lines_without_being_told_their_keys(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    required_reader("duckdb")
    import duckdb

    monkeypatch.chdir(folder)
    page = (CHECKOUT / "docs" / "scale.md").read_text(encoding="utf-8")
    parts, networks = re.findall(r"```sql\n(.*?)```", page.partition("## Lines")[2], re.DOTALL)
    records = list(map(json.loads, (folder / "shows.jsonl").read_text(encoding="utf-8").splitlines()))
    assert duckdb.sql(parts).fetchall() == [
        (each["show"], each["name"], each["character"])
        for each in records
        if each["section"] == "cast" and each["billing"] == "main"
    ]
    numbers = Counter(each["show"] for each in records)
    shows: dict[str, list[int]] = {}
    for each in records:
        for network in each["networks"] if each["section"] == "show" else ():
            shows.setdefault(network, []).append(numbers[each["show"]])
    expected = [(network, len(found), sum(found)) for network, found in shows.items()]
    assert duckdb.sql(networks).fetchall() == sorted(expected, key=lambda row: (-row[1], row[0]))
