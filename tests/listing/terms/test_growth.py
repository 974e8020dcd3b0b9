"""Terms take work that grows with the catalogue and with themselves, and no faster."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember, Company, Show, Source
from etoile_cli.listing.search import having_words, search
from tests.work import lines_executed

NUMBER = 300
MOST_FOR_TWICE = 2.2

Found = Callable[[Catalogue, Sequence[str]], Sequence[object]]


def made(number: int) -> Catalogue:
    """Return a catalogue of so many parts, companies and sources."""
    return Catalogue(
        format=1,
        show=Show(title="x"),
        companies=tuple(Company(id=f"c{at}", name=f"Company {at}", country="FR") for at in range(number)),
        cast=tuple(
            CastMember(
                name=f"Name {at}",
                company=f"c{at}",
                episodes=(f"S01E{at + 1:02}", "S02"),
                sources=(f"s{at}",),
                cites={"name": (f"s{at}",)},
                note="x" * 100,
            )
            for at in range(number)
        ),
        sources=tuple(Source(id=f"s{at}", title=f"Source {at}") for at in range(number)),
    )


def listed(catalogue: Catalogue, words: Sequence[str]) -> Sequence[object]:
    return having_words(catalogue.cast, words, catalogue)


@pytest.mark.parametrize("found", [listed, search])
@pytest.mark.parametrize(
    "words",
    [
        *(["name:name"], ["company:company"], ["company:c7"], ["company:=nobody"], ["source:source"], ["source:s7"]),
        *(
            ["episodes:S01E03.."],
            ["has:note"],
            ["not:has:note"],
            ["not:zz"],
            ["cites.name:s"],
            ["note:x", "not:ids:x"],
        ),
    ],
)
def test_twice_the_records_take_twice_the_work(found: Found, words: list[str]) -> None:
    found(made(2), words)
    less, more = (lines_executed(partial(found, made(number), words)) for number in (NUMBER, 2 * NUMBER))
    assert less > 1_000
    assert more / less < MOST_FOR_TWICE


@pytest.mark.parametrize("words", [["not:" * 30_000 + "x"], ["note:" + "x" * 100_000], [f"name:{'é' * 100_000}"]])
def test_a_long_term_is_asked_like_a_short_one(words: list[str]) -> None:
    catalogue = made(NUMBER)
    short = lines_executed(lambda: listed(catalogue, [words[0][:9]]))
    assert lines_executed(lambda: listed(catalogue, words)) < 2 * short
