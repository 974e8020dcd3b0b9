"""A listing of several shows is what the listings of each are, the show before every record: that, in plain Python."""

import csv
import io
import json
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.listing.columns import columns_of
from etoile_cli.text.folding import fold
from tests.door import run
from tests.shows.shows import FOLDER, NAMES, catalogue_of, path_of
from tests.thoroughness import breadth

TITLES = [catalogue_of(name).show.title for name in NAMES]
COMMANDS = {key: each.command for key, each in SECTIONS.items() if key != "trailers"}
ASKED = ["", "e", "kamome", "show:small", "not:show:small e", "has:note"]
SECTIONS_ASKED = [(section, words) for section in COMMANDS for words in breadth(ASKED, ASKED[:2])]
EVERY = pytest.mark.parametrize(("section", "words"), SECTIONS_ASKED)
WIDE = {"COLUMNS": "5000"}


@cache
def printed(command: str, catalogue: str) -> str:
    """Return what a command prints, whatever its exit code: a word may not be in all shows."""
    try:
        return run(f"etoile {command} -c '{catalogue}'", env=WIDE).stdout
    except AssertionError:
        return run(f"etoile {command} -c '{catalogue}'", env=WIDE, code=1).stdout


def of_all(command: str) -> str:
    return printed(command, str(FOLDER))


def of_each(command: str) -> list[tuple[str, str]]:
    """Return what a command prints of each show, with its title."""
    return [(title, printed(command, str(path_of(name)))) for title, name in zip(TITLES, NAMES, strict=True)]


@EVERY
def test_tsv_has_the_show_before_each_line(section: str, words: str) -> None:
    for options in ("", " --columns all"):
        command = f"{COMMANDS[section]} {words} -f tsv{options}"
        lines = [f"{title}\t{line}" for title, text in of_each(command) for line in text.splitlines()]
        assert of_all(command).splitlines() == lines


@EVERY
def test_csv_has_the_show_before_each_row(section: str, words: str) -> None:
    command = f"{COMMANDS[section]} {words} -f csv"
    tables = [(title, list(csv.reader(io.StringIO(text)))) for title, text in of_each(command)]
    heading = [["show", *table[0]] for _, table in tables if table][:1]
    rows = [[title, *row] for title, table in tables for row in table[1:]]
    assert list(csv.reader(io.StringIO(of_all(command)))) == [*heading, *rows]


@EVERY
def test_json_has_the_show_as_the_first_key(section: str, words: str) -> None:
    for options in ("", " --columns all"):
        command = f"{COMMANDS[section]} {words}{options}"
        objects = [
            {"show": title} | each for title, text in of_each(f"{command} --json") for each in json.loads(text or "[]")
        ]
        told = json.loads(of_all(f"{command} --json"))
        assert told == objects
        assert [list(each) for each in told] == [list(each) for each in objects]
        assert list(map(json.loads, of_all(f"{command} -f jsonl").splitlines())) == objects


@EVERY
def test_json_is_laid_out_as_that_of_one_show(section: str, words: str) -> None:
    told = of_all(f"{COMMANDS[section]} {words} --json")
    objects = json.loads(told)
    assert told == (f"{json.dumps(objects, indent=2, ensure_ascii=False)}\n" if objects else "[]\n")


def cells(text: str) -> list[dict[str, str]]:
    """Return the rows of a Markdown table as what stands below each heading, if anything does."""
    heading, _, *rows = [re.split(r"(?<!\\)\|", line)[1:-1] for line in text.splitlines()] or [[], []]
    names = [each.strip() for each in heading]
    return [{name: cell.strip() for name, cell in zip(names, row, strict=True) if cell.strip()} for row in rows]


@EVERY
def test_markdown_has_the_show_before_each_row(section: str, words: str) -> None:
    command = f"{COMMANDS[section]} {words} -f md"
    told = of_all(command)
    expected = [{"show": title} | row for title, text in of_each(command) for row in cells(text)]
    assert cells(told) == expected
    assert told.startswith("| show |")


def drawn_rows(text: str) -> list[str]:
    """Return the rows of a table that nothing wraps, with single blanks."""
    return [re.sub(" +", " ", line).strip() for line in text.splitlines()[2:] if line]


@EVERY
def test_a_table_has_the_show_before_each_row(section: str, words: str) -> None:
    columns = ",".join(SECTIONS[section].columns)
    each = [
        f"{title} {row}"
        for title, text in of_each(f"{COMMANDS[section]} {words} -f table --header --columns {columns}")
        for row in drawn_rows(text)
    ]
    told = of_all(f"{COMMANDS[section]} {words} -f table --header --columns show,{columns}")
    assert sorted(map(bare, drawn_rows(told))) == sorted(map(bare, each))


