"""The page in a real browser, on a phone, at a desk and on paper; and what a tap does."""

import re
from pathlib import Path

import pytest
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.interaction import POINTER_TOUCH
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.by import By

from tests.publish.browser import Browser
from tests.publish.pages import every_page, full_page

# What is left of a sheet between the margins, in the pixels of CSS.
A4 = 672

# For each cell that has a label: that label, and what stands before the cell's text.
LABELS = """
    [...document.querySelectorAll('tbody td[data-label]:not(:empty, .episode)')].map(each => {
        const before = getComputedStyle(each, '::before');
        const shown = before.display !== 'none' && before.visibility === 'visible' && before.opacity === '1';
        return [each.dataset.label, shown ? before.content : ''];
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
            apart: borderLeftWidth !== '0px' && backgroundColor !== getComputedStyle(document.body).backgroundColor,
            left, right,
            tops: places.map(place => place.top), lefts: places.map(place => place.left),
        };
    })
"""

HEAD_HEIGHTS = "[...document.querySelectorAll('thead')].map(each => each.getBoundingClientRect().height)"


@full_page
def test_on_a_phone_every_record_is_a_card(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    assert max(chromium.ask(HEAD_HEIGHTS)) <= 1
    for record in chromium.ask(RECORDS):
        assert record["apart"]
        assert 0 < record["left"] < 30
        assert 345 < record["right"] < 375
        assert record["tops"] == sorted(set(record["tops"])), "one below the other"
        assert len(set(record["lefts"])) == 1


@full_page
def test_on_a_phone_every_value_has_its_label(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    labels = chromium.ask(LABELS)
    assert len(labels) > 40
    assert [shown for _, shown in labels] == [f'"{label}"' for label, _ in labels]


@full_page
def test_on_a_phone_a_label_does_not_touch_its_value(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=375)
    widths = chromium.ask(LABEL_WIDTHS)
    assert [(label, width, room) for label, width, room in widths if width > room] == []


# What each label takes up, and the room that there is for it before the value.
LABEL_WIDTHS = """
    [...document.querySelectorAll('tbody td[data-label]:not(:empty, .episode)')].map(each => {
        const before = getComputedStyle(each, '::before');
        return [each.dataset.label, parseFloat(before.width), parseFloat(getComputedStyle(each).paddingLeft)];
    })
"""


@full_page
def test_at_a_desk_records_are_rows_of_a_table(chromium: Browser, page: Path) -> None:
    chromium.show(page, width=1280)
    assert min(chromium.ask(HEAD_HEIGHTS)) > 15
    assert {shown for _, shown in chromium.ask(LABELS)} == {"none"}
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
        "[...document.querySelectorAll('dl.details .url a')].map(each => "
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
