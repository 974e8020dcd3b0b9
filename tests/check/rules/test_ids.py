"""What is told of ids elsewhere, and that what is proposed has nothing against it."""

import re
from collections.abc import Mapping
from datetime import date

import pytest
import tomli
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.schemes import is_id, scheme_key, valid_ids
from etoile_cli.check.check import check
from etoile_cli.check.codes import MALFORMED_ID
from etoile_cli.check.problem import Problem
from etoile_cli.check.toml.advice.quoting import quote
from tests.strategies import texts, thorough

DAY = date(2026, 11, 22)
PAGE = "https://www.imdb.com/title/tt0000001/"

Ids = Mapping[str, str]


def problems(ids: Ids) -> list[Problem]:
    """Return what is told of a show's ids."""
    text = tomli_w.dumps({"format": 1, "show": {"title": "A", "sources": [], "ids": ids}})
    return [each for each in check(text.encode(), "x", DAY).problems if each.code is MALFORMED_ID]


def told(ids: Ids) -> list[tuple[str, str]]:
    return [(each.message.split(" in line ")[0], each.hint) for each in problems(ids)]


@pytest.mark.parametrize(
    ("ids", "message", "hint"),
    [
        (
            {"imdb": PAGE},
            f'"ids", key "imdb": must be an id of IMDb like "tt0123456", found the string "{PAGE}"',
            'did you mean "tt0000001"?',
        ),
        (
            {"tvdb": "0"},
            '"ids", key "tvdb": must be an id of TheTVDB like "12345", found the string "0"',
            "leave out what is not known",
        ),
        (
            {"imdb": "tt0000000"},
            '"ids", key "imdb": must be an id of IMDb like "tt0123456", found the string "tt0000000"',
            "leave out what is not known",
        ),
        (
            {"tmdb": "tt0000001"},
            '"ids", key "tmdb": must be an id of TMDB like "12345", found the string "tt0000001"',
            "",
        ),
        (
            {"own": "-"},
            '"ids", key "own": says nothing, found the string "-"',
            "leave out what is not known",
        ),
        ({"IMDB": "tt0000001"}, '"ids", key "IMDB": is not how the scheme is spelt', 'did you mean "imdb"?'),
        ({"own ": "1"}, '"ids", key "own ": is not how the scheme is spelt', 'did you mean "own"?'),
        ({"": "1"}, '"ids", key "": names no scheme', ""),
        (
            {"IMDB": "tt0000001", "imdb": "tt0000001"},
            '"ids", key "IMDB": is the same scheme as "imdb"',
            'keep one of them, as "imdb"',
        ),
        (
            {"own": "1", "Own": "2"},
            '"ids", key "Own": is the same scheme as "own"',
            'keep one of them, as "own"',
        ),
        (
            {" own": "1", "own": "2"},
            '"ids", key " own": is the same scheme as "own"',
            'keep one of them, as "own"',
        ),
        (
            {"IMDB": "tt1", "imdb": "tt0000001"},
            '"ids", key "IMDB": is the same scheme as "imdb"',
            'keep "imdb"',
        ),
        (
            {"IMDB": "tt0000001", "imdb": PAGE},
            '"ids", key "imdb": is the same scheme as "IMDB"',
            'keep "IMDB", spelt "imdb"',
        ),
        ({"own": "0", "Own": "2"}, '"ids", key "own": is the same scheme as "Own"', 'keep "Own"'),
        ({"the tvdb": "1"}, '"ids", key "the tvdb": is not how the scheme is spelt', 'did you mean "tvdb"?'),
        ({"The TVDB": "1"}, '"ids", key "The TVDB": is not how the scheme is spelt', 'did you mean "tvdb"?'),
        ({"the-movie-db": "1"}, '"ids", key "the-movie-db": is not how the scheme is spelt', 'did you mean "tmdb"?'),
        ({"themoviedb": "1"}, '"ids", key "themoviedb": is not how the scheme is spelt', 'did you mean "tmdb"?'),
        ({"TV Maze ID": "1"}, '"ids", key "TV Maze ID": is not how the scheme is spelt', 'did you mean "tvmaze"?'),
        (
            {"im\u200bdb": "tt0000001"},
            '"ids", key "im\\u200bdb": is not how the scheme is spelt',
            'did you mean "imdb"?',
        ),
        ({"o\u200bwn": "1"}, '"ids", key "o\\u200bwn": is not how the scheme is spelt', 'did you mean "own"?'),
    ],
)
def test_what_is_wrong_with_an_id_is_told_with_what_is_right(ids: Ids, message: str, hint: str) -> None:
    assert told(ids) == [(message, hint)]


