"""`etoile export`: what there is to choose from, and what a wrong choice is told."""

import json
from pathlib import Path

import pytest

from etoile_cli.export.formats import ExportFormat
from tests.door import Run, run
from tests.processes import run_all_in_terminal

PURPOSES = {
    "html": "a page to publish or to print: one file that needs no other and asks nothing of the network",
    "md": "a fact sheet to paste into a post: GitHub-flavoured Markdown, with footnotes for the sources",
    "json": "the whole catalogue for programs, every key present",
    "jsonl": "every record as a line that names its show and its section: for jq, DuckDB and Spark",
    "toml": "the whole catalogue as a file to edit and to read again",
    "jsonld": "the show as search engines read it: a TVSeries of schema.org",
    "nfo": "a directory for Kodi's or Jellyfin's media library: a file for the show, one for each episode",
    "csl": "the show and its sources for Zotero, pandoc and other reference managers: CSL-JSON",
    "sqlite": "a relational database with full-text search, for SQL, Datasette and sqlite-utils",
}

NO_FORMAT = (
    f"missing argument 'FORMAT'. Choose from: {', '.join(PURPOSES)}",
    "etoile export --list says what each is for",
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("command", "message", "hint"),
    [
        ("", *NO_FORMAT),
        ("-o it", *NO_FORMAT),
        (
            "xml -o it",
            f"invalid value for 'FORMAT': 'xml' is not one of {', '.join(map(repr, PURPOSES))}",
            "see etoile export --help",
        ),
        ("nfo", "nfo is several files", "name a directory for them with --output"),
        ("nfo -o -", "nfo is several files", "name a directory for them with --output"),
        ("md -o it --open", "--open shows a page; md makes none", "etoile export html -o FILE --open"),
        ("nfo -o it --open", "--open shows a page; nfo makes none", "etoile export html -o FILE --open"),
        ("md --force", "--force replaces a file", "name one with --output"),
        ("md -o - --force", "--force replaces a file", "name one with --output"),
        ("nfo --force", "nfo is several files", "name a directory for them with --output"),
        ("sqlite --open -o it", "--open shows a page; sqlite makes none", "etoile export html -o FILE --open"),
        ("sqlite --force", "--force replaces a file", "name one with --output"),
        ("--list html", "--list exports nothing", "leave the other options out"),
        ("--list -o it", "--list exports nothing", "leave the other options out"),
        ("--list --force", "--list exports nothing", "leave the other options out"),
        ("--list --open", "--list exports nothing", "leave the other options out"),
        ("html --open", "--open shows a file", "name one with --output"),
        ("html -o - --open", "--open shows a file", "name one with --output"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_read_or_written(
    command: str, message: str, hint: str, here: Path
) -> None:
    done = run(f"etoile -c nowhere.toml export {command}", code=2)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {message}\nhint: {hint}\n")
    assert list(here.iterdir()) == []


def test_a_format_may_be_written_in_capitals() -> None:
    assert run("etoile export JSONLD") == run("etoile export jsonld")


def test_the_list_says_what_each_format_is_for_and_reads_no_catalogue() -> None:
    told = Run("".join(f"{name}\t{purpose}\n" for name, purpose in PURPOSES.items()), "", 0)
    assert run("etoile export --list") == told
    assert run("etoile -c nowhere.toml export --list") == told


def test_the_list_has_the_formats_of_every_listing() -> None:
    printed = run("etoile export --list", env={"ETOILE_FORMAT": "json"}).stdout
    assert json.loads(printed) == [{"format": name, "purpose": purpose} for name, purpose in PURPOSES.items()]
    done = run("etoile export --list", env={"ETOILE_FORMAT": "xml"}, code=2)
    assert done.stderr == (
        'etoile: error: ETOILE_FORMAT names no format: "xml"\nhint: the formats are table, tsv, csv, json, jsonl, md\n'
    )
    assert run("etoile export md", env={"ETOILE_FORMAT": "xml"}) == run("etoile export md")


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_the_list_fits_the_terminal_and_loses_nothing(width: int) -> None:
    [done] = run_all_in_terminal(["etoile export --list --color never"], width=width)
    assert (done.code, [line for line in done.stdout.splitlines() if len(line) > width]) == (0, [])
    shown = "".join(done.stdout.split())
    places = [shown.index("".join(purpose.split())) for purpose in PURPOSES.values()]
    assert places == sorted(places)
    first = [line.split()[0] for line in done.stdout.splitlines() if line.strip() and line[0] != " "]
    assert [word for word in first if word in PURPOSES] == list(PURPOSES)


def test_every_format_is_listed_with_what_it_is_for() -> None:
    assert list(PURPOSES) == list(ExportFormat)
