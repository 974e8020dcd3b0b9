"""Addresses that lead to the page of an offer or a trailer, and to nothing else."""

from etoile_cli.catalogue.enumerations import means_page
from etoile_cli.catalogue.model import Offer, Trailer
from etoile_cli.text.addresses import link


def page(linked: Offer | Trailer) -> str | None:
    """Return the address of an offer or a trailer, if its `url_kind` says that it is that of its own page."""
    return link(linked.url) if linked.url and means_page(linked.url_kind) else None
