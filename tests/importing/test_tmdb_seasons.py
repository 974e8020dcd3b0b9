"""The seasons and the episodes of TMDB."""

from datetime import date

from etoile_cli.importing.formats.tmdb.format import TMDB
from etoile_cli.importing.reading.file import File
from tests.importing.json_answers import answer, taken_in

WHOLE = "tmdb/tv-with-appended.json"


def changed(**values: object) -> File:
    """Return the answer about the show alone, with other values."""
    file = answer("tmdb/tv.json")
    file.tree.update(values)
    return file


def season_titles(*titles: tuple[int, str]) -> list[str | None]:
    seasons = [{"season_number": number, "name": title} for number, title in titles]
    return [each.get("title") for each in taken_in(TMDB, changed(seasons=seasons)).sections["seasons"]]


def test_a_season_has_as_many_episodes_as_are_listed_if_no_number_is_said() -> None:
    file = changed(seasons=[])
    assert taken_in(TMDB, file, answer("tmdb/season-1.json")).sections["seasons"][0]["episodes"] == 2


def test_seasons_have_what_is_stated_of_them() -> None:
    assert taken_in(TMDB, answer(WHOLE), texts=True).sections["seasons"] == [
        {"number": 0, "premiere": date(2018, 2, 23), "episodes": 1},
        {"number": 1, "premiere": date(2018, 3, 2), "episodes": 2, "premise": "Two nights on the stairs."},
        {"number": 2, "title": "The Long Night", "premiere": date(2021, 5, 7), "episodes": 1},
    ]


def test_a_title_of_a_season_that_only_numbers_it_is_none() -> None:
    assert season_titles((0, "Extras"), (2, "Staffel 2"), (3, "第 3 季"), (4, "4. évad")) == [None] * 4
    kept = [(2, "Odd Things 2"), (4, "Volume 4"), (5, "Season 6"), (6, "Book Six")]
    assert season_titles(*kept) == [title for _, title in kept]


def test_of_a_season_that_is_announced_it_is_not_known_how_many_episodes_it_has() -> None:
    announced = {"season_number": 3, "name": "Season 3", "episode_count": 0, "air_date": None}
    intake = taken_in(TMDB, changed(seasons=[announced]))
    assert (intake.sections["seasons"], intake.left_out) == ([{"number": 3}], [])
    counted = changed(seasons=[announced | {"season_number": 1}])
    assert taken_in(TMDB, counted, answer("tmdb/season-1.json")).sections["seasons"][0]["episodes"] == 2


def test_episodes_have_what_is_stated_of_them() -> None:
    files = [answer(WHOLE), answer("tmdb/season-0.json"), answer("tmdb/season-1-episode-2.json")]
    intake = taken_in(TMDB, *files, texts=True)
    assert intake.sections["episodes"] == [
        {
            "season": 0,
            "number": 1,
            "title": "Behind the Lamp",
            "released": date(2018, 2, 23),
            "runtime": 22,
            "ids": {"tmdb": "8808001"},
        },
        {
            "season": 1,
            "number": 1,
            "title": "The Lamp",
            "released": date(2018, 3, 2),
            "runtime": 48,
            "directors": ["Ruth Okafor"],
            "writers": ["Li Wen"],
            "synopsis": "A lamp goes out.",
            "ids": {"tmdb": "8808101"},
        },
        {
            "season": 1,
            "number": 2,
            "title": "The Stairs",
            "titles": {"da": "Trappen"},
            "released": date(2018, 3, 9),
            "directors": ["Ruth Okafor"],
            "writers": ["Li Wen"],
            "ids": {"tmdb": "8808102", "imdb": "tt8808012", "tvdb": "8080102"},
        },
        {
            "season": 2,
            "number": 1,
            "title": "Episode 1",
            "released": date(2021, 5, 7),
            "runtime": 48,
            "ids": {"tmdb": "8808201"},
        },
    ]
