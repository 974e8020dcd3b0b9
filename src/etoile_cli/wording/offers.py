"""Offers in words: on what terms, where, from when to when, and when somebody last looked."""

from collections.abc import Sequence
from datetime import date

from etoile_cli.catalogue.model import Offer
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.text.dates import is_before
from etoile_cli.text.values import show
from etoile_cli.wording.codes import code_names, except_text
from etoile_cli.wording.dates import checked_text, since_text, until_text


def offer_terms(offer: Offer, today: date) -> str:
    """Return `subscription, worldwide`, with the first day where that is to come, and the last where it is known."""
    since = since_text(offer.since, today) if offer.since else ""
    until = until_text(offer.until, today) if offer.until else ""
    return ", ".join(filter(None, [offer.offer.value, offer_regions(offer), since, until]))


def open_offers(offers: Sequence[Offer]) -> list[Offer]:
    """Return the offers that were not over when they were last checked: those that help who wants to watch."""
    return [offer for offer in offers if not (offer.until and is_before(offer.until, offer.checked))]


def offer_regions(offer: Offer, most: int | None = None) -> str:
    """Return `worldwide except South Korea`; more than `most` countries are counted."""
    left_out = _regions(offer.except_, most)
    return except_text(_regions(offer.regions, most), [left_out] if left_out else [])


def _regions(codes: Sequence[str], most: int | None) -> str:
    if most is not None and len(codes) > most:
        return f"{len(codes)} countries"
    return code_names(Standard.REGION, codes)


def offer_text(offer: Offer, today: date) -> str:
    """Return `Prime Video, subscription, worldwide`, with the last day where one is known."""
    return f"{show(offer.service)}, {offer_terms(offer, today)}"


def offer_checked(offer: Offer, today: date) -> str:
    """Return `checked 6 June 2025, 17 months ago`."""
    return f"checked {checked_text(offer.checked, today)}"
