"""That a real browser takes a catalogue's text for nothing but text."""

from pathlib import Path

import pytest

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.text.values import show
from tests.export.browser import Browser
from tests.export.pages import elements, filled, written
from tests.thoroughness import breadth

# What each of these would do if it were more than text.
ATTACKS = [
    "<img src=x onerror=\"window.taken=1;document.title='taken'\">",
    "<svg onload=alert(1)>",
    "</style><script>window.taken=1</script><style>",
    "</script><script>window.taken=1</script>",
    "</title><script>window.taken=1</script>",
    "<!--<script>",
    "--><script>window.taken=1</script>",
    '" onmouseover="window.taken=1" autofocus onfocus="window.taken=1" style="position:fixed" x="',
    "' onclick='window.taken=1",
    "javascript:window.taken=1",
    " JaVa\tScRiPt:window.taken=1",
    "\x01javascript:window.taken=1",
    "data:text/html,<script>alert(1)</script>",
    'https://example.org/"><script>window.taken=1</script>',
    "https://example.org/' onclick='window.taken=1' x='",
    "{{ 7 * 7 }}{% raw %}",
    "<meta http-equiv=refresh content=0;url=https://example.org/>",
    "<iframe srcdoc='<script>parent.taken=1</script>'></iframe><base href=https://example.org/>",
    "&lt;script&gt;window.taken=1&lt;/script&gt;",
    "*{}</style><link rel=stylesheet href=//example.org/>",
]


@pytest.fixture(scope="module", params=breadth(ATTACKS, ATTACKS[::4]), ids=repr)
def attack(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def attacked(chromium: Browser, tmp_path_factory: pytest.TempPathFactory, attack: str) -> Path:
    """Show a page of that text alone, and return its file."""
    page = written(filled(attack), tmp_path_factory.mktemp("attack"))
    chromium.show(page)
    return page


def test_hostile_text_is_text(chromium: Browser, attacked: Path, attack: str) -> None:
    text = show(attack)
    assert chromium.ask("document.title") == text
    assert chromium.ask("document.querySelector('h1').textContent") == text
    assert chromium.ask("document.querySelector('meta[name=description]').content") == text
    names = chromium.ask("[...document.querySelectorAll('tbody th > span[dir]')].map(each => each.textContent)")
    # The season is the heading of its episode.
    assert names == [text] * len(RECORD_TYPES.keys() - {"sources", "seasons"})
    assert text in chromium.ask("document.querySelector('#episodes h3').textContent")
    tags = [each.tag for each in elements(attacked.read_text(encoding="utf-8")).all()]
    assert chromium.ask("[...document.querySelectorAll('*')].map(each => each.localName)") == tags


def test_hostile_text_does_nothing(chromium: Browser, attacked: Path) -> None:
    chromium.driver.execute_script(TOUCH_EVERYTHING)
    assert chromium.ask("window.taken") is None
    assert chromium.messages() == []
    assert chromium.requests() == [attacked.as_uri()]
    assert chromium.ask("document.querySelectorAll('script:not([type=\"application/ld+json\"])').length") == 0
    assert chromium.ask(CALLING) == []


def test_hostile_text_leads_nowhere(chromium: Browser, attacked: Path, attack: str) -> None:
    addresses = chromium.ask("[...document.links].map(each => [each.protocol, each.host, each.href.split('#')[0]])")
    elsewhere = {(protocol, host) for protocol, host, address in addresses if address != attacked.as_uri()}
    assert elsewhere == ({("https:", "example.org")} if attack.startswith("https://") else set())
    assert len(addresses) > 10


# As a reader would who goes over all of the page.
TOUCH_EVERYTHING = """
    for (const each of document.querySelectorAll('*'))
        for (const type of ['mouseover', 'mouseenter', 'focus', 'load', 'error'])
            each.dispatchEvent(new Event(type));
"""

CALLING = """
    [...document.querySelectorAll('*')].flatMap(each => [...each.attributes])
        .map(each => each.name).filter(name => /^(on.*|style|src.*|action|formaction)$/.test(name))
"""
