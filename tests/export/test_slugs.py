"""A show's name for programs: readable, the same every time, and no other show's."""

import unicodedata
from datetime import date
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.export.slugs import slug
from etoile_cli.text.values import show
from tests.strategies import texts, thorough

DAY = date(2025, 4, 24)


# Written out: an id that changed would make another show of the one that a library has.
@pytest.mark.parametrize(
    ("title", "premiere", "made"),
    [
        ("Étoile", DAY, "etoile-2025-5635427d"),
        ("Étoile", None, "etoile-e5e06777"),
        ("Schitt’s Creek", date(2015, 1, 13), "schitts-creek-2015-f10da583"),
        ("M*A*S*H", date(1972, 9, 17), "m-a-s-h-1972-739943b4"),
        ("24", date(2001, 11, 6), "24-2001-efbfebb9"),
        ("東京ラブストーリー", date(1991, 1, 7), "東京ラブストーリー-1991-48c8d891"),
        ("सेक्रेड गेम्स", date(2018, 7, 6), "सेक्रेड-गेम्स-2018-d03a98d9"),
        ("Erkenci Kuş", None, "erkenci-kus-ecffb344"),
        ("!!!", None, "show-8e92e7cb"),
        ("\u0301 😀", None, "show-8141ee23"),
        ("", DAY, "show-2025-9eab13d1"),
        ("\udcff", DAY, "show-2025-d2510b9a"),
        (f"{'a' * 39} b", None, f"{'a' * 39}-df19fe2f"),
    ],
)
def test_a_slug_is_the_folded_title_and_the_year_and_digits(title: str, premiere: date | None, made: str) -> None:
    assert slug(title, premiere) == made


def test_the_digits_are_as_the_documentation_says() -> None:
    assert slug("Étoile", DAY) == "etoile-2025-" + sha256("Étoile\n2025".encode()).hexdigest()[:8]
    assert slug("!", None) == "show-" + sha256(b"!\n").hexdigest()[:8]


@pytest.mark.parametrize(
    "titles",
    [
        ["Étoile", "Etoile", "ÉTOILE", "Étoile!", "Étoile 2025"],
        ["!!!", "???", "😀", "💃", ""],
        [f"{'a' * 100}{end}" for end in "bcd"],
    ],
)
def test_shows_whose_titles_fold_alike_have_other_slugs(titles: list[str]) -> None:
    made = [slug(title, premiere) for title in titles for premiere in (None, DAY, date(1999, 1, 1))]
    assert len(set(made)) == len(made)


def test_the_same_title_in_the_same_year_has_the_same_slug() -> None:
    assert slug("Étoile", DAY) == slug(unicodedata.normalize("NFD", " Étoile\n"), date(2025, 12, 31))


@thorough
@given(texts, st.none() | st.dates())
def test_a_slug_has_no_blanks_and_nothing_to_escape_and_is_no_number(title: str, premiere: date | None) -> None:
    made = slug(title, premiere)
    assert (show(made), made.split()) == (made, [made])
    assert "-" in made
    assert len(made) < 60
