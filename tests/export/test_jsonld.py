"""JSON-LD: what it claims of a show is what the catalogue says, whatever that holds."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from etoile_cli.catalogue.enumerations import (
    AwardResult,
    OfferKind,
    OfferUrlKind,
    ReceptionKind,
    SettingUse,
    Status,
    TrailerUrlKind,
)
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import (
    Award,
    Catalogue,
    Offer,
    Trailer,
    Verdict,
)
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import Contributor, Setting, Show, Source
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.export.jsonld import jsonld
from etoile_cli.text.dates import PartialDate
from tests.controls import controls_in
from tests.door import CHECKOUT, run, run_process
from tests.export.pages import is_web_page
from tests.strategies import brief, catalogues, characters

PATH = CHECKOUT / "tests" / "data" / "full.toml"
FULL = parse(PATH.read_bytes())

Thing = dict[str, Any]


def exported(catalogue: Catalogue) -> Thing:
    series: Thing = msgspec.json.decode("\n".join(jsonld(catalogue)))
    return series


def series_with(**sections: Any) -> Thing:
    return exported(Catalogue(format=1, show=Show(title="x"), **sections))


def offer(**values: Any) -> Offer:
    given = {"service": "x", "offer": OfferKind.FREE, "regions": ("FR",), "checked": date(2026, 1, 1)}
    return Offer(**given | values)


def properties(value: object) -> Iterator[tuple[str, Any]]:
    """Yield every property in a thing with each of its values, whatever their depth."""
    for key, held in value.items() if isinstance(value, dict) else ():
        for each in held if isinstance(held, list) else [held]:
            yield key, each
            yield from properties(each)


@brief
@given(catalogues)
def test_any_catalogue_is_a_series_without_raw_controls(catalogue: Catalogue) -> None:
    text = "\n".join(jsonld(catalogue))
    assert controls_in(text) <= {"\n"}
    assert list(msgspec.json.decode(text).items())[:2] == [("@context", "https://schema.org"), ("@type", "TVSeries")]


@brief
@given(catalogues)
def test_nothing_is_blank_and_no_thing_says_nothing(catalogue: Catalogue) -> None:
    for key, value in properties(exported(catalogue)):
        assert value is not None, key
        assert str(value).strip(" \t\r\n"), key
        assert not isinstance(value, dict) or value.keys() != {"@type"}, key


@brief
@given(catalogues)
def test_dates_and_durations_are_in_iso_8601(catalogue: Catalogue) -> None:
    for key, value in properties(exported(catalogue)):
        if key in {"startDate", "endDate", "datePublished", "availabilityStarts", "availabilityEnds"}:
            assert len(value) < 8 or date.fromisoformat(value).isoformat() == value
            assert len(value) == 10 or PartialDate.parse(value).isoformat() == value
        if key == "uploadDate":
            assert date.fromisoformat(value).isoformat() == value
        if key in {"duration", "timeRequired"}:
            assert re.fullmatch(r"PT[1-9][0-9]*M", value)


BEGINNINGS = ["http://", "https://x/", "HTTPS://", "javascript:", "file:///", "data:text/html,", " https://", "//", ""]
addresses = st.builds(str.__add__, st.sampled_from(BEGINNINGS), st.text(characters, max_size=12))


@brief
@given(addresses, st.dictionaries(st.sampled_from(["imdb", "TMDB", "eidr", "x"]), addresses))
def test_only_http_addresses_are_followed_and_what_they_cant_hold_is_encoded(url: str, ids: dict[str, str]) -> None:
    series = exported(
        Catalogue(
            format=1,
            show=Show(title="x", ids=ids),
            availability=(offer(url=url, url_kind=OfferUrlKind.PAGE),),
            trailers=(Trailer(title="x", url=url, url_kind=TrailerUrlKind.PAGE),),
            reception=(Verdict(outlet="x", kind=ReceptionKind.SCORE, verdict="x", url=url),),
            sources=(Source(id="x", title="x", url=url),),
        )
    )
    links = [value for key, value in properties(series) if key in {"url", "urlTemplate", "sameAs"}]
    is_web = is_web_page(url)
    assert list(map(unquote, links)) == [unquote(url)] * (4 if is_web else 0)
    assert [link for link in links if re.search(r"[\s<>\"{}|\\^`]", link) or not link.isprintable()] == []
    for held in series["review"] + series["citation"]:
        assert held.get("identifier", "") == ("" if is_web or not url.strip(" \t\r\n") else url)


def test_an_address_in_utf_8_is_encoded_where_it_must_be_and_nowhere_else() -> None:
    odd = "HTTPS://example.org/a b/{x}?q=%20é|\u202e<b>&c=[d]#'e'"
    (source,) = series_with(sources=(Source(id="x", title="x", url=odd),))["citation"]
    assert source["url"] == "HTTPS://example.org/a%20b/%7Bx%7D?q=%20é%7C%E2%80%AE%3Cb%3E&c=%5Bd%5D#'e'"


def test_a_title_is_enough() -> None:
    assert series_with() == {"@context": "https://schema.org", "@type": "TVSeries", "name": "x"}


def test_every_fact_has_its_property(golden: Callable[[str, str], None]) -> None:
    golden("jsonld_full", run(f"etoile -c '{PATH}' export jsonld").stdout)


def test_the_catalogue_gives_the_same_bytes_each_time() -> None:
    printed = {run_process(f"etoile -c '{PATH}' export jsonld", env={"PYTHONHASHSEED": seed}).stdout for seed in "12"}
    assert printed == {"".join(f"{line}\n" for line in jsonld(FULL))}


def test_guests_are_on_their_episodes_and_nobody_else_is() -> None:
    series = exported(FULL)
    named = {part["@id"]: part["actor"]["name"] for part in series["actor"] if "@id" in part}
    guests = {
        (season["seasonNumber"], episode["episodeNumber"]): [named[part["@id"]] for part in episode.get("actor", [])]
        for season in series["containsSeason"]
        for episode in season.get("episode", [])
    }
    assert guests == {(1, 1): [], (1, "2-3"): ["Patrick Page"], (0, 1): ["Patrick Page"]}


def test_no_roles_make_no_role() -> None:
    assert series_with(creators=(Contributor(name="A", roles=("",)),))["creator"] == [{"@type": "Person", "name": "A"}]


def test_episodes_apart_in_the_catalogue_share_their_season() -> None:
    codes = [(2, 1), (1, 1), (2, 2)]
    episodes = tuple(Episode(season=season, number=number, title="x") for season, number in codes)
    seasons = series_with(episodes=episodes)["containsSeason"]
    assert [(each["seasonNumber"], len(each["episode"])) for each in seasons] == [(1, 1), (2, 2)]


def test_a_place_without_city_or_country_has_no_address() -> None:
    places = (Setting(name="A", city="", uses=(SettingUse.STORY,)),)
    assert series_with(settings=places)["contentLocation"] == [{"@type": "Place", "name": "A"}]


@pytest.mark.parametrize("kind", [None, *OfferUrlKind])
def test_an_offer_leads_to_a_page_and_never_to_a_search_or_a_front_door(kind: OfferUrlKind | None) -> None:
    (action,) = series_with(availability=(offer(url="https://x/", url_kind=kind),))["potentialAction"]
    entry = {"@type": "EntryPoint", "urlTemplate": "https://x/"}
    assert action.get("target") == (entry if kind is OfferUrlKind.PAGE else None)


@pytest.mark.parametrize(
    ("kind", "terms"),
    [
        (OfferKind.SUBSCRIPTION, {"category": "subscription"}),
        (OfferKind.FREE, {"category": "free"}),
        (OfferKind.ADS, {"category": "free", "description": "with advertisements"}),
        (OfferKind.RENT, {"category": "rental"}),
        (OfferKind.BUY, {"category": "purchase"}),
    ],
)
def test_watching_takes_an_offer_on_its_terms_in_its_regions(kind: OfferKind, terms: Thing) -> None:
    (action,) = series_with(availability=(offer(offer=kind, regions=("FR", "worldwide")),))["potentialAction"]
    assert action == {
        "@type": "WatchAction",
        "expectsAcceptanceOf": {
            "@type": "Offer",
            **terms,
            "offeredBy": {"@type": "Organization", "name": "x"},
            "eligibleRegion": ["FR", {"@type": "Place", "name": "worldwide"}],
        },
    }


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "//x/", "x", "", "mailto:a@b"])
def test_what_has_no_http_address_is_no_trailer(address: str) -> None:
    assert "trailer" not in series_with(trailers=(Trailer(title="x", url=address, url_kind=TrailerUrlKind.PAGE),))


def test_the_day_of_a_trailer_is_the_one_that_search_engines_ask_for_too() -> None:
    trailer = Trailer(title="A", url="https://x/", url_kind=TrailerUrlKind.PAGE, published=date(2025, 3, 26))
    assert series_with(trailers=(trailer,))["trailer"] == [
        {
            "@type": "VideoObject",
            "name": "A",
            "url": "https://x/",
            "datePublished": "2025-03-26",
            "uploadDate": "2025-03-26",
        }
    ]


def test_the_month_of_a_trailer_is_no_day_on_which_it_was_uploaded() -> None:
    published = PartialDate(2025, 3)
    trailer = Trailer(title="A", url="https://x/", url_kind=TrailerUrlKind.PAGE, published=published)
    (video,) = series_with(trailers=(trailer,))["trailer"]
    assert video == {"@type": "VideoObject", "name": "A", "url": "https://x/", "datePublished": "2025-03"}


def test_the_run_of_a_show_is_told_in_as_much_as_is_known() -> None:
    show = Show(
        title="x",
        premiere=PartialDate(2017, 5),
        ended=PartialDate(2021),
        status=Status.IN_PRODUCTION,
        runtime=Extent([60]),
    )
    assert exported(Catalogue(format=1, show=show)) == {
        "@context": "https://schema.org",
        "@type": "TVSeries",
        "name": "x",
        "startDate": "2017-05",
        "endDate": "2021",
        "creativeWorkStatus": "in production",
        "timeRequired": "PT60M",
    }


@pytest.mark.parametrize(("runtime", "told"), [([60, 60], "PT60M"), ([52, 75], None)])
def test_a_range_of_minutes_is_no_duration(runtime: list[int], told: str | None) -> None:
    show = Show(title="x", runtime=Extent(runtime))
    assert exported(Catalogue(format=1, show=show)).get("timeRequired") == told


def test_a_search_is_no_trailer() -> None:
    search = Trailer(title="x", url="https://x/", url_kind=TrailerUrlKind.SEARCH)
    assert "trailer" not in series_with(trailers=(search,))


IDS = {
    "imdb": ("tt0000001", "https://www.imdb.com/title/tt0000001/"),
    "TMDB": ("12", "https://www.themoviedb.org/tv/12"),
    "tvdb": ("345", "https://www.thetvdb.com/dereferrer/series/345"),
    "tvmaze": ("6", "https://www.tvmaze.com/shows/6"),
    "eidr": ("10.5240/0123-4567-89AB-CDEF-0123-Z", "https://doi.org/10.5240/0123-4567-89AB-CDEF-0123-Z"),
    "wikidata": ("Q42", "https://www.wikidata.org/wiki/Q42"),
}


def show_with(ids: dict[str, str]) -> Thing:
    return exported(Catalogue(format=1, show=Show(title="x", ids=ids)))


def test_an_id_is_a_value_in_its_scheme_and_a_page_of_the_same() -> None:
    series = show_with({scheme: id_ for scheme, (id_, _) in IDS.items()} | {"isan": "0000-0001"})
    names = ["IMDb", "TMDB", "TheTVDB", "TVmaze", "EIDR", "Wikidata", "isan"]
    ids = [*(id_ for id_, _ in IDS.values()), "0000-0001"]
    assert series["identifier"] == [
        {"@type": "PropertyValue", "propertyID": name, "value": id_} for name, id_ in zip(names, ids, strict=True)
    ]
    assert series["sameAs"] == [page for _, page in IDS.values()]


def test_of_two_ids_in_one_scheme_one_is_told() -> None:
    assert show_with({"IMDB": "tt0000002", "imdb": "tt0000001", "Own": "0", "own": "1"}) == show_with(
        {"imdb": "tt0000001", "own": "1"}
    )


def test_a_blank_id_is_none() -> None:
    assert show_with({"imdb": "", "isan": " \n"}) == show_with({})


ODD = ["", "x", "tt1", "Q0", "shows/", "-1", "12\n", " 12", "12/../1", 2 * "\u0661", "tt" + 7 * "\u0661"]


@pytest.mark.parametrize("id_", [*ODD, "https://www.imdb.com/title/tt0000001/", "javascript:alert(1)"])
def test_an_id_without_the_form_of_its_scheme_is_none(id_: str) -> None:
    for scheme in IDS:
        assert show_with({scheme: id_}) == show_with({})


def test_an_award_is_a_line_and_there_once() -> None:
    award = Award(award="Emmy Awards", result=AwardResult.NOMINATED)
    assert series_with(awards=(award, award))["award"] == ["Emmy Awards, nominated"]


def test_every_source_is_cited() -> None:
    cited = json.loads(run("etoile export jsonld").stdout)["citation"]
    sources = json.loads(run("etoile export json").stdout)["sources"]
    assert [(each["name"], each["url"]) for each in cited] == [(each["title"], each["url"]) for each in sources]


SEASONS = parse((CHECKOUT / "tests" / "data" / "seasons.toml").read_bytes())


def part(number: int) -> Thing:
    return {"@type": "PerformanceRole", "@id": f"#part-{number}"}


def test_a_season_has_its_record_and_those_who_are_in_all_of_it() -> None:
    specials, first, second, third = exported(SEASONS)["containsSeason"]
    assert {key: value for key, value in first.items() if key != "episode"} == {
        "@type": "TVSeason",
        "seasonNumber": 1,
        "name": "Beginnings",
        "startDate": "2017-05-02",
        "endDate": "2017-11",
        "numberOfEpisodes": 3,
        "description": "A heist is planned.",
        "actor": [part(2)],
    }
    assert (specials["seasonNumber"], specials["numberOfEpisodes"]) == (0, 3)
    assert (second["startDate"], second["actor"]) == ("2019", [part(3)])
    assert third == {"@type": "TVSeason", "seasonNumber": 3, "numberOfEpisodes": 8, "description": "To come."}


def test_an_episode_has_its_number_in_the_run_its_titles_and_what_happens_in_it() -> None:
    pilot, third = exported(SEASONS)["containsSeason"][1]["episode"]
    assert pilot == {
        "@type": "TVEpisode",
        "episodeNumber": "1-2",
        "position": 1,
        "name": "Pilot",
        "alternateName": [{"@value": "파일럿", "@language": "ko"}, {"@value": "Pilote", "@language": "fr"}],
        "datePublished": "2017-05-02",
        "abstract": "They meet.\n\nThey part.",
    }
    assert third == {"@type": "TVEpisode", "episodeNumber": 3, "position": 3, "name": "Third", "actor": [part(3)]}


def test_all_episodes_are_counted_only_where_every_season_says_how_many_it_has() -> None:
    assert "numberOfEpisodes" not in exported(SEASONS)
    counted = [replace(each, episodes=each.episodes or 4) for each in SEASONS.seasons]
    series = exported(replace(SEASONS, seasons=tuple(counted)))
    assert (series["numberOfSeasons"], series["numberOfEpisodes"]) == (3, 15)
