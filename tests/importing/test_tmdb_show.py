"""The show of TMDB: what is said of it, where it can be watched, and its trailers."""

import re
from datetime import date

from etoile_cli.importing.formats.tmdb.format import TMDB
from etoile_cli.importing.intake.intake import Origin
from etoile_cli.importing.reading.file import File
from tests.importing.json_answers import DAY, answer, left, taken_in

WHOLE = "tmdb/tv-with-appended.json"


def changed(**values: object) -> File:
    """Return the answer about the show alone, with other values."""
    file = answer("tmdb/tv.json")
    file.tree.update(values)
    return file


def test_a_show_is_taken_in_with_all_that_is_said_of_it() -> None:
    assert taken_in(TMDB, answer(WHOLE), texts=True).show == {
        "title": "The Night Lamp",
        "original_title": "Natlampen",
        "also_known_as": ["Night Lamp"],
        "titles": {"da": "Natlampen", "pt-BR": "A Lâmpada da Noite", "de": "Die Nachtlampe", "yue": "夜燈"},
        "premiere": date(2018, 3, 2),
        "ended": date(2021, 5, 7),
        "status": "cancelled",
        "seasons": 2,
        "networks": ["Kanal Neun"],
        "runtime": [45, 50],
        "ratings": {"US": "TV-14", "DE": "12"},
        "genres": ["Drama", "Mystery"],
        "languages": ["da"],
        "countries": ["DK", "SE"],
        "logline": "Who lit it?",
        "premise": "A lamp burns in an empty house.",
        "themes": ["insomnia", "haunted house"],
        "ids": {"tmdb": "880801", "imdb": "tt8808010", "tvdb": "808010", "wikidata": "Q88080100"},
    }


def test_it_comes_from_the_page_of_the_show() -> None:
    page = "https://www.themoviedb.org/tv/880801"
    assert taken_in(TMDB, answer(WHOLE)).origin == Origin(
        "tmdb", "The Night Lamp", "TMDB", page, "TMDB's terms of use"
    )


def test_only_a_show_that_is_over_has_ended_when_it_was_last_shown() -> None:
    file = changed(status="Returning Series")
    show = taken_in(TMDB, file).show
    assert (show["status"], show.get("ended"), file.tree["last_air_date"]) == ("running", None, "2021-05-07")


def test_one_runtime_is_a_number() -> None:
    assert taken_in(TMDB, changed(episode_run_time=[50, 0, 50])).show["runtime"] == 50
    assert "runtime" not in taken_in(TMDB, changed(episode_run_time=[])).show


def test_the_original_language_comes_first_only_if_the_others_lack_it() -> None:
    assert taken_in(TMDB, changed(languages=["sv", "da"])).show["languages"] == ["sv", "da"]
    assert taken_in(TMDB, changed(languages=["sv"], spoken_languages=[])).show["languages"] == ["da", "sv"]


def test_an_offer_holds_in_all_regions_in_which_a_service_has_it_on_its_terms() -> None:
    assert taken_in(TMDB, answer(WHOLE)).sections["availability"] == [
        {"service": "Lantern+", "offer": "subscription", "regions": ["DK", "SE"], "checked": DAY},
        {"service": "Shop One", "offer": "buy", "regions": ["DK"], "checked": DAY},
        {"service": "Fri TV", "offer": "ads", "regions": ["SE"], "checked": DAY},
    ]


def test_trailers_lead_to_the_pages_of_their_videos() -> None:
    published = {"url_kind": "page", "published": date(2018, 1, 15)}
    youtube = "https://www.youtube.com/watch?v="
    assert taken_in(TMDB, answer(WHOLE)).sections["trailers"] == [
        published | {"title": "Official Trailer", "kind": "trailer", "url": f"{youtube}aBcD_1-x", "language": "en"},
        published | {"title": "A Step", "kind": "teaser", "url": f"{youtube}aBcD_2-x", "language": "da"},
        published | {"title": "The Door", "kind": "clip", "url": "https://vimeo.com/aBcD_3-x", "language": "en"},
    ]


def test_a_video_that_is_there_twice_is_one_trailer() -> None:
    file = answer(WHOLE)
    file.tree["videos"]["results"] *= 2
    file.tree["season/1"]["videos"] = {"results": [dict(each) for each in file.tree["videos"]["results"]]}
    assert len(taken_in(TMDB, file).sections["trailers"]) == 3


def test_what_has_a_key_but_does_not_fit_it_is_told() -> None:
    file = answer(WHOLE)
    file.tree.update({"status": "Pilot", "first_air_date": "2018-13-41", "languages": ["qq"]})
    file.tree["season/1"]["episodes"][1]["episode_number"] = None
    assert taken_in(TMDB, file).left_out == [
        'title "Zzz": the language "zz" is not known',
        'premiere "2018-13-41": is no date',
        'status "Pilot": no status of a catalogue is sure to mean that',
        'language "qq": is not known',
        'episode "The Stairs": has no number',
        "guest billing of a part: no file says that they are in these episodes alone",
        "the episodes of 2 parts: TMDB says only how many they are",
        '"(voice)" behind the characters of Bo Hart and Pia Lund: no key of a part says that',
        'trailer "Trailer": where it can be seen is not known',
        'a video of type "Featurette": is no trailer, teaser or clip',
        "1 image: TMDB names nobody to credit",
    ]


def test_what_has_no_key_stays_in_the_answer() -> None:
    file = answer(WHOLE)
    taken_in(TMDB, file, texts=True)
    assert sorted({re.sub(r"\[\].*|\..*", "", path) for path in left(file)}) == [
        "aggregate_credits", "alternative_titles", "backdrop_path", "created_by", "credits", "external_ids",
        "homepage", "in_production", "last_episode_to_air", "networks", "number_of_episodes", "popularity",
        "poster_path", "production_companies", "seasons", "type", "videos", "vote_average", "vote_count",
    ]  # fmt: skip
    assert [path for path in left(file) if path.startswith(("aggregate_credits.cast", "credits"))] == [
        "aggregate_credits.cast[].gender",
        "aggregate_credits.cast[].known_for_department",
        "aggregate_credits.cast[].popularity",
        "aggregate_credits.cast[].roles[].episode_count",
        "credits.crew[].department",
        "credits.crew[].gender",
        "credits.crew[].known_for_department",
        "credits.crew[].popularity",
    ]
