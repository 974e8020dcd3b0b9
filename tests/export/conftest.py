"""A browser, and the pages that it shows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.door import run
from tests.export.browser import Browser, browser
from tests.programs import required


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return the one browser that all tests share: to begin one takes a second."""
    with browser(required("chromium"), required("chromedriver")) as running:
        yield running


@pytest.fixture
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the page of the catalogue that a test names."""
    path = tmp_path / "page.html"
    run(f"etoile -c '{request.param}' export html -o '{path}'")
    return path
