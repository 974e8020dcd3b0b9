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
from tests.door import CHECKOUT, TODAY

COUNTS = {
    "creators": 2,
    "crew": 8,
    "companies": 2,
    "cast": 17,
    "settings": 8,
    "episodes": 8,
    "availability": 1,
    "trailers": 1,
    "reception": 5,
    "images": 1,
    "sources": 39,
}

# Fourteen addresses tell the day of their page: /2025/04/24/, /2024-01-22/ or -20250326.
DAY_IN_ADDRESS = re.compile(r"\b(20\d\d)([/-]?)(\d\d)\2(\d\d)(?:/|$)")

CHARACTERS = {
    "Luke Kirby": ("Jack McMillan", "mbt", Billing.MAIN),
    "Charlotte Gainsbourg": ("Geneviève Lavigne", "lbn", Billing.MAIN),
    "Lou de Laâge": ("Cheyenne Toussaint", "lbn", Billing.MAIN),
    "Gideon Glick": ("Tobias Bell", "mbt", Billing.MAIN),
    "David Alvarez": ("Gael", None, Billing.MAIN),
    "Ivan du Pontavice": ("Gabin", "lbn", Billing.MAIN),
    "Taïs Vinolo": ("Mishi Duplessis", None, Billing.MAIN),
    "David Haig": ("Nicholas", "mbt", Billing.MAIN),
    "LaMay Zhang": ("SuSu", None, Billing.MAIN),
    "Simon Callow": ("Crispin Shamblee", None, Billing.MAIN),
    "Yanic Truesdale": ("Raphaël Marchand", "lbn", Billing.RECURRING),
    "Kelly Bishop": ("Clara", None, Billing.GUEST),
    "Unity Phelan": ("Julie", None, None),
    "Jonathan Groff": ("Kevin", None, Billing.GUEST),
    "Nina Arianda": ("Quinn", None, Billing.GUEST),
    "Patrick Page": ("John", None, Billing.GUEST),
    "Tiler Peck": (None, None, None),
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
    assert len(addresses) == 44
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
        ("settings", "Palais Garnier", "Disputed: "),
        ("trailers", "Étoile – Official Trailer | Prime Video", "The address is a search "),
        ("images", "A graceful ballerina in performance", "A stock picture, not from the series"),
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
    assert (show.languages, show.countries, show.ids) == (("en", "fr"), ("US",), {})
    assert len(show.themes) == 6


def test_the_logline_is_one_sentence(catalogue: Catalogue) -> None:
    assert (catalogue.show.logline.count("."), catalogue.show.logline[-1]) == (1, ".")


def test_the_cast_plays_whom_its_sources_say(catalogue: Catalogue) -> None:
    assert {part.name: (part.character, part.company, part.billing) for part in catalogue.cast} == CHARACTERS


def test_parts_in_some_episodes_only_name_them(catalogue: Catalogue) -> None:
    assert {part.name: part.episodes for part in catalogue.cast if part.episodes} == {
        "Jonathan Groff": ("S01E07",),
        "Nina Arianda": ("S01E07",),
        "Patrick Page": ("S01E03", "S01E07"),
    }


def test_professions_stand_where_they_matter(catalogue: Catalogue) -> None:
    assert {part.name: part.profession for part in catalogue.cast if part.profession} == {
        "Taïs Vinolo": "former ballerina",
        "Unity Phelan": "principal dancer, New York City Ballet",
        "Tiler Peck": "principal dancer, New York City Ballet",
    }


def test_every_person_files_by_family_name(catalogue: Catalogue) -> None:
    people = [*catalogue.creators, *catalogue.crew, *catalogue.cast]
    assert [person.name for person in people if files_oddly(person)] == []


def files_oddly(person: CastMember) -> bool:
    family, comma, given = (person.sort_name or "").partition(", ")
    return not comma or f"{given} {family}".casefold() != person.name.casefold()


def test_episodes_are_all_of_one_day_and_claim_nothing_more(catalogue: Catalogue) -> None:
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
    assert {(each.released, each.runtime, each.directors, each.writers) for each in catalogue.episodes} == {
        (date(2025, 4, 24), None, (), ())
    }


def test_places_are_in_the_story_or_were_filmed_or_both(catalogue: Catalogue) -> None:
    assert {place.name: (place.country, place.uses, place.fictional) for place in catalogue.settings} == {
        "Palais Garnier": ("FR", ("story",), False),
        "Le Marais": ("FR", ("story",), False),
        "Lincoln Center": ("US", ("story", "filming"), False),
        "Downtown studios": ("US", ("story",), False),
        "Central Park": ("US", ("story",), False),
        "Fish Theater": ("US", ("story",), True),
        "Studios d'Épinay": ("FR", ("filming",), False),
        "New Jersey Performing Arts Center": ("US", ("filming",), False),
    }


def test_the_offer_is_the_one_last_seen(catalogue: Catalogue) -> None:
    (offer,) = catalogue.availability
    assert (offer.service, offer.offer, offer.regions) == ("Prime Video", "subscription", ("worldwide",))
    assert (offer.since, offer.until, offer.checked) == (date(2025, 4, 24), None, date(2025, 6, 6))


def test_verdicts_are_the_outlets_own(catalogue: Catalogue) -> None:
    assert [(each.outlet, each.kind, each.verdict, each.date) for each in catalogue.reception] == [
        ("Rotten Tomatoes", "score", "86% of 42 reviews", None),
        ("The A.V. Club", "review", "B+", None),
        ("The Times", "review", "3 of 5; light but fun", None),
        ("The Telegraph", "review", "“refreshingly authentic”", None),
        (
            "French Quarter Magazine",
            "review",
            (
                "praises its authenticity and its transatlantic setting; "
                "to some critics, its tone shifts between comedy and drama"
            ),
            None,
        ),
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
    assert len(days) == 14
    assert [pair for pair in days if pair[0] != pair[1]] == []


def test_sources_are_dated_only_to_a_day_that_is_known(catalogue: Catalogue) -> None:
    dated = {source.id: source.published for source in catalogue.sources if source.published}
    assert len(dated) == 19
    assert (dated["wtw"], dated["tsf"], dated["cnc"]) == (date(2025, 4, 1), date(2023, 4, 27), date(2025, 4, 30))
    assert (dated["gma"], dated["uproxx"]) == (date(2025, 3, 26), date(2025, 4, 19))
