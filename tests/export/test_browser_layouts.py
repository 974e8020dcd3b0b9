"""The page in a real browser, on a phone, at a desk and on paper; and what a tap does."""

import re
from datetime import date
from pathlib import Path

import pytest
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.interaction import POINTER_TOUCH
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.by import By

from etoile_cli.catalogue.enumerations import Billing
from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.catalogue.records import CastMember, Show
from tests.export.browser import WIDTHS, Browser
from tests.export.pages import SHIPPED, every_page, full_page, written

# What is left of a sheet between the margins, in the pixels of CSS.
A4 = 672

# For each cell of a record but what it is: its section, its key, and what is read there; nothing if it is not shown.
READ = """
    [...document.querySelectorAll('tbody tr:not(.details) td:not(:empty)')].map(each => {
        const {content, textTransform} = getComputedStyle(each, '::before');
        const label = ['none', 'normal'].includes(content) ? '' : content.replaceAll('"', '');
        const before = textTransform === 'lowercase' ? label.toLowerCase() : label;
        return [each.closest('section').id, each.className, (before + each.innerText).replaceAll(/ +/g, ' ')];
    })
"""

# For each record: whether a line parts it from what is above it, its left and right, and its cells' tops and lefts.
RECORDS = """
    [...document.querySelectorAll('tbody')].map(each => {
        const {left, right} = each.getBoundingClientRect();
        const cells = [...each.rows[0].cells].filter(cell => cell.textContent.trim());
        const places = cells.map(cell => cell.getBoundingClientRect());
        return {
            section: each.closest('section').id,
            line: getComputedStyle(each).borderTopWidth,
            left, right,
            tops: places.map(place => place.top), lefts: places.map(place => place.left),
        };
    })
"""

# How high the labels of the columns are: those of the first table of each section, then those of all others.
HEAD_HEIGHTS = """(() => {
    const heights = heads => [...heads].map(each => each.getBoundingClientRect().height);
    const first = [...document.querySelectorAll('section:has(thead)')].map(each => each.querySelector('thead'));
    return [first, [...document.querySelectorAll('thead')].filter(each => !first.includes(each))].map(heights);
})()"""

etoile_page = pytest.mark.parametrize("page", [SHIPPED], ids=["shipped"], indirect=True)


