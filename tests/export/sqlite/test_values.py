"""Every value of every catalogue is in the database, and the database is whole: said in plain Python beside it."""

import re
import sqlite3
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.text.dates import Date, PartialDate
from tests.door import run
from tests.export.sqlite.databases import asked, database, holding, library, one
from tests.strategies import brief, catalogues, examples

TYPES: Mapping[str, type[Any]] = {"show": Show, **RECORD_TYPES}
# Keys whose values are those of other tables; `runtime` of a show is two columns.
SOURCES, CITES = "sources", "cites"


def assert_whole(opened: sqlite3.Connection) -> None:
    assert asked(opened, "PRAGMA foreign_key_check") == []
    assert asked(opened, "PRAGMA integrity_check") == ["ok"]
    opened.execute("INSERT INTO records_fts (records_fts) VALUES ('integrity-check')")


def cell(value: Any) -> Any:
    match value:
        case PartialDate():
            return value.isoformat()
        case bool() | int() | None:
            return value
        case str():
            return str(value)
        case _:
            return value.isoformat()


def rows(opened: sqlite3.Connection, table: str, record: int, columns: str) -> list[Any]:
    return asked(opened, f'SELECT {columns} FROM "{table}" WHERE record = ?', record)


def assert_value(opened: sqlite3.Connection, table: str, record: int, key: str, value: Any) -> None:
    """Check that a value of a record is where it belongs."""
    declared = next(each[key] for name, each in DECLARED.items() if name == table)
    if declared.name:
        held = asked(opened, f'SELECT * FROM "{table}_{key}" WHERE record = ?', record)
        assert {each[1]: each[2] for each in held} == {each: cell(text) for each, text in value.items()}
    elif isinstance(value, Extent):
        ends = rows(opened, table, record, f"{key}_least, {key}_most")
        assert ends == [(value[0], value[-1])]
    elif declared.item:
        held = asked(opened, f'SELECT value FROM "{table}_{key}" WHERE record = ? ORDER BY position', record)
        assert held == list(map(cell, value))
    else:
        suffix = {"company": "_id", "follows": "_code"}.get(key, "")
        if value is not None or declared.own_type is not Extent:
            assert rows(opened, table, record, f'"{key}{suffix}"') == [cell(value)]


DECLARED = {("shows" if name == "show" else name): declarations(each) for name, each in TYPES.items()}


def assert_records(opened: sqlite3.Connection, catalogue: Catalogue) -> None:
    placed = asked(opened, "SELECT section, position, record, name FROM records ORDER BY record")
    records = {(section, number): (record, name) for section, number, record, name in placed}
    counts: dict[str, int] = {}
    for section, each in catalogue.every_record():
        counts[section] = counts.get(section, 0) + 1
        number, name = records.pop((section, counts[section]))
        assert name == each.exact_heading
        for key in each.__struct_encode_fields__:
            if key not in {SOURCES, CITES}:
                assert_value(opened, "shows" if section == "show" else section, number, key, getattr(each, key))
        cited = rows(opened, "citations", number, "key, source_id")
        whole = [(None, id_) for id_ in dict.fromkeys(each.sources)]  # type: ignore[attr-defined]
        single = [(key, id_) for key, ids in each.cites.items() for id_ in ids]  # type: ignore[attr-defined]
        assert cited == [*whole, *single]
    assert records == {}


@examples(80)
@given(catalogues)
def test_whatever_a_catalogue_holds_is_in_the_database(catalogue: Catalogue) -> None:
    with database(one(catalogue)) as opened:
        assert_whole(opened)
        assert_records(opened, catalogue)


@pytest.fixture(scope="module")
def opened() -> Any:
    with database(library()) as made:
        yield made


def test_a_library_is_whole(opened: sqlite3.Connection) -> None:
    assert_whole(opened)
    assert asked(opened, "SELECT name, file FROM shows ORDER BY record") == [
        ("Jasmine Street", "0.toml"),
        ("Quarry Lane", "1.toml"),
        ("The Small Hours", "2.toml"),
        ("Star Ferry Post", "3.toml"),
        ("Étoile", "4.toml"),
        ("The Ferry", "5.toml"),
    ]
    every = [
        (section, number) for number, each in enumerate(library()) for section, _ in each.catalogue.every_record()
    ]
    told = asked(
        opened, "SELECT section, s.file FROM records AS r JOIN shows AS s ON s.record = r.show ORDER BY r.record"
    )
    assert told == [(section, f"{number}.toml") for section, number in every]


