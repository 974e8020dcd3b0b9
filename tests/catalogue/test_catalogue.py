import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import pytest
import tomli

from etoile_cli.catalogue.enumerations import Billing
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember
from etoile_cli.check.check import check
from etoile_cli.check.codes import SEARCH_LINK, STALE_AVAILABILITY
from etoile_cli.text.dates import PartialDate
from tests.door import CHECKOUT, TODAY

COUNTS = {
    "creators": 2,
    "crew": 17,
    "companies": 5,
    "cast": 25,
    "settings": 11,
    "seasons": 1,
    "episodes": 8,
    "availability": 1,
    "trailers": 1,
    "reception": 22,
    "awards": 2,
    "images": 1,
    "sources": 106,
}

# Twenty-one addresses tell the day of their page: /2025/04/24/, /2024-01-22/ or -20250326.
DAY_IN_ADDRESS = re.compile(r"\b(20\d\d)([/-]?)(\d\d)\2(\d\d)(?:/|$)")

# Sites that print what others wrote.
COPYISTS = {
    "blackpeople.biz",
    "dnyuz.com",
    "hive.news",
    "hollywoodperky.com",
    "musikmagz.club",
    "news.myworldfix.com",
    "readnow.cc",
    "stockwatchindex.com",
    "test.daily8.com",
    "wwcinema.com",
    "www.daily8.com",
    "www.iidancei.com",
}

CHARACTERS = {
    "Luke Kirby": ("Jack McMillan", "mbt", Billing.MAIN),
    "Charlotte Gainsbourg": ("Geneviève Lavigne", "lbn", Billing.MAIN),
    "Lou de Laâge": ("Cheyenne Toussaint", "lbn", Billing.MAIN),
    "Gideon Glick": ("Tobias Bell", "mbt", Billing.MAIN),
    "David Alvarez": ("Gael Rodriguez", None, Billing.MAIN),
    "Ivan du Pontavice": ("Gabin Roux", "lbn", Billing.MAIN),
    "Taïs Vinolo": ("Mishi Duplessis", None, Billing.MAIN),
    "David Haig": ("Nicholas", "mbt", Billing.MAIN),
    "LaMay Zhang": ("SuSu Li", None, Billing.MAIN),
    "Simon Callow": ("Crispin Shamblee", None, Billing.MAIN),
    "Yanic Truesdale": ("Raphaël Marchand", "lbn", Billing.RECURRING),
    "Kelly Bishop": ("Clara", None, Billing.GUEST),
    "Unity Phelan": ("Julie", "mbt", None),
    "Jonathan Groff": ("Kevin", None, Billing.GUEST),
    "Nina Arianda": ("Quinn", None, Billing.GUEST),
    "Patrick Page": ("John", None, Billing.GUEST),
    "Robbie Fairchild": ("Larry", None, None),
    "David Byrne": ("himself", None, None),
    "Isaac Mizrahi": ("himself", None, None),
    "Constance Devernay": (None, None, None),
    "Arcadian Broad": (None, "mbt", None),
    "Reed Henry": (None, None, None),
    "Tiler Peck": (None, None, None),
    "Roman Mejia": (None, None, None),
    "John Lam": (None, None, None),
}


CONTENT = (CHECKOUT / "data" / "etoile.toml").read_bytes()


@pytest.fixture(scope="module")
def data() -> dict[str, Any]:
    return tomli.loads(CONTENT.decode())


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return parse(CONTENT)


@pytest.fixture(scope="module")
def records(catalogue: Catalogue) -> list[tuple[str, Record]]:
    listed = [(section, record) for section in RECORD_TYPES for record in getattr(catalogue, section)]
    return [("show", catalogue.show), *listed]


