"""A real browser that asks nothing of any network, and pages for it."""

import base64
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.support.wait import WebDriverWait

from tests.door import PATIENCE

# A phone, as narrow as one gets; the usual phone; a tablet, upright and on its side; a desk; a wide one.
WIDTHS = (320, 375, 768, 1024, 1280, 1600)
SCHEMES = ("light", "dark")

_SWITCHES = (
    *("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"),
    *("--disable-background-networking", "--disable-component-update", "--no-first-run"),
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
)
_LOGGED = ("browser", "performance")


class Browser:
    """A browser's one window."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def show(self, page: Path, *, width: int = 1280, scheme: str = "light") -> None:
        """Open a page; what was logged before is forgotten."""
        self.driver.get("about:blank")
        self.look(width, scheme)
        for log in _LOGGED:
            self.driver.get_log(log)
        self.driver.get(page.as_uri())

    def look(self, width: int, scheme: str = "light", *, media: str = "") -> None:
        """Give the window a width, the reader a preference, and the page a medium other than a screen."""
        screen = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        preference = {"name": "prefers-color-scheme", "value": scheme}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": [preference]})

    def ask(self, expression: str, *values: Any) -> Any:
        """Return the value of a JavaScript expression, in which `arguments` holds the values."""
        return self.driver.execute_script(f"return ({expression})", *values)

    def wait_for(self, expression: str) -> None:
        """Wait until a JavaScript expression is true; fails if it never is."""
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.ask(expression))

    def messages(self) -> list[str]:
        """Return what the console says, since the page was opened."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return the addresses that were asked for, since the page was opened."""
        events = [msgspec.json.decode(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [event["params"] for event in events if event["method"] == "Network.requestWillBeSent"]
        return [params["request"]["url"] for params in sent]

    def printed(self) -> bytes:
        """Return the page as PDF."""
        answer = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        return base64.b64decode(answer["data"])


@contextmanager
def browser(program: str, driver: str) -> Iterator[Browser]:
    """Run a browser through its driver; what they write is gone when they end."""
    options = Options()
    options.binary_location = program
    for switch in _SWITCHES:
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", dict.fromkeys(_LOGGED, "ALL"))
    # A short name: sockets, which chromium puts there, can't have a long one.
    with TemporaryDirectory(ignore_cleanup_errors=True) as home:
        service = Service(executable_path=driver, env=os.environ | {"HOME": home, "TMPDIR": home})
        running = webdriver.Chrome(options=options, service=service)
        try:
            running.set_script_timeout(PATIENCE)
            yield Browser(running)
        finally:
            running.quit()
