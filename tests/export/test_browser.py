"""The page in a real browser: what it does there, and what it must not do."""

import json
from itertools import product
from pathlib import Path

import pytest

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember, Show, Source
from tests.export.browser import SCHEMES, WIDTHS, Browser
from tests.export.pages import elements, every_page, filled, full_page, written
from tests.programs import required_package
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

TOO_WIDE = """
    [...document.querySelectorAll('body *')].filter(each => {
        const {left, right} = each.getBoundingClientRect();
        const isUnseen = each.closest('thead')?.offsetWidth === 1;
        return !isUnseen && (left < -1 || right > arguments[0] + 1);
    }).map(each => each.outerHTML.slice(0, 200))
"""


def assert_fits(chromium: Browser, width: int) -> None:
    """Nothing is wider than the screen: neither scrolled to nor cut off."""
    assert chromium.ask("document.documentElement.scrollWidth") <= width
    assert chromium.ask(TOO_WIDE, width) == []


@every_page
def test_a_page_never_scrolls_sideways(chromium: Browser, page: Path) -> None:
    chromium.show(page)
    for width, scheme in product(WIDTHS, SCHEMES):
        chromium.look(width, scheme)
        assert_fits(chromium, width)


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
    chromium.driver.execute_script((required_package("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    assert chromium.driver.execute_async_script(AXE) == []


# Every rule that axe has: the experimental too, and contrast of 7 (WCAG's AAA).
AXE = """
    const done = arguments[0];
    const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: true}]));
    axe.run(document, {rules}).then(found => done(
        found.violations.flatMap(each => each.nodes.map(node => [each.id, node.html, node.failureSummary]))
    ));
"""


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
    """What axe can't tell: the cover has no one colour behind the words."""
    for scheme in SCHEMES:
        chromium.show(page, scheme=scheme)
        inks, grounds = chromium.ask(COVER)
        assert len(grounds) == 2
        assert min(contrast(ink, ground) for ink in inks for ground in grounds) >= 4.5


COVER = r"""(() => {
    const cover = document.querySelector('.cover');
    const inks = [...cover.querySelectorAll('*')].map(each => getComputedStyle(each).color);
    return [inks, getComputedStyle(cover).backgroundImage.match(/rgb\(.*?\)/g)];
})()"""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG defines it."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(color: str) -> float:
    channels = [int(each) / 255 for each in color.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
