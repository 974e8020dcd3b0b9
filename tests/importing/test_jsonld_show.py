"""What is taken in of the show that JSON-LD describes, and who its networks are."""

from datetime import date

import pytest

from tests.importing.documents import (
    document,
    left_in,
    left_out_of,
    series,
    show_of,
    taken_in,
)


@pytest.mark.parametrize(
    ("properties", "show"),
    [
        ({"startDate": "2021", "datePublished": "2022"}, {"premiere": "2021"}),
        ({"endDate": "2024-01-31T20:00:00Z"}, {"ended": date(2024, 1, 31)}),
        ({"creativeWorkStatus": "in production"}, {"status": "in-production"}),
        ({"creativeWorkStatus": {"@type": "DefinedTerm", "name": "Canceled"}}, {"status": "cancelled"}),
        ({"timeRequired": "PT1H2M"}, {"runtime": 62}),
        ({"timeRequired": "P0DT0H51M29.6S"}, {"runtime": 51}),
        ({"timeRequired": "PT44M31S"}, {"runtime": 45}),
        ({"timeRequired": "PT0M"}, {}),
        ({"duration": "PT9H"}, {}),
        ({"numberOfSeasons": 0}, {}),
        ({"genre": [{"@list": ["Drama", {"@value": "Fog"}]}]}, None),
        ({"alternateName": [{"@value": each, "@language": "ga"} for each in "AB"]}, None),
        ({"numberOfSeasons": True}, {}),
        ({"numberOfSeasons": " 3 "}, {"seasons": 3}),
        ({"publisher": ["One", {"@type": "Organization", "name": "Two"}]}, {"networks": ["One", "Two"]}),
        ({"genre": "Drama, Mystery"}, {"genres": ["Drama, Mystery"]}),
        ({"inLanguage": ["en-IE", "German", {"@type": "Language", "alternateName": "ga"}]}, None),
        ({"countryOfOrigin": [{"@type": "Country", "name": "?", "identifier": "SU"}, "South Korea"]}, None),
        ({"contentRating": ["DE 12", "FR 10", "DE 16"]}, {"ratings": {"DE": "12", "FR": "10"}}),
        ({"contentRating": "TV-MA"}, {"ratings": {"US": "TV-MA"}}),
        ({"keywords": ["sea, night", {"@type": "DefinedTerm", "name": "fog"}]}, {"themes": ["sea", "night", "fog"]}),
        ({"about": {"@type": "Thing", "name": "loss"}, "keywords": "loss,,"}, {"themes": ["loss"]}),
        ({"identifier": {"propertyID": "shelf", "value": 17}}, {"ids": {"shelf": "17"}}),
        ({"identifier": {"name": "IMDb", "value": "tt9900001"}}, {"ids": {"imdb": "tt9900001"}}),
        ({"identifier": ["17", {"name": "sku", "value": "17"}, {"propertyID": "imdb", "value": "0"}]}, {}),
        ({"@id": "https://www.imdb.com/title/tt9900001/"}, {"ids": {"imdb": "tt9900001"}}),
        ({"alternateName": ["The Ferry", "Ferry &amp; Co", 24]}, {"also_known_as": ["Ferry & Co", "24"]}),
        ({"alternateName": {"@value": "Bac", "@language": "tlhx-9"}}, {"also_known_as": ["Bac"]}),
    ],
)
def test_a_property_of_the_show_has_its_key(properties: dict[str, object], show: dict[str, object] | None) -> None:
    several = {
        "inLanguage": {"languages": ["en-IE", "de", "ga"]},
        "countryOfOrigin": {"countries": ["SU", "KR"]},
        "genre": {"genres": ["Drama", "Fog"]},
        "alternateName": {"titles": {"ga": "A"}, "also_known_as": ["B"]},
    }
    assert show_of(**properties) == (several[next(iter(properties))] if show is None else show)


@pytest.mark.parametrize("rating", ["PG 13", "MA 15+", "TV MA", "UA 16+", "12", "QQ 12", "TV-MA V", "M"])
def test_a_rating_that_may_be_of_any_country_is_left_out(rating: str) -> None:
    assert show_of(contentRating=rating) == {}
    assert left_out_of(contentRating=rating) == [f'rating "{rating}": doesn\'t say of which country it is']


def networks_of(*others: object, **properties: object) -> object:
    """Return the networks of a show on a page that says other things as well."""
    show = {"@type": "TVSeries", "name": "The Ferry", "url": "https://www.shelf.example.org/ferry"}
    return taken_in(document([*others, show | properties])).show.get("networks")


SHELF = {"@type": "Organization", "name": "Shelf"}


@pytest.mark.parametrize(
    "others",
    [
        [{"@type": "WebPage", "publisher": SHELF}],
        [{"@type": "WebPage", "provider": "SHELF"}],
        [{"@type": "WebSite", "publisher": "Shelf"}],
        [{"@type": "WebSite", "name": "Shelf"}],
        [{"@type": "WebPage", "isPartOf": {"@type": "WebSite", "name": "Shelf"}}],
    ],
)
def test_who_publishes_the_page_is_no_network(others: list[object]) -> None:
    assert networks_of(*others, publisher=[SHELF, "shelf", "Harbour One"]) == ["Harbour One"]
    assert networks_of(*others, publisher=SHELF, broadcaster=SHELF) == ["Shelf"]


def test_the_publisher_of_a_database_or_at_the_address_of_the_page_is_no_network() -> None:
    assert networks_of(publisher=SHELF) == ["Shelf"]
    assert networks_of(publisher=SHELF | {"url": "https://shelf.example.org/about"}) is None
    assert networks_of(publisher=SHELF | {"@id": "https://shelf.example.org/#organization"}) is None
    assert networks_of(publisher=SHELF | {"url": ["/", "https://harbour.example.org/"]}) == ["Shelf"]
    assert networks_of(publisher=SHELF | {"url": "https://[oops/"}) == ["Shelf"]
    assert networks_of(provider=SHELF, publisher=SHELF) is None
    imdb = {"url": "https://www.imdb.com/title/tt9900001/", "publisher": "IMDb"}
    assert show_of(**imdb) == {"ids": {"imdb": "tt9900001"}}


def test_who_publishes_the_page_is_nothing_that_is_left_unless_the_source_has_another_name() -> None:
    page = {"url": "https://shelf.example.org/ferry"}
    assert left_in(series(provider=SHELF, publisher=SHELF, **page)) == {}
    assert left_in(series(publisher=SHELF | {"url": "https://shelf.example.org/"}, **page)) == {
        "publisher.name": 1,
        "publisher.url": 1,
    }
    assert left_in(series(duration="PT9H", timeRequired="PT45M")) == {"duration": 1}
