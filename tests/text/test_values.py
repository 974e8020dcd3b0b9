from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etoile_cli.catalogue.enumerations import Billing, SettingUse
from etoile_cli.text.values import (
    Value,
    age,
    count,
    enumerate_words,
    exact,
    paragraphs,
    readable,
    readable_date,
    show,
    show_all,
)
from tests.controls import controls_in
from tests.strategies import texts, thorough

TODAY = date(2026, 11, 22)
DAY = date(2025, 4, 24)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("as\tit\nis \\", "as\tit\nis \\"),
        (0, "0"),
        (10**40, "1" + "0" * 40),
        (True, "true"),
        (False, "false"),
        (DAY, "2025-04-24"),
        (date(1, 1, 1), "0001-01-01"),
        (Billing.MAIN, "main"),
        ((), ""),
        (("a",), "a"),
        (("a", "b c"), "a; b c"),
        (("a;b", "c\\"), "a;b; c\\"),
        ((SettingUse.STORY, SettingUse.FILMING), "story; filming"),
        ({}, ""),
        ({"imdb": "tt1", "tmdb": "2;3"}, "imdb=tt1; tmdb=2;3"),
    ],
)
def test_programs_read_exact_values(value: Value, text: str) -> None:
    assert exact(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        (0, "0"),
        (True, "yes"),
        (False, "no"),
        (DAY, "24 April 2025"),
        (Billing.MAIN, "main"),
        ((), ""),
        (("a;b", "", "\n", "c"), "a;b, c"),
        ((SettingUse.STORY, SettingUse.FILMING), "story, filming"),
        ({}, ""),
        ({"imdb": "tt1", "odd\tkey": "2"}, "imdb tt1, odd key 2"),
        ("[bold]É[/]\n\x1b[0m", "[bold]É[/] \\u001b[0m"),
    ],
)
def test_people_read_values_as_people_write_them(value: Value, text: str) -> None:
    assert readable(value) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("as it is", "as it is"),
        ("日本語 e\u0301 👩‍👩‍👧‍👦", "日本語 e\u0301 👩‍👩‍👧‍👦"),
        ("a\tb\nc\r\nd", "a b c d"),
        ("\n a \n", "a"),
        (" a ", "a"),
        ("   ", ""),
        ("a  b", "a b"),
        ("\x1c", "\\u001c"),
        ("a\x1f", "a\\u001f"),
        ("\x85a", "\\u0085a"),
        ("\u2028a\u2029", "\\u2028a\\u2029"),
        ("\x1b[31m\u202e", "\\u001b[31m\\u202e"),
        ("no\xa0break", "no\xa0break"),
    ],
)
def test_text_is_shown_on_one_line_without_controls(text: str, shown: str) -> None:
    assert show(text) == shown


@thorough
@given(texts)
def test_any_text_is_safe_to_show(text: str) -> None:
    assert controls_in(show(text)) == set()
    assert show(show(text)) == show(text)


def test_empty_texts_are_not_shown() -> None:
    assert show_all(["a", "", "\n", "b\tc"]) == ["a", "b c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n", []),
        ("one\nparagraph", ["one paragraph"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\r\n\r\ntwo\r\n", ["one", "two"]),
        ("\n\none\n \t\n\n\ntwo\nlines\n\n", ["one", "two lines"]),
    ],
)
def test_blank_lines_part_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_months_have_their_english_names() -> None:
    days = [readable_date(date(2025, month, 1)) for month in range(1, 13)]
    assert " ".join(days).replace("1 ", "").replace(" 2025", "") == (
        "January February March April May June July August September October November December"
    )


@pytest.mark.parametrize("year", [1, 999, 9999])
def test_years_are_not_padded(year: int) -> None:
    assert readable_date(date(year, 12, 31)) == f"31 December {year}"


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(9999, 12, 31), "in the future"),
        (date(2026, 11, 23), "in the future"),
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 21), "yesterday"),
        (date(2026, 11, 20), "2 days ago"),
        (date(2026, 11, 9), "13 days ago"),
        (date(2026, 11, 8), "2 weeks ago"),
        (date(2026, 11, 2), "2 weeks ago"),
        (date(2026, 11, 1), "3 weeks ago"),
        (date(2026, 10, 22), "4 weeks ago"),
        (date(2026, 9, 23), "8 weeks ago"),
        (date(2026, 9, 22), "2 months ago"),
        (date(2025, 11, 23), "11 months ago"),
        (date(2025, 11, 22), "12 months ago"),
        (date(2025, 6, 6), "17 months ago"),
        (date(2024, 11, 23), "23 months ago"),
        (date(2024, 11, 22), "2 years ago"),
        (date(2023, 11, 23), "2 years ago"),
        (date(2023, 11, 22), "3 years ago"),
        (date(1, 1, 1), "2025 years ago"),
    ],
)
def test_an_age_is_in_the_largest_unit_that_makes_two(day: date, text: str) -> None:
    assert age(day, TODAY) == text


@pytest.mark.parametrize(
    ("day", "today", "text"),
    [
        (date(2024, 2, 29), date(2026, 2, 28), "23 months ago"),
        (date(2024, 2, 29), date(2026, 3, 1), "2 years ago"),
        (date(2025, 12, 31), date(2026, 2, 28), "8 weeks ago"),
        (date(2025, 12, 31), date(2026, 3, 1), "2 months ago"),
    ],
)
def test_a_month_is_over_on_its_day(day: date, today: date, text: str) -> None:
    assert age(day, today) == text


@thorough
@given(st.dates(max_value=date(9998, 12, 31)), st.integers(2, 365))
def test_older_is_never_told_as_younger(today: date, days: int) -> None:
    assume(today - date(1, 1, 1) > timedelta(days + 1))
    units = {"days": 1, "weeks": 7, "months": 28, "years": 336}
    number, unit, ago = age(today - timedelta(days), today).split()
    assert (int(number) >= 2, ago) == (True, "ago")
    assert int(number) * units[unit] <= days


@pytest.mark.parametrize(
    ("number", "noun", "text"),
    [(0, "season", "0 seasons"), (1, "season", "1 season"), (8, "episode", "8 episodes")],
)
def test_counts_agree_with_their_noun(number: int, noun: str, text: str) -> None:
    assert count(number, noun) == text


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (("a", "b", "c"), "a, b and c")],
)
def test_words_are_enumerated_as_people_do(words: list[str], text: str) -> None:
    assert enumerate_words(words) == text
