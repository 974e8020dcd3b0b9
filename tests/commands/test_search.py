"""Searching every section at once."""

import json

import pytest

from tests.door import run


def test_search_names_the_section_the_record_and_the_place() -> None:
    done = run("etoile search 'gilmore girls' bishop")
    assert done.stdout == "cast\tKelly Bishop\tname: Kelly Bishop; known_for: Gilmore Girls\n"
    assert done.stderr == ""


def test_search_finds_the_show_itself() -> None:
    assert run("etoile search 'stars to survive' --columns section,name").stdout == "show\tÉtoile\n"


def test_several_words_may_stand_anywhere_in_a_record_and_one_in_quotes_only_as_it_stands() -> None:
    assert run("etoile search maestro maisel --columns name").stdout == "Gideon Glick\n"
    assert run("etoile search 'maestro maisel'", code=1).stdout == ""
    assert run("etoile search 'mrs. maisel' maestro --columns name").stdout == "Gideon Glick\n"


def test_search_as_json_holds_the_records_themselves() -> None:
    (match,) = json.loads(run("etoile search 'tobias bell' --json").stdout)
    (record,) = json.loads(run("etoile cast 'tobias bell' --json").stdout)
    assert match == {
        "section": "cast",
        "name": "Gideon Glick",
        "match": ["character: Tobias Bell"],
        "record": record,
    }


def test_search_sorts_by_its_columns() -> None:
    sections = run("etoile search paris --sort=-section --columns section").stdout.splitlines()
    assert sections == sorted(sections, reverse=True)
    assert len(set(sections)) > 3


def test_search_needs_words() -> None:
    done = run("etoile search", code=2)
    assert done.stdout == ""
    assert done.stderr == "etoile: error: missing argument 'WORDS...'\nhint: see etoile search --help\n"


@pytest.mark.parametrize("words", ["''", "' '", "'' ''"])
def test_search_needs_words_that_are_not_empty(words: str) -> None:
    done = run(f"etoile search {words}", code=2)
    assert (done.stdout, done.stderr) == ("", "etoile: error: nothing to look for: the words are empty\n")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("settings épinay france", "Studios d'Épinay"),
        ("episodes s01e03", "S01E03"),
        ("episodes '24 april' slip", "S01E07"),
        ("cast 'le ballet national' gabin", "Ivan du Pontavice"),
        ("search english french comedy --columns name", "Étoile"),
    ],
)
def test_what_people_read_is_found_as_well_as_what_the_catalogue_holds(words: str, found: str) -> None:
    assert run(f"etoile {words}").stdout.splitlines()[0].split("\t")[0] == found


def test_blank_words_ask_for_nothing(minimal: str) -> None:
    assert run("etoile cast ''") == run("etoile cast")
    assert run(f"etoile -c {minimal} cast ' '") == run(f"etoile -c {minimal} cast")
