"""What is taken in of TVmaze: the show, its seasons and episodes, and the people."""

import re
from datetime import date

from etoile_cli.importing.formats.tvmaze.format import TVMAZE
from etoile_cli.importing.intake.intake import Origin
from etoile_cli.importing.reading.file import File
from tests.importing.json_answers import answer, left, of_tree, taken_in

WHOLE = "tvmaze/show-with-embedded.json"


def changed(**values: object) -> File:
    """Return the answer about the show alone, with other values."""
    file = answer("tvmaze/show.json")
    file.tree.update(values)
    return file


def test_a_show_is_taken_in_with_all_that_is_said_of_it() -> None:
    intake = taken_in(TVMAZE, answer(WHOLE), texts=True)
    assert intake.show == {
        "title": "Harbour Nine",
        "also_known_as": ["Cuan a Naoi", "Hafen Neun"],
        "premiere": date(2019, 10, 4),
        "ended": date(2021, 11, 12),
        "status": "ended",
        "networks": ["Kanal Neun", "Lantern+"],
        "runtime": 51,
        "genres": ["Drama", "Crime"],
        "languages": ["ga"],
        "premise": "Harbour Nine is run by two sisters & a dog.\n\nAt night, the cranes move.",
        "ids": {"tvmaze": "90901", "imdb": "tt9909010", "tvdb": "990901"},
    }


def test_it_comes_from_the_page_of_the_show() -> None:
    intake = taken_in(TVMAZE, answer("tvmaze/show.json"))
    page = "https://www.tvmaze.com/shows/90901/harbour-nine"
    assert intake.origin == Origin("tvmaze", "Harbour Nine", "TVmaze", page, "CC BY-SA 4.0")


def test_seasons_have_what_is_stated_of_them() -> None:
    intake = taken_in(TVMAZE, answer(WHOLE), texts=True)
    assert intake.sections["seasons"] == [
        {
            "number": 1,
            "premiere": date(2019, 10, 4),
            "finale": date(2019, 10, 11),
            "episodes": 2,
            "premise": "The first year.",
        },
        {"number": 2, "title": "High Water", "finale": date(2021, 11, 12)},
    ]


def test_a_title_of_a_season_that_only_numbers_it_is_none() -> None:
    names = ["Season 1", "Odd Things 2"]
    link = {"self": {"href": "https://api.tvmaze.com/seasons/1"}}
    seasons = [{"id": at, "number": at, "name": name, "_links": link} for at, name in enumerate(names, 1)]
    found = taken_in(TVMAZE, answer("tvmaze/show.json"), of_tree(seasons)).sections["seasons"]
    assert [each.get("title") for each in found] == [None, "Odd Things 2"]


def test_episodes_have_what_is_stated_of_them() -> None:
    intake = taken_in(TVMAZE, answer(WHOLE), texts=True)
    assert intake.sections["episodes"] == [
        {
            "season": 1,
            "number": 1,
            "title": "The Crane",
            "released": date(2019, 10, 4),
            "runtime": 50,
            "ids": {"tvmaze": "9090101"},
            "synopsis": "A crane moves.",
        },
        {
            "season": 1,
            "number": 2,
            "title": "Low Water",
            "released": date(2019, 10, 11),
            "runtime": 52,
            "ids": {"tvmaze": "9090102"},
        },
        {
            "season": 2,
            "number": 2,
            "title": "The Tide Table",
            "released": date(2021, 11, 12),
            "runtime": 50,
            "ids": {"tvmaze": "9090105"},
        },
    ]


def test_an_actor_has_a_record_for_each_part_and_a_repeated_one_once() -> None:
    intake = taken_in(TVMAZE, answer(WHOLE))
    assert intake.sections["cast"] == [
        {"name": "Aoife Brannock", "character": "Gráinne Hale", "ids": {"tvmaze": "990001"}},
        {"name": "Aoife Brannock", "character": "The Radio", "ids": {"tvmaze": "990001"}},
        {"name": "Tomás Orchard", "character": "Dok", "ids": {"tvmaze": "990002"}},
    ]


