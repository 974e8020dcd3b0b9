"""The few styles that terminals get, all from the sixteen colours that a terminal's theme chooses."""

from rich.style import Style
from rich.text import Text

ACCENT = Style(color="magenta", bold=True)
LABEL = Style(color="magenta")
QUIET = Style(dim=True)


def linked(text: str, address: str | None) -> Text:
    """Return a text that leads to an address if that is http or https and nothing a terminal would obey is in it."""
    clickable = address is not None and address.startswith(("http://", "https://")) and address.isprintable()
    return Text(text, style=Style(link=address) if clickable else "", overflow="fold")
