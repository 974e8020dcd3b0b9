"""Titles on the cover: as they are written, no word of them broken, on every screen and in every font."""

from pathlib import Path

import pytest

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show
from tests.export.browser import WIDTHS, Browser
from tests.export.pages import written
from tests.thoroughness import breadth

# Those that tell most, then more of the same.
FEW = [
    *("Westworld", "Rumpelstiltskin", "WWWMMM", "Fraggle Rock: Back to the Rock", "Donaudampfschiffer"),
    *("Πρωταγωνιστές", "باب الحارة", "दिल्ली क्राइम", "이상한 변호사 우영우", "知否知否应是绿肥红瘦", "NHK スペシャル"),
    *(
        "Kindergartencop-Geschichten",
        "The Amazing Spider-Man",
        "extra\u00adordinary pro\u00adfessionals",
        "WWWWWWWWWWWWWW",
        "مسلسل Spider-Man",
    ),
]
MORE = [
    *("Bridgerton", "Yellowstone", "MINDHUNTER", "Étoile", "iZombie", "Schitt’s Creek", "Преступление"),
    *("Về nhà đi con", "Erkenci Kuş", "مسلسل", "שטיסל", "மெட்டி ஒலி", "コードギアス", "ドラゴンボールスーパー"),
    *(
        "ฉลาดเกมส์โกง",
        "NHKスペシャル",
        "The Life/Death Show",
        "9-1-1",
        "MINDHUNTER: BEHIND-THE-SCENES",
        "#############",
    ),
    *("ŒŒŒŒŒŒŒŒŒŒ", "Достопримечательности ЩЩЩЩЩЩ", "ЭЛЕКТРОФИКАЦИЯ жжжжжжжж", "Ηλεκτροεγκεφαλογράφημα"),
    *("अंतर्राष्ट्रीयकरण", "ஒருங்கிணைந்தவர்கள் அண்ணாமலை", "മഹാഭാരതം വിശ്വവിദ്യാലയങ്ങൾ", "మహాభారతంలోని"),
    *("საქართველოს", "Հանրապետություն", "ዩኒቨርሲቲዎች", "בית־ספר לאוניברסיטאות", "សាកលវិទ្យាល័យ", "이상한변호사우영우"),
]
# Of these not every page holds the longest word in every font.
FEW_LONG = ["Supercalifragilisticexpialidocious", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"]
MORE_LONG = [
    *("Die Sendung mit dem Donaudampfschifffahrtsgesellschaftskapitän", "WWWWWWWWWWWWWWWWWWWWWW"),
    *("Sherlock-Holmes-Untersuchungen-Geschichten-Sammlung", "Достопримечательностиииииииииииииииииии"),
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

# In each font: which words of the title stand in more than one line, which of those the page would hold at the
# smallest size, and how wide the page is.
BROKEN = r"""arguments[0].map(font => {
    document.documentElement.style.setProperty('--display', font);
    const title = document.querySelector('h1'), size = parseFloat(getComputedStyle(title).fontSize);
    const texts = [...title.childNodes].map(each => each.firstChild ?? each);
    const broken = texts.flatMap(text => [...text.data.matchAll(/\S+/g)].filter(word => {
        const range = document.createRange();
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return new Set([...range.getClientRects()].map(each => Math.round(each.top))).size > 1;
    }).map(word => word[0]));
    const fitting = broken.filter(word => {
        const line = title.appendChild(document.createElement('div'));
        line.style = 'position: absolute; max-width: none; white-space: nowrap';
        line.textContent = word;
        const width = line.getBoundingClientRect().width;
        line.remove();
        return width / size * SMALLEST <= title.clientWidth;
    });
    return [font, broken, fitting, document.documentElement.scrollWidth];
})""".replace("SMALLEST", "12")


@pytest.mark.parametrize("title", breadth([*FEW, *MORE], FEW))
def test_no_word_of_a_title_is_broken(chromium: Browser, tmp_path: Path, title: str) -> None:
    page = written(Catalogue(format=1, show=Show(title=title)), tmp_path)
    chromium.show(page)
    assert chromium.ask("document.querySelector('h1').innerText").split() == title.split()
    assert chromium.ask("document.querySelector('h1').textContent") == title
    for width in WIDTHS:
        chromium.look(width)
        assert chromium.ask(BROKEN, FONTS) == [[font, [], [], width] for font in FONTS]


@pytest.mark.parametrize("title", breadth([*FEW_LONG, *MORE_LONG], FEW_LONG))
def test_a_word_is_broken_only_where_no_line_holds_it(chromium: Browser, tmp_path: Path, title: str) -> None:
    """At the smallest size in which a title can be read."""
    chromium.show(written(Catalogue(format=1, show=Show(title=title)), tmp_path))
    for width in WIDTHS:
        chromium.look(width)
        seen = chromium.ask(BROKEN, FONTS)
        assert [[font, fitting, page] for font, _, fitting, page in seen] == [[font, [], width] for font in FONTS]
        assert width < 768 or not any(broken for _, broken, _, _ in seen)


def test_no_dictionary_breaks_a_word_of_a_title(chromium: Browser, tmp_path: Path) -> None:
    """What other browsers do unasked, and this one with dictionaries that it fetches."""
    chromium.show(written(Catalogue(format=1, show=Show(title="Extraordinary Attorneys")), tmp_path))
    assert chromium.ask("getComputedStyle(document.querySelector('h1')).hyphens") == "none"


def test_a_title_from_right_to_left_keeps_the_order_of_its_words(chromium: Browser, tmp_path: Path) -> None:
    title = "مسلسل Game of Thrones"
    chromium.show(written(Catalogue(format=1, show=Show(title=title)), tmp_path), width=1600)
    [arabic, game, thrones] = chromium.ask(PLACES, ["مسلسل", "Game", "Thrones"])
    assert game < thrones < arabic


# Where words of the title begin at the left.
PLACES = """
    arguments[0].map(word => {
        const texts = [...document.querySelector('h1').childNodes].map(each => each.firstChild ?? each);
        const text = texts.find(each => each.data.includes(word)), range = document.createRange();
        range.setStart(text, text.data.indexOf(word));
        range.setEnd(text, text.data.indexOf(word) + word.length);
        return range.getBoundingClientRect().left;
    })
"""


def test_what_would_be_too_small_to_read_breaks(chromium: Browser, tmp_path: Path) -> None:
    page = written(
        Catalogue(format=1, show=Show(title="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio")), tmp_path
    )
    chromium.show(page, width=320)
    assert chromium.ask("parseFloat(getComputedStyle(document.querySelector('h1')).fontSize)") == 12
    assert chromium.ask("document.documentElement.scrollWidth") <= 320


def test_a_very_long_word_breaks_where_its_editor_says(chromium: Browser, tmp_path: Path) -> None:
    title = "Donaudampf\u00adschifffahrts\u00adelektrizitäten\u00adhauptbetriebswerk"
    chromium.show(written(Catalogue(format=1, show=Show(title=title)), tmp_path), width=320)
    [first, *_, last] = tops = chromium.ask(TOPS, title.split("\u00ad"))
    assert all(len(lines) == 1 for lines in tops)
    assert first < last


# At which heights parts of the title's one word stand.
TOPS = """
    arguments[0].map(part => {
        const text = document.querySelector('h1').firstChild.firstChild, range = document.createRange();
        range.setStart(text, text.data.indexOf(part));
        range.setEnd(text, text.data.indexOf(part) + part.length);
        // The hyphen, of some 6 px, belongs to the part behind it.
        const pieces = [...range.getClientRects()].filter(each => each.width > 10);
        return [...new Set(pieces.map(each => Math.round(each.top)))];
    })
"""


@pytest.mark.parametrize("title", ["Erkenci Kuş", "Νησί", "iZombie", "istanbul"])
def test_no_letter_of_a_title_is_made_a_capital(chromium: Browser, tmp_path: Path, title: str) -> None:
    chromium.show(written(Catalogue(format=1, show=Show(title=title)), tmp_path))
    assert chromium.ask("document.querySelector('h1').innerText") == title
    transforms = "[...document.querySelectorAll('body *')].map(each => getComputedStyle(each).textTransform)"
    assert set(chromium.ask(transforms)) == {"none"}
