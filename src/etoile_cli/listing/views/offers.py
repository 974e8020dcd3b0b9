"""Offers for people: the service, on what terms and where, and how old that knowledge is."""

from collections.abc import Iterator, Sequence
from datetime import date

from etoile_cli.catalogue.model import Offer
from etoile_cli.listing.links import link_lines
from etoile_cli.listing.views.entries import BriefEntry, entries
from etoile_cli.text.styles import QUIET, STRONG, Line, styled
from etoile_cli.text.values import show
from etoile_cli.wording.addresses import leads_to
from etoile_cli.wording.offers import offer_checked, offer_terms


def offers_list(offers: Sequence[Offer], today: date, width: int, *, links: bool) -> Iterator[Line]:
    """Yield the lines of offers; the name of the service links to its page, and any other link says where it leads."""
    names = (show(offer.service) for offer in offers)
    return entries((_entry(offer, today, links=links) for offer in offers), names, width)


def _entry(offer: Offer, today: date, *, links: bool) -> BriefEntry:
    service = show(offer.service)
    known: list[Line] = [styled(offer_terms(offer, today)), [(offer_checked(offer, today), QUIET)]]
    if other := leads_to(offer):
        link, *address = link_lines(other, offer.url, links=links)
        return BriefEntry([(service, STRONG)], [*known, link], address)
    name, *address = link_lines(service, offer.url, STRONG, links=links)
    return BriefEntry(name, known, address)
