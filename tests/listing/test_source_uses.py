"""What rests on a source: how many facts, and which records a search for its id finds."""

import json

import pytest

from tests.door import CHECKOUT, run

CITES = f"'{CHECKOUT / 'tests' / 'data' / 'cites.toml'}'"


def printed(command: str) -> str:
    return run(f"etoile -c {CITES} {command}").stdout


def test_a_source_counts_the_records_and_the_values_that_name_it() -> None:
    assert printed("sources --columns id,cited --sort=-cited,id") == (
        "s1\t9\ns2\t7\ns3\t6\nbook\t4\ns5\t4\ncredits\t3\ns4\t3\n"
    )


def test_json_has_the_count_only_where_it_is_asked_for() -> None:
    assert "cited" not in json.loads(printed("sources --json"))[0]
    assert json.loads(printed("sources --columns cited --json"))[3] == {"cited": 3}


@pytest.mark.parametrize("format_", ["csv", "md", "table", "jsonl"])
def test_every_format_prints_the_count(format_: str) -> None:
    assert "3" in printed(f"sources fourth --columns cited -f {format_}")


def test_a_search_for_the_whole_id_finds_what_rests_on_it() -> None:
    assert printed("search book") == (
        "show\tÉtoile\tcites: title=book\n"
        "cast\tLuke Kirby\tcites: billing=book\n"
        "cast\tLou de Laâge\tcites: billing=book\n"
        "episodes\tS01E01 The Swap\tcites: released=book\n"
        "sources\tA Press: The Ballet Book\tid: book; title: The Ballet Book\n"
    )
    assert printed("search s1 -f table").splitlines()[8:13] == [
        "cast · 2",
        "  Luke Kirby",
        "    sources  Paper (s1)",
        "    cites    name: Paper (s1)",
        "  Lou de Laâge",
    ]


def test_a_part_of_an_id_finds_nothing_that_rests_on_it() -> None:
    assert [line.split("\t")[0] for line in printed("search boo").splitlines()] == ["sources"]


def test_a_list_does_not_search_the_ids() -> None:
    run(f"etoile -c {CITES} cast book", code=1)


def test_a_record_holds_words_and_an_id_together() -> None:
    assert printed("search jack book") == "cast\tLuke Kirby\tcharacter: Jack McMillan; cites: billing=book\n"


@pytest.mark.parametrize(
    ("format_", "cell"),
    [
        ("tsv", "name=s1; billing=s1,s2,s3,s4,s5,book,credits\n"),
        ("csv", 'cites\n"name=s1; billing=s1,s2,s3,s4,s5,book,credits"\n'),
    ],
)
def test_citations_are_a_column(format_: str, cell: str) -> None:
    assert printed(f"cast laage --columns cites -f {format_}") == cell


def test_people_read_the_names_of_the_sources() -> None:
    assert printed("cast jack --columns cites -f md").splitlines()[2:] == [
        (
            "| name: End credits of the broadcast, [Paper](<https://example.org/1>); sort name: "
            "[Fifth](<https://example.org/5>); character: [Third](<https://archive.example/3>); "
            "billing: A Press: The Ballet Book; known for: [Fourth](<https://example.org/4>), gone |"
        )
    ]
    assert printed("companies --columns cites -f table").splitlines()[2:] == ["fictional: Deuxième"]
