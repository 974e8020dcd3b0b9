import json as standard_json
from collections.abc import Mapping, Sequence

import msgspec
import pytest
from hypothesis import given

from etoile_cli.catalogue.model import (
    RECORD_TYPES,
    Offer,
)
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember
from etoile_cli.listing.columns import columns_of
from etoile_cli.listing.formats import Format, lines_of
from etoile_cli.listing.listing import Listing
from etoile_cli.text.values import exact
from tests.controls import controls_in
from tests.door import run
from tests.listing.listings import CAST, listing, listings
from tests.model_json import from_json
from tests.strategies import sections_with_records, thorough

LAAGE = """\
[
  {
    "name": "Lou de Laâge",
    "sort_name": "Laâge, Lou de",
    "aliases": [],
    "character": "Cheyenne Toussaint",
    "role": "star dancer (étoile), magnetic and temperamental, sent to New York",
    "company": "lbn",
    "billing": "main",
    "profession": null,
    "known_for": [
      "The Innocents"
    ],
    "episodes": [],
    "ids": {},
    "sources": [
      "fqm",
      "thenerdy",
      "wtw"
    ],
    "cites": {
      "note": [
        "time-doubles",
        "miscelana",
        "fangirlish-8"
      ]
    },
    "note": "Constance Devernay dances for her in part. Cheyenne's mother is called Bruna; her actor isn't known."
  }
]
"""


def whole(section: str, records: Sequence[Record]) -> Listing:
    return listing(section, records, None)


def test_json_has_every_key_and_absent_is_null() -> None:
    assert run("etoile cast laage --json").stdout == LAAGE


def test_json_of_no_records_is_an_empty_array() -> None:
    assert list(lines_of(whole("cast", []), Format.JSON)) == ["[]"]
    assert list(lines_of(whole("cast", []), Format.JSONL)) == []


def test_json_holds_the_columns_asked_for_in_their_order() -> None:
    asked = listing("cast", CAST, ["known_for", "name", "billing"])
    assert list(lines_of(asked, Format.JSONL)) == [
        '{"known_for":["Maisel","a;b"],"name":"Luke Kirby","billing":"main"}',
        '{"known_for":[],"name":"tab\\there, \\"quote\\"\\\\","billing":null}',
    ]


def test_json_escapes_what_would_reach_a_terminal() -> None:
    hostile = [CastMember(name="\x1b\x7f\x9b\u202e\u2028É👩")]
    assert list(lines_of(listing("cast", hostile, ["name"]), Format.JSONL)) == [
        '{"name":"\\u001b\\u007f\\u009b\\u202e\\u2028É👩"}'
    ]


@thorough
@given(sections_with_records)
def test_json_reads_back_as_the_records(drawn: tuple[str, list[Record]]) -> None:
    section, records = drawn
    text = "\n".join(lines_of(whole(section, records), Format.JSON))
    assert from_json(text, list[RECORD_TYPES[section]]) == records
    assert controls_in(text) <= {"\n"}


@pytest.mark.parametrize("number", [0, 1, 999, 1_000, 1_001, 2_000, 2_001])
def test_json_is_one_array_though_it_is_written_in_parts(number: int) -> None:
    records = [CastMember(name=f"Actor {each}") for each in range(number)]
    text = "\n".join(lines_of(whole("cast", records), Format.JSON))
    assert text == msgspec.json.format(msgspec.json.encode(records), indent=2).decode()


@thorough
@given(sections_with_records)
def test_json_lines_read_back_as_the_records_one_a_line(drawn: tuple[str, list[Record]]) -> None:
    section, records = drawn
    lines = list(lines_of(whole(section, records), Format.JSONL))
    assert [from_json(line, RECORD_TYPES[section]) for line in lines] == records
    assert controls_in("".join(lines)) == set()


@thorough
@given(listings)
def test_json_lines_hold_the_columns_of_every_record(shown: Listing) -> None:
    objects = list(map(standard_json.loads, lines_of(shown, Format.JSONL)))
    assert [list(each) for each in objects] == [shown.names() for _ in shown.records]
    assert [list(each.values()) for each in objects] == [plain(row) for row in shown.rows()]
    assert standard_json.loads("".join(lines_of(shown, Format.JSON))) == objects


def plain(value: object) -> object:
    """Return a value as JSON has it, with lists for tuples however deep."""
    match value:
        case list() | tuple():
            return list(map(plain, value))
        case Mapping():
            return {key: plain(each) for key, each in value.items()}
        case _:
            return msgspec.to_builtins(value, enc_hook=exact)


@pytest.mark.parametrize("section", RECORD_TYPES)
def test_keys_stand_in_declared_order(section: str) -> None:
    declared = list(RECORD_TYPES[section].__struct_encode_fields__)
    (printed,) = map(standard_json.loads, lines_of(whole(section, [example(section)]), Format.JSONL))
    assert list(printed) == declared
    assert [name for name in columns_of(section) if name in declared] == declared


def example(section: str) -> Record:
    """Return a record of the section with nothing but what it must have."""
    data = {"regions": ["FR"], "offer": Offer, "checked": "2025-01-01", "season": 1, "number": 1}
    required = [field.name for field in msgspec.structs.fields(RECORD_TYPES[section]) if field.required]
    kinds = {"offer": "ads", "kind": "score", "result": "won"}
    return msgspec.convert({name: (data | kinds).get(name, "x") for name in required}, RECORD_TYPES[section])
