"""What is told of people, companies and awards, and what is not."""

from datetime import date

import pytest

from etoile_cli.check.check import check

SHOW = 'format = 1\n[show]\ntitle = "S"\nsources = []\n'
DAY = date(2026, 11, 22)


def told(records: str) -> list[tuple[str, str]]:
    problems = check(f"{SHOW}{records}".encode(), "x", DAY).problems
    return [(each.code.name, each.message) for each in problems if each.code.name != "unsourced"]


def person(name: str, more: str = "", section: str = "crew") -> str:
    return f'[[{section}]]\nname = "{name}"\n{more}\n'


@pytest.mark.parametrize(
    ("records", "number"),
    [
        (person("Zoé") + person("Zoe"), 1),
        (person("Zoé") + person("Zoé", "roles = ['editor']"), 0),
        (person("Zoé") + person("ZOÉ", section="cast"), 1),
        (person("Zo\u00e9") + person("Zoe\u0301", section="cast"), 0),  # the same, composed and not
        (person("Zoé", "aliases = ['Zoe']") + person("Zoe"), 0),
        (person("Zoé") + person("Zoë Kim"), 0),
        (person("Zoé") + "[[episodes]]\nseason = 1\nnumber = 1\ntitle = 'T'\ndirectors = ['Zoe']\n", 1),
        (person("Zoé") + "[[awards]]\naward = 'A'\nrecipients = ['Zoe']\nresult = 'won'\n", 1),
    ],
)
def test_two_spellings_of_a_name_are_told(records: str, number: int) -> None:
    assert [code for code, _ in told(records)] == ["two-spellings"] * number


@pytest.mark.parametrize(
    ("first", "second", "number"),
    [
        ("imdb = 'nm0000001'", "imdb = 'nm0000002'", 1),
        ("imdb = 'nm0000001'", "imdb = 'nm0000001'", 0),
        ("imdb = 'nm0000001'", "tmdb = '2'", 0),
        ("imdb = 'nm0000001', tmdb = '1'", "imdb = 'nm0000002', tmdb = '1'", 1),
        ("imdb = 'nm0000001', tmdb = '1'", "imdb = 'nm0000002', tmdb = '2'", 0),  # two people
    ],
)
def test_two_ids_of_one_person_are_told(first: str, second: str, number: int) -> None:
    records = person("Zoé", f"ids = {{ {first} }}") + person("Zoé", f"ids = {{ {second} }}", "cast")
    assert [code for code, _ in told(records)] == ["contradiction"] * number


AWARD = "[[awards]]\naward = 'A'\ncategory = 'C'\nrecipients = ['X', 'Y']\n"


@pytest.mark.parametrize(
    ("second", "code"),
    [
        ("result = 'won'\nnote = 'N'\n", "duplicate"),
        ("result = 'nominated'\n", "contradiction"),
        ("result = 'won'\nepisodes = ['S01E01']\n[[episodes]]\nseason = 1\nnumber = 1\ntitle = 'T'\n", ""),
        ("result = 'won'\ndate = '2025'\n", ""),
    ],
)
def test_the_same_award_twice_is_told(second: str, code: str) -> None:
    assert [each for each, _ in told(f"{AWARD}result = 'won'\n{AWARD}{second}")] == ([code] if code else [])


def test_the_same_award_is_known_in_another_case_and_order() -> None:
    other = AWARD.replace("'A'", "'a'").replace("['X', 'Y']", "['Y', 'X']")
    assert [code for code, _ in told(f"{AWARD}result = 'won'\n{other}result = 'won'\n")] == ["duplicate"]
