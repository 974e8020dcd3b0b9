"""Addresses in documents: links if they are http or https, with what an address can't hold percent-encoded."""

import re
from urllib.parse import quote, urlsplit

from etoile_cli.escaping import escape_controls
from etoile_cli.model import Offer, Trailer
from etoile_cli.values import is_web_address
from etoile_cli.vocabulary import OfferUrlKind, TrailerUrlKind

# What no address can hold as it is (RFC 3987, section 2.2), and what would end one in a document.
_IMPOSSIBLE = r"[\s<>\"{}|\\^`]"


def link(address: str) -> str | None:
    """Return an http or https address with what it can't hold percent-encoded; `None` for any other address."""
    if not is_web_address(address):
        return None
    return re.sub(_IMPOSSIBLE, _encoded, address) if address.isprintable() else _printable(address)


def _printable(address: str) -> str:
    return "".join(each if each.isprintable() and not re.match(_IMPOSSIBLE, each) else quote(each) for each in address)


def _encoded(match: re.Match[str]) -> str:
    return quote(match.group())


def page(linked: Offer | Trailer) -> str | None:
    """Return the address of the thing itself: not a search for it, not a service's front door."""
    kinds = (None, OfferUrlKind.PAGE, TrailerUrlKind.PAGE)
    return link(linked.url) if linked.url and linked.url_kind in kinds else None


def site(address: str) -> str:
    """Return the name of the site that an address leads to: `www.example.org`; the address itself if it names none."""
    try:
        return urlsplit(address).hostname or escape_controls(address)
    except ValueError:  # brackets without an IPv6 address between them
        return escape_controls(address)
