"""Catalogues that are hard on a checker or a renderer: `python benchmarks/families.py "a b c" 1000 > broken.toml`.

A family has a text for every number of what it is about: so many mistakes, or one text so long. The texts of
`MISTAKES` grow by the same bytes with each, so that twice the number is twice the file.
"""

import argparse
import sys
from collections.abc import Callable, Mapping

Text = Callable[[int], str]
"""A catalogue, by how many there are of what the family is about."""

# A catalogue in order, with room for statements of the show.
_HEAD = 'format = 1\n[show]\ntitle = "x"\nsources = ["s"]\n'
_PART = '[[cast]]\nname = "{0:07}"\nsources = ["s"]\n'
_TAIL = '[[sources]]\nid = "s"\ntitle = "t"\nurl = "https://example.org/"\n'

# In a season of its own, so many times as a number has; the numbers of records have at most five digits.
_SEASON = '[[seasons]]\nnumber = 1{0:04}\nsources = ["s"]\n'
_EPISODE = '[[episodes]]\nseason = 1{0:04}\nnumber = 1\ntitle = "E"\nsources = ["s"]\n'
_IN_ONE_SEASON = _EPISODE.replace("season = 1{0:04}\nnumber = 1", "season = 1\nnumber = 1{0:04}")
_WHOLE_SEASON = '[[episodes]]\nseason = 1\nnumber = 1\nthrough = 99999\ntitle = "E"\nsources = ["s"]\n'
_SPECIAL = _EPISODE.replace("season = 1{0:04}\nnumber = 1", "season = 0\nnumber = 1{0:04}")
_OFFER = '[[availability]]\nservice = "{0:07}"\noffer = "free"\nchecked = 2026-11-01\nsources = ["s"]\n'

LONGEST = 100_000
"""So many characters a text may have at most."""

EPISODES = 1_000
"""In so many episodes a part of `one part in episodes` can be: then its names are as long as texts may be."""

# Takes four bytes, as many as a character can.
_WIDEST = "𝔸"


def catalogue(statements: str) -> str:
    """Return a catalogue in order but for these statements behind those of the show."""
    return f"{_HEAD}{statements}{_TAIL}"


def _each(*statements: str) -> Text:
    """Repeat a statement, then the next; `{0}` in one is its number."""
    return lambda number: catalogue("".join(each.format(place) for each in statements for place in range(number)))


def _items(key: str, item: str) -> Text:
    """Make an array of so many items; `{0}` in one is its number."""
    return lambda number: catalogue(f"{key} = [{','.join(map(item.format, range(number)))}]\n")


def _part_in_codes(code: str) -> Text:
    """Make a part in so many episodes or runs of a long season; `{0}` in the code of one is its number."""
    season = '[[seasons]]\nnumber = 1\nepisodes = 99999\nsources = ["s"]\n'
    head = f"{season}{_PART.format(0)}"
    return lambda number: catalogue(f"{head}episodes = [{','.join(map(code.format, range(1, number + 1)))}]\n")


def _circle(specials: int) -> str:
    """Return so many specials, each of which follows the next, and the last the first."""
    follows = 'follows = "S00E1{0:04}"\n'
    return catalogue(
        "".join(_SPECIAL.format(each) + follows.format((each + 1) % specials) for each in range(specials))
    )


MISTAKES: Mapping[str, Text] = {
    "[show]": _each("[show]\n"),
    "x = 1": _each("x = 1\n"),
    "[show] and x = 1": _each("[show]\nx = 1\n"),
    "[show], then x = 1": _each("[show]\n", "x = 1\n"),
    "[show.ids], then x = 1": _each("[show.ids]\n", "x = 1\n"),
    "[a], then x = 1": _each("[a]\n", "x = 1\n"),
    "[a.b], then x = 1": _each("[a.b]\n", "x = 1\n"),
    "[[cast]": _each("[[cast]\n"),
    "wrong items": _items("themes", "1"),
    "wrong languages": _items("languages", '"q{0:07}"'),
    "a b c": _each("a b c\n"),
    "unknown keys": _each("x{0:07} = 1\n"),
    "strings without an end": _each('title = "x\n'),
    "parts without a name": _each('[[cast]]\nrole = "{0:07}"\nsources = ["s"]\n'),
    "parts before a mistake": lambda number: _each(_PART)(number) + "x\n",
    "parts that cite nothing": _each(
        '[[cast]]\nname = "{0:07}"\nsources = ["s"]\ncites = {{ x{0:07} = ["s"], role = ["s"] }}\n'
    ),
    "parts that cite unknown sources": _each(
        '[[cast]]\nname = "{0:07}"\nsources = ["s"]\ncites = {{ name = ["b{0:07}"] }}\n'
    ),
    "sources of an author": _each('[[sources]]\nid = "b{0:07}"\ntitle = "t"\nauthor = "{0:07}"\n'),
    "parts of unknown sources": _each('[[cast]]\nname = "{0:07}"\nsources = ["b{0:07}"]\n'),
    "parts in unknown seasons": _each(_PART + 'episodes = ["S1{0:05}"]\n'),
    "a part in unknown runs": _part_in_codes('"S02E1{0:05}-S03E1{0:05}"'),
    "a part in runs that overlap": _part_in_codes('"S01E1{0:05}-S01E200000"'),
    "a part in runs the wrong way round": _part_in_codes('"S01E200000-S01E1{0:05}"'),
    "specials after themselves": _each(_SPECIAL + 'follows = "S00E1{0:04}"\n'),
    "specials in a circle": _circle,
    "films that overlap": lambda number: _each(_IN_ONE_SEASON + "through = 99999\n")(number) + _WHOLE_SEASON,
}
"""So many mistakes of a kind, or parts before one. Those about what other records have let it be read all the same."""