def test_of_two_misspelt_keys_the_first_is_to_be_spelt_and_the_second_to_go() -> None:
    assert told({"IMDB": "tt0000001", "Imdb": "tt0000001"}) == [
        ('"ids", key "IMDB": is not how the scheme is spelt', 'did you mean "imdb"?'),
        ('"ids", key "Imdb": is the same scheme as "IMDB"', 'keep one of them, as "imdb"'),
    ]


def test_of_two_malformed_ids_of_a_scheme_both_are_told() -> None:
    wrong = 'must be an id of IMDb like "tt0123456", found the string "x"'
    assert told({"IMDB": "x", "imdb": "x"}) == [
        ('"ids", key "IMDB": is the same scheme as "imdb"', 'keep one of them, as "imdb"'),
        (f'"ids", key "IMDB": {wrong}', ""),
        (f'"ids", key "imdb": {wrong}', ""),
    ]


def test_an_id_as_it_should_be_is_not_told_of() -> None:
    assert (
        told({scheme.key: scheme.example for scheme in SCHEMES["show"].values()} | {"own": "a=b", "isan": "0000-1"})
        == []
    )


@pytest.mark.parametrize("ids", [["imdb"], [1], "tt0000001", 1, [], True])
def test_what_is_no_table_holds_no_ids(ids: object) -> None:
    assert told(ids) == []  # type: ignore[arg-type]


# A value that is not a string or is blank is an error already.
def test_what_is_told_elsewhere_is_not_told_twice() -> None:
    assert told({"imdb": "", "tvdb": " ", "own": "\t"}) == []


SLIPS = [PAGE, "tt0000001", "0", "01", "q1", "tv/1", "10.5240/0123"]
KEYS = st.sampled_from(
    ["imdb", "IMDB", "im\u200bdb", "tvdb", "The TVDB", "tmdb_id", "wikidata", "eidr", "own", "Own", " own", ""]
)
IDS = st.dictionaries(KEYS | texts, st.sampled_from(SLIPS) | texts, max_size=4)


@thorough
@given(IDS)
def test_whatever_hint_is_followed_the_problem_is_gone(ids: dict[str, str]) -> None:
    for problem in problems(ids):
        key = next(each for each in ids if problem.message.startswith(f'"ids", key {quote(each)}: '))
        mended = followed(ids, key, problem)
        if mended is not None:
            assert (problem.message, problem.hint) not in told(mended)
            assert len(problems(mended)) < len(problems(ids))


def read(text: str) -> str:
    return str(tomli.loads(f'x = "{text}"')["x"])


def followed(ids: dict[str, str], key: str, problem: Problem) -> dict[str, str] | None:
    """Return the ids as a hint says they should be, `None` if it leaves open what to do."""
    rest = {each: id_ for each, id_ in ids.items() if each != key}
    if kept := re.fullmatch(r'keep "(.*?)"(?:, spelt "(.*)")?', problem.hint):
        return {kept[2] if kept[2] and quote(each) == f'"{kept[1]}"' else each: id_ for each, id_ in rest.items()}
    match re.fullmatch(r'did you mean "(.*)"\?|keep one of them, as "(.*)"|(.*)', problem.hint).groups():  # type: ignore[union-attr]
        case (str() as proposed, None, None) if "found" in problem.message:
            return ids | {key: read(proposed)}
        case (str() as proposed, None, None):
            return {read(proposed) if each == key else each: id_ for each, id_ in ids.items()}
        case (None, str(), None):
            return rest
        case (None, None, "leave out what is not known"):
            return rest
        case _:
            return None


@thorough
@given(IDS)
def test_the_exports_take_every_id_that_nothing_is_told_of(ids: dict[str, str]) -> None:
    if not problems(ids) and all(id_.strip() for id_ in ids.values()):
        assert valid_ids("show", ids) == ids
    assert all(is_id("show", key, id_) and key == scheme_key(key) for key, id_ in valid_ids("show", ids).items())
