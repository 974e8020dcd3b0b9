"""Which files are JSON-LD of a show, which are of one show, and where they come from."""

import pytest

from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.jsonld.format import JSONLD
from etoile_cli.importing.intake.intake import Origin
from etoile_cli.importing.reading.file import File, Kind
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


def test_several_pages_of_one_show_say_each_thing_once() -> None:
    once, twice = (
        taken_in(sample("imdb.html"), texts=True),
        taken_in(sample("imdb.html"), sample("imdb.html"), texts=True),
    )
    assert twice.data == once.data


def test_pages_of_one_show_are_put_together() -> None:
    fog = EPISODE | {"partOfSeries": {"@type": "TVSeries", "url": "https://ferry.example.org/"}}
    intake = taken_in(document(fog), series(url="https://ferry.example.org/", genre="drama"))
    assert intake.data == {
        "show": {"title": "The Ferry", "genres": ["drama"]},
        "episodes": [{"season": 1, "number": 2, "title": "Fog"}],
    }


def test_several_shows_are_refused_by_their_names() -> None:
    other = series(name="The Quay")
    assert refusal(UsageError, series(), other) == 'the files hold several shows: "The Ferry", "The Quay"'


def test_titles_that_differ_are_one_show_at_one_address() -> None:
    pages = [series(name=name, url="https://ferry.example.org/") for name in ("The Ferry", "Die Fähre")]
    assert taken_in(*pages).show["title"] == "The Ferry"


@pytest.mark.parametrize(
    "tree",
    [
        {"@type": "TVSeries"},
        {"@type": "TVSeries", "name": " "},
        {"@type": "TVSeries", "name": None},
        {"@type": "TVSeries", "name": "x" * 100_001},
        EPISODE,
        EPISODE | {"partOfSeries": {"@id": "#lost"}},
        [{"@type": "TVSeries", "name": {"@value": ["x"]}}],
    ],
)
def test_without_a_show_that_has_a_title_nothing_is_taken_in(tree: object) -> None:
    assert refusal(CatalogueError, document(tree)) == "show.json: has no TVSeries with a name"


@pytest.mark.parametrize(
    ("tree", "kind", "is_recognised"),
    [
        ({"@type": "TVSeries"}, Kind.JSON, True),
        ({"@type": ["Product", "https://schema.org/TVSeries"]}, Kind.JSON, True),
        ([[{"@type": "WebPage"}, {"@type": "schema:TVSeason"}]], Kind.HTML, True),
        ({"@graph": [{"@type": "ItemPage", "mainEntity": {"@type": "TVSeries"}}]}, Kind.JSON, True),
        ({"@type": "TVSeries"}, Kind.XML, False),
        ({"@type": "Movie"}, Kind.JSON, False),
        ({"@type": "ItemList", "itemListElement": [{"@type": "TVSeries"}]}, Kind.JSON, False),
        ({"name": "TVSeries"}, Kind.JSON, False),
        ([None, 3, "TVSeries", {"@type": 3}], Kind.JSON, False),
        (None, Kind.JSON, False),
    ],
)
def test_a_file_is_recognised_by_the_types_at_its_top(tree: object, kind: Kind, is_recognised: bool) -> None:
    assert JSONLD.recognises(File("x", kind, tree, DAY)) is is_recognised


def test_what_a_page_is_about_is_the_show() -> None:
    page = {
        "@type": "WebPage",
        "publisher": {"@type": "Organization", "name": "Shelf", "logo": "https://shelf.example.org/logo.png"},
        "mainEntity": {
            "@type": "TVSeries",
            "name": "The Ferry",
            "aggregateRating": {"ratingValue": 4, "bestRating": 5},
        },
        "isPartOf": {"@type": "WebSite", "name": "Shelf"},
    }
    intake = taken_in(document(page))
    assert intake.origin == Origin("jsonld", "The Ferry", "Shelf")
    assert intake.sections == {"reception": [{"outlet": "Shelf", "kind": "score", "verdict": "4/5"}]}
    assert left_in(document(page)) == {}


@pytest.mark.parametrize(
    ("address", "word"),
    [
        ("https://www.bbc.co.uk/programmes/x", "bbc"),
        ("https://tv.apple.com/us/show/x", "apple"),
        ("http://WWW.Fernsehserien.DE/x", "fernsehserien"),
        ("https://192.0.2.1/x", "jsonld"),
        ("https://[::1]/x", "jsonld"),
        ("https://localhost/", "jsonld"),
        ("https://[oops/", "jsonld"),
        ("/title/tt1", "jsonld"),
        ("#show", "jsonld"),
    ],
)
def test_a_source_is_called_after_the_host_of_the_page(address: str, word: str) -> None:
    origin = taken_in(series(url=address)).origin
    assert origin is not None
    assert origin.id == word
