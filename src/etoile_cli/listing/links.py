"""Texts that are links in a terminal."""

from etoile_cli.catalogue.vocabulary import is_web_address
from etoile_cli.text.styles import PLAIN, Line, Segment, Style, link_to, underlined
from etoile_cli.text.values import show


def linked(text: str, address: str | None, style: Style = PLAIN) -> Segment:
    """Return a text that links to an address if that is http or https.

    Terminals take only printable ASCII for an address (OSC 8); anything else is text alone.
    """
    return text, link_to(address, style) if address and _is_clickable(address) else style


def link_lines(text: str, address: str | None, style: Style = PLAIN, *, links: bool) -> list[Line]:
    """Return a line of text that links to an address; if it can't be a link, a second line has the address.

    The text is underlined: a terminal shows where a link is only when the pointer is on it.
    """
    if not address:
        return [[(text, style)]]
    if links and _is_clickable(address):
        return [[(text, link_to(address, underlined(style)))]]
    return [[(text, style)], [(show(address), PLAIN)]]


def _is_clickable(address: str) -> bool:
    return is_web_address(address) and address.isascii() and address.isprintable()
