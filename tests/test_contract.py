"""The output contract, over every command, every format, and words that match or don't."""

import csv
import json
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from etoile_cli.cli.registry import COMMANDS
from etoile_cli.listing.columns import usual_columns
from etoile_cli.listing.formats import Format
from tests.door import CHECKOUT, run
from tests.processes import CHANGING

# The listings, with words that match in the shipped catalogue and the section whose columns they show.
LISTINGS = {
    "cast": ("laage", "cast"),
    "creators": ("amy", "creators"),
    "crew": ("groom", "crew"),
    "companies": ("paris", "companies"),
    "settings": ("garnier", "settings"),
    "seasons": ("'season 1'", "seasons"),
    "episodes": ("swap", "episodes"),
    "where-to-watch": ("prime", "availability"),
    "reception": ("times", "reception"),
    "awards": ("mullen", "awards"),
    "images": ("sosa", "images"),
    "sources": ("collider", "sources"),
    "people": ("glick", "people"),
    "shows": ("cancelled", "shows"),
    "search": ("laage", "search"),
}
NOTHING = "zzz-nothing"

# What is not a listing: commands that print one thing, and one that prints the trailers.
OTHERS = ("summary", "trailer", "get", "path", "export", "check", "diff", "schema")


def test_every_command_is_walked() -> None:
    assert {command.name for command in COMMANDS} == {*LISTINGS, *OTHERS, *CHANGING}


def _names(section: str, format_: Format) -> list[str]:
    """Return the columns that a format has; Markdown is for people: without ids, and nothing told twice."""
    told = {"id", "except", "through"} if format_ is Format.MD else ()
    return [name for name in usual_columns(section) if name not in told]


def _empty(section: str, format_: Format) -> str:
    names = _names(section, format_)
    markdown = f"| {' | '.join(names).replace('_', ' ')} |\n|{' --- |' * len(names)}\n"
    return {Format.JSON: "[]\n", Format.CSV: f"{','.join(names)}\n", Format.MD: markdown}.get(format_, "")


def _records(text: str, section: str, format_: Format) -> int:
    """Parse a document of a format back and return how many records it holds."""
    width = len(usual_columns(section))
    match format_:
        case Format.JSON:
            return len(json.loads(text))
        case Format.JSONL:
            return len([json.loads(line) for line in text.splitlines()])
        case Format.CSV:
            header, *rows = list(csv.reader(text.splitlines()))
            assert header == list(usual_columns(section))
            assert all(len(row) == width for row in rows)
            return len(rows)
        case Format.TSV:
            assert all(line.count("\t") == width - 1 for line in text.splitlines())
            return len(text.splitlines())
        case Format.MD:
            tokens = MarkdownIt("commonmark").enable("table").parse(text)
            return sum(token.type == "tr_open" for token in tokens) - 1
        case Format.TABLE:
            return 1 if text.strip() else 0


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("command", LISTINGS)
def test_words_that_match_print_the_records(command: str, format_: Format) -> None:
    words, section = LISTINGS[command]
    done = run(f"etoile {command} {words} -f {format_}")
    assert done.stderr == ""
    assert done.stdout.endswith("\n")
    assert _records(done.stdout, section, format_) >= 1


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("command", LISTINGS)
def test_words_that_match_nothing_print_a_whole_document_and_say_so(command: str, format_: Format) -> None:
    _, section = LISTINGS[command]
    done = run(f"etoile {command} {NOTHING} -f {format_}", code=1)
    assert done.stdout == _empty(section, format_)
    where = "" if command == "search" else f" in {command}"
    assert done.stderr == f'etoile: nothing{where} matches "{NOTHING}"\n'


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("command", sorted(LISTINGS.keys() - {"search", "shows"}))
def test_an_empty_section_is_no_failure(command: str, format_: Format, minimal: str) -> None:
    _, section = LISTINGS[command]
    done = run(f"etoile -c {minimal} {command} -f {format_}")
    assert done.stdout == _empty(section, format_)
    assert done.stderr == f"etoile: the catalogue records nothing under {command}\n"


