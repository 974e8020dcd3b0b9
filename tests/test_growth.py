"""Work grows with a catalogue and no faster: lines of Python are counted, which no busy machine changes.

What compiled code does is not counted; `benchmarks/hostile.py` times it.
"""

import importlib
import sys

import pytest

from tests.door import CHECKOUT, run
from tests.mistakes import DOUBTS, MISTAKES
from tests.work import lines_executed

MOST_FOR_TWICE = 2.2
"""So many times the lines twice the size may take. With its square it would be four times."""

NUMBER = 150
"""How many of a mistake there are at first, then twice as many."""

FIXABLE = (("sources of an author", 0), ("[[cast]", 1), ("parts whose comment silences nothing", 0))
REFUSED = ("[show], then x = 1", "[a.b], then x = 1", "[[cast]", "wrong items", "a b c")

PART, NAMES, SOURCE, SEASON = (
    "a part in episodes, longer names",
    "a part in episodes, the longest names",
    "parts of the longest source",
    "a part in episodes of a season",
)
HOSTILE = (
    ("cast zz", "marks on a letter", 1_000, 1),
    ("cast -f table", "marks on a letter", 1_000, 0),
    *((f"export {name}", PART, 20, 0) for name in ("html", "jsonld", "md")),
    *((f"export {name}", NAMES, 30, 0) for name in ("html", "jsonld", "md")),
    *((f"export {name}", SOURCE, 40, 0) for name in ("html", "md")),
    ("cast -f table --columns name,sources", SOURCE, 60, 0),
    *(
        (command, SEASON, 400, 0)
        for command in ("check", "cast -f table", "people -f table", "people S01E01", "search S01E01")
    ),
    *((f"export {name}", SEASON, 400, 0) for name in ("html", "jsonld", "md")),
)


@pytest.fixture(autouse=True)
def _importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(CHECKOUT / "benchmarks"))


def text(family: str, number: int) -> str:
    made: str = importlib.import_module("families").FAMILIES[family](number)
    return made


def executed(command: str, catalogue: str, code: int) -> int:
    """Return how many lines of Python a command executes for a catalogue."""
    _forget()
    return lines_executed(lambda: run(command, stdin=catalogue, code=code))


def _forget() -> None:
    """Empty what remembers texts of catalogues: it is bounded, other than what remembers declarations."""
    ours = [module for name, module in sys.modules.items() if name.startswith("etoile_cli.")]
    for cached in (value for module in ours for value in vars(module).values() if hasattr(value, "cache_parameters")):
        if cached.cache_parameters()["maxsize"]:
            cached.cache_clear()


def grown(command: str, family: str, number: int, code: int) -> float:
    """Return how many times the lines a command executes for twice the number."""
    run(command, stdin=text(family, 1), code=code)  # imports what it needs
    less, more = (executed(command, text(family, each), code) for each in (number, 2 * number))
    assert less > 2_000
    return more / less


@pytest.mark.parametrize("family", MISTAKES)
def test_twice_the_mistakes_take_twice_the_work(family: str) -> None:
    assert grown("etoile check -", family, NUMBER, 1) < MOST_FOR_TWICE


@pytest.mark.parametrize("family", DOUBTS)
def test_twice_the_doubts_take_twice_the_work(family: str) -> None:
    assert grown("etoile check -", family, NUMBER, 0) < MOST_FOR_TWICE


@pytest.mark.parametrize(("family", "code"), FIXABLE)
def test_to_mend_twice_the_mistakes_takes_twice_the_work(family: str, code: int) -> None:
    assert grown("etoile check - --fix", family, NUMBER, code) < MOST_FOR_TWICE


@pytest.mark.parametrize("family", REFUSED)
def test_to_refuse_twice_the_mistakes_takes_twice_the_work(family: str) -> None:
    assert grown("etoile cast -c -", family, NUMBER, 3) < MOST_FOR_TWICE


@pytest.mark.parametrize(("command", "family", "number", "code"), HOSTILE)
def test_twice_a_hostile_text_takes_twice_the_work(command: str, family: str, number: int, code: int) -> None:
    assert grown(f"etoile -c - {command}", family, number, code) < MOST_FOR_TWICE
