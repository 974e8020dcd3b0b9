"""The ten questions of docs/scale.md, asked of the invented shows and Étoile, with their whole answers."""

import importlib
import re
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest

from tests.door import CHECKOUT
from tests.export.sqlite.databases import asked, database, library

VALUES = {
    "show": "Quarry Lane",
    "source": "annual-1993",
    "episode": "S08E03",
    "region": "XK",
    "words": "bread",
    "person": "Josip Radman",
}
"""What the questions are asked about."""

ANSWERS: dict[str, list[Any]] = {
    "Who is in several shows?": [("Josip Radman", 2), ("Luke Kirby", 2)],
    "What rests on this source?": [
        ("show", "Quarry Lane", "status_date"),
        ("crew", "Mairead Ní Fhloinn", "name"),
        ("reception", "Annual of British Television", None),
    ],
    "Who is in this episode?": [
        ("Philippa Dunmore", "Clemency Messenger", "main"),
        ("Josip Radman", "Vuk", "recurring"),
        ("Annelie Voss", "Frau Doktor Kessel", "recurring"),
        ("Ottoline Finch", None, "recurring"),
    ],
    "Where can I watch what, in this country?": [
        ("Jasmine Street", "قناة المرفأ", "free", "2026-10-03"),
        ("The Small Hours", "Ovalbox", "subscription", "2026-11-10"),
        ("Star Ferry Post", "Poste & Cie", "ads", "2026-11-15"),
        ("Star Ferry Post", "Everywhere Anime", "free", "2025-11-01"),
        ("Étoile", "Prime Video", "subscription", "2025-06-06"),
    ],
    "How many awards has each show won?": [
        ("The Small Hours", 4),
        ("Quarry Lane", 2),
        ("Jasmine Street", 1),
        ("Star Ferry Post", 1),
    ],
    "Where is this said?": [
        ("Jasmine Street", "episodes", "S01E03 Bread and Meat", "…He asks which of them is the [bread]."),
        ("Jasmine Street", "reception", "الرغيف", "الرغيف\n«خبز يومي، ولا يبيت»\n“Daily [bread], and…"),
        ("Jasmine Street", "show", "Jasmine Street", "…neighbours\ntranslation\n[bread]\nBoth sides of the sign…"),
    ],
    "What has no source?": [
        ("The Ferry", "show", "The Ferry"),
        ("The Ferry", "crew", "Josip Radman"),
        ("The Ferry", "episodes", "S00E01 Before"),
        ("The Ferry", "episodes", "S01E01 Tide"),
        ("The Ferry", "episodes", "S01E01 Tide, again"),
        ("The Ferry", "episodes", "S01E03 Fog"),
    ],
    "Which seasons are the longest?": [
        ("Star Ferry Post", 1, 52),
        ("Star Ferry Post", 2, 52),
        ("Star Ferry Post", 3, 52),
        ("Star Ferry Post", 4, 44),
        *(("Quarry Lane", season, 13) for season in (2, 3, 4, 6, 7, 9)),
    ],
    "What does this person play, and in which episodes?": [
        (
            "Quarry Lane",
            "Vuk",
            " ".join(
                [
                    *("S00E03", "S02E05", "S03E01", "S03E09", "S05E12", "S08E02", "S08E03", "S08E04"),
                    *(f"S11E{number:02}" for number in range(1, 13)),
                ]
            ),
        )
    ],
}
MONTHS = "How many episodes came out in each month?"


@pytest.fixture(scope="module")
def opened() -> Iterator[sqlite3.Connection]:
    with database(library()) as made:
        yield made


@pytest.fixture(scope="module")
def queries() -> Iterator[dict[str, str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(CHECKOUT / "benchmarks"))
        yield importlib.import_module("questions").of_sqlite()


def test_there_are_ten(queries: dict[str, str]) -> None:
    assert {*queries} == {*ANSWERS, MONTHS}
    assert len(queries) == 10
    assert set(re.findall(r":(\w+)", "".join(queries.values()))) == {*VALUES}


@pytest.mark.parametrize("question", ANSWERS)
def test_the_answer_is_whole(question: str, queries: dict[str, str], opened: sqlite3.Connection) -> None:
    assert opened.execute(queries[question], VALUES).fetchall() == ANSWERS[question]


@pytest.mark.parametrize("episode", ["S01E03", "S01E04"])
def test_each_episode_of_a_film_that_is_several_has_who_is_in_it(
    episode: str, queries: dict[str, str], opened: sqlite3.Connection
) -> None:
    asked_about = {"show": "The Ferry", "episode": episode}
    assert opened.execute(queries["Who is in this episode?"], asked_about).fetchall() == [
        ("Luke Kirby", "A pilot", None)
    ]


def test_the_months_have_every_episode_whose_month_is_known(
    queries: dict[str, str], opened: sqlite3.Connection
) -> None:
    months: dict[str, int] = {}
    for holding in library():
        for episode in holding.catalogue.episodes:
            month = episode.released.isoformat()[:7] if episode.released else ""
            if len(month) == 7:
                months[month] = months.get(month, 0) + 1
    assert len(months) > 100
    assert opened.execute(queries[MONTHS]).fetchall() == sorted(months.items())


@pytest.mark.parametrize("question", ["Who is in this episode?", "What rests on this source?"])
def test_a_question_about_one_show_reads_no_other(
    question: str, queries: dict[str, str], opened: sqlite3.Connection
) -> None:
    plan = opened.execute(f"EXPLAIN QUERY PLAN {queries[question]}", VALUES).fetchall()
    assert [step for *_, step in plan if step.startswith("SCAN")] == []


def test_every_question_is_on_the_page_with_what_engines_are_asked(queries: dict[str, str]) -> None:
    questions = importlib.import_module("questions")
    for engine in ("duckdb", "spark"):
        assert {*questions.of_engine(engine)[1]} == {*queries}


def test_what_the_page_says_of_words_is_so(opened: sqlite3.Connection) -> None:
    query = "SELECT COUNT(*) FROM records_fts WHERE records_fts MATCH ?"
    assert [asked(opened, query, words) for words in ("oven", '"two halves"', "bak* NOT night")] == [[4], [2], [1]]
