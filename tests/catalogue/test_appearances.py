"""Who is in which episode, whatever a part says of it: codes, seasons, runs; and no more is said than needs be."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.appearances import Appearances
from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember, Show
from etoile_cli.catalogue.spans import span_of
from tests.strategies import brief


def catalogue(
    films: list[tuple[int, int, int | None]], *parts: list[str], counts: dict[int, int | None] | None = None
) -> Catalogue:
    return Catalogue(
        format=1,
        show=Show(title="S"),
        episodes=tuple(
            Episode(season=season, number=number, through=last, title="E") for season, number, last in films
        ),
        cast=tuple(CastMember(name=f"N{at}", episodes=tuple(codes)) for at, codes in enumerate(parts, start=1)),
        seasons=tuple(Season(number=number, episodes=episodes) for number, episodes in (counts or {}).items()),
    )


def told(given: Catalogue) -> dict[str, list[int]]:
    """Return the numbers of the parts that are said to be in each season and each episode."""
    appearances = Appearances(given)
    seasons = {*(each.season for each in given.episodes), *(each.number for each in given.seasons)}
    in_seasons = {f"S{number:02}": [part for part, _ in appearances.in_season(number)] for number in sorted(seasons)}
    return in_seasons | {each.code: [part for part, _ in appearances.in_episode(each)] for each in given.episodes}


TWO_SEASONS = [(0, 1, None), (1, 1, None), (1, 2, None), (2, 1, None), (2, 2, None), (2, 3, None)]
NOBODY: dict[str, list[int]] = {
    key: [] for key in ("S00", "S01", "S02", *(episode_code(*each[:2]) for each in TWO_SEASONS))
}


def test_a_part_is_in_the_episodes_that_it_names_and_in_those_of_a_run() -> None:
    given = catalogue(TWO_SEASONS, ["S02E01", "S01E02"], ["S01E02-S02E02"], [], ["S09E01"], ["S02E02-S02E01"])
    assert told(given) == NOBODY | {"S01E02": [1, 2], "S02E01": [1, 2], "S02E02": [2]}


def test_a_part_in_all_episodes_of_a_season_is_in_the_season() -> None:
    given = catalogue(
        TWO_SEASONS, ["S02"], ["S02E01", "S02E02", "S02E03"], ["S02E01-S02E03"], ["S01E02-S02E03"], ["S00"]
    )
    assert told(given) == NOBODY | {"S02": [1, 2, 3, 4], "S01E02": [4], "S00": [5]}


def test_a_part_in_more_than_a_hundred_seasons_is_in_the_show() -> None:
    seasons = dict.fromkeys(range(1, 151), 2)
    given = catalogue([(0, 1, None)], ["S00", "S01E01-S101E02"], ["S01E01-S100E02"], counts=seasons)
    expected = {f"S{number:02}": [2] if number <= 100 else [] for number in seasons}
    assert told(given) == expected | {"S00": [1], "S00E01": []}


def test_a_part_in_all_listed_episodes_of_a_season_that_has_more_is_in_these() -> None:
    runs = (["S01E01-S01E03"], ["S01"])
    three = [(1, number, None) for number in (1, 2, 3)]
    assert told(catalogue(three, *runs, counts={1: 22})) == {
        "S01": [2],
        **{f"S01E0{number}": [1] for number in (1, 2, 3)},
    }
    assert told(catalogue(three, *runs, counts={1: 3}))["S01"] == [1, 2]
    # A season may go on with the numbers of the one before.
    later = [(2, 27, None), (2, 28, 30), (2, 31, None)]
    assert told(catalogue(later, ["S02E27-S02E31"], counts={2: 5}))["S02"] == [1]
    assert told(catalogue(later, ["S02E27-S02E31"], counts={2: 6}))["S02"] == []


def test_a_part_in_all_seasons_is_in_the_show() -> None:
    given = catalogue(TWO_SEASONS, ["S01", "S02"], ["S01E01-S02E03", "S00E01"], ["S00", "S01", "S02"])
    assert told(given) == NOBODY | {"S00E01": [2], "S00": [3]}


def test_the_only_listed_episode_of_a_season_is_not_the_season() -> None:
    assert told(catalogue([(1, 1, None)], ["S01E01"], ["S01"])) == {"S01": [2], "S01E01": [1]}
    assert told(catalogue([(1, 1, None)], ["S01E01"], counts={1: 1})) == {"S01": [1], "S01E01": []}


def test_a_season_without_listed_episodes_has_its_parts() -> None:
    assert told(catalogue([(1, 1, None)], ["S03"], ["S03E01-S03E04"], counts={3: 4})) == {
        "S01": [],
        "S03": [1, 2],
        "S01E01": [],
    }


def test_a_film_of_several_episodes_is_named_by_each() -> None:
    given = catalogue([(1, 1, 2), (1, 3, None), (1, 4, None)], ["S01E02"], ["S01E01"], ["S01E02-S01E03"], ["S01E05"])
    assert told(given) == {"S01": [], "S01E01": [1, 2, 3], "S01E03": [3], "S01E04": []}


def without_overlaps(films: list[tuple[int, int, int]]) -> list[tuple[int, int, int | None]]:
    """Return films of which none begins within another."""
    ordered = sorted({film[:2]: film for film in films}.values())
    following = [*ordered[1:], (9, 0, 0)][: len(ordered)]
    return [
        (season, number, min(through, after - 1) if after_season == season else through)
        for (season, number, through), (after_season, after, _) in zip(ordered, following, strict=True)
    ]


films = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 4), st.integers(1, 5)), max_size=8).map(without_overlaps)
codes = st.from_regex(r"S0[0-3](E0[1-4](-S0[0-3]E0[1-4])?)?", fullmatch=True)


@brief
@given(films, st.lists(st.lists(codes, min_size=1, max_size=3), max_size=4))
def test_all_that_is_meant_is_said(films: list[tuple[int, int, int | None]], parts: list[list[str]]) -> None:
    given = catalogue(films, *parts)
    said = told(given)
    for number, part in enumerate(parts, start=1):
        spans = [span for span in map(span_of, part) if span and span.first <= span.last]
        is_in_seasons = any(number in said[f"S{each.season:02}"] for each in given.episodes if each.season)
        is_in_episodes = any(number in said[each.code] for each in given.episodes if each.season)
        for episode in given.episodes:
            first, last = (episode.season, episode.number), (episode.season, max(episode.number, episode.through or 0))
            meant = any(span.first <= last and first <= span.last for span in spans)
            is_told = number in {*said[episode.code], *said[f"S{episode.season:02}"]}
            is_in_show = bool(episode.season) and not (is_in_seasons or is_in_episodes)
            assert is_told or is_in_show if meant else not is_told


def test_ten_thousand_parts_with_runs_over_ten_thousand_episodes_take_no_time() -> None:
    listed = [(season, number, None) for season in range(1, 101) for number in range(1, 101)]
    runs = [[f"S01E{at % 90 + 2:02}-S100E{at % 90 + 2:02}"] for at in range(10_000)]
    begin = process_time()
    appearances = Appearances(catalogue(listed, *runs))
    assert len(appearances.in_season(50)) == 10_000
    assert process_time() - begin < 5
