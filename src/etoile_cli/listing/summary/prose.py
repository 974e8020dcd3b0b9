"""The summary as plain paragraphs, for a pipe: no wrapping, no colour."""

from collections.abc import Iterator
from datetime import date

from etoile_cli.catalogue.model import (
    Catalogue,
    Offer,
)
from etoile_cli.text.values import paragraphs, show, show_all
from etoile_cli.wording.addresses import leads_to
from etoile_cli.wording.offers import offer_checked, offer_text, open_offers
from etoile_cli.wording.show import details, other_titles, people, summary_headline
from etoile_cli.wording.trailers import trailer_label, trailer_text, trailer_to_show


def prose(catalogue: Catalogue, today: date) -> Iterator[str]:
    """Yield the lines of the summary, a blank line between paragraphs."""
    blocks = [*_opening(catalogue), *_links(catalogue, today), *_body(catalogue)]
    for position, block in enumerate(blocks):
        if position:
            yield ""
        yield from block


def _opening(catalogue: Catalogue) -> Iterator[list[str]]:
    about = catalogue.show
    yield list(filter(None, [show(about.title), other_titles(catalogue), " · ".join(summary_headline(catalogue))]))
    if logline := show(about.logline or ""):
        yield [logline]
    if known := [*people(catalogue), *details(catalogue)]:
        yield [f"{label}: {text}" for label, text in known]


def _body(catalogue: Catalogue) -> Iterator[list[str]]:
    about = catalogue.show
    yield from ([paragraph] for paragraph in paragraphs(about.premise or ""))
    if themes := show_all(about.themes):
        yield [f"Themes: {' · '.join(themes)}"]
    if note := show(about.note or ""):
        yield [f"Note: {note}"]


def _links(catalogue: Catalogue, today: date) -> Iterator[list[str]]:
    for offer in open_offers(catalogue.availability):
        yield [f"Watch: {offer_text(offer, today)} ({offer_checked(offer, today)})", *_address(offer)]
    if trailer := trailer_to_show(catalogue):
        yield [f"{trailer_label(trailer)}: {trailer_text(trailer)}", show(trailer.url)]


def _address(offer: Offer) -> list[str]:
    if not offer.url:
        return []
    other = leads_to(offer)
    return [f"{other.capitalize()}: {show(offer.url)}" if other else show(offer.url)]
