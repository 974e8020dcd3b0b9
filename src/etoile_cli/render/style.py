"""The few styles that terminals get, all from the sixteen colours that a terminal's theme chooses."""

from rich.style import Style
from rich.text import Text

ACCENT = Style(color="magenta", bold=True)
LABEL = Style(color="magenta")
QUIET = Style(dim=True)


def linked(address: str) -> Text:
    """Return an address that can be read and, if it is http or https, clicked."""
    if address.startswith(("http://", "https://")):
        return Text(address, style=Style(link=address), overflow="fold")
    return Text(address, overflow="fold")