SILENCED = "parts whose comment silences something"
"""What is not even warned of, once the comments are read."""

DOUBTS: Mapping[str, Text] = {
    "names in two spellings": _each(
        '[[cast]]\nname = "e{0:07}"\nsources = ["s"]\n', '[[crew]]\nname = "é{0:07}"\nsources = ["s"]\n'
    ),
    "offers that leave out regions of none": _each(_OFFER + 'regions = ["FR"]\nexcept = ["KR"]\n'),
    "parts that cite too little": _each('[[cast]]\nname = "{0:07}"\nrole = "r"\ncites = {{ name = ["s"] }}\n'),
    "seasons of too few episodes": _each(_SEASON + "episodes = 1\n", _EPISODE + "through = 2\n"),
    "seasons after their episodes": _each(_SEASON + "premiere = 2025-04-24\n", _EPISODE + 'released = "2024"\n'),
    SILENCED: _each('# etoile: ignore[unsourced]\n[[cast]]\nname = "{0:07}"\n'),
    "parts whose comment silences nothing": _each(_PART.replace("[[cast]]", "[[cast]] # etoile: ignore[search-link]")),
    "episodes of a season without an end": _each(_IN_ONE_SEASON + "released = 2025-04-24\nabsolute = 1{0:04}\n"),
}
"""So much of what is only warned of, or once in the last: catalogues that can be read."""


def _marks(number: int) -> str:
    """Return a part whose name is one letter and its marks, in an order that normalising has to change."""
    marks = ("\u0301\u0323" * (number // 2 + 1))[:number]
    return catalogue(f'[[cast]]\nname = "e{marks}"\nsources = ["s"]\n')


def _part_in(episodes: int, length: int) -> str:
    """Return a part in so many episodes, with names of so many characters."""
    codes = ",".join(f'"S01E{number:02}"' for number in range(episodes))
    name = _WIDEST * length
    part = f'[[cast]]\nname = "{name}"\ncharacter = "{name}"\nepisodes = [{codes}]\nsources = ["s"]\n'
    each = '[[episodes]]\nseason = 1\nnumber = {0}\ntitle = "E"\nsources = ["s"]\n'
    return catalogue(part + "".join(map(each.format, range(episodes))))


def _long_source(parts: int) -> str:
    """Return so many parts that name one source, whose title is as long as it may be."""
    each = '[[cast]]\nname = "N{0}"\nsources = ["long"]\n'
    source = f'[[sources]]\nid = "long"\ntitle = "{"t" * LONGEST}"\nurl = "https://example.org/long"\n'
    return catalogue("".join(map(each.format, range(parts)))) + source


HOSTILE: Mapping[str, Text] = {
    "marks on a letter": _marks,
    "a part in episodes, longer names": lambda number: _part_in(number, number * LONGEST // EPISODES),
    "a part in episodes, the longest names": lambda number: _part_in(number, LONGEST),
    "parts of the longest source": _long_source,
    "a part in episodes of a season": _part_in_codes('"S01E{0:02}"'),
}
"""Catalogues in order, which hold one text that costs much wherever it is repeated or looked through."""

FAMILIES = {**MISTAKES, **DOUBTS, **HOSTILE}


def main() -> None:
    """Print a catalogue as the command line asks for it."""
    parser = argparse.ArgumentParser(description="Print a catalogue that is hard on a program.")
    parser.add_argument("family", choices=FAMILIES, help="of what it has very many")
    parser.add_argument("number", type=int, help="how many")
    asked = parser.parse_args()
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as output:
        output.write(FAMILIES[asked.family](asked.number))


if __name__ == "__main__":
    main()