@pytest.mark.parametrize("format_", Format)
@pytest.mark.parametrize("command", ["summary", "path", "trailer", "trailer --all"])
def test_the_other_commands_have_every_format_too(command: str, format_: Format) -> None:
    done = run(f"etoile {command} -f {format_}")
    assert done.stderr == ""
    match format_:
        case Format.JSON:
            assert json.loads(done.stdout)
        case Format.JSONL:
            assert [json.loads(line) for line in done.stdout.splitlines()]
        case Format.CSV:
            header, *rows = csv.reader(done.stdout.splitlines())
            assert rows
            assert {len(row) for row in rows} == {len(header)}
        case Format.TSV:
            assert len({line.count("\t") for line in done.stdout.splitlines()}) == 1
        case Format.MD:
            tokens = MarkdownIt("commonmark").enable("table").parse(done.stdout)
            assert [token.type for token in tokens if token.level == 0] == ["table_open", "table_close"]
        case Format.TABLE:
            assert done.stdout.strip()


def test_json_keys_stay_what_they_are(golden: Callable[[str, str], None]) -> None:
    whole = json.loads(run("etoile export json").stdout)
    assert whole.pop("format") == 1
    records = {section: value if isinstance(value, dict) else value[0] for section, value in whole.items()}
    golden("json-keys", "".join(f"{section}: {' '.join(record)}\n" for section, record in records.items()))


@pytest.mark.parametrize("command", LISTINGS)
def test_piped_listings_are_tsv_without_a_header(command: str) -> None:
    words, _ = LISTINGS[command]
    assert run(f"etoile {command} {words}") == run(f"etoile {command} {words} -f tsv")


@pytest.mark.parametrize("command", [*LISTINGS, "summary", "trailer", "path", "check"])
def test_json_is_short_for_format_json(command: str) -> None:
    words = "laage" if command == "search" else ""
    assert run(f"etoile {command} {words} --json") == run(f"etoile {command} {words} -f json")


@pytest.mark.parametrize("command", [*LISTINGS, "summary", "trailer", "path"])
def test_the_environment_names_the_default_format_and_the_option_overrides_it(command: str) -> None:
    words = "laage" if command == "search" else ""
    chosen = {"ETOILE_FORMAT": "jsonl"}
    assert run(f"etoile {command} {words}", env=chosen) == run(f"etoile {command} {words} -f jsonl")
    assert run(f"etoile {command} {words} -f csv", env=chosen) == run(f"etoile {command} {words} -f csv")


@pytest.mark.parametrize("option", ["--catalogue {}", "-c {}"])
@pytest.mark.parametrize("command", [*LISTINGS, *OTHERS])
def test_the_catalogue_can_be_named_before_and_after_the_command(command: str, option: str, hostile: str) -> None:
    rest = {"search": "a", "get": "show.title", "export": "json", "diff": str(CHECKOUT / "data" / "etoile.toml")}.get(
        command, ""
    )
    code = 1 if command in ("check", "diff") else 0
    given = option.format(hostile)
    before = run(f"etoile {given} {command} {rest}", code=code)
    assert before == run(f"etoile {command} {rest} {given}", code=code)
    # The schema is that of the format, whatever the catalogue.
    assert (before == run(f"etoile {command} {rest}")) == (command == "schema")


def test_what_stands_after_the_command_wins(minimal: str) -> None:
    after = run(f"etoile -c {minimal} --color always summary --color never -f table")
    assert after == run(f"etoile -c {minimal} summary -f table")


@pytest.mark.parametrize("command", LISTINGS)
def test_a_wrong_column_names_the_right_ones(command: str) -> None:
    words, section = LISTINGS[command]
    for option in ("--columns", "--sort"):
        done = run(f"etoile {command} {words} {option} nonesuch", code=2)
        assert done.stdout == ""
        assert done.stderr.startswith('etoile: error: no such column "nonesuch"\nhint: the columns are ')
        assert all(name in done.stderr for name in usual_columns(section))
