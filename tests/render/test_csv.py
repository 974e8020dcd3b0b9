import csv

import pytest
from hypothesis import example, given

from etoile_cli.model import CastMember
from etoile_cli.render.csv_ import csv_lines
from etoile_cli.render.listing import Listing
from tests.controls import controls_in
from tests.render.listings import BACKSLASHES, CAST, NAMES, comparable, listing, listings, read_back
from tests.strategies import thorough


@pytest.mark.parametrize("header", [None, True])
def test_csv_has_a_header_unless_told_otherwise(header: bool | None) -> None:
    assert list(csv_lines(listing("cast", CAST, NAMES, header=header))) == [
        "name,known_for,billing",
        "Luke Kirby,Maisel; a\\;b,main",
        '"tab\\there, ""quote""\\\\",,',
    ]


def test_csv_has_no_header_if_told_so() -> None:
    assert list(csv_lines(listing("cast", (), NAMES, header=False))) == []


def test_csv_leaves_what_spreadsheets_run_as_it_is() -> None:
    formulas = [CastMember(name=text) for text in ("=1+1", "+1", "-1", "@x")]
    assert list(csv_lines(listing("cast", formulas, ["name"]))) == ["name", "=1+1", "+1", "-1", "@x"]


@thorough
@given(listings)
@example(BACKSLASHES)
def test_every_value_can_be_read_back_from_csv(shown: Listing) -> None:
    names, *read = csv.reader(csv_lines(shown))
    assert names == shown.names()
    for fields, values in zip(read, shown.rows(), strict=True):
        assert list(map(read_back, fields, values)) == list(map(comparable, values))


@thorough
@given(listings)
def test_csv_has_one_line_a_record_and_no_raw_controls(shown: Listing) -> None:
    lines = list(csv_lines(shown))
    assert len(lines) == 1 + len(shown.records)
    assert controls_in("".join(lines)) == set()
