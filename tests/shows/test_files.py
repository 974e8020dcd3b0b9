"""The files of the invented shows: every key of the format is in one of them, and `check` has nothing to say."""

from collections.abc import Iterator
from enum import StrEnum

import pytest
from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.enumerations import OfferUrlKind, Status, TrailerUrlKind
from etoile_cli.catalogue.model import RECORD_TYPES, Show
from tests.catalogue.test_schema import Edited
from tests.door import run
from tests.shows.shows import NAMES, data_of, path_of, records_in

# A show of which there is nothing to tell yet is not hard, and of an address that is only a search `check` warns.
UNUSED = {Status.ANNOUNCED, Status.IN_PRODUCTION, OfferUrlKind.SEARCH, TrailerUrlKind.SEARCH}
LARGEST = 150_000

TYPES = {"show": Show, **RECORD_TYPES}


def values(section: str, key: str) -> Iterator[object]:
    """Yield the values of a key over all shows; of arrays and tables, what these hold."""
    for name in NAMES:
        for record in records_in(data_of(name), section):
            match record.get(key):
                case None:
                    pass
                case list() as items:
                    yield from items
                case dict() as table:
                    yield from table.values()
                case value:
                    yield value


def texts(section: str, key: str) -> list[str]:
    return [value for value in values(section, key) if isinstance(value, str)]


def words(declared: Declared) -> set[StrEnum]:
    """Return the words that a key takes, if it takes one of a few."""
    kind = declared.held.type
    return set(kind.cls) if isinstance(kind, inspect.EnumType) else set()


def test_there_are_four() -> None:
    assert NAMES == ["jasmine-street", "quarry-lane", "small-hours", "star-ferry-post"]


@pytest.mark.parametrize("section", TYPES)
def test_every_key_of_the_format_is_in_one_of_them(section: str) -> None:
    assert [key for key in declarations(TYPES[section]) if not any(True for _ in values(section, key))] == []


@pytest.mark.parametrize("section", TYPES)
def test_so_is_every_word_that_a_key_takes(section: str) -> None:
    missing = {
        key: words(each) - UNUSED - set(texts(section, key)) for key, each in declarations(TYPES[section]).items()
    }
    assert {key: each for key, each in missing.items() if each} == {}


@pytest.mark.parametrize("name", NAMES)
def test_check_has_nothing_to_say(name: str) -> None:
    done = run(f"etoile check --strict '{path_of(name)}'")
    assert (done.stdout, done.stderr) == ("", "etoile: no problems\n")


@pytest.mark.parametrize("name", NAMES)
def test_editors_mark_nothing(name: str) -> None:
    assert Edited(path_of(name).read_bytes()).marks() == set()


@pytest.mark.parametrize("name", NAMES)
def test_the_files_stay_small(name: str) -> None:
    assert path_of(name).stat().st_size < LARGEST
