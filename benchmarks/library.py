"""Libraries of any size: `python benchmarks/library.py 1000 shows` writes a thousand catalogues into a directory.

The same number and the same seed give the same bytes, and a show is the same in every library that it is in. Each has
about 22 KB, as much as that of Étoile without its comments and notes: two seasons of eight episodes, a cast of 24,
offers with and without `except`, awards, and sources for nearly everything. Some of a show's people are in others. One
show in a hundred has a typhoon. `etoile check` finds no errors.
"""

import argparse
import datetime as dt
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generate import FIRST, LAST

SEED = 2026

_WORDS = (
    *(
        "harbour",
        "ballet",
        "letter",
        "orchard",
        "station",
        "winter",
        "ledger",
        "theatre",
        "river",
        "lantern",
        "tunnel",
    ),
    *("the last", "a borrowed", "an empty", "every", "the second", "a paper", "no", "the quiet", "another", "one"),
    *("and", "of", "before", "behind", "across", "without", "returns to", "keeps", "sells", "forgets", "rehearses"),
)
_NETWORKS = ("Channel Nine", "Prime Video", "North Channel", "Canal Port", "Thamesway")
_GENRES = ("comedy", "drama", "mystery", "espionage", "family")
_REGIONS = ("FR", "US", "GB", "DE", "JP", "KR", "BR", "CA")
_ROLES = ("principal dancer", "director of the house", "choreographer", "stage hand", "teacher", "detective")
_CREW = ("writer", "director", "composer", "production designer", "editor", "casting")
_SOURCES = 30
_SEASONS, _EPISODES, _PARTS = 2, 8, 24
_PEOPLE = 60  # so many of its own has a show to draw from


class _Show:
    """What the records of a show are drawn from."""

    def __init__(self, number: int, seed: int) -> None:
        self.number = number
        self.draw = random.Random(f"{seed} {number}")
        self.begun = dt.date(1990, 1, 1) + dt.timedelta(days=self.draw.randrange(12_000))

    def person(self) -> str:
        """Return somebody: mostly one of the show's own people, at times one of another of the hundred before it."""
        back = self.draw.randrange(1, 101) if self.draw.randrange(8) == 0 else 0
        which = max(self.number - back, 0) * _PEOPLE + self.draw.randrange(_PEOPLE)
        return f"{FIRST[which % len(FIRST)]} {LAST[which % len(LAST)]} {which}"

    def text(self, words: int) -> str:
        """Return a text of so many words."""
        told = " ".join(self.draw.choices(_WORDS, k=words))
        return f"{told[0].upper()}{told[1:]}."

    def sources(self) -> str:
        """Return the line of a record's sources: one in thirty has none."""
        cited = sorted(self.draw.sample(range(_SOURCES), self.draw.randrange(1, 4)))
        return f"sources = {_array(f'source-{each}' for each in cited)}" if self.draw.randrange(30) else ""

    def day(self, after: int) -> dt.date:
        """Return a day so many days after the show began, or up to a week later."""
        return self.begun + dt.timedelta(days=after + self.draw.randrange(7))


def catalogue(number: int, seed: int = SEED) -> Iterator[str]:
    """Yield the lines of the catalogue of a show, by its number in a library."""
    show = _Show(number, seed)
    for lines in (
        _about(show),
        _people(show),
        _cast(show),
        _episodes(show),
        _offers(show),
        _said(show),
        _sources(show),
    ):
        yield from (line for line in lines if line)


def _array(texts: Iterable[str]) -> str:
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


def _some(show: _Show, texts: Sequence[str], most: int) -> str:
    return _array(sorted(show.draw.sample(texts, show.draw.randrange(1, most + 1))))


def _about(show: _Show) -> Iterator[str]:
    yield from ("format = 1", "[show]", f'title = "Show {show.number:05}"', f"premiere = {show.begun}")
    yield from (f"networks = {_some(show, _NETWORKS, 2)}", f"genres = {_some(show, _GENRES, 3)}")
    yield from (f"countries = {_some(show, _REGIONS, 2)}", 'languages = ["en"]', f"seasons = {_SEASONS}")
    rare = " Then a typhoon comes." if show.number % 97 == 42 else ""
    yield from (f'logline = "{show.text(14)}{rare}"', f'premise = "{show.text(60)}"', "runtime = [42, 58]")
    yield from (f'sources = ["source-{each}"]' for each in [show.draw.randrange(_SOURCES)])
    yield 'cites = { premiere = ["source-1"], networks = ["source-2", "source-3"] }'


