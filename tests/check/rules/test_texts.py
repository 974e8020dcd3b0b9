"""No string of a record is passed over, whatever key holds it, alone, in an array or in a table."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.rules.texts import wrong_texts

INVISIBLE, CONTROL = "a\u200bb", "a\x85b"
PLAIN = "ab"

Place = tuple[str | int, ...]


def held(declared: Declared, wrong: str) -> Iterator[tuple[Any, Place]]:
    """Yield values with this declaration that hold a wrong string, and where; last in an array, after a plain one."""
    if declared.is_text:
        yield wrong, ()
    elif declared.item:
        for value, place in held(declared.item, wrong):
            yield ({"x": PLAIN, "y": value}, ("y", *place)) if declared.name else ([PLAIN, value], (1, *place))


TYPES: list[tuple[str, type[Record]]] = [("show", Show), *RECORD_TYPES.items()]
KEYS = [
    (section, record_type, key)
    for section, record_type in TYPES
    for key, declared in declarations(record_type).items()
    if list(held(declared, CONTROL))
]


@pytest.mark.parametrize("wrong", [INVISIBLE, CONTROL], ids=["invisible", "control"])
@pytest.mark.parametrize(("section", "record_type", "key"), KEYS, ids=[f"{each[0]}.{each[2]}" for each in KEYS])
def test_a_wrong_string_is_found_at_every_key(section: str, record_type: type[Record], key: str, wrong: str) -> None:
    for value, place in held(declarations(record_type)[key], wrong):
        entry = Entry((section, 0), record_type, {key: value})
        found = [each.path for each in wrong_texts(Contents([entry], date(2026, 11, 27)))]
        assert (section, 0, key, *place) in found


def test_there_are_keys_of_every_shape() -> None:
    assert {(section, key) for section, _, key in KEYS} >= {
        ("show", "title"),
        ("show", "titles"),
        ("cast", "known_for"),
        ("cast", "episodes"),
        ("episodes", "ids"),
        ("sources", "cites"),
    }


@pytest.mark.parametrize(
    ("key", "value", "place"),
    [("known_for", ["x", " "], (1,)), ("ids", {"imdb": "nm1", "tmdb": " "}, ("tmdb",)), ("role", " ", ())],
)
def test_a_blank_string_is_found(key: str, value: Any, place: Place) -> None:
    found = wrong_texts(Contents([Entry(("cast", 0), RECORD_TYPES["cast"], {key: value})], date(2026, 11, 27)))
    assert [each.path for each in found] == [("cast", 0, key, *place)]


def test_a_string_beside_one_that_is_not_as_declared_is_found() -> None:
    entry = Entry(("cast", 0), RECORD_TYPES["cast"], {"known_for": [None, INVISIBLE], "name": None}, is_whole=False)
    found = [each.path for each in wrong_texts(Contents([entry], date(2026, 11, 27)))]
    assert found == [("cast", 0, "known_for", 1)]
