"""Where words are marked that a search found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.listing.marks import places_of
from etoile_cli.text.folding import fold
from tests.strategies import texts, thorough


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        (["laage"], "Lou de Laâge", ["Laâge"]),
        (["laage"], "Lou de Laa\u0302ge", ["Laa\u0302ge"]),
        (["de l"], "Lou de\u00a0Laâge", ["de\u00a0L"]),
        (["oeuvre"], "Chef-d’Œuvre", ["Œuvre"]),
        (["d'oeuvre"], "un chef\u2010d’œuvre", ["d’œuvre"]),
        (["strasse"], "STRAẞE, Straße", ["STRAẞE", "Straße"]),
        (["paris", "new york"], "Paris, New York, Paris", ["Paris", "Paris", "New York"]),
        (["게임"], "오징어 게임", ["게임"]),
        (["게임"], "오징어 \u1100\u1166\u110b\u1175\u11b7", ["\u1100\u1166\u110b\u1175\u11b7"]),
        (["गेम"], "सेक्रेड गेम्स", ["गेम्"]),
        (["paris"], "London", []),
        ([""], "London", []),
    ],
)
def test_words_are_marked_with_all_their_letters(words: list[str], text: str, marked: list[str]) -> None:
    assert [text[begin:end] for begin, end in places_of(words, text)] == marked


@thorough
@given(texts, texts)
def test_what_is_marked_holds_the_word(word: str, text: str) -> None:
    wanted = fold(word)
    for begin, end in places_of([wanted], text):
        assert wanted in fold(text[begin:end])


@thorough
@given(st.text(st.characters(codec="latin-1", categories=["L", "N"]), min_size=1), st.text("abcé ", max_size=9))
def test_a_word_that_a_text_holds_is_marked(word: str, around: str) -> None:
    assert places_of([fold(word)], f"{around}{word}{around}")
