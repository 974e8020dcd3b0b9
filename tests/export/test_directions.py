"""In which direction the page sets a text: that of its first letter, unless most others have the other."""

import pytest

from etoile_cli.export.directions import direction
from tests.export.pages import of_show, page_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“צבאח אל־ח׳יר”, says Shmulik; the oven is cold.", "ltr"),
        ("Netflix: שם של סדרה בעברית", "rtl"),
        ("The sign says לחם and لحم.", "auto"),
        ("שישי, שבת, ראשון", "auto"),
        ("אב ab", "auto"),
        ("Étoile", "auto"),
        ("1948", "auto"),
        ("", "auto"),
    ],
)
def test_a_text_has_the_direction_of_most_of_its_letters(text: str, expected: str) -> None:
    assert direction(text) == expected


def test_prose_that_begins_with_a_word_of_the_other_direction_is_set_as_the_rest() -> None:
    text = "“שלום”, says the baker, and means it."
    page = page_of(of_show(logline=text, premise=text, note=text, themes=(text,)))
    told = [each.attributes.get("dir") for each in page.all() if each.own_text() == text and each.tag in {"p", "li"}]
    assert told == ["ltr"] * 4
