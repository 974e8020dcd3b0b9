"""Catalogues of any size: `python benchmarks/generate.py 1000 > thousand.toml`.

The same number of cast records and the same seed give the same bytes. Every record has most of its keys, names with
and without accents, and sources that are there: `etoile check` finds nothing wrong. 100,000 records make some 20 MB.
"""

import argparse
import random
import sys
from collections.abc import Iterable, Iterator

SEED = 2025

FIRST = ("Lou", "Gideon", "Simon", "Éliane", "Zoë", "Tobias", "Ivy", "Jürgen", "Mishi", "Crispin", "Łucja", "Noa")
LAST = (
    "Kirby",
    "de Laâge",
    "Glick",
    "Callow",
    "Dubois",
    "O'Neill",
    "Żak",
    "Marchand",
    "Strand",
    "Ibáñez",
    "Shamblee",
)
_ROLES = ("principal dancer", "artistic director", "choreographer", "company manager", "stage hand", "ballet teacher")
_WORKS = ("The Marvelous Game", "Nutcracker Nights", "Une saison à Paris", "Second Position", "The Understudy")
_BILLINGS = ("main", "recurring", "guest")
_COMPANIES = 20
_SOURCES = 50


def catalogue(records: int, seed: int = SEED) -> Iterator[str]:
    """Yield the lines of a catalogue with so many cast records."""
    draw = random.Random(seed)
    yield from ("format = 1", "", "[show]", f'title = "A show of {records:,} parts"', f"sources = {_all_sources()}")
    for number in range(_COMPANIES):
        yield from ("", "[[companies]]", f'id = "company-{number}"', f'name = "Ballet No. {number}"')
        yield from ('country = "FR"', "fictional = true", 'sources = ["source-0"]')
    for number in range(records):
        yield from _part(number, draw)
    for number in range(_SOURCES):
        yield from ("", "[[sources]]", f'id = "source-{number}"', f'title = "Page {number} of the programme"')
        yield from (f'publisher = "Archive {number}"', f'url = "https://example.org/{number}"')


def _all_sources() -> str:
    return _array(f"source-{number}" for number in range(_SOURCES))


def _array(texts: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


def _part(number: int, draw: random.Random) -> Iterator[str]:
    first, last = draw.choice(FIRST), draw.choice(LAST)
    yield from ("", "[[cast]]", f'name = "{first} {last} {number}"', f'sort_name = "{last} {number}, {first}"')
    yield f'character = "{draw.choice(FIRST)}, part {number}"'
    yield f'role = "{draw.choice(_ROLES)}"'
    yield f'company = "company-{draw.randrange(_COMPANIES)}"'
    yield f'billing = "{draw.choice(_BILLINGS)}"'
    yield f"known_for = {_array(draw.sample(_WORKS, draw.randrange(3)))}"
    yield f'sources = ["source-{draw.randrange(_SOURCES)}"]'


def main() -> None:
    """Print a catalogue as the command line asks for it."""
    parser = argparse.ArgumentParser(description="Print a catalogue of many cast records.")
    parser.add_argument("records", type=int, help="how many cast records")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed makes other records (%(default)s)")
    asked = parser.parse_args()
    with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as output:
        output.writelines(f"{line}\n" for line in catalogue(asked.records, asked.seed))


if __name__ == "__main__":
    main()