# References.


def test_what_refers_to_a_record_has_its_number_and_what_the_catalogue_says(opened: sqlite3.Connection) -> None:
    told = asked(
        opened,
        'SELECT c.company_id, o.name FROM "cast" AS c LEFT JOIN companies AS o ON o.record = c.company '
        "WHERE c.company_id IN ('nowhere', 'oven')",
    )
    assert told == [("oven", "فرن حدّاد ومزرحي"), ("oven", "فرن حدّاد ومزرحي"), ("nowhere", None)]


def test_an_episode_follows_the_film_that_the_code_is_in(opened: sqlite3.Connection) -> None:
    query = "SELECT s.follows_code, e.title FROM episodes AS s JOIN episodes AS e ON e.record = s.follows"
    assert asked(opened, f"{query} WHERE s.title = 'Before'") == [("S01E04", "Fog")]


def test_a_source_that_is_missing_is_told_by_its_id(opened: sqlite3.Connection) -> None:
    query = (
        "SELECT c.source_id, s.title FROM citations AS c LEFT JOIN sources AS s ON s.record = c.source "
        "JOIN records AS r ON r.record = c.record WHERE r.name = 'Luke Kirby' AND c.source_id LIKE 'lo%'"
    )
    assert asked(opened, query) == [("log", "The log"), ("lost", None)]


def test_of_records_with_one_id_the_first_is_meant() -> None:
    twice = '[show]\ntitle = "x"\n[[companies]]\nid = "a"\nname = "1"\n[[companies]]\nid = "a"\nname = "2"\n'
    with database([holding(f'{twice}[[cast]]\nname = "x"\ncompany = "a"\n')]) as opened:
        assert asked(opened, 'SELECT o.name FROM "cast" AS c JOIN companies AS o ON o.record = c.company') == ["1"]


# Episodes.


def test_the_numbers_of_episodes_go_by_season(opened: sqlite3.Connection) -> None:
    query = "SELECT episode, title, position FROM episodes AS e JOIN records AS r USING (record) WHERE e.show = ?"
    show = asked(opened, "SELECT record FROM shows WHERE name = 'The Ferry'")[0]
    assert asked(opened, f"{query} ORDER BY record", show) == [
        ("S00E01", "Before", 3),
        ("S01E01", "Tide", 2),
        ("S01E01", "Tide, again", 4),
        ("S01E03", "Fog", 1),
    ]


def test_runs_are_kept_as_they_are_and_told_as_listed_episodes(opened: sqlite3.Connection) -> None:
    [part] = asked(opened, "SELECT record FROM \"cast\" WHERE character = 'A pilot'")
    assert asked(opened, "SELECT position, value FROM cast_episodes WHERE record = ?", part) == [
        (1, "S01E02-S01E04"),
        (2, "S01E03"),
        (3, "S05"),
        (4, "S00E01"),
    ]
    listed = (
        "SELECT e.title FROM cast_episodes_listed AS l JOIN episodes AS e ON e.record = l.episode WHERE l.record = ?"
    )
    assert sorted(asked(opened, listed, part)) == ["Before", "Fog"]


NUMBER = "([0-9]{2,6})"  # no season or episode has a larger one
CODE = re.compile(f"S{NUMBER}(?:E{NUMBER})?(?:-S{NUMBER}E{NUMBER})?")


def _ends(code: str) -> tuple[tuple[int, int], tuple[int, int]]:
    season, number, last_season, last = CODE.fullmatch(code).groups()  # type: ignore[union-attr]
    if number is None:
        return (int(season), -1), (int(season), 10**6)
    first = int(season), int(number)
    return first, (int(last_season), int(last)) if last else first


def _is_in(codes: tuple[str, ...], season: int, number: int, through: int | None) -> bool:
    film = (season, number), (season, max(number, through or number))
    ends = [_ends(code) for code in codes if CODE.fullmatch(code)]
    return any(first <= film[1] and film[0] <= last for first, last in ends if first <= last)


