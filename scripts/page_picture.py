"""Draw the picture of the page in README.md with headless Chromium: `python scripts/page_picture.py`.

Needs the packages of the tests, and Debian's chromium and chromium-driver or their like. The picture holds the SHA-256
of the page that it shows, so that a test can tell when it is out of date.
"""

import base64
import hashlib
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path
from shutil import which

from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

PICTURE = Path(__file__).resolve().parents[1] / "docs" / "page.png"
HEIGHT = 1040
KEYWORD = b"etoile-page-sha256"

# The page on a desk by day, and its cast on a phone by night.
_SHOTS = ((1280, "light", ""), (375, "dark", "#cast"))
_FRAME = """<!DOCTYPE html><style>
body {{ margin: 0; padding: 24px; display: flex; gap: 24px; background: #d8d2da }}
img {{ border-radius: 10px; box-shadow: 0 4px 24px #0006; height: {height}px }}
</style>{images}"""


def page() -> bytes:
    """Return the page of the shipped catalogue."""
    command = [sys.executable, "-m", "etoile_cli", "export", "html"]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603 our own program


def digest_in(png: bytes) -> str:
    """Return the SHA-256 of the page that a picture shows; empty if it doesn't say."""
    _, found, rest = png.partition(b"tEXt" + KEYWORD + b"\0")
    return rest[:64].decode() if found else ""


def _picture(html: bytes) -> bytes:
    options = Options()
    options.binary_location = which("chromium") or ""
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    with (
        tempfile.TemporaryDirectory() as directory,
        webdriver.Chrome(options, Service(which("chromedriver") or "")) as browser,
    ):
        file = Path(directory, "page.html")
        file.write_bytes(html)
        shots = [_shot(browser, f"{file.as_uri()}{place}", width, scheme) for width, scheme, place in _SHOTS]
        images = "".join(f'<img src="data:image/png;base64,{shot}">' for shot in shots)
        file.write_text(_FRAME.format(height=HEIGHT, images=images), encoding="utf-8")
        widths = sum(width + 24 for width, *_ in _SHOTS) + 24
        return base64.b64decode(_shot(browser, file.as_uri(), widths, "light", HEIGHT + 48))


def _shot(browser: webdriver.Chrome, address: str, width: int, scheme: str, height: int = HEIGHT) -> str:
    """Return what a screen of that size shows of an address, as PNG in base64."""
    screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    browser.get(address)
    return str(browser.get_screenshot_as_base64())


def _with_text(png: bytes, keyword: bytes, text: bytes) -> bytes:
    """Return a PNG with a text in it, before its last chunk (PNG, third edition, 11.3.3.2)."""
    chunk = b"tEXt" + keyword + b"\0" + text
    end = len(png) - 12
    return png[:end] + struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) + png[end:]


if __name__ == "__main__":
    html = page()
    PICTURE.write_bytes(_with_text(_picture(html), KEYWORD, hashlib.sha256(html).hexdigest().encode()))
    print("docs/page.png")
