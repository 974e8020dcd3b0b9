"""The letters of an index."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.export.site.letters import by_letter
from etoile_cli.text.folding import fold
from tests.strategies import texts, thorough


def headings(*names: str) -> list[tuple[str, str, list[str]]]:
    return [(letter.heading, letter.id, each) for letter, each in by_letter(names, str)]


@pytest.mark.parametrize(
    ("name", "heading", "id_"),
    [
        ("Étoile", "E", "letter-e"),
        ("the Bear", "T", "letter-t"),
        ("Æon Flux", "A", "letter-a"),
        ("24", "Numbers and signs", "letter-0"),
        ("#blackAF", "Numbers and signs", "letter-0"),
        ("", "Numbers and signs", "letter-0"),
        ("Ёлки", "Е", "letter-е"),
        ("東京ラブストーリー", "Han", "letter-han"),
        ("도깨비", "Hangul", "letter-hangul"),
        ("ｱﾆﾒ", "Katakana", "letter-katakana"),
        ("सेक्रेड गेम्स", "Devanagari", "letter-devanagari"),
        ("שטיסל", "Hebrew", "letter-hebrew"),
        ("საქართველო", "Georgian", "letter-georgian"),
    ],
)
def test_a_name_stands_under_its_letter_or_its_script(name: str, heading: str, id_: str) -> None:
    assert headings(name) == [(heading, id_, [name])]


def test_letters_come_in_order_and_names_in_theirs() -> None:
    assert headings("도깨비", "Ёлки", "b", "Éz", "ea", "24", "B", "東京", "Eb") == [
        ("Numbers and signs", "letter-0", ["24"]),
        ("B", "letter-b", ["B", "b"]),
        ("E", "letter-e", ["ea", "Eb", "Éz"]),
        ("Е", "letter-е", ["Ёлки"]),
        ("Han", "letter-han", ["東京"]),
        ("Hangul", "letter-hangul", ["도깨비"]),
    ]


@thorough
@given(st.lists(texts))
def test_every_name_stands_once_and_no_heading_or_id_twice(names: list[str]) -> None:
    found = headings(*names)
    assert sorted(name for *_, each in found for name in each) == sorted(names)
    for column in zip(*((heading, id_) for heading, id_, _ in found), strict=True):
        assert len(set(column)) == len(column)
    for heading, id_, each in found:
        assert heading
        assert not set(id_) & set(" \t\n\f\r")
        assert each == sorted(each, key=lambda name: (fold(name), name))
