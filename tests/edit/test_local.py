"""Where a change concerns its own record alone, what it brings shows there: the whole catalogue would say the same."""

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.reader import read_data
from etoile_cli.catalogue.records import Show
from etoile_cli.edit.changing import new_errors
from etoile_cli.edit.engine import edited
from etoile_cli.edit.local import bring_no_error
from etoile_cli.edit.operations import Add, Drop, Operation, Put, Remove
from etoile_cli.edit.toml.tables import CannotEditError
from tests.conftest import DATA
from tests.door import CHECKOUT
from tests.edit.written_by_hand import VALUES
from tests.thoroughness import THOROUGH

TODAY = date(2026, 11, 22)
CATALOGUES = [CHECKOUT / "data" / "etoile.toml", DATA / "full.toml", *sorted((DATA / "shows").glob("*.toml"))]
MORE = ["main", "guest", "FR", "UK", "story", "2025-04", date(2030, 1, 1), ["a", "a"], ["a", "b"], [52, 75], "imdb"]


def _operations(data: dict[str, Any], rnd: random.Random) -> Iterator[Operation]:
    """Yield changes of a few keys of one record, to values that fit them or not."""
    section = rnd.choice(["show", *(name for name in RECORD_TYPES if data.get(name))])
    path = ("show",) if section == "show" else (section, rnd.randrange(len(data[section])))
    record = data["show"] if section == "show" else data[section][path[1]]
    known = list(declarations(Show if section == "show" else RECORD_TYPES[section]))
    for key in rnd.sample(known, rnd.randint(1, 2)):
        if key in record and rnd.random() < 0.3:
            yield Drop(path, key)
        else:
            others = [each[key] for each in data.get(section, ()) if section != "show" and key in each]
            yield Put(path, key, rnd.choice([*VALUES, *MORE, *others]))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_what_is_seen_to_be_harmless_in_its_record_is_harmless(path: Path) -> None:
    content = path.read_bytes()
    data = read_data(content)
    harmless = 0
    for seed in range(400 if THOROUGH else 60):
        operations = list(_operations(data, random.Random(f"{path.stem} {seed}")))
        try:
            done = edited(content, operations, data)
        except CannotEditError:  # a text in place of a table in dotted keys
            continue
        if bring_no_error(data, done.data, operations, TODAY):
            harmless += 1
            assert not new_errors(content, done.content, "it.toml", TODAY, done.data), operations
    assert harmless


PART = {"name": "A", "character": "B", "role": "r"}
CATALOGUE = {"format": 1, "show": {"title": "T"}, "cast": [PART], "crew": [{"name": "C"}], "sources": []}


@pytest.mark.parametrize(
    ("operation", "is_seen"),
    [
        (Put(("cast", 0), "role", "x"), True),
        (Drop(("cast", 0), "role"), True),
        (Put(("show",), "premiere", date(2025, 4, 24)), True),
        (Put(("cast", 0), "billing", "star"), False),  # an error
        (Put(("cast", 0), "name", "x"), False),  # what identifies the record
        (Put(("cast", 0), "sources", ["s"]), False),  # other records
        (Put(("cast", 0), "company", "c"), False),
        (Put(("cast", 0), "cites", {"name": ["s"]}), False),
        (Put(("crew", 0), "note", "x"), False),  # all values identify it
        (Put(("cast", 0), "titel", "x"), False),  # no key
        (Add("cast", {"name": "N"}), False),
        (Remove("cast", 0), False),
    ],
)
def test_only_keys_that_no_other_record_is_compared_by_are_looked_at_alone(
    operation: Operation, is_seen: bool
) -> None:
    key = getattr(operation, "key", "")
    new = {**CATALOGUE, "cast": [{**PART, key: getattr(operation, "value", "x")}]}
    assert bring_no_error(CATALOGUE, new, [operation], TODAY) == is_seen
