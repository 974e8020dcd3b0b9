"""Opening an address or a file in a browser."""

import os

from etoile_cli.errors import DeliveryError
from etoile_cli.system.output import divert_output
from etoile_cli.system.progress import end


def open_address(address: str) -> None:
    """Open a web address in a browser, with forbidden characters percent-encoded as in the exports.

    Raises DeliveryError if it is no http or https address, or no browser opens it.
    """
    from etoile_cli.text.addresses import link

    target = link(address)
    if target is None:
        raise DeliveryError(f"did not open {address}: only http and https addresses are opened")
    if not _open(target):
        raise DeliveryError(f"could not open {address}", hint=_hint())


def open_file(path: str) -> None:
    """Open a file, which was just written, in a browser; raises DeliveryError if no browser opens it."""
    from pathlib import Path

    if not _open(Path(path).absolute().as_uri()):
        raise DeliveryError(f"wrote {path}, but could not open it", hint=_hint())


def _open(address: str) -> bool:
    """Open an address with the first browser in BROWSER that starts, or the system's if BROWSER is not set.

    What the browser prints goes to standard error: our standard output is data only.
    """
    end()
    divert_output()
    return any(_is_opened_by(browser, address) for browser in _browsers() or [None])


def _browsers() -> list[str | None]:
    return [each for each in os.environ.get("BROWSER", "").split(os.pathsep) if each.strip()]


def _hint() -> str:
    return "BROWSER names the browser" if _browsers() else "name a browser in BROWSER"


def _is_opened_by(browser: str | None, address: str) -> bool:
    import webbrowser

    try:
        return webbrowser.get(browser).open(address)
    except (webbrowser.Error, ValueError):  # ValueError: an unclosed quotation mark in BROWSER
        return False
