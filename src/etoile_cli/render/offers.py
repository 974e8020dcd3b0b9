"""Where to watch, for people: a service, its terms, and when somebody looked; on the card and in a list."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from etoile_cli.model import Offer
from etoile_cli.render.facts import is_search, offer_checked, offer_text
from etoile_cli.render.grid import Cell, Lines, add_block
from etoile_cli.render.style import NAME, QUIET, is_followed
from etoile_cli.values import show


def offer_cells(offer: Offer, today: date, *, links: bool) -> Iterator[Cell]:
    """Yield what is offered, and when somebody looked; an address that can't be a link stands by itself."""
    leads = links and is_followed(offer.url)
    checked = offer_checked(offer, today)
    if is_search(offer) and leads:
        yield Cell(offer_text(offer, today))
        yield Cell(f"a search for it, {checked}", QUIET, offer.url)
        return
    yield Cell(offer_text(offer, today), address=offer.url)
    yield Cell(checked, QUIET)
    if offer.url and not leads:
        yield Cell(f"{'a search for it: ' if is_search(offer) else ''}{show(offer.url)}")


def offers(records: Sequence[Offer], today: date, width: int, *, links: bool) -> Iterator[Text]:
    """Yield the offers one under the other."""
    for number, offer in enumerate(records):
        lines = Lines()
        if number:
            lines.end()
        first, *others = offer_cells(offer, today, links=links)
        service = (0, len(show(offer.service)))
        add_block(lines, Cell(first.text, "", first.address, (service,), NAME), width, hanging=2)
        for cell in others:
            add_block(lines, cell, width, indent=2)
        yield lines.text()
