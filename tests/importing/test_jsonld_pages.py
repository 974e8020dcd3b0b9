"""What is taken in of pages as sites write them, and what is left of these."""

from datetime import date

import pytest

from etoile_cli.importing.formats.jsonld.format import JSONLD
from etoile_cli.importing.intake.intake import Origin
from tests.importing.documents import (
    SAMPLES,
    is_made_valid,
    left_in,
    sample,
    taken_in,
)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_recognised_and_made_valid(name: str) -> None:
    assert JSONLD.recognises(sample(name))
    assert is_made_valid(taken_in(sample(name), texts=True))


def test_a_page_of_imdb_is_taken_in() -> None:
    intake = taken_in(sample("imdb.html"), texts=True)
    page = "https://www.imdb.com/title/tt9900001/"
    assert intake.origin == Origin("imdb", "The Lamplight Ferry", "IMDb", page)
    assert intake.show == {
        "title": "The Lamplight Ferry",
        "also_known_as": ["Le Bac aux lanternes"],
        "premiere": date(2021, 10, 7),
        "genres": ["Drama", "Mystery"],
        "ratings": {"US": "TV-14"},
        "themes": ["ferry", "small town", "widow & clerk"],
        "premise": "A widowed ferrywoman and a clerk keep Brannock's last night crossing alive.",
        "ids": {"imdb": "tt9900001"},
    }
    assert intake.sections == {
        "creators": [{"name": "Signe Halloran", "ids": {"imdb": "nm9900003"}}],
        "cast": [
            {"name": "Oona Breck", "ids": {"imdb": "nm9900001"}},
            {"name": "Tariq d'Almeida", "ids": {"imdb": "nm9900002"}},
        ],
        "trailers": [
            {
                "title": "Official Trailer",
                "url": "https://www.imdb.com/video/vi9900001/",
                "url_kind": "page",
                "published": date(2021, 9, 1),
            }
        ],
        "reception": [
            {
                "outlet": "harbourlight-77",
                "kind": "review",
                "verdict": "I came for the fog & stayed for the people.",
                "date": date(2021, 11, 2),
            },
            {"outlet": "IMDb", "kind": "score", "verdict": "7.8/10", "url": page},
        ],
    }
    assert intake.left_out == ["a picture: nobody to credit is named, or no title"]


def test_what_has_no_key_stays_in_the_tree() -> None:
    assert left_in(sample("imdb.html")) == {
        "[].review.inLanguage": 1,
        "[].review.name": 1,
        "[].review.reviewRating.worstRating": 1,
        "[].review.reviewRating.bestRating": 1,
        "[].review.reviewRating.ratingValue": 1,
        "[].aggregateRating.ratingCount": 1,
        "[].trailer.embedUrl": 1,
        "[].trailer.thumbnail.contentUrl": 1,
        "[].trailer.thumbnailUrl": 1,
        "[].trailer.description": 1,
        "[].trailer.duration": 1,
        "[].creator[].url": 1,
    }


def test_somebodys_prose_is_counted_unless_it_is_wanted() -> None:
    intake = taken_in(sample("imdb.html"))
    assert intake.texts_left.total() == 2
    assert "premise" not in intake.show
    assert [each["kind"] for each in intake.sections["reception"]] == ["score", "score"]


def test_a_page_of_rotten_tomatoes_is_taken_in() -> None:
    intake = taken_in(sample("rottentomatoes.html"), texts=True)
    page = "https://www.rottentomatoes.com/tv/the_lamplight_ferry"
    assert intake.origin == Origin("rottentomatoes", "The Lamplight Ferry", "Rotten Tomatoes", page)
    assert intake.data == {
        "show": {
            "title": "The Lamplight Ferry",
            "seasons": 2,
            "genres": ["Drama", "Mystery & Thriller"],
            "ratings": {"US": "TV-14"},
            "premise": "A ferrywoman and a clerk keep the last night crossing alive.",
            "ids": {"rottentomatoes": "the_lamplight_ferry"},
        },
        "crew": [{"name": "Signe Halloran", "roles": ["producer"]}],
        "companies": [{"id": "quay-nine", "kind": "production", "name": "Quay Nine"}],
        "cast": [{"name": "Oona Breck"}],
        "seasons": [{"number": 1}, {"number": 2}],
        "reception": [{"outlet": "Rotten Tomatoes", "kind": "score", "verdict": "88/100", "url": page}],
    }


def test_the_page_of_an_episode_gives_the_episode_and_its_series() -> None:
    intake = taken_in(sample("episode.html"), texts=True)
    page = "https://serien.example.org/laternenfaehre"
    assert intake.origin == Origin("example", "Die Laternenfähre", "Serienkalender", page)
    assert intake.data == {
        "show": {"title": "Die Laternenfähre", "also_known_as": ["The Lamplight Ferry"]},
        "cast": [
            {"name": "Oona Breck", "character": "Mara Quill"},
            {"name": "Lev Sandoval", "character": "Lotse", "episodes": ["S01E02"]},
        ],
        "episodes": [
            {
                "season": 1,
                "number": 2,
                "title": "Nebel",
                "released": date(2022, 3, 11),
                "runtime": 45,
                "directors": ["Pia Storck"],
                "writers": ["Signe Halloran", "Jon Averill"],
                "synopsis": "Die Fähre läuft nicht aus.\n\nMara sucht den Lotsen.",
            }
        ],
    }
    assert left_in(sample("episode.html")) == {"[].@graph[].url": 1, "[].@graph[].releasedEvent.startDate": 1}


def test_the_page_of_a_store_is_taken_in() -> None:
    intake = taken_in(sample("store.json"), texts=True)
    page = "https://tv.example.com/ie/show/the-lamplight-ferry/umc.cmc.0001"
    assert intake.origin == Origin("example", "The Lamplight Ferry", "tv.example.com", page)
    assert intake.data == {
        "show": {
            "title": "The Lamplight Ferry",
            "premiere": date(2021, 10, 7),
            "seasons": 2,
            "networks": ["Harbour One"],
            "genres": ["Drama"],
            "premise": "A ferrywoman keeps the night crossing alive.",
        },
        "creators": [{"name": "Signe Halloran"}],
        "cast": [{"name": "Oona Breck"}],
        "seasons": [{"number": 1, "episodes": 8}],
        "episodes": [
            {
                "season": 1,
                "number": 1,
                "title": "First Crossing",
                "released": date(2021, 10, 7),
                "runtime": 52,
                "synopsis": "The ferry sails.",
            }
        ],
    }