@full_page
def test_on_a_phone_every_record_is_a_paragraph_that_begins_with_what_it_is(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    assert max(height for heights in chromium.ask(HEAD_HEIGHTS) for height in heights) <= 1
    records = chromium.ask(RECORDS)
    assert len(records) > 10
    for record in records:
        assert record["line"] == "1px"
        assert 0 < record["left"] < 30
        assert 345 < record["right"] < 375
        assert record["tops"][0] <= min(record["tops"]) + 3, "on the baseline of smaller letters"


@full_page
def test_on_a_phone_values_are_parted_and_those_that_need_it_have_their_labels(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    told: dict[str, list[str]] = {}
    for section, _, text in chromium.ask(READ):
        told.setdefault(section, []).append(text)
    assert told["creators"] == ["creator, writer\u202f2", " · known for Bunheads"]
    assert told["cast"][:3] == ["Cheyenne Toussaint\u202f2", " · star dancer", "Metropolitan Ballet Theater\u202f1"]
    assert told["companies"] == ["New York", " · United States", " · fictional ", "United States"]
    assert told["availability"][:3] == [
        "subscription",
        " · worldwide except South Korea",
        " · checked 20 November 2026",
    ]
    assert told["images"] == ["credit Philippe Antonello", " · CC BY 4.0"]


@etoile_page
def test_a_name_a_character_and_a_role_take_two_or_three_lines_on_a_phone(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    heights, rests = zip(*chromium.ask(PARTS), strict=True)
    assert len(heights) == 25
    assert max(heights) == 3
    assert min(rests) > -4, "the company and what else is known stand below, as far as letters reach"


# Of each part: how many lines the name, the character and the role take, and how far below them the rest begins.
PARTS = """
    [...document.querySelectorAll('#cast tbody')].map(part => {
        const places = keys => [...part.querySelectorAll(keys)].map(each => each.getBoundingClientRect());
        const first = places('th, .character > *, .role > *');
        const bottom = Math.max(...first.map(each => each.bottom));
        const below = places('.company:not(:empty), .details').map(each => each.top - bottom);
        return [Math.round((bottom - first[0].top) / 21), Math.min(...below, 100)];
    })
"""


def test_an_episode_takes_a_line_on_a_phone_and_what_has_no_room_stands_below_its_title(
    chromium: Browser, tmp_path: Path
) -> None:
    long = "The Disaster That Nobody Saw"
    episodes = (
        Episode(season=1, number=1, title="The Swap", released=date(2025, 4, 24)),
        Episode(season=1, number=2, title=long, released=date(2025, 4, 24), runtime=61, writers=("A",)),
    )
    chromium.show(written(Catalogue(format=1, show=Show(title="x"), episodes=episodes), tmp_path), width=375)
    short, title, day, runtime, writer = chromium.ask(EPISODES)
    bottoms = [bottom for bottom, _ in short]
    assert max(bottoms) - min(bottoms) < 6, "one line"
    assert title[0] < day[0] == runtime[0] < writer[0]
    assert title[1] == day[1] == writer[1], "under each other"


EPISODES = """(() => {
    const [short, long] = document.querySelectorAll('#episodes tbody');
    const place = each => [each.getBoundingClientRect().bottom, each.getBoundingClientRect().left];
    const parts = ['th span', '.released time', '.runtime span', '.writers dt'].map(each => long.querySelector(each));
    return [[...short.rows[0].cells].filter(each => each.textContent.trim()).map(place), ...parts.map(place)];
})()"""


def test_a_name_on_the_cover_stays_in_a_line_with_its_comma(chromium: Browser, tmp_path: Path) -> None:
    cast = tuple(CastMember(name=f"Charlotte Gainsbourg {number}", billing=Billing.MAIN) for number in range(20))
    catalogue = Catalogue(format=1, show=Show(title="x", premiere=date(2025, 1, 1), seasons=2), cast=cast)
    chromium.show(written(catalogue, tmp_path))
    names = "[...document.querySelectorAll('.names dd > *, .headline > *')]"
    for width in WIDTHS:
        chromium.look(width)
        assert chromium.ask(f"{names}.length") == 15
        assert {round(height) for height in chromium.ask(f"{names}.map(each => each.offsetHeight)")} == {22}


@etoile_page
def test_the_page_of_etoile_is_no_longer_than_three_fifths_of_what_it_was(chromium: Browser, page: Path) -> None:
    """In any font: those that a reader has are wider or narrower than ours. It was 18,500 pixels for 92 records."""
    records = sum(section != "show" for section, _ in parse(SHIPPED.read_bytes()).every_record())
    chromium.show(page, width=375)
    for font in ("", "serif", "sans-serif", "monospace"):
        for use in ("--text", "--label", "--display"):
            chromium.ask("document.documentElement.style.setProperty(...arguments)", use, font)
        assert chromium.ask("document.documentElement.scrollHeight") <= 18_500 * 0.6 * records / 92, font


@etoile_page
def test_records_side_by_side_have_one_rhythm(chromium: Browser, page: Path) -> None:
    """Those that begin at one height end at one height, and their lines begin alike."""
    chromium.show(page, width=768)
    rows: dict[tuple[str, float], set[tuple[float, ...]]] = {}
    number = 0
    for section, top, *lines in chromium.ask(RHYTHM):
        rows.setdefault((section, top), set()).add(tuple(lines))
        number += 1
    assert number > len(rows) > 20, "some stand side by side"
    assert [lines for lines in rows.values() if len({each[0] for each in lines}) > 1] == [], "they end alike"
    details = [{each[1] for each in lines if each[1]} for lines in rows.values()]
    assert [each for each in details if len(each) > 1] == [], "their details begin alike"


RHYTHM = """
    [...document.querySelectorAll('tbody')].map(each => {
        const {top, bottom} = each.getBoundingClientRect();
        const details = each.querySelector('.details')?.getBoundingClientRect().top ?? 0;
        return [each.closest('section').id, Math.round(top), Math.round(bottom), Math.round(details)];
    })
"""


@full_page
def test_at_a_desk_records_are_rows_of_a_table(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=1280)
    first, others = chromium.ask(HEAD_HEIGHTS)
    assert min(first) > 15
    assert max(others) <= 1, "the labels of the columns stand once"
    labelled = (" · ", "checked ", "known for ")
    assert [text for *_, text in chromium.ask(READ) if text.startswith(labelled)] == []
    for record in chromium.ask(RECORDS):
        assert len(set(record["tops"])) == 1
        assert record["lefts"] == sorted(set(record["lefts"])), "one beside the other"


@full_page
@pytest.mark.parametrize("width", [375, 1280])
def test_programs_that_read_aloud_find_a_table_at_every_width(chromium: Browser, page: Path, width: int) -> None:
    chromium.show(page, width=width)
    roles = {
        "#cast table": "table",
        "#cast thead": "rowgroup",
        "#cast thead tr": "row",
        "#cast thead th": "columnheader",
        "#cast tbody": "rowgroup",
        "#cast tbody tr": "row",
        "#cast tbody th": "rowheader",
        "#cast tbody td": "cell",
    }
    found = {place: chromium.driver.find_element(By.CSS_SELECTOR, place).aria_role for place in roles}
    assert found == roles


@full_page
def test_a_tap_on_a_mark_leads_to_its_source(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    [mark, *_] = chromium.driver.find_elements(By.CSS_SELECTOR, "#cast .marks a")
    source = f"source-{mark.text}"
    chromium.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", mark)
    finger = ActionBuilder(chromium.driver, mouse=PointerInput(POINTER_TOUCH, "finger"))
    finger.pointer_action.click(mark)
    finger.perform()
    chromium.wait_for("document.querySelector(':target')")
    assert chromium.ask("document.querySelector(':target').id") == source
    top, ground, other = chromium.ask(TARGET)
    assert 0 <= top < 900
    assert ground != other
    assert chromium.ask("document.querySelector(':target cite').textContent") in str(mark.get_attribute("title"))


TARGET = """(() => {
    const ground = each => getComputedStyle(each).backgroundColor;
    const [target, other] = [':target', 'li:not(:target)'].map(each => document.querySelector(`#sources ${each}`));
    return [target.getBoundingClientRect().top, ground(target), ground(other)];
})()"""


@full_page
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_there_are_tables_in_ink_and_no_contents(chromium: Browser, page: Path, scheme: str) -> None:
    chromium.show(page)
    chromium.look(A4, scheme, media="print")
    assert chromium.ask("getComputedStyle(document.querySelector('nav')).display") == "none"
    assert min(chromium.ask(HEAD_HEIGHTS)[0]) > 5
    inks = chromium.ask("[...document.querySelectorAll('h1, h2, td')].map(each => getComputedStyle(each).color)")
    assert set(inks) == {"rgb(0, 0, 0)"}
    assert chromium.ask("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert chromium.ask("document.documentElement.scrollWidth") <= A4


@full_page
def test_on_paper_links_tell_their_addresses(chromium: Browser, page: Path) -> None:
    chromium.show(page)
    chromium.look(A4, media="print")
    texts = chromium.ask(
        "[...document.querySelectorAll('dl.details .url a, #sources cite a')].map(each => "
        "[each.href, getComputedStyle(each, '::after').content])"
    )
    assert texts
    assert all(f"<{address}>" in text.replace('" "', "").replace('"', "") for address, text in texts), texts


@every_page
def test_a_page_can_be_printed(chromium: Browser, page: Path) -> None:
    chromium.show(page)
    printed = chromium.printed()
    assert printed.startswith(b"%PDF-")
    pages = len(re.findall(rb"/Type\s*/Page\b", printed))
    height = chromium.ask("document.documentElement.scrollHeight")
    assert 1 <= pages <= height / 500
