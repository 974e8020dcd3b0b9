"""Addresses in documents: links if they are http or https, with what an address can't hold percent-encoded."""

from contextlib import suppress
from urllib.parse import quote, urlsplit

from etoile_cli.escaping import escape_controls
from etoile_cli.model import Offer, Trailer
from etoile_cli.values import is_web_address
from etoile_cli.vocabulary import OfferUrlKind, TrailerUrlKind

# What no address can hold as it is (RFC 3987, section 2.2), beside what can't be printed.
_IMPOSSIBLE = frozenset(' <>"{}|\\^`')


def link(address: str) -> str | None:
    """Return an http or https address with what it can't hold percent-encoded; `None` for any other address."""
    if not (is_web_address(address) and _host(address)):
        return None
    return "".join(each if each.isprintable() and each not in _IMPOSSIBLE else quote(each) for each in address)


def page(linked: Offer | Trailer) -> str | None:
    """Return the address of the thing itself: not a search for it, not a service's front door."""
    kinds = (None, OfferUrlKind.PAGE, TrailerUrlKind.PAGE)
    return link(linked.url) if linked.url and linked.url_kind in kinds else None


def site(address: str) -> str:
    """Return the name of the site that an address leads to: `www.example.org`; the address itself if it names none."""
    return escape_controls(_host(address) or address)


def _host(address: str) -> str | None:
    with suppress(ValueError):  # brackets without an IPv6 address between them
        return urlsplit(address).hostname
    return None