def bare(row: str) -> str:
    return row.replace(" ", "")


@pytest.mark.parametrize("section", COMMANDS)
def test_a_layout_of_its_own_is_that_of_each_show_below_its_name(section: str) -> None:
    command = f"{COMMANDS[section]} -f table"
    told, each = of_all(command), of_each(command)
    if told.startswith(TITLES[0]):
        blocks = [f"{title}\n{text}" for title, text in each if text]
        assert re.sub(r"\n+", "\n", told) == re.sub(r"\n+", "\n", "\n".join(blocks))
    else:
        assert told.split()[0] == "show"


@pytest.mark.parametrize("word", ["salt", "season", "編集", "source:nonesuch", "'section:cast' e"])
def test_a_search_goes_through_all_shows(word: str) -> None:
    each = of_each(f"search {word} -f jsonl")
    objects = [{"show": title} | json.loads(line) for title, text in each for line in text.splitlines()]
    assert list(map(json.loads, of_all(f"search {word} -f jsonl").splitlines())) == objects
    assert json.loads(of_all(f"search {word} --json")) == objects
    tables = of_each(f"search {word} -f csv")
    rows = [[title, *row] for title, text in tables for row in list(csv.reader(io.StringIO(text)))[1:]]
    assert list(csv.reader(io.StringIO(of_all(f"search {word} -f csv"))))[1:] == rows


# Sorting.


def plain_key(section: str, name: str, record: dict[str, Any]) -> Any:
    """Return what a record sorts by in a column of texts, numbers or dates; `None` if it has no value."""
    by = [key for key, declared in declarations(RECORD_TYPES[section]).items() if declared.sorts == name]
    value = (record[by[0]] or record[name]) if by else record[name]
    return (fold(value) or None) if isinstance(value, str) else value


def plainly_sorted(section: str, names: Sequence[str], records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return records sorted by columns, the last first: absent values last, ties in their order."""
    for name in reversed(names):
        keys = [plain_key(section, name.removeprefix("-"), each) for each in records]
        having = sorted(
            (at for at, key in enumerate(keys) if key is not None),
            key=lambda at, keys=keys: keys[at],
            reverse=name.startswith("-"),
        )
        records = [records[at] for at in [*having, *(at for at, key in enumerate(keys) if key is None)]]
    return records


SORTED = [
    ("cast", "name"),
    ("cast", "-name"),
    ("cast", "show"),
    ("cast", "-show,name"),
    ("cast", "role,-show"),
    ("cast", "company,-name,show"),
    ("episodes", "title"),
    ("episodes", "-runtime,title"),
    ("companies", "country,-city,name"),
    ("sources", "publisher,-title"),
]


@pytest.mark.parametrize(("section", "names"), SORTED)
def test_a_listing_is_sorted_as_all_records_together(section: str, names: str) -> None:
    command = f"{COMMANDS[section]} -f jsonl"
    every = [{"show": title} | json.loads(line) for title, text in of_each(command) for line in text.splitlines()]
    told = list(map(json.loads, of_all(f"{command} --sort={names}").splitlines()))
    assert told == plainly_sorted(section, names.split(","), every)


@pytest.mark.parametrize("format_", ["tsv", "csv", "json", "jsonl", "md", "table"])
def test_every_format_has_the_same_order(format_: str) -> None:
    names = [each["name"] for each in json.loads(of_all("companies --sort=-name --json"))]
    told = of_all(f"companies --sort=-name --columns name -f {format_}")
    places = [told.index(name) for name in names]
    assert places == sorted(places)


# Columns.


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ("show", ["show"]),
        ("name", ["name"]),
        ("name,show", ["name", "show"]),
        ("name,Show,role", ["name", "show", "role"]),
        ("show,name,show", ["show", "name"]),
        ("all", ["show", *columns_of("cast")]),
        ("name,all", ["show", "name", *(name for name in columns_of("cast") if name != "name")]),
        ("name,show,all", ["name", "show", *(name for name in columns_of("cast") if name != "name")]),
    ],
)
def test_show_is_a_column_that_may_be_chosen_and_put_anywhere(columns: str, expected: list[str]) -> None:
    for heading in (
        of_all(f"cast --columns {columns} --header").splitlines()[0].split("\t"),
        of_all(f"cast --columns {columns} -f csv").splitlines()[0].split(","),
        list(json.loads(of_all(f"cast --columns {columns} --json"))[0]),
    ):
        assert heading == expected
