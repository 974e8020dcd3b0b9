"""Who is the same person, in one show and across several."""

import sqlite3
from collections.abc import Sequence
from itertools import permutations

from tests.export.sqlite.databases import asked, database, holding

SHOW = '[show]\ntitle = "x"\n'


def part(name: str, *ids: str, aliases: Sequence[str] = ()) -> str:
    pairs = ", ".join(f'{scheme} = "{id_}"' for scheme, id_ in (each.split(":") for each in ids))
    others = ", ".join(f'"{each}"' for each in aliases)
    return f'[[cast]]\nname = "{name}"\nids = {{ {pairs} }}\naliases = [{others}]\n'


def people_of(opened: sqlite3.Connection) -> list[list[str]]:
    """Return, for each person, the shows and names of the parts."""
    rows = asked(
        opened,
        'SELECT c.person, s.name, c.name FROM "cast" AS c JOIN shows AS s ON s.record = c.show '
        "ORDER BY c.person, c.record",
    )
    people: dict[int, list[str]] = {}
    for person, show, name in rows:
        people.setdefault(person, []).append(f"{show}: {name}")
    return list(people.values())


def joined(*shows: str) -> list[list[str]]:
    with database(holding(f"{SHOW}{each}", chr(65 + number)) for number, each in enumerate(shows)) as opened:
        return people_of(opened)


def test_one_name_is_one_person() -> None:
    assert joined(part("Ana"), part("Ana") + part("Bo")) == [["A: Ana", "B: Ana"], ["B: Bo"]]


def test_one_id_is_one_person_whatever_the_name() -> None:
    assert joined(part("Ana", "imdb:nm0000001"), part("Anna", "imdb:nm0000001")) == [["A: Ana", "B: Anna"]]


def test_ids_that_differ_are_two_people() -> None:
    assert joined(part("Ana", "imdb:nm0000001"), part("Ana", "imdb:nm0000002"), part("Ana")) == [
        ["A: Ana"],
        ["B: Ana"],
        ["C: Ana"],
    ]


def test_ids_of_different_schemes_do_not_differ() -> None:
    assert joined(part("Ana", "imdb:nm0000001"), part("Ana", "wikidata:Q1"), part("Bo", "wikidata:Q1")) == [
        ["A: Ana", "B: Ana", "C: Bo"]
    ]


def test_case_accents_and_aliases_join_a_name_with_others_whatever_the_order_of_the_shows() -> None:
    shows = [part("Ana Ruíz"), part("ANA RUIZ"), part("A. R.", aliases=["Ana Ruiz"]), part("A. R.")]
    for order in permutations(shows):
        [[*together]] = joined(*order)
        assert len(together) == 4


def test_any_of_several_ids_joins() -> None:
    shows = [part("Ana", "imdb:nm0000001"), part("Bo", "tmdb:5"), part("Cy", "imdb:nm0000001", "tmdb:5")]
    assert joined(*shows) == [["A: Ana", "B: Bo", "C: Cy"]]
    with database(holding(f"{SHOW}{each}", chr(65 + number)) for number, each in enumerate(shows)) as opened:
        assert asked(opened, "SELECT person, scheme, value FROM people_ids ORDER BY scheme") == [
            (1, "imdb", "nm0000001"),
            (1, "tmdb", "5"),
        ]


def test_a_person_is_called_what_most_credits_call_them() -> None:
    with database([holding(f"{SHOW}{part('ana')}{part('Ána')}{part('Ana')}{part('Ána')}")]) as opened:
        assert asked(opened, "SELECT person, name FROM people") == [(1, "Ána")]


def test_what_is_no_id_joins_nobody() -> None:
    assert joined(part("Ana", "imdb:0"), part("Bo", "imdb:0")) == [["A: Ana"], ["B: Bo"]]
    assert joined(part("Ana", "imdb:unknown"), part("Bo", "imdb:unknown")) == [["A: Ana"], ["B: Bo"]]


def test_a_name_of_blanks_is_nobody() -> None:
    with database([holding(f'{SHOW}{part(" ")}[[crew]]\nname = "\\u00a0"\n')]) as opened:
        assert asked(opened, "SELECT COUNT(*) FROM people") == [0]
        assert asked(opened, 'SELECT person FROM "cast"') == [None]


def test_a_blank_name_with_an_id_is_the_person_of_the_id() -> None:
    assert joined(part("Ana", "imdb:nm0000001"), part(" ", "imdb:nm0000001")) == [["A: Ana", "B:  "]]


def test_credits_have_everybody_who_is_named_by_what_names_them() -> None:
    text = (
        f'{SHOW}{part("Ana")}[[crew]]\nname = "Bo"\n[[episodes]]\nseason = 1\nnumber = 1\ntitle = "e"\n'
        'directors = ["Ana", "Cy"]\nwriters = ["Cy"]\n'
        '[[awards]]\naward = "a"\nresult = "won"\nrecipients = ["Bo"]\n'
    )
    with database([holding(text)]) as opened:
        told = asked(
            opened,
            "SELECT p.name, r.section, c.key FROM credits AS c JOIN people AS p USING (person) "
            "JOIN records AS r USING (record)",
        )
    assert sorted(told) == [
        ("Ana", "cast", "name"),
        ("Ana", "episodes", "directors"),
        ("Bo", "awards", "recipients"),
        ("Bo", "crew", "name"),
        ("Cy", "episodes", "directors"),
        ("Cy", "episodes", "writers"),
    ]
