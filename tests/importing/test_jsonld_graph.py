"""Things of JSON-LD that refer to each other, and how much these may be."""

from datetime import date

from etoile_cli.errors import CatalogueError
from etoile_cli.importing.intake.intake import Origin
from tests.importing.documents import (
    DAY,
    EPISODE,
    document,
    left_in,
    refusal,
    sample,
    series,
    taken_in,
)
from tests.work import lines_executed


def test_a_graph_of_things_that_refer_to_each_other_is_taken_in() -> None:
    signe = {"name": "Signe Halloran", "aliases": ["S. Halloran"], "ids": {"imdb": "nm9900003"}}
    intake = taken_in(sample("graph.json"), texts=True)
    assert intake.origin == Origin("jsonld", "The Lamplight Ferry")
    assert intake.data == {
        "show": {
            "title": "The Lamplight Ferry",
            "titles": {"en": "The Lamplight Ferry", "de": "Die Laternenfähre", "fr": "Le Bac aux lanternes"},
            "also_known_as": ["Lamplight", "Lanterns"],
            "premiere": "2021-10",
            "networks": ["Harbour One"],
            "genres": ["drama"],
            "languages": ["en"],
            "countries": ["IE"],
            "ratings": {"IE": "15", "US": "TV-14"},
            "ids": {"imdb": "tt9900001", "wikidata": "Q9900001", "tmdb": "990001"},
        },
        "creators": [signe],
        "crew": [signe | {"roles": ["director", "writer"]}, {"name": "Pia Storck", "roles": ["director"]}],
        "companies": [{"id": "quay-nine", "kind": "production", "name": "Quay Nine", "city": "Cork", "country": "IE"}],
        "cast": [
            {
                "name": "Oona Breck",
                "character": "Mara Quill",
                "role": "ferrywoman",
                "profession": "actor and rower",
                "episodes": ["S01E02"],
            }
        ],
        "settings": [
            {"name": "Brannock Quay", "city": "Cobh", "country": "IE", "uses": ["story", "filming"]},
            {"name": "Studio Two", "uses": ["filming"]},
        ],
        "seasons": [{"number": 1, "title": "The Crossing"}],
        "episodes": [
            {"season": 1, "number": 2, "title": "Fog"},
            {"season": 1, "number": 1, "title": "First Crossing", "ids": {"imdb": "tt9900011"}},
        ],
        "availability": [
            {
                "service": "Harbour+",
                "offer": "subscription",
                "regions": ["IE", "GB"],
                "url": "https://watch.example.org/lamplight",
                "url_kind": "page",
                "since": date(2021, 10, 7),
                "checked": DAY,
            }
        ],
        "reception": [
            {
                "outlet": "The Quayside Post",
                "kind": "score",
                "verdict": "4,5/5",
                "date": date(2021, 10, 8),
                "url": "https://post.example.org/lamplight",
            }
        ],
        "images": [
            {
                "title": "The quay at night",
                "credit": "Ida Holm",
                "url": "https://images.example.org/quay.jpg",
                "licence": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
    }


def test_what_does_not_fit_its_key_is_left_out_with_the_reason() -> None:
    assert taken_in(sample("graph.json"), texts=True).left_out == [
        'end "someday": is no date',
        'status "Returning Series": is none that a catalogue has',
        'runtime "about an hour": is no length of ISO 8601',
        'genre "https://www.wikidata.org/wiki/Q1": is the address of one',
        'language "Klingonese": is none that is known',
        'country "Brannock": is none that is known',
        'rating "12+": doesn\'t say of which country it is',
        'creator "Quay Nine": is no person',
        'region "Atlantis" of the offer of "Harbour+": is none that is known',
        'offer of "Cable": has terms that a catalogue has no word for: "externalsubscription"',
        'offer of "Harbour+": says no region that is known',
        "a review: names nobody who says it",
        "a picture: nobody to credit is named, or no title",
        "2 awards: in words, which don't say apart what was won, for what, and by whom",
        'episode "Adrift": is in no season that has a number',
        'episode "The Making Of": has no number',
        "S01E04: has no title",
    ]


def test_what_a_reference_leads_to_is_no_data_that_is_left() -> None:
    assert left_in(sample("graph.json")) == {
        "@graph[].sameAs[]": 1,
        "@graph[].identifier[].propertyID": 1,
        "@graph[].identifier[].value": 1,
        "@graph[].contentRating[].author": 1,
        "@graph[].actor[].@id": 1,
        "@graph[].aggregateRating.ratingValue": 1,
        "@graph[].aggregateRating.bestRating": 1,
        "@graph[].potentialAction[].target[]": 1,
        "@graph[].potentialAction[].target": 1,
        "@graph[].birthDate": 1,
    }


def test_things_that_hold_each_other_are_taken_in_once() -> None:
    fog = EPISODE | {"@id": "#fog", "partOfSeason": {"@id": "#one"}, "partOfSeries": {"@id": "#show"}}
    one = {"@id": "#one", "@type": "TVSeason", "seasonNumber": 1, "episode": [{"@id": "#fog"}] * 3}
    show = {"@id": "#show", "@type": "TVSeries", "name": "The Ferry", "containsSeason": [{"@id": "#one"}] * 3}
    file = document([fog, one, show | {"hasPart": [{"@id": "#one"}, {"@id": "#fog"}]}])
    assert taken_in(file).data == {
        "show": {"title": "The Ferry"},
        "episodes": [{"season": 1, "number": 2, "title": "Fog"}],
    }


def test_a_chain_of_many_episodes_and_seasons_is_taken_in() -> None:
    chain = [
        part
        for each in range(3_000)
        for part in (
            {"@id": f"#e{each}", "name": "x", "episodeNumber": 1, "partOfSeason": {"@id": f"#s{each}"}},
            {"@id": f"#s{each}", "seasonNumber": each, "episode": {"@id": f"#e{each + 1}"}},
        )
    ]
    show = {"@type": "TVSeries", "name": "The Ferry", "episode": {"@id": "#e0"}}
    assert len(taken_in(document([show, *chain])).sections["episodes"]) == 3_000


def test_a_short_document_that_stands_for_a_very_long_one_is_refused() -> None:
    ada = {"@id": "#ada", "@type": "Person", "name": "Ada", "alternateName": [f"A{each}" for each in range(3_000)]}
    file = document([{"@type": "TVSeries", "name": "The Ferry", "director": [{"@id": "#ada"}] * 3_000}, ada])
    assert refusal(CatalogueError, file) == "show.json: refers to the same things too often"


def test_the_work_grows_no_faster_than_the_document() -> None:
    def work(size: int) -> int:
        role = [{"@id": f"#r{each}", "@type": "PerformanceRole", "actor": f"A{each}"} for each in range(size)]
        fog = [EPISODE | {"name": f"E{each}", "episodeNumber": each, "actor": role[each]} for each in range(size)]
        crew = [{"@type": "Role", "roleName": "grip", "contributor": f"C{each % 9}"} for each in range(size)]
        file = series(actor=role, episode=fog, contributor=crew, productionCompany=["Q."] * size, trailer=crew)
        return lines_executed(lambda: taken_in(file))

    work(1)  # imports what it needs
    # Four times the document: sixteen times the work if it grew with its square.
    assert work(400) < 5 * work(100)
