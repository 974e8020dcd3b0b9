"""The page in a real browser, on a phone, at a desk and on paper; and what a tap does."""

import re
from pathlib import Path

import pytest
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.interaction import POINTER_TOUCH
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.by import By

from etoile_cli.model import CastMember, Catalogue, Show
from tests.publish.browser import Browser
from tests.publish.pages import SHIPPED, every_page, full_page, written

# What is left of a sheet between the margins, in the pixels of CSS.
A4 = 672

# For each cell but the first of a record: what stands before its text; nothing if it is not shown.
BEFORE = """
    [...document.querySelectorAll('tbody tr:not(.details) td:not(:empty)')].map(each => {
        const before = getComputedStyle(each, '::before');
        const shown = before.content !== 'none' && before.content !== 'normal' && before.display !== 'none';
        return [each.className, each.closest('section').id, shown ? before.content.replaceAll('"', '') : ''];
    })
"""

# For each record: whether it has a border and a ground of its own, its left and right, and its cells' tops and lefts.
RECORDS = """
    [...document.querySelectorAll('tbody')].map(each => {
        const {borderLeftWidth, backgroundColor} = getComputedStyle(each);
        const {left, right} = each.getBoundingClientRect();
        const cells = [...each.rows[0].cells].filter(cell => cell.textContent.trim());
        const places = cells.map(cell => cell.getBoundingClientRect());
        return {
            section: each.closest('section').id,
            apart: borderLeftWidth !== '0px' && backgroundColor !== getComputedStyle(document.body).backgroundColor,
            left, right,
            tops: places.map(place => place.top), lefts: places.map(place => place.left),
        };
    })
"""

HEAD_HEIGHTS = "[...document.querySelectorAll('thead')].map(each => each.getBoundingClientRect().height)"


@full_page
def test_on_a_phone_every_record_is_a_card_that_begins_with_what_it_is(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    assert max(chromium.ask(HEAD_HEIGHTS)) <= 1
    records = chromium.ask(RECORDS)
    assert len(records) > 10
    for record in records:
        assert record["apart"] == (record["section"] != "episodes"), "episodes are rows"
        assert 0 < record["left"] < 30
        assert 345 < record["right"] < 375
        assert record["tops"][0] <= min(record["tops"]) + 3, "on the baseline of smaller letters"


@full_page
def test_on_a_phone_values_are_parted_and_those_that_need_it_have_their_labels(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    told = {(section, key): before for key, section, before in chromium.ask(BEFORE)}
    assert told["cast", "character"] == ""
    assert told["cast", "role"] == " · "
    assert told["availability", "checked"] == " · Checked "
    assert told["images", "credit"] in {"Credit ", " · Credit "}


def test_a_part_takes_two_or_three_lines_on_a_phone(chromium: Browser, tmp_path: Path) -> None:
    parts = [
        ("Luke Kirby", "Jack McMillan", "executive director"),
        ("Lou de Laâge", "Cheyenne Toussaint", "star dancer"),
    ]
    cast = tuple(CastMember(name=name, character=character, role=role) for name, character, role in parts)
    chromium.show(written(Catalogue(format=1, show=Show(title="x"), cast=cast), tmp_path), width=375)
    assert max(chromium.ask("[...document.querySelectorAll('tbody')].map(each => each.offsetHeight)")) < 3 * 27


@pytest.mark.parametrize("page", [SHIPPED], ids=["shipped"], indirect=True)
def test_the_page_of_etoile_is_no_longer_than_three_fifths_of_what_it_was(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    assert chromium.ask("document.documentElement.scrollHeight") <= 18_500 * 0.6


@pytest.mark.parametrize("page", [SHIPPED], ids=["shipped"], indirect=True)
def test_cards_side_by_side_have_one_rhythm(chromium: Browser, page: Path) -> None:
    """Cards that begin at one height end at one height, and so do the lines in them."""
    chromium.show(page, width=768)
    rows: dict[tuple[str, float], set[tuple[float, ...]]] = {}
    number = 0
    for section, top, *lines in chromium.ask(RHYTHM):
        rows.setdefault((section, top), set()).add(tuple(lines))
        number += 1
    assert number > len(rows) > 20
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
    assert min(chromium.ask(HEAD_HEIGHTS)) > 15
    assert {before for *_, before in chromium.ask(BEFORE)} == {""}
    for record in chromium.ask(RECORDS):
        assert not record["apart"]
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
    assert min(chromium.ask(HEAD_HEIGHTS)) > 5
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