def _people(show: _Show) -> Iterator[str]:
    for section, persons in (("creators", 2), ("crew", 10)):
        for name in dict.fromkeys(show.person() for _ in range(persons)):
            yield from (f"[[{section}]]", f'name = "{name}"', f"roles = {_some(show, _CREW, 3)}", show.sources())
    for number, kind in enumerate(("story", "story", "production", "distribution")):
        yield from ("[[companies]]", f'id = "company-{number}"', f'name = "Company {number} of {show.number}"')
        yield from (f'kind = "{kind}"', f'country = "{show.draw.choice(_REGIONS)}"', show.sources())
    for number in range(6):
        yield from ("[[settings]]", f'name = "Place {number}"', 'city = "Paris"', 'country = "FR"')
        yield from (f"uses = {_some(show, ('filming', 'story'), 2)}", show.sources())


def _cast(show: _Show) -> Iterator[str]:
    for number in range(_PARTS):
        name = show.person()
        yield from ("[[cast]]", f'name = "{name}"', f'sort_name = "{name.split(" ", 1)[1]}, {name.split(" ", 1)[0]}"')
        yield from (f'character = "{show.draw.choice(FIRST)}, part {number}"', f'role = "{show.draw.choice(_ROLES)}"')
        yield f'company = "company-{show.draw.randrange(2)}"'
        yield f'billing = "{"main" if number < 6 else show.draw.choice(("recurring", "guest"))}"'
        if number >= 6:
            first = show.draw.randrange(1, _EPISODES + 1)
            last = show.draw.randrange(first, _EPISODES + 1)
            runs = ("S02", f"S01E{first:02}-S01E{last:02}" if first < last else f"S01E{first:02}")
            yield f"episodes = {_some(show, runs, 2)}"
        yield from (show.sources(), 'cites = { role = ["source-4"] }' if number % 5 == 0 else "")


def _episodes(show: _Show) -> Iterator[str]:
    for season in range(1, _SEASONS + 1):
        yield from ("[[seasons]]", f"number = {season}", f"episodes = {_EPISODES}", show.sources())
    for season in range(1, _SEASONS + 1):
        for number in range(1, _EPISODES + show.draw.randrange(-3, 1) + 1):
            yield from ("[[episodes]]", f"season = {season}", f"number = {number}", f'title = "{show.text(3)[:-1]}"')
            yield from (
                f"released = {show.day(season * 365 + number * 7)}",
                f"runtime = {show.draw.randrange(42, 58)}",
            )
            yield from (f'directors = ["{show.person()}"]', f'synopsis = "{show.text(20)}"', show.sources())


def _offers(show: _Show) -> Iterator[str]:
    left_out = f"except = {_some(show, _REGIONS, 2)}" if show.draw.randrange(2) else ""
    yield from ("[[availability]]", 'service = "Prime Video"', 'offer = "subscription"', 'regions = ["worldwide"]')
    yield from (left_out, "checked = 2026-11-01", show.sources())
    yield from ("[[availability]]", 'service = "Shop"', 'offer = "rent"', f"regions = {_some(show, _REGIONS, 3)}")
    yield from ("checked = 2026-11-01", show.sources())
    yield from (
        "[[trailers]]",
        'title = "Trailer"',
        f'url = "https://example.org/{show.number}/trailer"',
        show.sources(),
    )


def _said(show: _Show) -> Iterator[str]:
    for number in range(12):
        yield from ("[[reception]]", f'outlet = "Paper {number}"', 'kind = "review"', f'verdict = "{show.text(8)}"')
        yield from (f"date = {show.day(365 + number)}", show.sources())
    for number in range(3):
        yield from ("[[awards]]", f'award = "Lumen {number}"', f'category = "{show.draw.choice(_CREW)}"')
        yield from (f'recipients = ["{show.person()}"]', f'result = "{show.draw.choice(("won", "nominated"))}"')
        yield from (f"date = {show.day(900)}", show.sources())


def _sources(show: _Show) -> Iterator[str]:
    for number in range(_SOURCES):
        yield from ("[[sources]]", f'id = "source-{number}"', f'title = "{show.text(6)[:-1]}"')
        yield from (f'publisher = "Archive {number}"', f'url = "https://example.org/{show.number}/{number}"')
        yield f"published = {show.day(1_000)}"


def write(directory: Path, number: int, seed: int = SEED) -> list[Path]:
    """Write a library of so many catalogues into a directory, and return their paths in order."""
    directory.mkdir(parents=True, exist_ok=True)
    paths = [directory / f"show-{each:05}.toml" for each in range(number)]
    for each, path in enumerate(paths):
        path.write_text("".join(f"{line}\n" for line in catalogue(each, seed)), encoding="utf-8")
    return paths


def main() -> None:
    """Write a library as the command line asks for it."""
    parser = argparse.ArgumentParser(description="Write a library of catalogues.")
    parser.add_argument("number", type=int, help="how many catalogues")
    parser.add_argument("directory", type=Path, help="where they go")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed makes other shows (%(default)s)")
    asked = parser.parse_args()
    write(asked.directory, asked.number, asked.seed)


if __name__ == "__main__":
    main()
