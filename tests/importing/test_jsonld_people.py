"""The people and the companies that JSON-LD names."""

from tests.importing.documents import (
    EPISODE,
    left_in,
    left_out_of,
    records_of,
    series,
    taken_in,
)


def test_who_is_no_person_is_told() -> None:
    band, quay = (
        {"@type": "MusicGroup", "name": "The Band"},
        {"@type": "Organization", "name": "Quay Nine", "url": "x"},
    )
    file = series(creator=[quay, {"@type": "Person"}, {"@type": "Organization", "url": "y"}, "Ada"])
    assert left_in(file) == {"creator[].url": 2}
    episode = {"@type": "TVEpisode", "name": "A", "episodeNumber": 1, "partOfSeason": {"seasonNumber": 1}}
    people = {"musicBy": band, "producer": {"@type": "Role", "producer": quay}, "actor": [band, {"actor": band}]}
    told = left_out_of(creator=quay, episode=episode | {"directors": quay}, **people)
    assert told == [
        'creator "Quay Nine": is no person',
        'producer "Quay Nine": is no person',
        'composer "The Band": is no person',
        'actor "The Band": is no person',
        'director "Quay Nine": is no person',
    ]
    assert records_of("creators", creator=["Ada", {"@type": "MusicGroup", "name": "x"}]) == [{"name": "Ada"}]


def test_roles_and_episodes_of_the_crew_are_those_of_their_role() -> None:
    role = {
        "@type": "Role",
        "roleName": ["editor", "colourist"],
        "description": "in Seasons 1–2, S03E01–E02, S03E04–S04E01, S05E07, Specials",
        "contributor": [{"@type": "Person", "name": "Ada"}, "Ben"],
    }
    values = {
        "roles": ["editor", "colourist"],
        "episodes": ["S01", "S02", "S03E01-S03E02", "S03E04-S04E01", "S05E07", "S00"],
    }
    assert records_of("crew", contributor=role) == [{"name": "Ada"} | values, {"name": "Ben"} | values]


def test_what_a_director_is_called_in_a_role_is_the_role() -> None:
    role = {"@type": "Role", "roleName": "pilot director", "director": "Ada"}
    assert records_of("crew", director=[role, "Ben"], producer="Ben") == [
        {"name": "Ada", "roles": ["pilot director"]},
        {"name": "Ben", "roles": ["director", "producer"]},
    ]


def test_a_company_is_there_once_by_an_id_of_its_own() -> None:
    company = {"@type": "Organization", "name": "Quay Nine", "address": {"addressLocality": "Cork"}}
    assert records_of("companies", productionCompany=["Quay Nine", "Quay Nine", company]) == [
        {"id": "quay-nine", "name": "Quay Nine", "kind": "production"},
        {"id": "quay-nine-2", "name": "Quay Nine", "kind": "production", "city": "Cork"},
    ]


def test_a_description_that_names_no_episodes_stays() -> None:
    role = {"@type": "Role", "description": "in spirit", "contributor": "Ada"}
    assert left_in(series(contributor=role)) == {"contributor.description": 1}


def test_an_actor_with_several_characters_has_a_record_for_each() -> None:
    role = {"@type": "PerformanceRole", "actor": "Ada", "characterName": ["Mara", {"@type": "Person", "name": "Nell"}]}
    assert records_of("cast", actor=role) == [
        {"name": "Ada", "character": "Mara"},
        {"name": "Ada", "character": "Nell"},
    ]


def test_of_several_actors_and_characters_it_is_not_told_who_plays_whom() -> None:
    role = {"@type": "PerformanceRole", "actor": ["Ada", "Ben"], "characterName": ["Mara", "Nell"]}
    assert records_of("cast", actor=role) == [{"name": "Ada"}, {"name": "Ben"}]
    assert left_in(series(actor=role)) == {"actor.characterName[]": 2}


def test_who_is_in_the_cast_of_the_show_is_not_only_in_the_episodes_that_list_them() -> None:
    fog = EPISODE | {"actor": ["Ada", "Ben"]}
    assert records_of("cast", actor="Ada", episode=[fog]) == [{"name": "Ada"}, {"name": "Ben", "episodes": ["S01E02"]}]


def test_who_is_in_a_season_is_in_all_of_it() -> None:
    assert records_of("cast", containsSeason={"seasonNumber": 2, "actor": "Ada"}) == [
        {"name": "Ada", "episodes": ["S02"]}
    ]


def test_a_remark_behind_a_character_is_told() -> None:
    role = {
        "@type": "PerformanceRole",
        "actor": {"@type": "Person", "name": "Ana Ruiz"},
        "characterName": "Vera (voice)",
    }
    intake = taken_in(series(actor=role))
    assert intake.sections["cast"] == [{"name": "Ana Ruiz", "character": "Vera"}]
    assert intake.left_out == ['"(voice)" behind the character of Ana Ruiz: no key of a part says that']
