from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.enumerations import Billing
from etoile_cli.listing.fields import field
from etoile_cli.text.values import Value
from tests.controls import controls_in
from tests.listing.listings import comparable, read_back
from tests.strategies import texts, thorough


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("a; b", "a; b"),
        ("tab\tnewline\r\n\x1b", "tab\\tnewline\\r\\n\\u001b"),
        ("\\t", "\\\\t"),
        (True, "true"),
        (0, "0"),
        (date(1, 1, 1), "0001-01-01"),
        (Billing.MAIN, "main"),
        ((), ""),
        (("",), ""),
        (("", ""), "; "),
        (("a", "b; c"), "a; b\\; c"),
        (("a\\", "b"), "a\\\\; b"),
        (("\\;", "\n"), "\\\\\\;; \\n"),
        ({"a=b": "c", "a": "b=c"}, "a\\=b=c; a=b=c"),
        ({"imdb": "tt1", "a": "b;\tc"}, "imdb=tt1; a=b\\;\\tc"),
        ({"title": ("bww", "x"), "premiere": ("y",)}, "title=bww,x; premiere=y"),
        ({"a=b": ("c,d", "e;f", "g\\", "h\ti")}, "a\\=b=c\\,d,e\\;f,g\\\\,h\\ti"),
    ],
)
def test_a_value_is_one_field(value: Value, text: str) -> None:
    assert field(value) == text


separators = st.text("a\\=; \n")
mappings = st.dictionaries(texts | separators, texts | separators, max_size=4)
items = texts | separators | st.text("a,\\;=", max_size=4)
lists = st.dictionaries(items, st.lists(items, min_size=1, max_size=3).map(tuple), max_size=3)


@thorough
@given(texts | separators | st.lists(texts | separators, max_size=4).map(tuple) | mappings | lists)
def test_any_field_reads_back_and_has_no_controls(value: Value) -> None:
    assert read_back(field(value), value) == comparable(value)
    assert controls_in(field(value)) == set()
