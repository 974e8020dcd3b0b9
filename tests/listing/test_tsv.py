import pytest
from hypothesis import example, given

from etoile_cli.listing.listing import Listing
from etoile_cli.listing.tsv import tsv
from tests.controls import controls_in
from tests.listing.listings import BACKSLASHES, CAST, NAMES, comparable, listing, listings, read_back
from tests.strategies import thorough


@pytest.mark.parametrize("header", [None, False])
def test_tsv_has_no_header_unless_asked(header: bool | None) -> None:
    assert list(tsv(listing("cast", CAST, NAMES, header=header))) == [
        "Luke Kirby\tMaisel; a\\;b\tmain",
        'tab\\there, "quote"\\\\\t\t',
    ]


def test_tsv_has_a_header_if_asked() -> None:
    assert list(tsv(listing("cast", (), NAMES, header=True))) == ["name\tknown_for\tbilling"]


def test_tsv_shows_controls_as_escapes() -> None:
    assert list(tsv(listing("cast", CAST[1:], ["note"]))) == ["x\\u001b[0m"]


@thorough
@given(listings)
@example(BACKSLASHES)
def test_every_value_can_be_read_back_from_tsv(shown: Listing) -> None:
    read = [line.split("\t") for line in tsv(shown)]
    assert [len(fields) for fields in read] == [len(shown.columns) for _ in shown.records]
    for fields, values in zip(read, shown.rows(), strict=True):
        assert list(map(read_back, fields, values)) == list(map(comparable, values))


@thorough
@given(listings)
def test_tsv_has_one_line_a_record_and_no_raw_controls(shown: Listing) -> None:
    lines = list(tsv(shown))
    assert len(lines) == len(shown.records)
    assert controls_in("".join(lines)) <= {"\t"}
