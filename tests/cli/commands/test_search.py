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
    (match,) = json.loads(run("etoile search 'cheyenne toussaint' --json").stdout)
    (record,) = json.loads(run("etoile cast 'cheyenne toussaint' --json").stdout)
    assert match == {
        "section": "cast",
        "name": "Lou de Laâge",
        "match": ["character: Cheyenne Toussaint"],
        "record": record,
    }


PLACES = """
format = 1
show = { title = "x" }
episodes = [{ season = 1, number = 1, title = "E", released = 2025-04-24, note = "May; \\"newest\\" %s" }]
availability = [{ service = "S", offer = "rent", regions = ["FR", "DE"], checked = 2025-04-24 }]
""" % ("word " * 100)


def test_programs_get_the_places_as_they_are_and_people_the_words_around() -> None:
    def found(words: str, format_: str) -> list[str]:
        return run(f"etoile -c - search {words} -f {format_} --columns match", stdin=PLACES).stdout.splitlines()

    note = f'note: May; "newest" {"word " * 100}'
    assert found("newest", "tsv") == [note]
    assert [json.loads(line) for line in found("newest", "jsonl")] == [{"match": [note]}]
    assert found("newest", "csv")[1:] == ['"' + note.replace('"', '""') + '"']
    assert found("newest", "md")[2:] == [f'| note: May; "newest" {"word " * 8}… |']
    assert found("'24 april' april", "tsv") == ["released: 2025-04-24", "checked: 2025-04-24"]
    assert found("france", "tsv") == ["regions: FR"]
    assert found("france", "md")[2:] == ["| regions: France |"]
    assert found("s01e01", "tsv") == ["episode: S01E01"]


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
