"""Every listing of the invented shows in every format: all that the file holds, and on a terminal within its width."""

import csv
import io
import json
from datetime import date
from typing import Any

import pytest

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.listing.formats import Format
from tests.door import run
from tests.processes import formats_of
from tests.shows.shows import NAMES, data_of, path_of, records_in
from tests.thoroughness import breadth
from tests.widths import columns

# That of the trailer lists all of them only if asked to, and takes no columns.
COMMANDS = {key: f"{each.command} --all" if key == "trailers" else each.command for key, each in SECTIONS.items()}
EVERY = pytest.mark.parametrize(("name", "section"), [(name, section) for name in NAMES for section in COMMANDS])
CHOSEN = [section for section in COMMANDS if section != "trailers"]
WIDTHS = breadth((40, 60, 80, 120), (40, 80))


def listed(name: str, section: str, options: str, width: int = 80) -> str:
    if section == "trailers":
        options = options.replace("--columns all", "")
    command = f"etoile {COMMANDS[section]} -c '{path_of(name)}' {options}"
    done = run(command, env={"COLUMNS": str(width)})
    assert done.stderr == ""
    return done.stdout


def as_json(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case list():
            return list(map(as_json, value))
        case _:
            return value


@EVERY
def test_json_holds_what_the_file_holds(name: str, section: str) -> None:
    told = json.loads(listed(name, section, "--json"))
    present = [{key: value for key, value in record.items() if value not in (None, [], {})} for record in told]
    written = records_in(data_of(name), section)
    assert present == [{key: as_json(value) for key, value in record.items()} for record in written]
    assert {tuple(record) for record in told} == {RECORD_TYPES[section].__struct_encode_fields__}
    assert list(map(json.loads, listed(name, section, "-f jsonl").splitlines())) == told


@pytest.mark.parametrize(("name", "section"), [(name, section) for name in NAMES for section in CHOSEN])
def test_tsv_and_csv_have_a_line_for_each_record_with_the_same_values(name: str, section: str) -> None:
    tsv = [line.split("\t") for line in listed(name, section, "-f tsv --columns all --header").splitlines()]
    rows = list(csv.reader(io.StringIO(listed(name, section, "-f csv --columns all"))))
    assert len(tsv) == len(rows) == len(records_in(data_of(name), section)) + 1
    main = rows[0].index(RECORD_TYPES[section].main)
    assert [row[main] for row in tsv] == [row[main] for row in rows]
    assert {len(row) for row in (*tsv, *rows)} == {len(rows[0])}


@EVERY
def test_a_markdown_table_has_a_row_for_each_record(name: str, section: str) -> None:
    lines = listed(name, section, "-f md").splitlines()
    assert len(lines) == len(records_in(data_of(name), section)) + 2


@pytest.mark.parametrize("width", WIDTHS)
@EVERY
def test_tables_fit_the_terminal(name: str, section: str, width: int) -> None:
    for options in ("-f table", "-f table --columns all"):
        lines = listed(name, section, options, width).splitlines()
        # A trailer's address is one piece to copy.
        drawn = [line for line in lines if section != "trailers" or not line.startswith("http")]
        assert [line for line in drawn if columns(line) > width] == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_the_card_fits_the_terminal(name: str, width: int) -> None:
    done = run(f"etoile summary -c '{path_of(name)}' -f table", env={"COLUMNS": str(width)})
    assert ([line for line in done.stdout.splitlines() if columns(line) > width], done.stderr) == ([], "")


@pytest.mark.parametrize("command", ["summary", "trailer", "where-to-watch JP", "check", "cast --billing main"])
@pytest.mark.parametrize("name", NAMES)
def test_every_other_command_answers_in_every_format(name: str, command: str) -> None:
    for format_ in formats_of(f"etoile {command}"):
        done = run(f"etoile {command} -c '{path_of(name)}' -f {format_}", code=_code(name, command))
        assert bool(done.stderr) == (command == "check" or done.code == 1)


def _code(name: str, command: str) -> int:
    """Return the exit code: in Japan, nobody has the drama."""
    return int(command.endswith("JP") and name == "quarry-lane")


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("name", NAMES)
def test_a_search_finds_what_is_in_several_sections(name: str, format_: str) -> None:
    done = run(f"etoile search season -c '{path_of(name)}' -f {format_}")
    assert (bool(done.stdout), done.stderr) == (True, "")


# What is looked for, and the headings of what is found.
FOUND = [
    ("jasmine-street", "לחם", ["Jasmine Street", "S01E03 Bread and Meat", "The sign: خبز ولحم / לחם ומלח"]),
    ("jasmine-street", "रोटी", ["S01E03 Bread and Meat"]),
    ("jasmine-street", "haddad", ["Jasmine Street", "ليلى حدّاد"]),
    ("jasmine-street", "재스민", ["Jasmine Street", "미래TV", "미래TV: 재스민 거리"]),
    ("quarry-lane", "soviet", ["Finland Station"]),
    ("quarry-lane", "0900", ["S00E04 Snow at the Finland Station"]),
    ("quarry-lane", "clockmaker", ["S10E04 What the Porter Carried"]),
    (
        "quarry-lane",
        "1994",
        ["Thamesway Television: Programme register 1967 to 1993", "Saltings Press: Annual of British Television 1993"],
    ),
    ("small-hours", "4B", ["Ines Valderrama", "S03E07 Three O’Clock"]),
    ("small-hours", "salt", ["Delphine Okonkwo-Hart", "Season 5: Salt", "Ovalbox: A fifth night"]),
    ("star-ferry-post", "編", []),
    ("star-ferry-post", "速水", ["Hayami Kotone", "Hayami Kotone"]),
    ("star-ferry-post", "kosovo", ["The stone bridge", "Poste & Cie"]),
]


@pytest.mark.parametrize(("name", "words", "headings"), FOUND)
def test_a_search_finds_titles_and_names_in_any_script(name: str, words: str, headings: list[str]) -> None:
    done = run(f"etoile search '{words}' -c '{path_of(name)}' --json", code=0 if headings else 1)
    assert [match["name"] for match in json.loads(done.stdout)] == headings
