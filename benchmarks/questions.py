"""The ten questions of docs/scale.md, and how SQLite, DuckDB and Spark are asked them."""

import re
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_PAGE = _HERE.parent / "docs" / "scale.md"

Answer = Sequence[tuple[Any, ...]]
Ask = Callable[[str], Answer]
"""Answers a question, in any order."""

SAID = "Where is this said?"
"""The question of which SQLite also quotes what is said, which the others leave out."""


def of_sqlite() -> Mapping[str, str]:
    """Return the queries of docs/scale.md by their questions."""
    text = _PAGE.read_text(encoding="utf-8")
    _, *asked = re.split("^### ", text, flags=re.MULTILINE)
    return {each.partition("\n")[0]: _block(each) for each in asked}


def _block(text: str) -> str:
    return text.partition("```sql\n")[2].partition("```")[0]


def of_engine(name: str) -> tuple[list[str], Mapping[str, str]]:
    """Return the statements that an engine begins with, and its queries by their questions."""
    text = (_HERE / "queries" / f"{name}.sql").read_text(encoding="utf-8")
    _, *parts = re.split(r"^-- (Before|.*\?)\n", text, flags=re.MULTILINE)
    queries = dict(zip(parts[::2], parts[1::2], strict=True))
    return _statements(queries.pop("Before")), {question: _statements(query)[0] for question, query in queries.items()}


def _statements(text: str) -> list[str]:
    return [each.strip() for each in text.split(";\n") if each.strip()]


def sqlite_asker(database: Path, values: Mapping[str, str]) -> Ask:
    """Return how to ask a database that `etoile export sqlite` has written."""
    queries = of_sqlite()

    def ask(question: str) -> Answer:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            found = connection.execute(queries[question], values).fetchall()
        return [each[:-1] for each in found] if question == SAID else found

    return ask


def duckdb_asker(lines: Path, values: Mapping[str, str]) -> Ask:
    """Return how to ask DuckDB about the lines that `etoile export jsonl` has written."""
    import duckdb

    connection = duckdb.connect()
    before, queries = of_engine("duckdb")

    def run(query: str, known: Mapping[str, str]) -> Answer:
        return connection.execute(
            query, {name: known[name] for name in re.findall(r"\$(\w+)\b", query) if name in known}
        ).fetchall()

    for statement in before:
        run(statement, {"file": str(lines)})
    return lambda question: run(queries[question], values)


def spark_asker(lines: Path, values: Mapping[str, str]) -> Ask:
    """Return how to ask Spark about the same lines."""
    from pyspark.sql import SparkSession

    settings = {"spark.ui.enabled": "false", "spark.driver.memory": "4g", "spark.sql.shuffle.partitions": "8"}
    session = SparkSession.builder.master("local[*]").config(map=settings).getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    before, queries = of_engine("spark")
    session.read.text(str(lines)).createOrReplaceTempView("text")
    for statement in before:
        session.sql(statement)
    return lambda question: [tuple(row) for row in session.sql(queries[question], args=dict(values)).collect()]


def alike(answer: Answer) -> list[tuple[Any, ...]]:
    """Return an answer in an order that does not depend on who gave it."""
    return sorted(map(tuple, answer), key=repr)
