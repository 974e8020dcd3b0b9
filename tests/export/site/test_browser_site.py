"""A site in a real browser: each kind of page, from the disk, and the ways between them."""

from collections.abc import Sequence
from itertools import product
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import CastMember, Show
from etoile_cli.export.site.site import site
from etoile_cli.system.directories import write_directory
from tests.export.browser import SCHEMES, WIDTHS, Browser
from tests.export.looks import (
    assert_fits,
    assert_fits_everywhere,
    assert_words_on_the_cover_stand_out,
    found_by_axe,
)
from tests.export.pages import elements, filled
from tests.export.site.shelves import each_of, holdings, in_all, of_titles, read
from tests.thoroughness import THOROUGH, breadth

CROWD = tuple(CastMember(name=f"{chr(65 + number % 26)} {number}", character="Part") for number in range(201))


def written(library: Sequence[Holding], directory: Path) -> Path:
    write_directory(str(directory), site(each_of(library)), replace=True)
    return directory


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the directory of a site of the shows in files, and of many others with a crowd of people in two."""
    many = [
        Catalogue(format=1, show=Show(title=f"{chr(65 + n % 26)}{n}"), cast=CROWD if n < 2 else ()) for n in range(40)
    ]
    return written([*read(), *holdings(many)], tmp_path_factory.mktemp("real") / "a site")


KINDS = ["index.html", "people/index.html", "people/lou-de-laage.html", "people/a-0.html", "shows/etoile-2.html"]
every_kind = pytest.mark.parametrize("file", KINDS)


@every_kind
def test_a_page_is_shown_without_a_message_or_a_request(chromium: Browser, real: Path, file: str) -> None:
    chromium.show(real / file)
    assert chromium.messages() == []
    assert chromium.requests() == [(real / file).as_uri()]
    title = elements((real / file).read_text(encoding="utf-8")).one("title").text()
    assert chromium.ask("document.title") == chromium.ask("document.querySelector('h1').textContent") == title


@every_kind
def test_a_browser_finds_the_elements_where_they_are_written(chromium: Browser, real: Path, file: str) -> None:
    chromium.show(real / file)
    tags = [each.tag for each in elements((real / file).read_text(encoding="utf-8")).all()]
    assert chromium.ask("[...document.querySelectorAll('*')].map(each => each.localName)") == tags


@every_kind
def test_a_page_never_scrolls_sideways(chromium: Browser, real: Path, file: str) -> None:
    chromium.show(real / file)
    assert_fits_everywhere(chromium)


@every_kind
@pytest.mark.parametrize(
    ("width", "scheme"), breadth([*product((375, 1280), SCHEMES)], [(375, "dark"), (1280, "light")])
)
def test_axe_finds_nothing_wrong(chromium: Browser, real: Path, file: str, width: int, scheme: str) -> None:
    chromium.show(real / file, width=width, scheme=scheme)
    assert found_by_axe(chromium) == []


@every_kind
def test_the_words_on_the_cover_stand_out(chromium: Browser, real: Path, file: str) -> None:
    for scheme in SCHEMES:
        chromium.show(real / file, scheme=scheme)
        assert_words_on_the_cover_stand_out(chromium)


@pytest.mark.parametrize(
    "text", ["W" * 300, "日本" * 150, "a " * 300, "W-" * 100, "م" * 200, "<script>window.taken=1</script>"]
)
def test_long_and_hostile_texts_stay_on_the_page_and_do_nothing(chromium: Browser, tmp_path: Path, text: str) -> None:
    library = holdings([in_all(filled(text))] * 2)
    directory = written(library, tmp_path / "it")
    for page in sorted(directory.rglob("*.html")):
        chromium.show(page)
        assert chromium.messages() == []
        assert chromium.ask("window.taken") is None
        for width in WIDTHS:
            chromium.look(width)
            assert_fits(chromium, width)


def test_one_clicks_from_the_index_to_a_show_to_a_person_to_where_another_show_names_them(
    chromium: Browser, real: Path
) -> None:
    chromium.show(real / "index.html")
    for text, file, top in (
        ("Étoile", "shows/etoile.html", "Étoile"),
        ("Lou de Laâge", "people/lou-de-laage.html", "Lou de Laâge"),
        ("Étoile (2)", "shows/etoile-2.html#cast-1", "Étoile"),
        ("All shows", "index.html", "Shows"),
        ("People in several shows", "people/index.html", "People in several shows"),
        ("All shows", "index.html", "Shows"),
    ):
        link = next(each for each in chromium.driver.find_elements(By.TAG_NAME, "a") if each.text == text)
        chromium.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", link)
        link.click()
        assert chromium.ask("location.href") == f"{real.as_uri()}/{file}"
        assert chromium.ask("document.querySelector('h1').textContent") == top


@pytest.mark.parametrize("title", ["東京ラブストーリー", "도깨비", "Ёлки 100%", "a#b?c%2f", "nul"])
def test_pages_of_any_title_open_from_the_disk(chromium: Browser, tmp_path: Path, title: str) -> None:
    chromium.show(written(of_titles(title, "Other"), tmp_path / "100% #1") / "index.html")
    chromium.driver.find_element(By.LINK_TEXT, title).click()
    assert chromium.ask("document.title") == title
    chromium.driver.find_element(By.LINK_TEXT, "Everybody").click()
    assert chromium.ask("document.title") == "Everybody"


def test_a_letter_leads_to_its_shows(chromium: Browser, real: Path) -> None:
    chromium.show(real / "index.html", width=375)
    chromium.driver.find_element(By.LINK_TEXT, "M").click()
    chromium.wait_for("Math.abs(document.querySelector('#letter-m').getBoundingClientRect().top) < 200")
    # What was not to be seen before is laid out when it comes into sight.
    chromium.wait_for("document.querySelector('#letter-m li').innerText.split('\\n')[0] === 'M12'")


@every_kind
@pytest.mark.parametrize("scheme", SCHEMES)
def test_on_paper_all_is_in_ink_without_ways_to_other_pages(
    chromium: Browser, real: Path, file: str, scheme: str
) -> None:
    chromium.show(real / file)
    chromium.look(672, scheme, media="print")
    shown = "[...document.querySelectorAll('nav')].map(each => getComputedStyle(each).display)"
    assert set(chromium.ask(shown)) <= {"none"}
    assert chromium.ask("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert chromium.ask("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
    assert chromium.ask("document.documentElement.scrollWidth") <= 672
    assert chromium.printed().startswith(b"%PDF")


SHOWS = 10_000 if THOROUGH else 1_000


def test_an_index_of_very_many_shows_is_shown(chromium: Browser, tmp_path: Path) -> None:
    show = Show(title="x", logline="It goes on and on.")
    library = [Holding(f"Show {number}", "", Catalogue(format=1, show=show)) for number in range(SHOWS)]
    *_, (_, lines) = site(each_of(library))
    page = tmp_path / "index.html"
    page.write_text("\n".join(lines), encoding="utf-8")
    for width in (375, 1280):
        chromium.show(page, width=width)
        assert chromium.ask("document.querySelectorAll('main li').length") == SHOWS
        assert chromium.ask("document.documentElement.scrollWidth") <= width
    assert chromium.messages() == []