def test_a_remark_behind_a_character_is_told() -> None:
    cast = answer("tvmaze/cast.json")
    cast.tree[0]["character"]["name"] += " (voice)"
    intake = taken_in(TVMAZE, answer("tvmaze/show.json"), cast)
    assert intake.sections["cast"][0]["character"] == "Gráinne Hale"
    assert intake.left_out == ['"(voice)" behind the character of Aoife Brannock: no key of a part says that']


def test_creators_are_parted_from_the_crew_whose_roles_are_written_small() -> None:
    intake = taken_in(TVMAZE, answer(WHOLE))
    nell, tom = {"tvmaze": "990003"}, {"tvmaze": "990002"}
    assert intake.sections["creators"] == [{"name": "Nell Quayle", "ids": nell}]
    assert intake.sections["crew"] == [
        {"name": "Nell Quayle", "roles": ["co-executive producer", "writer"], "ids": nell},
        {"name": "Tomás Orchard", "roles": ["VFX supervisor", "co-executive producer"], "ids": tom},
    ]


def test_guests_and_directors_of_an_episode_come_from_its_own_answer() -> None:
    intake = taken_in(TVMAZE, answer("tvmaze/show.json"), answer("tvmaze/episode-with-guests.json"))
    assert intake.sections["cast"] == [
        {
            "name": "Nell Quayle",
            "character": "Harbour Master",
            "billing": "guest",
            "episodes": ["S01E02"],
            "ids": {"tvmaze": "990003"},
        }
    ]
    (episode,) = intake.sections["episodes"]
    assert episode["directors"] == ["Tomás Orchard"]
    assert "writers" not in episode


def test_a_guest_with_the_same_part_in_the_main_cast_stays_in_it() -> None:
    guests = answer("tvmaze/episode-with-guests.json")
    guests.tree["_embedded"]["guestcast"] = answer("tvmaze/cast.json").tree[:1]
    intake = taken_in(TVMAZE, answer("tvmaze/show.json"), answer("tvmaze/cast.json"), guests)
    part = {"name": "Aoife Brannock", "character": "Gráinne Hale", "ids": {"tvmaze": "990001"}}
    assert intake.sections["cast"][0] == part
    assert intake.left_out == ["guest billing of a part: no file says that they are in these episodes alone"]


def test_what_has_a_key_but_does_not_fit_it_is_told() -> None:
    file = answer(WHOLE)
    file.tree.update({"status": "To Be Determined", "language": "Gobbledygook", "premiered": "soon"})
    file.tree["externals"]["imdb"] = "0123"
    assert taken_in(TVMAZE, file).left_out == [
        'premiere "soon": is no date',
        'status "To Be Determined": no status of a catalogue is sure to mean that',
        'language "Gobbledygook": is not known',
        'IMDb id "0123" of the show: is no such id',
        'special "The Making of Harbour Nine": has no number',
        "episode S02E01: has no title",
        "2 images: TVmaze names nobody to credit",
    ]


def test_what_has_no_key_stays_in_the_answer() -> None:
    file = answer(WHOLE)
    taken_in(TVMAZE, file, texts=True)
    assert sorted({re.sub(r"\[\].*|\..*", "", path.removeprefix("_embedded.")) for path in left(file)}) == [
        "akas", "cast", "crew", "episodes", "image", "network", "officialSite", "rating", "schedule", "seasons",
        "type", "updated", "webChannel", "weight",
    ]  # fmt: skip
    of_cast = [path.removeprefix("_embedded.cast[].") for path in left(file) if path.startswith("_embedded.cast")]
    assert of_cast == [
        "character.id", "person.birthday", "person.country.code", "person.country.name", "person.country.timezone",
        "person.gender", "person.updated", "voice",
    ]  # fmt: skip


def test_the_average_runtime_stays_where_the_planned_one_differs() -> None:
    file = changed(runtime=60)
    assert taken_in(TVMAZE, file).show["runtime"] == 60
    assert file.tree["averageRuntime"] == 51


def test_texts_of_others_are_only_counted_unless_they_are_wanted() -> None:
    intake = taken_in(TVMAZE, answer(WHOLE))
    assert intake.texts_left.total() == 3
    assert "premise" not in intake.show
