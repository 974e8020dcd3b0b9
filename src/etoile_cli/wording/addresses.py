"""What the address of an offer or a trailer leads to, in words."""

from etoile_cli.catalogue.enumerations import LEADS_TO, means_page, means_search
from etoile_cli.catalogue.model import Offer, Trailer


def leads_to(linked: Offer | Trailer) -> str:
    """Return what an address leads to if that is not the page itself: a search, the home page; else an empty text."""
    if not linked.url or linked.url_kind is None or means_page(linked.url_kind):
        return ""
    return f"{LEADS_TO[linked.url_kind]}{' for it' if is_search(linked) else ''}"


def is_search(linked: Offer | Trailer) -> bool:
    """Return whether an address leads only to a search."""
    return means_search(linked.url_kind)
