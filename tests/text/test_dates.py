from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.text.dates import Date, PartialDate, first_day, is_before, last_day

MONTH, YEAR = PartialDate(2025, 4), PartialDate(2025)
DAY = date(2025, 4, 24)

partial_dates = st.builds(PartialDate, st.integers(1, 9999), st.integers(0, 12))
all_dates = st.dates() | partial_dates


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [("2025-04", 2025, 4), ("2025", 2025, 0), ("0001-12", 1, 12), ("9999", 9999, 0), ("2025-01", 2025, 1)],
)
def test_a_month_or_a_year_is_read_and_written_alike(text: str, year: int, month: int) -> None:
    parsed = PartialDate.parse(text)
    assert (parsed.year, parsed.month, parsed.isoformat()) == (year, month, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-00",
        "2025-13",
        "0000",
        "0000-04",
        "2025-4",
        "25",
        "20250",
        "2025-04-24",
        "2025-",
        "-2025",
        "2025\n",
        "2025-04\n",
        " 2025",
        "２０２５",
        "٢٠٢٥",
        "2025-0٤",
        "+2025",
        "2025_04",
        "April 2025",
        "x" * 100_000,
    ],
)
def test_nothing_else_is_a_month_or_a_year(text: str) -> None:
    with pytest.raises(ValueError, match=r"^must be a month or a year: 2025-04, 2025$"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    ("known", "first", "last"),
    [
        (YEAR, date(2025, 1, 1), date(2025, 12, 31)),
        (MONTH, date(2025, 4, 1), date(2025, 4, 30)),
        (PartialDate(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (PartialDate(2025, 12), date(2025, 12, 1), date(2025, 12, 31)),
        (PartialDate(9999, 12), date(9999, 12, 1), date(9999, 12, 31)),
        (PartialDate(9999), date(9999, 1, 1), date(9999, 12, 31)),
        (DAY, DAY, DAY),
    ],
)
def test_a_date_lies_between_its_first_and_its_last_day(known: Date, first: date, last: date) -> None:
    assert (first_day(known), last_day(known)) == (first, last)


def test_dates_sort_by_where_they_begin_and_what_is_less_known_comes_first() -> None:
    in_order: list[Date] = [
        date(2024, 12, 31),
        YEAR,
        PartialDate(2025, 1),
        date(2025, 1, 1),
        MONTH,
        date(2025, 4, 1),
        DAY,
        PartialDate(2025, 5),
        PartialDate(2026),
        date(2026, 1, 1),
    ]
    backwards = in_order[::-1]
    assert sorted(backwards) == in_order
    for earlier, later in pairwise(in_order):
        assert (earlier < later, earlier <= later, later > earlier, later >= earlier) == (True, True, True, True)
        assert (later < earlier, later <= earlier, earlier > later, earlier >= later) == (False, False, False, False)


def test_dates_are_equal_if_the_same_is_known_of_them() -> None:
    assert PartialDate(2025, 4) == MONTH
    assert len({MONTH, PartialDate(2025, 4), YEAR, DAY, date(2025, 4, 1)}) == 4
    assert date(2025, 4, 1) != MONTH
    assert MONTH != "2025-04"
    assert repr(MONTH) == "PartialDate('2025-04')"
    with pytest.raises(TypeError):
        assert MONTH < 2025  # type: ignore[operator]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (date(2025, 4, 23), DAY),
        (date(2025, 3, 31), MONTH),
        (date(2024, 12, 31), YEAR),
        (PartialDate(2025, 3), MONTH),
        (PartialDate(2024), MONTH),
        (MONTH, date(2025, 5, 1)),
        (YEAR, date(2026, 1, 1)),
        (YEAR, PartialDate(2026, 1)),
    ],
)
def test_a_date_is_before_another_if_that_is_sure(one: Date, other: Date) -> None:
    assert (is_before(one, other), is_before(other, one)) == (True, False)


@pytest.mark.parametrize(
    ("one", "other"), [(DAY, DAY), (DAY, MONTH), (date(2025, 4, 1), MONTH), (MONTH, YEAR), (YEAR, date(2025, 12, 31))]
)
def test_dates_that_may_be_the_same_day_are_in_no_order(one: Date, other: Date) -> None:
    assert (is_before(one, other), is_before(other, one)) == (False, False)


@given(all_dates, all_dates)
def test_what_is_surely_before_is_sorted_before(one: Date, other: Date) -> None:
    assert not is_before(one, other) or one < other


def test_a_day_and_a_date_known_in_part_are_dates_and_nothing_else_is() -> None:
    assert [isinstance(each, Date) for each in (DAY, MONTH, "2025-04", 2025, None)] == [
        True,
        True,
        False,
        False,
        False,
    ]
