import csv
import io
from pathlib import Path

import pytest
from hypothesis import example, given

from etoile_cli.catalogue.records import CastMember
from etoile_cli.listing.csv_ import csv_lines
from etoile_cli.listing.listing import Listing
from etoile_cli.text.values import exact
from tests.door import run, run_terminal
from tests.listing.listings import BACKSLASHES, CAST, NAMES, listing, listings
from tests.strategies import thorough


@pytest.mark.parametrize("header", [None, True])
def test_csv_has_a_header_unless_told_otherwise(header: bool | None) -> None:
    assert list(csv_lines(listing("cast", CAST, NAMES, header=header))) == [
        "name,known_for,billing",
        "Luke Kirby,Maisel; a;b,main",
        '"tab\there, ""quote""\\",,',
    ]


def test_csv_has_no_header_if_told_so() -> None:
    assert list(csv_lines(listing("cast", (), NAMES, header=False))) == []


def test_csv_leaves_what_spreadsheets_run_as_it_is() -> None:
    formulas = [CastMember(name=text) for text in ("=1+1", "+1", "-1", "@x")]
    assert list(csv_lines(listing("cast", formulas, ["name"]))) == ["name", "=1+1", "+1", "-1", "@x"]


def test_csv_escapes_nothing_and_quotes_what_has_several_lines() -> None:
    hostile = [
        CastMember(name=text) for text in ("O\\Neil", "two\nlines", "old\rlines", "both\r\n", 'a "b"', "\x1b[0m")
    ]
    assert list(csv_lines(listing("cast", hostile, ["name"], header=False))) == [
        "O\\Neil",
        '"two\nlines"',
        '"old\rlines"',
        '"both\r\n"',
        '"a ""b"""',
        "\x1b[0m",
    ]


def test_a_terminal_gets_no_control_from_csv_but_ends_of_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('format = 1\n[show]\ntitle = "x"\n[[cast]]\nname = "a\\u001b[2J\\nb"\n', encoding="utf-8")
    assert run(f"etoile -c {path} cast -f csv --columns name").stdout == 'name\n"a\x1b[2J\nb"\n'
    assert run_terminal(f"etoile -c {path} cast -f csv --columns name", width=80).stdout == (
        'name\n"a\\u001b[2J\nb"\n'
    )


@thorough
@given(listings)
@example(BACKSLASHES)
def test_programs_read_every_value_back_as_it_is(shown: Listing) -> None:
    text = "".join(f"{line}\n" for line in csv_lines(shown))
    names, *read = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert names == shown.names()
    assert read == [[exact(value) for value in row] for row in shown.rows()]
