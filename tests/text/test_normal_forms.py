"""Unicode's normal forms: those of the standard library, and as good for very many marks."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.text.folding import fold
from etoile_cli.text.normal_forms import MOST_MARKS, normalized
from tests.strategies import texts

FORMS = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])
MARKED = st.text("ae\u0301\u0323\u05b4\u3099가 —", max_size=20)


@given(texts | MARKED, FORMS)
def test_a_text_that_can_be_meant_has_the_form_of_the_standard_library(text: str, form: str) -> None:
    assert normalized(form, text) == normalize(form, text)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [MOST_MARKS, MOST_MARKS + 1, 2 * MOST_MARKS + 1, 100_000])
@pytest.mark.parametrize("before", ["a", "— — — — — — — — — — — — — — — — — — — — — — —", ""])
def test_every_thirty_marks_end_with_a_joiner(before: str, number: int) -> None:
    marks = "\u0301\u0323" * number
    pieces = normalized("NFD", f"{before}{marks[:number]}").removeprefix(before).split("\u034f")
    assert [len(piece) for piece in pieces[:-1]] == [MOST_MARKS] * ((number - 1) // MOST_MARKS)
    assert sum(map(len, pieces)) == number


def test_many_marks_are_folded_as_few_are() -> None:
    assert fold("Za" + "\u0301\u0323" * 100_000 + "lgo") == "zalgo"
