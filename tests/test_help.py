"""Help: there for every command, within every width, its examples true; and what wrong usage is told."""

import shlex
from pathlib import Path

import pytest

from tests.door import run
from tests.processes import NAMES, run_all_in_terminal, shell
from tests.programs import required

HELP = ["etoile --help", *(f"etoile {name} --help" for name in NAMES)]


def _examples(name: str) -> list[str]:
    """Return the lines under `Examples:`, which is the last thing that the help of a command says."""
    _, heading, examples = run(f"etoile {name} --help").stdout.partition("\nExamples:\n")
    assert heading, f"the help of {name} has no examples"
    return [line.removeprefix("  ") for line in examples.splitlines()]


def _squeezed(text: str) -> str:
    """Return a text without its white space, so that only what it says counts."""
    return "".join(text.split())


@pytest.mark.parametrize("command", HELP)
def test_help_is_printed_on_standard_output(command: str) -> None:
    done = run(command)
    assert done.stdout.startswith(f"Usage: {command.removesuffix(' --help')} [OPTIONS]")
    assert done.stderr == ""
    assert run(command.replace("--help", "-h")) == done


def test_etoile_alone_prints_its_help() -> None:
    assert run("etoile") == run("etoile --help")


def test_help_names_every_command_with_what_it_does() -> None:
    listed = run("etoile --help").stdout.partition("\nCommands:\n")[2]
    described = [name + run(f"etoile {name} --help").stdout.split("\n\n")[1] for name in NAMES]
    assert _squeezed(listed) == _squeezed("".join(described))


@pytest.mark.parametrize("name", NAMES)
def test_help_ends_with_two_or_three_examples_of_the_command(name: str) -> None:
    examples = _examples(name)
    assert 2 <= len(examples) <= 3
    assert all(any(f"{part} ".startswith(f"etoile {name} ") for part in each.split(" | ")) for each in examples)


@pytest.mark.parametrize("example", [example for name in NAMES for example in _examples(name)])
def test_examples_work(example: str, tmp_path: Path) -> None:
    if "jq" in shlex.split(example):
        required("jq")
    done = shell(example, cwd=tmp_path, env={"BROWSER": "true"})
    printed = [done.stdout, *(path.read_text(encoding="utf-8") for path in tmp_path.iterdir())]
    assert any(printed)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_help_fits_the_terminal_and_loses_nothing(width: int) -> None:
    for command, done in zip(HELP, run_all_in_terminal(HELP, width=width), strict=True):
        assert done.code == 0
        # Examples are lines to copy: they stay whole, and below 80 columns the terminal may have to wrap them.
        text, _, examples = done.stdout.partition("\nExamples:\n")
        assert [line for line in text.splitlines() if len(line) > width] == [], command
        assert [line for line in examples.splitlines() if len(line) > 80] == [], command
        assert _squeezed(done.stdout) == _squeezed(run(command, env={"COLUMNS": "80"}).stdout), command


EXPORTS = "'html', 'md', 'json', 'toml', 'jsonld', 'nfo', 'csl'"
FORMATS = "'table', 'tsv', 'csv', 'json', 'jsonl', 'md'"


@pytest.mark.parametrize(
    ("command", "message", "helped"),
    [
        ("etoile nonesuch", "no such command 'nonesuch'", "etoile"),
        ("etoile cats", "no such command 'cats'. Did you mean 'cast', 'creators'?", "etoile"),
        ("etoile --nonesuch", "no such option: --nonesuch", "etoile"),
        ("etoile cast --nonesuch", "no such option: --nonesuch", "etoile cast"),
        (
            "etoile cast --colums name",
            "no such option: --colums (Possible options: --color, --columns)",
            "etoile cast",
        ),
        ("etoile cast --columns", "option '--columns' requires an argument", "etoile cast"),
        ("etoile summary laage", "got unexpected extra argument(s) (laage)", "etoile summary"),
        ("etoile search", "missing argument 'WORDS...'", "etoile search"),
        ("etoile export xml", f"invalid value for 'FORMAT': 'xml' is not one of {EXPORTS}", "etoile export"),
        (
            "etoile cast -f xml",
            f"invalid value for '--format' / '-f': 'xml' is not one of {FORMATS}",
            "etoile cast",
        ),
        (
            "etoile cast --billing star",
            "invalid value for '--billing': 'star' is not one of 'main', 'recurring', 'guest'",
            "etoile cast",
        ),
        (
            "etoile check -f table",
            "invalid value for '--format' / '-f': 'table' is not one of 'text', 'json', 'github'",
            "etoile check",
        ),
        ("etoile check --explain", "option '--explain' requires an argument", "etoile check"),
        ("etoile schema -f json", "no such option: -f", "etoile schema"),
        (
            "etoile cast --color red",
            "invalid value for '--color': 'red' is not one of 'auto', 'always', 'never'",
            "etoile cast",
        ),
        ("etoile --color", "option '--color' requires an argument", "etoile"),
        ("etoile 'cast\x1b[2J'", r"no such command 'cast\x1b[2J'. Did you mean 'cast'?", "etoile"),
        ("etoile 'cast' '--\x1b[2J'", r"no such option: --\x1b[2J", "etoile cast"),
        ("etoile export '\n'", rf"invalid value for 'FORMAT': '\n' is not one of {EXPORTS}", "etoile export"),
    ],
)
def test_wrong_usage_is_told_in_one_line_and_where_to_read_on(command: str, message: str, helped: str) -> None:
    done = run(command, code=2)
    assert done.stdout == ""
    assert done.stderr == f"etoile: error: {message}\nhint: see {helped} --help\n"
