"""The work of a comparison grows with the catalogues and no faster: lines of Python are counted."""

from collections.abc import Callable

import pytest

from etoile_cli.compare.changes import changes
from tests.compare.catalogues import catalogue, records
from tests.work import lines_executed

MOST_FOR_TWICE = 2.2
# Of fewer, all are compared with all.
NUMBER = 300


def _word(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) * 2 for place in range(3))


FAMILIES: dict[str, Callable[[int, str], str]] = {
    "names that are near": lambda at, side: f'[[cast]]\nname = "{_word(at)} {_word(7 * at)}{side}"\n',
    "names that share a word": lambda at, side: f'[[cast]]\nname = "Actor {_word(at)}{side}"\nbilling = "guest"\n',
    "names that are others": lambda at, side: f'[[cast]]\nname = "{side}{_word(at)}"\ncharacter = "{_word(at)}"\n',
    "all others": lambda at, side: f'[[cast]]\nname = "{side * 5}{at}"\ncharacter = "{side * 5}{at}"\n',
    "one identity": lambda at, side: f'[[cast]]\nname = "A"\ncharacter = "B"\nrole = "{side}{at}"\n',
    "one name": lambda at, side: f'[[crew]]\nname = "A"\nroles = ["{at}"]\nnote = "{side}"\n',
    "other ids": lambda at, side: f'[[sources]]\nid = "{side}{at}"\ntitle = "T"\nurl = "https://e.org/{at}"\n',
}


def _executed(family: str, number: int) -> int:
    """Return how many lines of Python it takes to compare so many records with as many others."""
    old, new = (catalogue("".join(FAMILIES[family](at, side) for at in range(number))) for side in ("x", "y"))
    return lines_executed(lambda: changes(old, new))


@pytest.mark.parametrize("family", FAMILIES)
def test_twice_the_records_take_twice_the_work(family: str) -> None:
    changes(*[catalogue(records("cast", 'name = "A"'))] * 2)  # reads the declarations
    less, more = (_executed(family, number) for number in (NUMBER, 2 * NUMBER))
    assert less > 2_000
    assert more / less < MOST_FOR_TWICE
