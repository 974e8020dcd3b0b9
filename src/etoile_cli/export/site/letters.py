"""The letters of an index: under which heading a name stands, and in which order these come."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeVar
from unicodedata import category, name

from etoile_cli.text.folding import fold

T = TypeVar("T")

_SIGNS, _SCRIPTS_LAST = 0, 0x110000
# What Unicode calls the characters of a script, where people call them otherwise.
_SCRIPTS = {"Cjk": "Han", "Halfwidth": "Katakana"}


class Letter(NamedTuple):
    """A heading, its place among the others, and its id on a page."""

    place: int
    heading: str
    id: str


def by_letter(things: Iterable[T], called: Callable[[T], str]) -> Iterator[tuple[Letter, list[T]]]:
    """Yield each letter, and the things whose names begin with it, sorted by these.

    Neither case nor accents matter. A script without capitals, whose first letters are too many, is one letter.
    """
    keyed = ((fold(called(each)), called(each), number, each) for number, each in enumerate(things))
    placed = sorted((_letter(folded), folded, exact, number, each) for folded, exact, number, each in keyed)
    for letter, each in groupby(placed, key=itemgetter(0)):
        yield letter, [thing for *_, thing in each]


def _letter(folded: str) -> Letter:
    first = folded[:1]
    if not first or category(first)[0] != "L":
        return Letter(_SIGNS, "Numbers and signs", "letter-0")
    if first.title() != first:
        return Letter(ord(first), first.title(), f"letter-{first}")
    word = name(first, "other").partition(" ")[0].capitalize()
    script = _SCRIPTS.get(word, word)
    return Letter(_SCRIPTS_LAST, script, f"letter-{script.lower()}")
