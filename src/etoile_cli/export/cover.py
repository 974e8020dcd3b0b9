"""The cover of the page: the title, who is in the show, the ways to watch it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from etoile_cli.catalogue.model import (
    Catalogue,
    Offer,
    Trailer,
)
from etoile_cli.export.pieces import Piece
from etoile_cli.export.title import Title, title_in_words
from etoile_cli.text.addresses import link
from etoile_cli.text.values import count, readable_date, show, show_all
from etoile_cli.wording.addresses import leads_to
from etoile_cli.wording.cast import leads
from etoile_cli.wording.dates import since_text
from etoile_cli.wording.offers import offer_regions, open_offers
from etoile_cli.wording.show import original_title
from etoile_cli.wording.trailers import trailer_label, trailer_text, trailer_to_show

# Of more, the cover shows the first.
_MOST_CREATORS = 8
_MOST_OFFERS = 4
_MOST_REGIONS = 4


class Names(Struct, frozen=True):
    """A label, the names of people, and a link to the others if these are not all."""

    label: str
    names: Sequence[str]
    others: tuple[Piece, ...] = ()


class Ways(Struct, frozen=True):
    """Ways to watch the show or its trailer under a label, each in pieces."""

    label: str
    ways: Sequence[tuple[Piece, ...]]


class Cover(Struct, frozen=True):
    """The cover. The original title is empty if there is no other."""

    title: Title
    original_title: str
    original_language: str
    credits: Sequence[Names]
    ways: Sequence[Ways]


def cover(catalogue: Catalogue, title: str) -> Cover:
    """Return the cover for a catalogue, with the title of its show in words."""
    return Cover(
        title_in_words(title),
        show(original_title(catalogue.show)),
        catalogue.show.original_language,
        tuple(each for each in (_stars(catalogue), _creators(catalogue)) if each.names),
        tuple(_ways(catalogue)),
    )


def _stars(catalogue: Catalogue) -> Names:
    label, stars, others = leads(catalogue.cast)
    return Names(label, stars, (Piece(others, "#cast"),) if others else ())


def _creators(catalogue: Catalogue) -> Names:
    creators = show_all(creator.name for creator in catalogue.creators)
    others = len(creators) - _MOST_CREATORS
    more = (Piece(count(others, "other"), "#creators"),) if others > 0 else ()
    return Names("Created by", creators[:_MOST_CREATORS], more)


def _ways(catalogue: Catalogue) -> Iterator[Ways]:
    # The page must not depend on today's date: offers are to come as of the day they were last checked.
    current = open_offers(catalogue.availability)
    offers = [_offer(offer) for offer in current[:_MOST_OFFERS]]
    if more := len(current) - len(offers):
        offers.append((Piece(f"{more} more", "#availability"),))
    if offers:
        yield Ways("Watch", offers)
    if trailer := trailer_to_show(catalogue):
        yield _trailer(trailer)


def _offer(offer: Offer) -> tuple[Piece, ...]:
    """Return the service, the terms, the regions and the days; and what the address leads to, if not its page."""
    target, elsewhere = link(offer.url or "") or "", leads_to(offer)
    since = since_text(offer.since, offer.checked) if offer.since else ""
    until = f"until {readable_date(offer.until)}" if offer.until else ""
    terms = [offer.offer.value, offer_regions(offer, _MOST_REGIONS), since, until]
    return (
        Piece(show(offer.service), "" if elsewhere else target),
        *(Piece(each) for each in terms if each),
        *([Piece(elsewhere, target)] if elsewhere and target else []),
    )


def _trailer(trailer: Trailer) -> Ways:
    return Ways(trailer_label(trailer), [(Piece(trailer_text(trailer), link(trailer.url) or ""),)])