@examples(80)
@given(catalogues)
def test_an_episode_is_listed_if_a_code_names_it_or_a_part_of_its_film(catalogue: Catalogue) -> None:
    # Where films overlap, which of them a code means is not clear.
    films = sorted((each.season, each.number, each.through or each.number) for each in catalogue.episodes)
    if any(one[0] == other[0] and one[2] >= other[1] for one, other in pairwise(films)):
        return
    with database(one(catalogue)) as opened:
        told = asked(
            opened,
            "SELECT r.position, e.season, e.number FROM cast_episodes_listed AS l JOIN records AS r USING (record) "
            "JOIN episodes AS e ON e.record = l.episode",
        )
    assert sorted(told) == sorted(
        (place, each.season, each.number)
        for place, part in enumerate(catalogue.cast, start=1)
        for each in catalogue.episodes
        if _is_in(part.episodes, each.season, each.number, each.through)
    )


# Types.


def test_a_value_that_is_none_of_its_words_is_refused(opened: sqlite3.Connection) -> None:
    for statement in (
        "UPDATE \"cast\" SET billing = 'star'",
        "UPDATE companies SET fictional = 2",
        "UPDATE settings_uses SET value = 'both'",
        "UPDATE shows SET name = 'Étoile'",
        'UPDATE "cast" SET name = NULL',
    ):
        with pytest.raises(sqlite3.IntegrityError):
            opened.execute(statement)


def test_every_whole_number_of_the_format_fits_into_64_bits() -> None:
    schema = run("etoile schema").stdout
    numbers = re.findall(r'\{[^{}]*"type": "integer"[^{}]*\}', schema)
    assert len(numbers) > 5
    assert [each for each in numbers if not re.search(r'"maximum": 99999\b|"const": 1\b', each)] == []


def test_a_text_may_hold_a_nul_and_any_character() -> None:
    text = "a\\u0000b\\u202e\\uFFFF\\U0001F57A"
    with database([holding(f'[show]\ntitle = "x"\nnote = "{text}"\n')]) as opened:
        assert asked(opened, "SELECT note FROM shows") == ["a\0b\u202e\uffff\U0001f57a"]


def test_dates_known_in_part_stand_as_they_are(opened: sqlite3.Connection) -> None:
    assert asked(opened, "SELECT released FROM episodes WHERE title IN ('Fog', 'Tide') ORDER BY 1") == [
        "2024",
        "2024-09-12",
    ]
    assert isinstance(PartialDate(2024), Date)


# Words.


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("etoile laage", ["cast"]),
        ("laag", []),
        ("palais garnier", ["settings"]),
        ("TOUSSAINT", ["cast"]),
        ("חבר OR لحم", ["episodes", "show"]),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(
    words: str, found: list[str], opened: sqlite3.Connection
) -> None:
    query = (
        "SELECT DISTINCT r.section FROM records_fts AS f JOIN records AS r ON r.record = f.rowid "
        "WHERE records_fts MATCH ? ORDER BY 1"
    )
    assert asked(opened, query, words) == found


def test_the_words_of_a_record_are_its_texts_and_no_ids_or_addresses() -> None:
    text = (
        '[show]\ntitle = "x"\n[[crew]]\nname = "Ana Ruiz"\nsort_name = "Ruiz, Ana"\naliases = ["Anna"]\n'
        'roles = ["stunts"]\nepisodes = ["S01"]\nids = { imdb = "nm1" }\nsources = ["s"]\ncites = { name = ["s"] }\n'
        'note = "At sea.\\nTwice."\n'
    )
    with database([holding(text)]) as opened:
        assert asked(opened, "SELECT text FROM records WHERE section = 'crew'") == [
            "Ana Ruiz\nAnna\nstunts\nAt sea.\nTwice."
        ]


@brief
@given(catalogues)
def test_the_same_catalogue_gives_the_same_bytes(catalogue: Catalogue) -> None:
    with database(one(catalogue)) as first, database(one(catalogue)) as second:
        assert first.serialize() == second.serialize()
