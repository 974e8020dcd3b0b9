"""Which actors are taken out of nfo files, and the episodes that they are in."""

import pytest

from tests.importing.nfo_files import actor, episode, left, show_of, taken, taken_of, xml_file


def test_actors_are_in_their_order_if_all_have_one() -> None:
    first, second = actor("A", more="<order>2</order>"), actor("B", more="<order>1</order>")
    assert [each["name"] for each in show_of(first + second).sections["cast"]] == ["B", "A"]
    assert [each["name"] for each in show_of(first + second + actor("C")).sections["cast"]] == ["A", "B", "C"]


def test_who_is_no_actor_stays_in_the_tree() -> None:
    file = xml_file(f"<tvshow><title>A</title>{actor('B', more='<type>Composer</type>')}</tvshow>")
    assert "cast" not in taken([file]).sections
    assert left([file]) == {"tvshow.actor[].name[]": 1, "tvshow.actor[].type[]": 1}


def test_an_actor_in_all_episodes_names_none_and_one_in_some_names_them() -> None:
    intake = taken_of(
        f"<tvshow><title>A</title>{actor('Main', 'M')}{actor('Some', 'S')}{actor('Never', 'N')}</tvshow>",
        episode(1, 1, actor("Main", "M") + actor("Some", "S"), "1"),
        episode(1, 2, actor("Main", "M") + actor("Some", "S"), "2"),
        episode(1, 4, actor("Main", "M") + actor("Some", "S") + actor("Guest"), "4"),
        episode(2, 1, actor("Main", "M"), "5"),
    )
    assert intake.sections["cast"] == [
        {"name": "Main", "character": "M"},
        {"name": "Some", "character": "S", "episodes": ["S01E01-S01E02", "S01E04"]},
        {"name": "Never", "character": "N"},
        {"name": "Guest", "episodes": ["S01E04"]},
    ]
    assert intake.left_out == ["the episodes of 1 part: no file of an episode lists them"]


def test_the_cast_of_the_show_names_no_episodes_if_some_list_no_actors() -> None:
    intake = taken_of(
        f"<tvshow><title>A</title>{actor('Main', 'M')}</tvshow>",
        episode(1, 1, actor("Main", "M") + actor("Guest", "G"), "1"),
        episode(1, 2, "", "2"),
    )
    assert intake.sections["cast"] == [
        {"name": "Main", "character": "M"},
        {"name": "Guest", "character": "G", "episodes": ["S01E01"]},
    ]
    assert intake.left_out == ["the episodes of 1 part: other episodes list no actors at all"]


def test_who_is_in_all_episodes_that_are_there_may_be_in_no_others_unless_the_show_lists_them() -> None:
    intake = taken_of(
        f"<tvshow><title>A</title>{actor('Main', 'M')}</tvshow>",
        episode(1, 1, actor("Main", "M") + actor("Guest", "G", "<type>GuestStar</type>"), "1"),
        episode(1, 2, actor("Main", "M") + actor("Guest", "G", "<type>GuestStar</type>"), "2"),
    )
    assert intake.sections["cast"] == [
        {"name": "Main", "character": "M"},
        {"name": "Guest", "character": "G", "billing": "guest", "episodes": ["S01E01-S01E02"]},
    ]
    season = f"<season><seasonnumber>1</seasonnumber>{actor('B')}</season>"
    assert taken_of(season).sections["cast"] == [{"name": "B", "episodes": ["S01"]}]
    assert taken_of(season, episode(1, 1)).sections["cast"] == [{"name": "B", "episodes": ["S01"]}]


def test_without_files_of_episodes_nothing_is_left_out_of_the_cast() -> None:
    assert show_of(actor("Main", "M")).left_out == []


def test_remarks_behind_a_character_are_told_with_whose_they_are() -> None:
    cast = [actor(name, f"{name[0]} (Voice) (uncredited)") for name in ("Ana Ruiz", "Jo Ek", "Nils By", "Al", "Bo")]
    intake = show_of("".join(cast[:1]))
    assert intake.sections["cast"] == [{"name": "Ana Ruiz", "character": "A"}]
    assert intake.left_out == [
        '"(uncredited)" behind the character of Ana Ruiz: no key of a part says that',
        '"(voice)" behind the character of Ana Ruiz: no key of a part says that',
    ]
    told = [show_of("".join(cast[:number])).left_out[0].split(" of ", 1)[1] for number in (2, 3, 4, 5)]
    assert told == [
        "Ana Ruiz and Jo Ek: no key of a part says that",
        "Ana Ruiz, Jo Ek and Nils By: no key of a part says that",
        "Ana Ruiz, Jo Ek, Nils By and 1 other: no key of a part says that",
        "Ana Ruiz, Jo Ek, Nils By and 2 others: no key of a part says that",
    ]


@pytest.mark.parametrize(
    ("role", "character"),
    [
        ("(voice)", None),
        ("Vera (archive footage)", "Vera"),
        ("Vera (credit only)", "Vera"),
        ("Vera (as Ana R.)", "Vera (as Ana R.)"),
        ("Vera(voice)", "Vera(voice)"),
        ("(voice) Vera", "(voice) Vera"),
        ("x" * 30 + " (voice)", "x" * 30),
    ],
)
def test_only_known_remarks_behind_a_character_are_left_out(role: str, character: str | None) -> None:
    assert show_of(actor("Ana", role)).sections["cast"][0].get("character") == character


def test_the_cast_of_a_season_is_in_that_season() -> None:
    intake = taken_of(
        f"<tvshow><title>A</title>{actor('Main', 'M')}{actor('Both', 'B')}</tvshow>",
        f"<season><seasonnumber>1</seasonnumber>{actor('Main', 'M')}{actor('Both', 'B')}</season>",
        f"<season><seasonnumber>2</seasonnumber>{actor('Both', 'B')}</season>",
        episode(1, 1, "", "1"),
        episode(2, 1, actor("Main", "M"), "2"),
        episode(2, 2, "", "3"),
    )
    assert intake.sections["cast"] == [
        {"name": "Main", "character": "M", "episodes": ["S01", "S02E01"]},
        {"name": "Both", "character": "B"},
    ]


def test_one_season_without_actors_and_episodes_tells_nothing_of_the_cast() -> None:
    intake = taken_of(
        f"<tvshow><title>A</title>{actor('Main', 'M')}</tvshow>",
        f"<season><seasonnumber>1</seasonnumber>{actor('Main', 'M')}</season>",
        "<season><seasonnumber>2</seasonnumber></season>",
    )
    assert intake.sections["cast"] == [{"name": "Main", "character": "M"}]


def test_who_only_seasons_list_is_in_these() -> None:
    intake = taken_of(
        f"<season><seasonnumber>1</seasonnumber>{actor('One', 'O')}{actor('Both', 'B')}</season>",
        f"<season><seasonnumber>2</seasonnumber>{actor('Both', 'B')}</season>",
        episode(1, 1, "", "1"),
    )
    assert [(each["name"], each.get("episodes")) for each in intake.sections["cast"]] == [
        ("One", ["S01"]),
        ("Both", ["S01", "S02"]),
    ]
