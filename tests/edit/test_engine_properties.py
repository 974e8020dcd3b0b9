"""Changes at random, of catalogues that people could have written in any way: only what is meant is changed."""

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import tomli
import tomlrt
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.edit.data import is_same
from etoile_cli.edit.engine import edited
from etoile_cli.edit.operations import Add, Drop, Operation, Put, Remove, intended
from etoile_cli.edit.toml.tables import CannotEditError
from tests.edit.random_changes import operations_for
from tests.edit.written_by_hand import Owner, Written, written
from tests.strategies import examples
from tests.thoroughness import THOROUGH


def _touched(operation: Operation, owner: Owner) -> bool:
    """Return whether a line of an owner may be changed by an operation."""
    match operation:
        case Put(record, key) | Drop(record, key):
            return owner in {(*record, key), record[:1]}
        case Remove(section, position):
            return owner[:2] == (section, position) or owner == (section,)
        case Add(section):
            return owner == (section,)


def _with_records(data: dict[str, Any]) -> dict[str, Any]:
    """Return data without sections that hold nothing: an array in braces stays where its last record goes."""
    return {key: value for key, value in data.items() if value not in ([], {})}


def _is_subsequence(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    rest = iter(longer)
    return all(line in rest for line in shorter)


def _untouched(catalogue: Written, operations: Sequence[Operation]) -> list[str]:
    """Return the lines that must still be there in the same order; empty ones may come and go with a record."""
    return [
        line.removesuffix("\n").removesuffix("\r")
        for line, owner in catalogue.lines
        if line.strip() and not any(_touched(each, owner) for each in operations)
    ]


@given(st.integers(0, 2**64))
@examples(4_000)
def test_a_change_makes_the_data_those_intended_and_touches_no_other_line(seed: int) -> None:
    rnd = random.Random(seed)
    catalogue = written(rnd)
    operations = operations_for(rnd, catalogue.data)
    done = edited(catalogue.content, operations)
    wanted = intended(catalogue.data, operations)
    assert is_same(_with_records(done.data), _with_records(wanted))
    text = done.content.decode()
    # It keeps the line ends in strings as the file has them; TOML leaves that open.
    assert is_same(tomlrt.loads(text.removeprefix("\ufeff").replace("\r\n", "\n")).to_dict(), done.data)
    new_lines = [line.removesuffix("\r") for line in text.removeprefix("\ufeff").split("\n")]
    assert _is_subsequence(_untouched(catalogue, operations), new_lines)
    if catalogue.content.count(b"\r\n"):
        assert text.count("\r\n") == text.count("\n")
    assert done.content.startswith(b"\xef\xbb\xbf") == catalogue.content.startswith(b"\xef\xbb\xbf")


@given(st.integers(0, 2**64))
@examples(1_000)
def test_what_people_write_by_hand_is_toml(seed: int) -> None:
    catalogue = written(random.Random(seed))
    read = tomli.loads(catalogue.content.decode().removeprefix("\ufeff").replace("\r\n", "\n"))
    assert is_same(read, catalogue.data)


FILES = sorted(path for path in (Path(__file__).parents[1] / "data").rglob("*") if path.is_file())


def _data_of(path: Path) -> dict[str, Any] | None:
    try:
        return tomli.loads(path.read_bytes().decode().removeprefix("\ufeff").replace("\r\n", "\n"))
    except (ValueError, RecursionError):
        return None


@pytest.mark.parametrize("path", [path for path in FILES if _data_of(path)], ids=lambda path: path.name)
def test_hostile_catalogues_are_changed_as_intended_or_not_at_all(path: Path) -> None:
    data = _data_of(path) or {}
    for seed in range(20 if THOROUGH else 2):
        rnd = random.Random(f"{path.name} {seed}")
        operations = operations_for(rnd, data)
        try:
            done = edited(path.read_bytes(), operations)
        except CannotEditError:
            continue
        assert is_same(_with_records(done.data), _with_records(intended(data, operations)))
