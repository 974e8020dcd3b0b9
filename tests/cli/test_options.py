"""What options mean together."""

import pytest

from etoile_cli import __version__
from tests.door import run


def test_version_is_printed() -> None:
    done = run("etoile --version")
    assert (done.stdout, done.stderr) == (f"etoile {__version__}\n", "")


def test_two_formats_at_once_are_wrong_usage() -> None:
    done = run("etoile cast --json -f tsv", code=2)
    assert (done.stdout, done.stderr) == ("", "etoile: error: --json and --format tsv ask for different formats\n")


def test_the_same_format_twice_is_no_contradiction() -> None:
    assert run("etoile cast --json -f json") == run("etoile cast --json")


@pytest.mark.parametrize("command", ["cast", "summary", "trailer", "path"])
def test_a_default_format_that_is_none_is_wrong_usage(command: str) -> None:
    done = run(f"etoile {command}", env={"ETOILE_FORMAT": "xml"}, code=2)
    assert done.stdout == ""
    assert done.stderr == (
        'etoile: error: ETOILE_FORMAT names no format: "xml"\nhint: the formats are table, tsv, csv, json, jsonl, md\n'
    )


def test_an_option_overrides_a_default_format_that_is_none() -> None:
    assert run("etoile cast --json", env={"ETOILE_FORMAT": "xml"}) == run("etoile cast --json")


def test_a_wrong_day_is_wrong_usage() -> None:
    done = run("etoile where-to-watch", env={"ETOILE_TODAY": "yesterday"}, code=2)
    assert done.stdout == ""
    assert done.stderr == 'etoile: error: ETOILE_TODAY must be a date like 2025-04-24, found "yesterday"\n'


@pytest.mark.parametrize("name", ["TSV", "Csv", " jsonl "])
def test_a_format_in_the_environment_is_read_in_any_case_as_the_option_is(name: str) -> None:
    asked = run(f"etoile cast -f {name.strip()}")
    assert run("etoile cast", env={"ETOILE_FORMAT": name}) == asked
