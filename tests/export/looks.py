"""What a page of any kind must look like in a browser."""

from itertools import product

from tests.export.browser import SCHEMES, WIDTHS, Browser
from tests.programs import required_package

_TOO_WIDE = """
    [...document.querySelectorAll('body *')].filter(each => {
        const {left, right} = each.getBoundingClientRect();
        const isUnseen = each.closest('thead')?.offsetWidth === 1;
        return !isUnseen && (left < -1 || right > arguments[0] + 1);
    }).map(each => each.outerHTML.slice(0, 200))
"""


def assert_fits(chromium: Browser, width: int) -> None:
    """Nothing is wider than the screen: neither scrolled to nor cut off."""
    assert chromium.ask("document.documentElement.scrollWidth") <= width
    assert chromium.ask(_TOO_WIDE, width) == []


def assert_fits_everywhere(chromium: Browser) -> None:
    """It fits every screen, by day and by night."""
    for width, scheme in product(WIDTHS, SCHEMES):
        chromium.look(width, scheme)
        assert_fits(chromium, width)


def found_by_axe(chromium: Browser) -> object:
    """Return what is wrong with the page for who can't see it well."""
    chromium.driver.execute_script((required_package("axe-core") / "axe.min.js").read_text(encoding="utf-8"))
    return chromium.driver.execute_async_script(_AXE)


# Every rule that axe has: the experimental too, and contrast of 7 (WCAG's AAA).
_AXE = """
    const done = arguments[0];
    const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: true}]));
    axe.run(document, {rules}).then(found => done(
        found.violations.flatMap(each => each.nodes.map(node => [each.id, node.html, node.failureSummary]))
    ));
"""


def assert_words_on_the_cover_stand_out(chromium: Browser) -> None:
    """What axe can't tell: the cover has no one colour behind the words."""
    inks, grounds = chromium.ask(_COVER)
    assert len(grounds) == 2
    assert min(_contrast(ink, ground) for ink in inks for ground in grounds) >= 4.5


_COVER = r"""(() => {
    const cover = document.querySelector('.cover');
    const inks = [...document.querySelectorAll('.cover *, .site a')].map(each => getComputedStyle(each).color);
    return [inks, getComputedStyle(cover).backgroundImage.match(/rgb\(.*?\)/g)];
})()"""


def _contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG defines it."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    channels = [int(each) / 255 for each in color.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return sum(weight * each for weight, each in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
