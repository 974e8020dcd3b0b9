"""The few styles that terminals get, all from the sixteen colours that a terminal's theme chooses."""

from rich.style import Style
from rich.text import Text

from etoile_cli.values import is_web_address

ACCENT = Style(color="magenta", bold=True)
LABEL = Style(color="magenta")
QUIET = Style(dim=True)


def linked(text: str, address: str | None) -> Text:
    """Return a text that leads to an address if that is http or https.

    Terminals take only printable ASCII for an address (OSC 8); anything else is text alone.
    """
    clickable = address is not None and is_web_address(address) and address.isascii() and address.isprintable()
    return Text(text, style=Style(link=address) if clickable else "", overflow="fold")
