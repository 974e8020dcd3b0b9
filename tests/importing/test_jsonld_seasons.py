"""The seasons and the episodes that JSON-LD describes."""

import pytest

from tests.importing.documents import (
    EPISODE,
    document,
    left_in,
    left_out_of,
    records_of,
    series,
    taken_in,
)


def test_what_a_season_and_an_episode_say_of_their_series_is_nothing_new() -> None:
    part_of = {"@type": "TVSeries", "name": "The Ferry", "image": "https://images.example.org/poster.jpg"}
    fog = {"name": "Fog", "episodeNumber": 1, "partOfSeries": part_of}
    assert left_in(series(containsSeason={"seasonNumber": 1, "partOfSeries": part_of, "episode": fog})) == {}


@pytest.mark.parametrize(
    ("season", "record"),
    [
        ({"seasonNumber": 2, "name": "Season 2"}, {"number": 2}),
        ({"seasonNumber": "2", "name": "Season 3"}, {"number": 2, "title": "Season 3"}),
        ({"seasonNumber": 0, "name": "Specials"}, {"number": 0}),
        ({"name": "第 2 季"}, {"number": 2}),
        ({"seasonNumber": 4, "name": "Volume 4", "numberOfEpisodes": 0}, {"number": 4, "title": "Volume 4"}),
        ({"name": "Staffel 02"}, {"number": 2}),
        (
            {"seasonNumber": 1, "startDate": "2021", "endDate": "2022"},
            {"number": 1, "premiere": "2021", "finale": "2022"},
        ),
        ({"seasonNumber": 1, "description": "<b>Fog</b> rises."}, {"number": 1, "premise": "Fog rises."}),
    ],
)
def test_a_season_has_a_title_only_if_that_is_its_own(season: object, record: object) -> None:
    assert records_of("seasons", containsSeason=season) == [record]


def test_an_episode_that_is_referred_to_several_times_is_left_out_once() -> None:
    lost = {"@id": "#lost", "@type": "TVEpisode", "name": "Lost"}
    show = {"@type": "TVSeries", "name": "The Ferry", "episode": [{"@id": "#lost"}] * 2}
    assert taken_in(document([show, lost])).left_out == ['episode "Lost": has no number']


def test_a_season_without_a_number_is_left_out_with_its_episodes() -> None:
    assert left_out_of(containsSeason={"name": "The Crossing", "episode": {"name": "Fog", "episodeNumber": 1}}) == [
        'season "The Crossing": has no number',
        'episode "Fog": is in no season that has a number',
    ]


@pytest.mark.parametrize("number", ["1-2", "1–2", "1 - 2"])
def test_a_film_of_several_episodes_has_both_numbers(number: str) -> None:
    assert records_of("episodes", episode=EPISODE | {"episodeNumber": number}) == [
        {"season": 1, "number": 1, "through": 2, "title": "Fog"}
    ]


def test_the_sum_of_all_episodes_says_nothing_new() -> None:
    season = {"seasonNumber": 1, "numberOfEpisodes": 8}
    assert left_in(series(numberOfEpisodes=8, containsSeason=season)) == {}
    assert left_in(series(numberOfEpisodes=9, containsSeason=season)) == {"numberOfEpisodes": 1}
