"""The page in a real browser: what it does there, and what it must not do."""

import json
from itertools import product
from pathlib import Path

import pytest

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember, Show, Source
from tests.export.browser import SCHEMES, WIDTHS, Browser
from tests.export.looks import (
    assert_fits,
    assert_fits_everywhere,
    assert_words_on_the_cover_stand_out,
    found_by_axe,
)
from tests.export.pages import elements, every_page, filled, full_page, written
from tests.thoroughness import THOROUGH, breadth


@every_page
def test_a_page_is_shown_without_a_message_or_a_request(chromium: Browser, page: Path) -> None:
    chromium.show(page)
    assert chromium.messages() == []
    assert chromium.requests() == [page.as_uri()]
    title = elements(page.read_text(encoding="utf-8")).one("title").text()
    assert chromium.ask("document.title") == chromium.ask("document.querySelector('h1').textContent") == title
    assert chromium.ask("document.querySelector('h1').getBoundingClientRect().height") > 30


@every_page
def test_a_browser_finds_the_elements_where_they_are_written(chromium: Browser, page: Path) -> None:
    chromium.show(page)
    written_tags = [each.tag for each in elements(page.read_text(encoding="utf-8")).all()]
    assert chromium.ask("[...document.querySelectorAll('*')].map(each => each.localName)") == written_tags


@every_page
def test_the_json_ld_can_be_read_in_the_page(chromium: Browser, page: Path) -> None:
    chromium.show(page)
    data = chromium.ask("JSON.parse(document.querySelector('script').textContent)")
    assert data["@type"] == "TVSeries"
    assert data == json.loads(elements(page.read_text(encoding="utf-8")).one("script").text())


# It fits every screen.


@every_page
def test_a_page_never_scrolls_sideways(chromium: Browser, page: Path) -> None:
    chromium.show(page)
    assert_fits_everywhere(chromium)


@pytest.mark.parametrize(
    "text", ["W" * 300, "https://example.org/" + "x" * 300, "日本" * 150, "a " * 300, "W" * 19, "W-" * 100, "م" * 200]
)
def test_a_page_of_long_words_never_scrolls_sideways(chromium: Browser, tmp_path: Path, text: str) -> None:
    chromium.show(written(filled(text), tmp_path))
    for width in WIDTHS:
        chromium.look(width)
        assert_fits(chromium, width)


def test_a_page_of_many_marks_never_scrolls_sideways(chromium: Browser, tmp_path: Path) -> None:
    sources = tuple(Source(id=str(number), title="x", url="https://example.org/") for number in range(1, 200))
    ids = (*(source.id for source in sources), "W" * 300)
    cast = (CastMember(name="x", character="x", role="x", company="x", sources=ids),)
    catalogue = Catalogue(format=1, show=Show(title="x", sources=ids), cast=cast, sources=sources)
    chromium.show(written(catalogue, tmp_path))
    for width in WIDTHS:
        chromium.look(width)
        assert_fits(chromium, width)
        assert chromium.ask(OUT_OF_CELL) == []


OUT_OF_CELL = """
    [...document.querySelectorAll('tbody .marks')].filter(
        each => each.getBoundingClientRect().right > each.closest('th').getBoundingClientRect().right + 1
    ).map(each => each.outerHTML.slice(0, 200))
"""


PARTS = 10_000 if THOROUGH else 1_000


def test_a_page_of_very_many_parts_is_shown(chromium: Browser, tmp_path: Path) -> None:
    cast = tuple(CastMember(name=f"Actor {number}", character=f"Part {number}") for number in range(1, PARTS + 1))
    page = written(Catalogue(format=1, show=Show(title="Crowd"), cast=cast), tmp_path)
    for width in (375, 1280):
        chromium.show(page, width=width)
        assert chromium.ask("document.querySelectorAll('tbody').length") == PARTS
        assert chromium.ask("document.querySelector('tbody:last-child').innerText").split() == [
            *("Actor", str(PARTS), "Part", str(PARTS)),
        ]
        assert chromium.ask("document.documentElement.scrollWidth") <= width
    assert chromium.messages() == []


# Everybody can read it.


@every_page
@pytest.mark.parametrize(
    ("width", "scheme"), breadth([*product((375, 1280), SCHEMES)], [(375, "dark"), (1280, "light")])
)
def test_axe_finds_nothing_wrong(chromium: Browser, page: Path, width: int, scheme: str) -> None:
    chromium.show(page, width=width, scheme=scheme)
    assert found_by_axe(chromium) == []


@full_page
def test_the_page_is_dark_for_who_prefers_it(chromium: Browser, page: Path) -> None:
    grounds = []
    for scheme in SCHEMES:
        chromium.show(page, scheme=scheme)
        ground = chromium.ask("getComputedStyle(document.body).backgroundColor")
        grounds.append(sum(map(int, ground.removeprefix("rgb(").removesuffix(")").split(","))))
    light, dark = grounds
    assert light > 3 * 200
    assert dark < 3 * 60


@full_page
def test_the_words_on_the_cover_stand_out(chromium: Browser, page: Path) -> None:
    for scheme in SCHEMES:
        chromium.show(page, scheme=scheme)
        assert_words_on_the_cover_stand_out(chromium)
