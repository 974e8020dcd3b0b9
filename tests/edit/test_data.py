"""Data are the same only if their types are, too."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from etoile_cli.edit.data import is_same

NOON = datetime(2025, 4, 24, 12, tzinfo=UTC)
VALUES: list[Any] = [1, 1.0, True, "1", "true", date(2025, 4, 24), NOON, "2025-04-24", [1], [1.0], {}]


@pytest.mark.parametrize("one", VALUES, ids=repr)
@pytest.mark.parametrize("other", VALUES, ids=repr)
def test_values_of_different_types_are_not_the_same(one: Any, other: Any) -> None:
    assert is_same({"x": [one]}, {"x": [other]}) == (one is other)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 10**30, 10**5000], ids=["nan", "inf", "30", "5000"])
def test_numbers_that_json_lacks_are_the_same_as_themselves(value: float) -> None:
    assert is_same({"x": [value], "y": 1}, {"y": 1, "x": [value + 0]})
    assert not is_same({"x": [value], "y": 1}, {"y": True, "x": [value + 0]})


def test_the_order_of_keys_makes_no_difference() -> None:
    assert is_same({"a": 1, "b": {"c": 2, "d": 3}}, {"b": {"d": 3, "c": 2}, "a": 1})
