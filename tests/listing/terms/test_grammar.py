"""Which words are terms, and what they ask."""

import pytest

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import CastMember, Show, Source
from etoile_cli.errors import UsageError
from etoile_cli.listing.terms.grammar import parted, term_of
from etoile_cli.listing.terms.on_key import terms_on
from etoile_cli.listing.terms.places import Keys, columns_named, places_named
from etoile_cli.listing.terms.term import Operator, Term
from tests.work import lines_executed

CAST = Keys([CastMember])
HOLDS, IS, HAS, WORD = Operator.HOLDS, Operator.IS, Operator.HAS, Operator.WORD


@pytest.mark.parametrize(
    ("word", "key", "operator", "text", "negated"),
    [
        ("billing:main", "billing", HOLDS, "main", False),
        ("BILLING:Main", "billing", HOLDS, "Main", False),
        (" billing : main ", "billing", HOLDS, " main ", False),
        ("note:10:30", "note", HOLDS, "10:30", False),
        ("note:a=b", "note", HOLDS, "a=b", False),
        ("known_for:x", "known_for", HOLDS, "x", False),
        ("known for:x", "known_for", HOLDS, "x", False),
        ("Known-For:x", "known_for", HOLDS, "x", False),
        ("company:=lbn", "company", IS, "lbn", False),
        ("company:==", "company", IS, "=", False),
        ("company:=", "company", IS, "", False),
        # Nothing to hold: any value will do.
        ("company:", "company", HAS, "", False),
        ("company: ", "company", HAS, " ", False),
        ("has:company", "company", HAS, "", False),
        ("Has: known for", "known_for", HAS, "", False),
        ("episodes:S01E02..S01E04", "episodes", HOLDS, "S01E02..S01E04", False),
        # The singular of a list, keys of tables, and what a record rests on.
        ("episode:S01", "episode", HOLDS, "S01", False),
        ("alias:x", "alias", HOLDS, "x", False),
        ("ids.imdb:nm1", "ids.imdb", HOLDS, "nm1", False),
        ("cites.known-for:x", "cites.known_for", HOLDS, "x", False),
        ("has:ids.imdb", "ids.imdb", HAS, "", False),
        ("source:bww", "source", HOLDS, "bww", False),
        ("not:billing:main", "billing", HOLDS, "main", True),
        ("NOT:has:note", "note", HAS, "", True),
        ("not:not:has:note", "note", HAS, "", False),
        ("not:paris", "", WORD, "paris", True),
        ("not:http://x", "", WORD, "http://x", True),
        ("not:new york", "", WORD, "new york", True),
    ],
)
def test_a_word_that_asks_a_key_is_a_term(word: str, key: str, operator: Operator, text: str, negated: bool) -> None:
    assert term_of(word, CAST) == Term(word, key, operator, text, negated)


@pytest.mark.parametrize(
    "word",
    [
        *("", ":", "::", "paris", "10:30", "http://example.org", "bilng:main", "section:cast", "show:bear", ":main"),
        *("name.first:x", "ids.:x", ".imdb:x", "not:", "not: ", "not", "nothing:x", "has", "has:"),
        *("has:nonesuch", "season:1", "imdb:nm1", "x" * 1_000 + ":y"),
    ],
)
def test_a_word_that_only_looks_like_a_term_is_a_word(word: str) -> None:
    assert term_of(word, CAST) is None


@pytest.mark.parametrize(
    ("word", "ends"),
    [
        ("episodes:A..B", ("A", "B")),
        ("episodes: A .. B ", ("A", "B")),
        ("episodes:A..", ("A", "")),
        ("episodes:..B", ("", "B")),
        ("episodes:..", ("", "")),
        ("episodes:A", None),
        ("episodes:=A..B", None),
    ],
)
def test_two_dots_part_the_ends_of_a_range(word: str, ends: tuple[str, str] | None) -> None:
    term = term_of(word, CAST)
    assert term is not None
    assert term.ends == ends


def test_terms_and_words_are_parted_in_their_order() -> None:
    terms, words = parted(["b", "has:note", "10:30", "not:a", "not:not:c", "name:x"], CAST)
    assert [term.written for term in terms] == ["has:note", "not:a", "name:x"]
    assert words == ["b", "10:30", "c"]


def test_every_column_and_every_name_of_one_item_is_a_key() -> None:
    for record_type in (Show, *RECORD_TYPES.values()):
        known = Keys([record_type])
        for name in [*columns_named(record_type), "source"]:
            assert name in known, (record_type, name)
            assert places_named(record_type, name)
    for section, names in {
        "availability": ["region"],
        "creators": ["role", "alias", "episode", "id"],
        "settings": ["use"],
        "episodes": ["director", "writer", "title"],
        "sources": ["author", "cited"],
    }.items():
        assert [name for name in names if name not in Keys([RECORD_TYPES[section]])] == []


def test_a_key_comes_before_the_name_of_one_item_of_another() -> None:
    assert [place.key for place in places_named(Show, "title")] == ["title"]
    assert [place.key for place in places_named(Source, "id")] == ["id"]
    assert [place.key for place in places_named(CastMember, "id")] == ["ids"]
    assert [place.key for place in places_named(CastMember, "source")] == ["sources", "cites"]


def test_terms_on_a_key_that_no_record_has_are_asked_of_what_has_it() -> None:
    terms, words = terms_on(["show:Béar", "kirby", "not:show:=the bear", "has:note", "shows:2..", "not:x"], "show")
    assert words == ["kirby", "has:note", "shows:2..", "not:x"]
    assert [[term.holds_text(text) for term in terms] for text in ("The Bear", "Bears", "Dark")] == [
        [True, False],
        [True, True],
        [False, True],
    ]
    (term,), _ = terms_on(["shows:2.."], "shows")
    assert [term.holds_number(number) for number in (1, 2, 3)] == [False, True, True]
    (term,), _ = terms_on(["not:shows:2"], "shows")
    assert [term.holds_number(number) for number in (1, 2, 3)] == [True, False, True]
    (term,), _ = terms_on(["has:show"], "show")
    assert (term.holds_text("x"), term.holds_text("")) == (True, False)


def test_a_number_that_is_none_is_refused_for_such_a_key_too() -> None:
    (term,), _ = terms_on(["shows:many"], "shows")
    with pytest.raises(UsageError) as refused:
        term.holds_number(1)
    assert refused.value.message == 'shows takes a number, not "many"'


@pytest.mark.parametrize("word", ["not:", "not:has:", "note:", "a.", ":", "..", "1", "note:..", "released:2025.."])
def test_a_long_word_is_read_in_one_go(word: str) -> None:
    term_of(word * 10, CAST)  # what the declarations say, and what a pattern matches, is found out once
    less, more = (lines_executed(lambda times=times: term_of(word * times, CAST)) for times in (1_000, 100_000))
    assert less == more
