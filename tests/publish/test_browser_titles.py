"""Titles on the cover: as they are written, no word of them broken, on every screen and in every font."""

from pathlib import Path

import pytest

from etoile_cli.model import Catalogue, Show
from tests.publish.browser import Browser
from tests.publish.pages import written

WIDTHS = (320, 375, 768, 1024, 1280, 1600)
TITLES = [
    *("Westworld", "Bridgerton", "Yellowstone", "Rumpelstiltskin", "MINDHUNTER", "Étoile", "WWWMMM", "iZombie"),
    *("Fraggle Rock: Back to the Rock", "Donaudampfschiffer", "Schitt’s Creek", "Преступление", "Πρωταγωνιστές"),
    *("Về nhà đi con", "Erkenci Kuş", "진격의 거인", "مسلسل", "שטיסל", "दिल्ली क्राइम"),
]
# What a reader's machine may have: narrow and wide, with and without serifs, and letters that are all alike.
FONTS = [
    "",
    "serif",
    "sans-serif",
    "monospace",
    "'DejaVu Serif'",
    "'Liberation Serif'",
    "'P052'",
    "'Noto Serif Display'",
]

# In which fonts which words of the title stand in more than one line, or the page scrolls sideways.
BROKEN = r"""(fonts => fonts.flatMap(font => {
    document.documentElement.style.setProperty('--display', font);
    const text = document.querySelector('h1').firstChild;
    const broken = [...text.data.matchAll(/\S+/g)].filter(word => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map(each => Math.round(each.top))).size > 1;
    }).map(word => [font, word[0]]);
    const isTooWide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return isTooWide ? [...broken, [font, 'too wide']] : broken;
}))(arguments[0])"""


@pytest.mark.parametrize("title", TITLES)
def test_no_word_of_a_title_is_broken(chromium: Browser, tmp_path: Path, title: str) -> None:
    page = written(Catalogue(format=1, show=Show(title=title)), tmp_path)
    chromium.show(page)
    assert chromium.ask("document.querySelector('h1').innerText").split() == title.split()
    for width in WIDTHS:
        chromium.look(width)
        assert (width, chromium.ask(BROKEN, FONTS)) == (width, [])


def test_what_would_be_too_small_to_read_breaks(chromium: Browser, tmp_path: Path) -> None:
    page = written(Catalogue(format=1, show=Show(title="Donaudampfschifffahrtsgesellschaftskapitän")), tmp_path)
    chromium.show(page, width=320)
    assert chromium.ask("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)") == 20
    assert chromium.ask("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("title", ["Erkenci Kuş", "Νησί", "iZombie", "istanbul"])
def test_no_letter_of_a_title_is_made_a_capital(chromium: Browser, tmp_path: Path, title: str) -> None:
    chromium.show(written(Catalogue(format=1, show=Show(title=title)), tmp_path))
    assert chromium.ask("document.querySelector('h1').innerText") == title
    transforms = "[...document.querySelectorAll('body *')].map(each => getComputedStyle(each).textTransform)"
    assert set(chromium.ask(transforms)) == {"none"}
