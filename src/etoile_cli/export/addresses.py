"""Addresses of pages: those that lead to the thing itself."""

from etoile_cli.catalogue.model import Offer, Trailer
from etoile_cli.catalogue.vocabulary import OfferUrlKind, TrailerUrlKind
from etoile_cli.text.addresses import link


def page(linked: Offer | Trailer) -> str | None:
    """Return the address of the thing itself, if the catalogue says that it is: `url_kind` is `page`."""
    is_page = linked.url_kind in (OfferUrlKind.PAGE, TrailerUrlKind.PAGE)
    return link(linked.url) if linked.url and is_page else None
