"""The few styles that terminals get, all from the sixteen colours that a terminal's theme chooses."""

from rich.style import Style
from rich.text import Text

from etoile_cli.values import is_web_address

ACCENT = Style(color="magenta", bold=True)
LABEL = Style(color="magenta")
NAME = Style(bold=True)
QUIET = Style(dim=True)
MARK = Style(color="yellow", bold=True)


def address_style(address: str) -> Style | None:
    """Return the style that makes a text lead to an address, `None` if that must not be.

    Only http and https are followed, and terminals take only printable ASCII for an address (OSC 8).
    """
    is_safe = is_web_address(address) and address.isascii() and address.isprintable()
    return Style(link=address) if is_safe else None


def linked(text: str, address: str | None) -> Text:
    """Return a text that leads to an address, if it may."""
    return Text(text, style=(address and address_style(address)) or "", overflow="fold")
