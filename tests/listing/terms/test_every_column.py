"""Every column of every listing, asked by every operator: it answers or says what is wrong, and never fails."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.errors import UsageError
from etoile_cli.listing.columns import PEOPLE, SEARCH, SHOWS, columns_of
from etoile_cli.listing.search import having_words, search
from etoile_cli.listing.show_entry import entry_of
from etoile_cli.listing.terms.types import keys_listed
from etoile_cli.people.credits import credits_of
from etoile_cli.people.person import joined
from tests.strategies import brief, catalogues, texts

LISTINGS = [*RECORD_TYPES, PEOPLE, SHOWS, SEARCH]
ASKED = [
    "a",
    "yes",
    "1",
    "2..",
    "..2",
    "1..2",
    "2..1",
    "2025",
    "2025-04..",
    "S01",
    "S01E01..S01E02",
    "FR",
    "..",
    "=a",
    "=",
]
WORDS = [f"{{key}}:{text}" for text in ASKED] + ["{key}:", "has:{key}", "has:{key}.x", "{key}.x:a"]


def listed(listing: str, catalogue: Catalogue) -> Sequence[Any]:
    if listing == PEOPLE:
        return joined(credits_of("x", catalogue))
    return [entry_of(Holding("x", "x.toml", catalogue))] if listing == SHOWS else getattr(catalogue, listing)


def kept(listing: str, word: str, catalogue: Catalogue) -> Sequence[Any]:
    """Return what holds a term, as it is told apart from others."""
    if listing == SEARCH:
        return [id(each.record) for each in search(catalogue, [word])]
    return [id(each) for each in having_words(listed(listing, catalogue), [word], catalogue)]


@pytest.mark.parametrize("listing", LISTINGS)
@brief
@given(catalogues, st.data())
def test_every_column_answers_every_operator_or_refuses_it(
    listing: str, catalogue: Catalogue, data: st.DataObject
) -> None:
    names = list(dict.fromkeys([*columns_of(listing), *keys_listed(listing).names()]))
    text = data.draw(texts)
    for key in data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3)):
        for word in (*WORDS, f"{{key}}:{text}", f"{{key}}:={text}"):
            asked = word.replace("{key}", key)
            for each in (asked, f"not:{asked}"):
                with suppress(UsageError):
                    kept(listing, each, catalogue)


@pytest.mark.parametrize("listing", [each for each in LISTINGS if each != SEARCH])
@brief
@given(catalogues)
def test_every_column_is_a_key_of_terms(listing: str, catalogue: Catalogue) -> None:
    known = keys_listed(listing)
    assert [name for name in columns_of(listing) if name not in known] == []
    records = listed(listing, catalogue)
    for name in columns_of(listing):
        having = having_words(records, [f"has:{name}"], catalogue)
        lacking = having_words(records, [f"not:has:{name}"], catalogue)
        assert sorted(map(id, (*having, *lacking))) == sorted(map(id, records))
