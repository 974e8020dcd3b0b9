"""The help of `add` and `set` lists the keys of the section that is named, so that nobody has to look them up."""

import pytest

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Show
from tests.door import run, run_terminal, screen


def keys_in(text: str, heading: str) -> list[str]:
    """Return the terms below a heading of a help page."""
    block = text.partition(f"\n{heading}:\n")[2].partition("\n\n")[0]
    return [line.split()[0] for line in block.splitlines() if line[2:3].strip()]


@pytest.mark.parametrize("command", ["add", "set"])
@pytest.mark.parametrize("section", RECORD_TYPES)
def test_help_lists_every_key_of_the_section_those_that_must_be_there_first(command: str, section: str) -> None:
    known = declarations(RECORD_TYPES[section])
    shown = keys_in(run(f"etoile {command} {section} --help", env={"COLUMNS": "120"}).stdout, f"Keys of {section}")
    assert sorted(shown) == sorted(known)
    required = [key for key in known if known[key].required]
    assert shown[: len(required)] == required


def test_help_says_what_keys_take() -> None:
    text = " ".join(run("etoile add -c mine.toml episode --help").stdout.split())
    assert " number The number within the season. An integer from 0 to 99999. Required." in text
    words = " ".join(run("etoile set actors ana --help").stdout.split())
    assert "billing " in words
    assert 'One of "main", "recurring", "guest".' in words
    assert "A list, its key several times." in words or "; a list, its key several times." in words
    assert "A table; ids.KEY=VALUE." in words


def test_the_show_has_keys_for_set_alone() -> None:
    assert keys_in(run("etoile set show --help").stdout, "Keys of show")[0] in declarations(Show)
    assert "Keys of show" not in run("etoile add show --help").stdout


@pytest.mark.parametrize("command", ["add", "set"])
@pytest.mark.parametrize("words", ["", "nonesuch"])
def test_help_without_a_section_says_how_to_see_its_keys(command: str, words: str) -> None:
    told = " ".join(run(f"etoile {command} {words} --help").stdout.split())
    assert f"Keys: etoile {command} SECTION --help lists those of a section, and what they take." in told


@pytest.mark.parametrize("width", [40, 60, 80])
def test_the_keys_fit_the_terminal(width: int) -> None:
    shown = run_terminal("etoile add cast --help", width=width).stdout
    assert all(len(line) <= width for line in screen(shown, 200))