def texts(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string of TOML data, keys included, with the place where it stands."""
    match value:
        case str():
            yield place, value
        case list():
            for position, each in enumerate(value, start=1):
                yield from texts(each, f"{place}[{position}]")
        case dict():
            for key, each in value.items():
                yield place, key
                yield from texts(each, f"{place}.{key}")


@pytest.mark.parametrize("section", RECORD_TYPES)
def test_every_section_is_complete(section: str, catalogue: Catalogue) -> None:
    assert len(getattr(catalogue, section)) == COUNTS[section]


def test_check_finds_nothing_but_two_searches_and_an_old_offer() -> None:
    """Sources are named, there and used, ids unique; companies and episodes exist."""
    report = check(CONTENT, "etoile.toml", date.fromisoformat(TODAY))
    assert [(problem.code, problem.record) for problem in report.problems] == [
        (SEARCH_LINK, 'offer "Prime Video"'),
        (STALE_AVAILABILITY, 'offer "Prime Video"'),
        (SEARCH_LINK, 'trailer "Étoile – Official Trailer | Prime Video"'),
    ]


def test_no_text_is_empty_or_padded(data: dict[str, Any]) -> None:
    assert [place for place, text in texts(data) if not text or text != text.strip() or "  " in text] == []


def test_every_text_is_composed(data: dict[str, Any]) -> None:
    assert [place for place, text in texts(data) if not unicodedata.is_normalized("NFC", text)] == []


def test_every_address_is_https(data: dict[str, Any]) -> None:
    addresses = [(place, urlsplit(text)) for place, text in texts(data) if place.endswith(".url") or "://" in text]
    assert len(addresses) == 118
    assert [place for place, address in addresses if address.scheme != "https" or not address.hostname] == []


def test_search_links_are_called_searches(catalogue: Catalogue) -> None:
    linked = [*catalogue.availability, *catalogue.trailers]
    assert [(each.url, each.url_kind) for each in linked] == [
        ("https://www.primevideo.com/search/ref=atv_nb_sr?phrase=%C3%89toile", "search"),
        (
            "https://www.youtube.com/results?search_query=%C3%89toile+%E2%80%93+Official+Trailer+%7C+Prime+Video",
            "search",
        ),
    ]


@pytest.mark.parametrize(
    ("section", "name", "beginning"),
    [
        ("settings", "Palais Garnier", "Both filmed and rebuilt: "),
        ("trailers", "Étoile – Official Trailer | Prime Video", "The address is a search "),
        ("images", "A graceful ballerina in performance", "A stock photograph, no still of the series; "),
        ("creators", "Amy Sherman-Palladino", "Known for these, which is not to say she created each: "),
        ("creators", "Daniel Palladino", "Known for these, which is not to say he created each: "),
    ],
)
def test_notes_say_what_is_disputed_or_easily_mistaken(
    section: str, name: str, beginning: str, catalogue: Catalogue
) -> None:
    (note,) = [record.note for record in getattr(catalogue, section) if record.heading == name]
    assert note.startswith(beginning)


def test_the_note_of_the_show_says_that_sources_disagree_on_the_genre(catalogue: Catalogue) -> None:
    assert "Sources disagree on its genre: " in catalogue.show.note


def test_the_show_is_as_its_sources_state(catalogue: Catalogue) -> None:
    show = catalogue.show
    assert (show.title, show.also_known_as) == ("Étoile", ("Etoile",))
    assert (show.premiere, show.status, show.status_date) == (date(2025, 4, 24), "cancelled", date(2025, 6, 6))
    assert (show.seasons, show.networks, show.genres) == (1, ("Prime Video",), ("comedy", "drama"))
    assert (show.languages, show.countries, show.ids) == (("en", "fr"), ("US",), {"rottentomatoes": "etoile"})
    assert (show.runtime, sorted(show.titles)) == ((52, 75), ["ja", "ko", "pt-BR", "ru"])
    assert len(show.themes) == 6


def test_each_key_fact_of_the_show_has_sources_of_its_own(catalogue: Catalogue) -> None:
    told_as_a_whole = {"also_known_as", "logline", "sources", "cites"}
    known = {key for key in catalogue.show.__struct_fields__ if getattr(catalogue.show, key)}
    assert set(catalogue.show.cites) == known - told_as_a_whole


def test_the_logline_is_one_sentence(catalogue: Catalogue) -> None:
    assert (catalogue.show.logline.count("."), catalogue.show.logline[-1]) == (1, ".")


def test_the_cast_plays_whom_its_sources_say(catalogue: Catalogue) -> None:
    assert {part.name: (part.character, part.company, part.billing) for part in catalogue.cast} == CHARACTERS


def test_parts_in_some_episodes_only_name_them(catalogue: Catalogue) -> None:
    assert {part.name: part.episodes for part in catalogue.cast if part.episodes} == {
        "Jonathan Groff": ("S01E07",),
        "Nina Arianda": ("S01E07",),
        "Patrick Page": ("S01E03", "S01E07"),
        "Robbie Fairchild": ("S01E01",),
    }


def test_professions_stand_where_they_matter(catalogue: Catalogue) -> None:
    assert {part.name: part.profession for part in catalogue.cast if part.profession} == {
        "Taïs Vinolo": "ballerina, once with the National Ballet of Canada",
        "Unity Phelan": "principal dancer, New York City Ballet",
        "Robbie Fairchild": "former principal dancer, New York City Ballet",
        "Reed Henry": "dancer, Joffrey Ballet",
        "Tiler Peck": "principal dancer, New York City Ballet",
        "Roman Mejia": "principal dancer, New York City Ballet",
        "John Lam": "dancer, Boston Ballet",
    }


def test_every_person_files_by_family_name_and_a_band_by_its_own(catalogue: Catalogue) -> None:
    people = [*catalogue.creators, *catalogue.crew, *catalogue.cast]
    assert [person.name for person in people if files_oddly(person)] == ["Sons of Raphael"]


def files_oddly(person: CastMember) -> bool:
    family, comma, given = (person.sort_name or "").partition(", ")
    return not comma or f"{given} {family}".casefold() != person.name.casefold()


def test_episodes_are_all_of_one_day_and_claim_little_more(catalogue: Catalogue) -> None:
    assert [(each.code, each.title) for each in catalogue.episodes] == [
        ("S01E01", "The Swap"),
        ("S01E02", "The Bull"),
        ("S01E03", "The Fish"),
        ("S01E04", "The Hiccup"),
        ("S01E05", "The Rat"),
        ("S01E06", "The Disaster"),
        ("S01E07", "The Slip"),
        ("S01E08", "The Offer"),
    ]
    assert {(each.released, each.runtime, each.directors) for each in catalogue.episodes} == {
        (date(2025, 4, 24), None, ())
    }
    assert {each.code: each.writers for each in catalogue.episodes if each.writers} == {
        "S01E01": ("Amy Sherman-Palladino", "Daniel Palladino"),
        "S01E02": ("Amy Sherman-Palladino", "Daniel Palladino"),
    }
    assert [each.code for each in catalogue.episodes if each.synopsis] == ["S01E01"]


def test_the_one_season_has_all_its_episodes(catalogue: Catalogue) -> None:
    (season,) = catalogue.seasons
    assert (season.number, season.episodes) == (catalogue.show.seasons, len(catalogue.episodes))
    assert season.premiere == season.finale == catalogue.show.premiere == catalogue.show.ended


def test_places_are_in_the_story_or_were_filmed_or_both(catalogue: Catalogue) -> None:
    assert {place.name: (place.country, place.uses, place.fictional) for place in catalogue.settings} == {
        "Palais Garnier": ("FR", ("story", "filming"), False),
        "Le Marais": ("FR", ("story",), False),
        "Salle Favart": ("FR", ("filming",), False),
        "Théâtre du Châtelet": ("FR", ("filming",), False),
        "Lincoln Center": ("US", ("story", "filming"), False),
        "Downtown studios": ("US", ("story",), False),
        "Central Park": ("US", ("story",), False),
        "Film Forum": ("US", ("story",), False),
        "Fish Theater": ("US", ("story",), True),
        "Studios d'Épinay": ("FR", ("filming",), False),
        "New Jersey Performing Arts Center": ("US", ("filming",), False),
    }


def test_the_offer_is_the_one_last_seen(catalogue: Catalogue) -> None:
    (offer,) = catalogue.availability
    assert (offer.service, offer.offer, offer.regions) == ("Prime Video", "subscription", ("worldwide",))
    assert (offer.since, offer.until, offer.checked) == (date(2025, 4, 24), None, date(2025, 6, 6))


def test_verdicts_are_the_outlets_own(catalogue: Catalogue) -> None:
    april = PartialDate(2025, 4)
    assert [(each.outlet, each.kind, each.verdict, each.date) for each in catalogue.reception][:8] == [
        ("Rotten Tomatoes", "score", "86% of 42 reviews", PartialDate(2025, 5)),
        ("Rotten Tomatoes", "score", "76% of 100 and more ratings by the audience", PartialDate(2025, 5)),
        ("Rotten Tomatoes", "score", "85%, at the cancellation", date(2025, 6, 7)),
        ("The A.V. Club", "review", "B+", PartialDate(2025)),
        ("The Times", "review", "3 of 5; “fun and entertaining”", april),
        ("The Telegraph", "review", "“refreshingly authentic”", april),
        ("The Independent", "review", "3 of 5; begins with promise, hard to warm to", april),
        (
            "French Quarter Magazine",
            "review",
            (
                "favourable: authentic, and at home on both sides of the Atlantic; "
                "now comic and now dramatic, for some critics"
            ),
            PartialDate(2025),
        ),
    ]


def test_no_award_is_claimed_that_no_page_states_in_words(catalogue: Catalogue) -> None:
    assert [(each.award, each.category, each.recipients, each.result) for each in catalogue.awards] == [
        ("Primetime Emmys 2025", "Choreography for Scripted Programming", ("Marguerite Derricks",), "nominated"),
        ("Primetime Emmys 2025", "Cinematography for a Series (One Hour)", ("M. David Mullen",), "nominated"),
    ]


def test_the_picture_is_credited(catalogue: Catalogue) -> None:
    (image,) = catalogue.images
    assert (image.credit, image.url) == (
        "Nicolas Sosa",
        "https://www.pexels.com/photo/elegant-ballerina-doing-a-performance-13466040/",
    )


def test_sources_are_dated_to_the_day_that_their_address_tells(catalogue: Catalogue) -> None:
    told = [(source.published, DAY_IN_ADDRESS.search(source.url)) for source in catalogue.sources]
    days = [(published, date(*map(int, day.group(1, 3, 4)))) for published, day in told if day]
    assert len(days) == 21
    assert [pair for pair in days if pair[0] != pair[1]] == []


def test_sources_are_dated_only_as_far_as_is_known(catalogue: Catalogue) -> None:
    dated = {source.id: source.published for source in catalogue.sources if source.published}
    assert (len(dated), [source.id for source in catalogue.sources if not source.published]) == (105, ["rt"])
    assert sum(isinstance(published, PartialDate) for published in dated.values()) == 57
    assert (dated["wtw"], dated["tsf"], dated["cnc"]) == (date(2025, 4, 1), date(2023, 4, 27), date(2025, 4, 30))
    assert (dated["gma"], dated["uproxx"]) == (date(2025, 3, 26), date(2025, 4, 19))
    assert (dated["fqm"], dated["avclub-cancelled"]) == (PartialDate(2025), PartialDate(2025, 6))


def test_no_note_carries_a_date_that_has_a_key(catalogue: Catalogue) -> None:
    assert [source.id for source in catalogue.sources if "Published in" in (source.note or "")] == []


def test_a_copy_says_that_it_is_one(catalogue: Catalogue) -> None:
    copies = [source for source in catalogue.sources if urlsplit(source.url).hostname in COPYISTS]
    assert len(copies) == 21
    assert [source.id for source in copies if "copy" not in source.note] == []
