"""Words that name episodes, and what they find: by what the codes mean, and not by their letters."""

import pytest

from etoile_cli.catalogue.enumerations import AwardResult
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.model import Award, Catalogue
from etoile_cli.catalogue.records import CastMember, Contributor, Show
from etoile_cli.listing.search import having_words, search

LONG = Catalogue(
    format=1,
    show=Show(title="A"),
    creators=(Contributor(name="Creator", episodes=("S01", "S02")),),
    cast=(
        CastMember(name="First", episodes=("S01",)),
        CastMember(name="Both", episodes=("S01", "S02")),
        CastMember(name="Tenth", role="seasoned", episodes=("S10",)),
        CastMember(name="Hundred", episodes=("S02E100",)),
        CastMember(name="Guest", episodes=("S00E01",)),
        CastMember(name="Always", role="on 1 hand"),
    ),
    seasons=(
        Season(number=1, episodes=13),
        Season(number=2, title="Season 2", episodes=120),
        Season(number=10),
        Season(number=0),
    ),
    episodes=(
        Episode(season=1, number=1, through=2, title="Film"),
        Episode(season=1, number=10, title="Tenth of the first"),
        Episode(season=2, number=1, title="First of the second"),
        Episode(season=10, number=2, title="Second of the tenth"),
        Episode(season=0, number=1, title="Special", follows="S02E01"),
    ),
    awards=(Award(award="Prize", result=AwardResult.WON, episodes=("S02",)),),
)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["season 1"], ["First", "Both"]),
        (["season", "1"], ["First", "Both"]),
        (["Season", "2"], ["Both", "Hundred"]),
        (["S01"], ["First", "Both"]),
        (["season", "10"], ["Tenth"]),
        (["S10E02"], ["Tenth"]),
        (["S02E10"], ["Both"]),
        (["S02E100"], ["Both", "Hundred"]),
        (["S01E12-S02E05"], ["First", "Both"]),
        (["S01E12–S02E05"], ["First", "Both"]),
        (["specials"], ["Guest"]),
        (["S00"], ["Guest"]),
        (["season", "1", "first"], ["First"]),
        (["first", "season", "1"], ["First"]),
        (["S01", "S02"], ["Both"]),
        # Where there is no such season, these are words like others.
        (["season", "7"], []),
        (["season"], ["First", "Both", "Tenth"]),
        (["S02E05-S02E01"], []),
        (["S01E01-S99999E99999"], ["First", "Both", "Tenth", "Hundred"]),
    ],
)
def test_a_code_or_a_season_finds_who_is_in_any_of_its_episodes(words: list[str], names: list[str]) -> None:
    assert [part.name for part in having_words(LONG.cast, words, LONG)] == names


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        (["S02"], ["First of the second"]),
        (["season", "2"], ["First of the second"]),
        (["S01E02"], ["Film"]),
        (["S01"], ["Film", "Tenth of the first"]),
        # What follows an episode is found by it, but is not in its season.
        (["S02E01"], ["First of the second", "Special"]),
        (["specials"], ["Special"]),
        (["S00"], ["Special"]),
    ],
)
def test_episodes_are_found_by_their_season_and_their_films(words: list[str], titles: list[str]) -> None:
    assert [episode.title for episode in having_words(LONG.episodes, words, LONG)] == titles


@pytest.mark.parametrize("words", [["S02"], ["s02"], ["season 2"], ["season", "2"], ["S02E77"]])
def test_a_season_is_found_by_its_code_its_name_and_its_episodes(words: list[str]) -> None:
    assert [season.number for season in having_words(LONG.seasons, words, LONG)] == [2]


def test_a_search_quotes_the_run_that_holds_an_episode_and_nothing_twice() -> None:
    assert [(each.section, each.name, each.match) for each in search(LONG, ["S02E01"])] == [
        ("creators", "Creator", ("episodes: Seasons 1–2",)),
        ("cast", "Both", ("episodes: Seasons 1–2",)),
        ("seasons", "Season 2", ("number: Season 2",)),
        ("episodes", "S02E01 First of the second", ("episode: S02E01",)),
        ("episodes", "S00E01 Special", ("follows: S02E01",)),
        ("awards", "Prize", ("episodes: Season 2",)),
    ]


def test_programs_read_the_exact_codes() -> None:
    assert [(each.section, each.name, each.match) for each in search(LONG, ["S01E02"], for_people=False)] == [
        ("creators", "Creator", ("episodes: S01; S02",)),
        ("cast", "First", ("episodes: S01",)),
        ("cast", "Both", ("episodes: S01; S02",)),
        ("seasons", "Season 1", ("number: 1",)),
        ("episodes", "S01E01 Film", ("episode: S01E01",)),
    ]
