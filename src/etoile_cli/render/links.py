"""Texts that lead somewhere when they are clicked in a terminal."""

from etoile_cli.styles import PLAIN, Piece, Style, link_to
from etoile_cli.values import is_web_address


def linked(text: str, address: str | None, style: Style = PLAIN) -> Piece:
    """Return a text that leads to an address if that is http or https.

    Terminals take only printable ASCII for an address (OSC 8); anything else is text alone.
    """
    clickable = address is not None and is_web_address(address) and address.isascii() and address.isprintable()
    return text, link_to(address, style) if address and clickable else style
