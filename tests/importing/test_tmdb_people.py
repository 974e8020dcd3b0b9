"""Who takes part in a show, by TMDB."""

from etoile_cli.importing.formats.tmdb.format import TMDB
from etoile_cli.importing.reading.file import File
from tests.importing.json_answers import answer, taken_in

WHOLE = "tmdb/tv-with-appended.json"


def changed(**values: object) -> File:
    """Return the answer about the show alone, with other values."""
    file = answer("tmdb/tv.json")
    file.tree.update(values)
    return file


def characters(character: str) -> list[str | None]:
    credits_ = {"cast": [{"name": "Ida Holm", "character": character, "credit_id": "1"}], "crew": []}
    return [each.get("character") for each in taken_in(TMDB, changed(credits=credits_)).sections["cast"]]


def test_parts_are_in_the_order_of_tmdb_and_guests_only_where_all_their_episodes_are_known() -> None:
    guest = {"name": "Pia Lund", "billing": "guest", "ids": {"tmdb": "770007"}}
    assert taken_in(TMDB, answer(WHOLE)).sections["cast"] == [
        {"name": "Ida Holm", "character": "Vera Lind", "aliases": ["Ida Holm-Dahl"], "ids": {"tmdb": "770001"}},
        {"name": "Bo Hart", "character": "Inspector Ravn", "ids": {"tmdb": "770002"}},
        guest | {"character": "The Stranger", "episodes": ["S01E01", "S01E02"]},
        {"name": "Dara Moss", "character": "Postman", "ids": {"tmdb": "770003"}},
        guest | {"character": "Man in Grey", "episodes": ["S01E01"]},
    ]


def test_without_the_cast_of_the_show_guests_are_in_the_episodes_that_name_them() -> None:
    cast = taken_in(TMDB, answer("tmdb/tv.json"), answer("tmdb/season-1.json")).sections["cast"]
    assert [(each["name"], each["character"], each["episodes"]) for each in cast] == [
        ("Pia Lund", "The Stranger", ["S01E01", "S01E02"]),
        ("Pia Lund", "Man in Grey", ["S01E01"]),
        ("Dara Moss", "Postman", ["S01E02"]),
    ]


def test_several_characters_are_several_parts_without_remarks_behind_them() -> None:
    assert characters("The Stranger / Man in Grey (voice) (uncredited)") == ["The Stranger", "Man in Grey"]
    assert characters("Self") == ["Self"]
    assert characters("AC/DC (invoice)") == ["AC/DC (invoice)"]
    assert characters("") == [None]


def test_a_person_of_the_crew_has_one_record_with_all_roles() -> None:
    intake = taken_in(TMDB, answer(WHOLE))
    assert intake.sections["creators"] == [{"name": "Li Wen", "aliases": ["李雯"], "ids": {"tmdb": "770005"}}]
    assert intake.sections["crew"] == [
        {"name": "Ruth Okafor", "roles": ["director", "executive producer"], "ids": {"tmdb": "770004"}},
        {"name": "Sam Pell", "roles": ["sound designer"], "ids": {"tmdb": "770008"}},
    ]


def test_a_role_that_only_repeats_another_is_dropped_as_a_whole() -> None:
    file = answer(WHOLE)
    taken_in(TMDB, file)
    assert [bool(each) for each in file.tree["credits"]["crew"]] == [False, True]


def test_companies_have_ids_made_of_their_names() -> None:
    companies = [{"name": name, "origin_country": ""} for name in ("Søn & Co", "Soen & Co", "søn co", "!")]
    made = taken_in(TMDB, changed(production_companies=companies)).sections["companies"]
    assert [each["id"] for each in made] == ["son-co", "soen-co", "son-co-2", "company"]
    assert taken_in(TMDB, answer(WHOLE)).sections["companies"] == [
        {"id": "lygte-film-son", "name": "Lygte Film & Søn", "kind": "production", "country": "DK"},
        {"id": "stair-pictures", "name": "Stair Pictures", "kind": "production"},
    ]


def test_parts_in_some_episodes_are_told_if_nothing_says_in_which() -> None:
    file = answer(WHOLE)
    message = "the episodes of 1 part: TMDB says only how many they are"
    assert message in taken_in(TMDB, file).left_out
    for episodes in (1, None, True, "3"):
        file = answer(WHOLE)
        file.tree["number_of_episodes"] = episodes
        assert not [each for each in taken_in(TMDB, file).left_out if each.startswith("the episodes of")]
