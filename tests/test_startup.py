"""What a command imports: nothing that it doesn't need, so that it answers before one notices."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.door import CHECKOUT, arguments, environment

# What would cost tens of milliseconds, in our own imports or in those of a library's next release.
HEAVY = (
    "rich",
    "pygments",
    "markdown",
    "pydantic",
    "tree_sitter",
    "jinja2",
    "xml",
    "asyncio",
    "urllib.request",
    "email",
    "http",
)

# `etoile cast --json` imported 204 modules on Python 3.11 and 207 on 3.13, where what the tests need is installed;
# 141 of them Typer imports anyway.
MOST_MODULES = 207

MACHINE_PATH = [
    "etoile --help",
    "etoile cast",
    "etoile cast --json",
    "etoile cast laage -f jsonl",
    "etoile cast --sort name -f csv",
    "etoile cast -f md",
    "etoile check",
    "etoile check -f github",
    f"etoile diff {CHECKOUT / 'data' / 'etoile.toml'} --json",
    "etoile export --list",
    "etoile export csl",
    "etoile export json",
    "etoile export jsonl",
    "etoile export jsonld",
    "etoile export md",
    "etoile export toml",
    "etoile get 'cast[laage].character'",
    "etoile get cast --json",
    "etoile get show.premiere",
    "etoile path",
    "etoile people --json",
    "etoile schema",
    "etoile search paris",
    "etoile summary",
    "etoile summary --json",
    "etoile trailer",
    "etoile where-to-watch --region FR",
]

# A process tells its modules on standard error when it ends, as the last thing.
_TELL = """
import atexit, sys
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
sys.argv = ["etoile", *sys.argv[1:]]
from etoile_cli.__main__ import main
main()
"""


def modules(command: str, **env: str) -> Sequence[str]:
    """Return the modules that a command has imported when it ends, in a process of its own, into a pipe."""
    done = subprocess.run(
        [sys.executable, "-c", _TELL, *arguments(command)],
        capture_output=True,
        encoding="utf-8",
        env=environment(env),
        check=True,
    )
    assert done.stdout
    return done.stderr.splitlines()[-1].split()


def those_of(names: Sequence[str], packages: Sequence[str]) -> list[str]:
    return [name for name in names if any(f"{name}.".startswith(f"{package}.") for package in packages)]


@pytest.mark.parametrize("command", MACHINE_PATH)
def test_what_is_printed_for_programs_imports_nothing_heavy(command: str) -> None:
    assert those_of(modules(command), HEAVY) == []


@pytest.mark.parametrize(
    "command", ["cast", "people", "summary", "sources deadline", "where-to-watch", "search paris", "trailer"]
)
def test_what_is_drawn_in_latin_letters_needs_no_tables_of_widths(command: str) -> None:
    plain = modules(f"etoile {command} -f table --color never")
    assert those_of(plain, (*HEAVY, "wcwidth")) == []
    coloured = modules(f"etoile {command} -f table --color always")
    assert those_of(coloured, ({*HEAVY, "wcwidth"} - {"rich"})) == []


def test_completion_imports_nothing_heavy() -> None:
    tab = {"_ETOILE_COMPLETE": "complete_bash", "COMP_WORDS": "etoile cast la", "COMP_CWORD": "2"}
    imported = modules("etoile", **tab)
    assert those_of(imported, HEAVY) == []
    # What only other values need: codes, ids elsewhere, runs of episodes.
    others = [f"etoile_cli.catalogue.{name}" for name in ("standards", "schemes", "numbering")]
    assert those_of(imported, others) == []


def test_a_listing_imports_no_more_modules_than_recorded() -> None:
    imported = modules("etoile cast --json")
    assert len(imported) <= MOST_MODULES, sorted(imported)


@pytest.mark.parametrize("command", ["cast laage", "where-to-watch prime", "search paris"])
def test_plain_words_need_nothing_of_terms(command: str) -> None:
    assert those_of(modules(f"etoile {command}"), ["etoile_cli.listing.terms"]) == []


@pytest.mark.parametrize("command", ["etoile cast", "etoile cast --json", "etoile get show.title", "etoile trailer"])
def test_a_command_imports_no_other(command: str) -> None:
    name = command.split()[1]
    ours = [each for each in modules(command) if each.startswith("etoile_cli.cli.commands.")]
    assert ours == [f"etoile_cli.cli.commands.{name}"]


def test_a_value_of_the_show_imports_no_more_than_a_trailer_and_nothing_that_only_other_paths_need() -> None:
    imported = modules("etoile get show.premiere")
    assert len(imported) <= len(modules("etoile trailer")), sorted(imported)
    others = ("etoile_cli.catalogue.declarations", "etoile_cli.cli.printing", "etoile_cli.listing.search")
    assert those_of(imported, others) == []


@pytest.mark.parametrize("command", ["etoile cast", "etoile search paris -f table", "etoile check", "etoile path"])
def test_one_show_is_read_without_what_reads_several(command: str) -> None:
    for_several = (
        "etoile_cli.library",
        "etoile_cli.listing.across",
        "etoile_cli.cli.libraries",
        "etoile_cli.cli.across",
        "etoile_cli.system.workers",
        "multiprocessing",
        "concurrent",
    )
    assert those_of(modules(command), for_several) == []


def test_help_reads_no_catalogue() -> None:
    libraries = (
        "msgspec",
        "tomli",
        "etoile_cli.catalogue.model",
        "etoile_cli.catalogue.reader",
        "etoile_cli.cli.commands",
        "etoile_cli.cli.opening",
        "etoile_cli.cli.printing",
    )
    assert those_of(modules("etoile --help"), libraries) == []


def test_a_catalogue_that_is_toml_is_checked_without_what_reads_others() -> None:
    names = ("lenient", "recovery", "syntax", "advice.dates", "advice.quotation_marks")
    for_others = [f"etoile_cli.check.toml.{name}" for name in names]
    assert those_of(modules("etoile check"), for_others) == []
