"""What is taken out of the files of episodes, films and specials."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.importing.nfo_files import episode, left, taken, taken_of, xml_file


def follows(*specials: str, regular: Mapping[int, int]) -> list[Any]:
    """Return what specials follow, with so many episodes of each season beside them."""
    others = [
        episode(season, number, title=f"{season} {number}")
        for season, last in regular.items()
        for number in range(1, last + 1)
    ]
    held = [episode(0, at, special, title=f"0 {at}") for at, special in enumerate(specials, start=1)]
    data = taken_of("<tvshow><title>A</title></tvshow>", *held, *others).data
    return [each.get("follows") for each in data["episodes"] if not each["season"]]


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ((1, 1), None),
        ((1, 2), "S01E01"),
        ((1, 4), "S01E03"),
        ((1, 5), None),
        ((1, 4096), None),
        ((2, 0), None),
        ((2, 1), None),
        ((3, 1), None),
        ((-1, -1), None),
    ],
)
def test_a_special_follows_the_episode_before_the_one_that_it_is_shown_before(
    place: tuple[int, int], code: str | None
) -> None:
    season, number = place
    shown = f"<displayseason>{season}</displayseason><displayepisode>{number}</displayepisode>"
    assert follows(shown, regular={1: 3, 2: 2}) == [code]


def test_a_special_may_follow_another_special_but_no_whole_season() -> None:
    assert follows(
        "<airsafter_season>2</airsafter_season>",
        "<airsbefore_season>2</airsbefore_season>",
        "<displayseason>0</displayseason><displayepisode>3</displayepisode>",
        "<displayseason>0</displayseason><displayepisode>2</displayepisode>",
        "<displayseason>1</displayseason>",
        "<airsbefore_season>2</airsbefore_season><airsbefore_episode>2</airsbefore_episode>",
        regular={1: 3, 2: 2},
    ) == [None, None, "S00E02", "S00E01", None, "S02E01"]


def test_a_special_follows_the_film_that_ends_just_before_its_place() -> None:
    shown = [f"<displayseason>1</displayseason><displayepisode>{number}</displayepisode>" for number in (2, 3)]
    film = episode(1, 1) + episode(1, 2)
    intake = taken_of(film, episode(1, 3, title="U"), *(episode(0, at, each) for at, each in enumerate(shown, 1)))
    assert [each.get("follows") for each in intake.sections["episodes"]] == [None, "S01E01", None, None]


def test_an_episode_may_have_the_number_0() -> None:
    shown = "<displayseason>2</displayseason><displayepisode>1</displayepisode>"
    intake = taken_of(episode(2, 0), episode(0, 1, shown))
    assert intake.sections["episodes"][0]["follows"] == "S02E00"


LAST_OF_1 = "which episode is the last of season 1 is not said"


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        ("<displayseason>1</displayseason><displayepisode>4</displayepisode>", "S01E03 is not there"),
        ("<displayseason>1</displayseason><displayepisode>4096</displayepisode>", LAST_OF_1),
        ("<displayseason>3</displayseason><displayepisode>4</displayepisode>", "S03E03 is not there"),
        ("<displayseason>2</displayseason><displayepisode>1</displayepisode>", LAST_OF_1),
        ("<airsafter_season>1</airsafter_season>", LAST_OF_1),
        ("<airsafter_season>3</airsafter_season>", "which episode is the last of season 3 is not said"),
        ("<airsbefore_season>2</airsbefore_season>", LAST_OF_1),
        ("<airsbefore_season>1</airsbefore_season>", "no episode comes before it"),
        ("<displayseason>0</displayseason><displayepisode>9</displayepisode>",
            "which episode is the last of specials is not said"),
    ],
)  # fmt: skip
def test_no_place_is_guessed_of_which_the_library_may_hold_a_part(place: str, reason: str) -> None:
    intake = taken_of(*(episode(1, number, title=str(number)) for number in (1, 5)), episode(0, 1, place))
    assert "follows" not in intake.sections["episodes"][0]
    assert intake.left_out == [f"the place of S00E01: {reason}"]


def test_the_roots_of_one_file_are_one_film_if_they_have_one_title() -> None:
    of_one_title = episode(1, 1) + episode(1, 2) + episode(1, 3)
    assert taken_of(of_one_title).sections["episodes"] == [{"season": 1, "number": 1, "through": 3, "title": "T"}]
    apart = episode(1, 1) + episode(1, 2, title="U") + episode(1, 4, title="U") + episode(2, 5, title="U")
    records = taken_of(apart).sections["episodes"]
    assert [(each["number"], each.get("through")) for each in records] == [(1, None), (2, None), (4, None), (5, None)]
    assert len(taken_of(episode(1, 1), episode(1, 2)).sections["episodes"]) == 2


@pytest.mark.parametrize(
    ("ends", "through", "rest"),
    [(["3"], 3, {}), (["1"], None, {}), (["-1"], None, {}), (["0"], None, {"episodedetails.episodenumberend[]": 1})],
)
def test_the_last_episode_of_a_film_is_told_by_its_own_element(
    ends: list[str], through: int | None, rest: dict[str, int]
) -> None:
    file = xml_file(episode(1, 1, "".join(f"<episodenumberend>{each}</episodenumberend>" for each in ends)))
    (record,) = taken([file]).sections["episodes"]
    assert (record.get("through"), left([file])) == (through, rest)


def test_the_roots_of_a_film_may_tell_its_last_episode_as_well() -> None:
    end = "<episodenumberend>3</episodenumberend>"
    records = taken_of(episode(1, 1, end) + episode(1, 2) + episode(1, 3, end) + episode(1, 4)).sections["episodes"]
    assert [(each["number"], each["through"]) for each in records] == [(1, 4)]


def test_what_the_second_root_of_a_film_says_otherwise_stays_in_the_tree() -> None:
    file = xml_file(episode(1, 1, "<plot>X</plot><code>7</code>") + episode(1, 2, "<plot>Y</plot><code>7</code>"))
    taken([file])
    assert left([file]) == {"episodedetails.plot[]": 1, "episodedetails.code[]": 1}


def test_an_episode_without_a_number_or_a_title_is_told() -> None:
    intake = taken_of(
        episode(1, ""), episode(0, -1, title="The Making Of"), episode("", 2, title=""), episode(1, 3, title="")
    )
    assert intake.data == {"show": {}}
    assert intake.left_out == [
        'episode "T": has no number',
        'special "The Making Of": has no number',
        "an episode: has no number",
        "S01E03: has no title",
    ]


def test_the_day_of_the_show_is_not_that_of_an_episode() -> None:
    show = "<tvshow><title>A</title><premiered>2021-03-04</premiered></tvshow>"
    of_kodi = episode(1, 1, "<premiered>2021-03-04</premiered><year>2021</year>", "1")
    of_ours = episode(1, 2, "<year>2022</year>", "2")
    records = taken_of(show, of_kodi, of_ours).sections["episodes"]
    assert [each.get("released") for each in records] == [None, "2022"]


def test_an_episode_whose_title_is_to_come_is_left_out_and_told() -> None:
    intake = taken_of("<tvshow><title>A</title></tvshow>", episode(1, 1, title="One"), episode(1, 2, title="TBA"))
    assert [each["title"] for each in intake.sections["episodes"]] == ["One"]
    assert intake.left_out == ["S01E02: has no title"]
