"""The summary as a card, laid out like the first page of a theatre programme."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import ceil

from etoile_cli.catalogue.model import (
    Catalogue,
    Offer,
    Trailer,
)
from etoile_cli.listing.blocks import flow, indented
from etoile_cli.listing.links import link_lines
from etoile_cli.listing.summary.labelled import Labelled, labelled, labelled_lines, paired_lines
from etoile_cli.text.styles import ACCENT, QUIET, SLANTED, Line, centred, styled, wrapped_line
from etoile_cli.text.values import paragraphs, show, show_all
from etoile_cli.text.widths import text_width
from etoile_cli.wording.addresses import leads_to
from etoile_cli.wording.offers import offer_checked, offer_terms, open_offers
from etoile_cli.wording.show import details, other_titles, people, summary_headline
from etoile_cli.wording.trailers import trailer_label, trailer_text, trailer_to_show

# Longer lines are hard to read.
_WIDEST = 84
# From here up there is room for a margin.
_ROOMY = 60

_ORNAMENT = "✦"
# The no-break space keeps a line from beginning with the dot.
_DOT = "\u00a0· "

# Lines break between words, so a line may need this much more than its even share.
_SLACK = 8

# A longer note would fill the card: it is shown only on request.
_SHORT_NOTE = 120
_WHERE_NOTES_ARE = "read it with etoile summary --note"


def card(catalogue: Catalogue, today: date, width: int, *, links: bool, note: bool = False) -> Iterator[Line]:
    """Yield the lines of the summary as a card of at most `width` columns.

    With `links`, texts link to addresses; otherwise addresses are printed. A long note is shown only with `note`.
    """
    margin = 2 if width >= _ROOMY else 1
    inner = min(width, _WIDEST) - 2 * margin
    return indented(_page(_blocks(catalogue, today, inner, links=links, note=note), inner), margin)


def _page(blocks: Iterable[Iterable[Line]], inner: int) -> Iterator[Line]:
    """Yield blocks between two rules, a blank line before each that has lines."""
    side = "─" * ((inner - 3) // 2)
    yield [(f"{side} {_ORNAMENT} {side}", QUIET)]
    for block in blocks:
        for at, line in enumerate(block):
            if not at:
                yield ()
            yield line
    yield [("─" * (2 * len(side) + 3), QUIET)]


def _blocks(catalogue: Catalogue, today: date, inner: int, *, links: bool, note: bool) -> Iterator[Iterable[Line]]:
    about = catalogue.show
    yield _title(catalogue, inner)
    if logline := show(about.logline or ""):
        yield _centred(wrapped_line([(logline, SLANTED)], _balanced(text_width(logline), inner)), inner)
    yield [
        *labelled_lines((labelled(*fact) for fact in people(catalogue)), inner),
        *paired_lines(details(catalogue), inner),
    ]
    trailer = trailer_to_show(catalogue)
    ways = [
        Labelled("Watch", _watch(open_offers(catalogue.availability), today, links=links)),
        *([Labelled(trailer_label(trailer), [_trailer(trailer, links=links)])] if trailer else []),
    ]
    yield labelled_lines((each for each in ways if each.paragraphs), inner)
    for paragraph in paragraphs(about.premise or ""):
        yield wrapped_line(styled(paragraph), inner)
    more = [("Themes", _DOT.join(show_all(about.themes))), ("Note", _note(about.note, whole=note))]
    yield labelled_lines((labelled(label, text) for label, text in more if text), inner)


def _title(catalogue: Catalogue, inner: int) -> Iterator[Line]:
    title = wrapped_line([(show(catalogue.show.title), ACCENT)], inner)
    others = other_titles(catalogue)
    also = wrapped_line([(others, QUIET)], _balanced(text_width(others), inner)) if others else []
    return _centred([*title, *also, *flow(map(styled, summary_headline(catalogue)), inner)], inner)


def _centred(lines: Iterable[Line], inner: int) -> Iterator[Line]:
    return (centred(line, inner) for line in lines)


def _balanced(length: int, inner: int) -> int:
    """Return the width at which a text wraps to lines of about one length."""
    return min(inner, length // max(ceil(length / inner), 1) + _SLACK)


def _watch(offers: Sequence[Offer], today: date, *, links: bool) -> list[list[Line]]:
    """Return the offers, each with the day it was last checked; if all have the same, it comes once at the end."""
    is_common = len(offers) > 1 and len({offer.checked for offer in offers}) == 1
    shown = [_offer(offer, "" if is_common else offer_checked(offer, today), today, links=links) for offer in offers]
    return [*shown, [[(offer_checked(offers[0], today), QUIET)]]] if is_common else shown


def _offer(offer: Offer, checked: str, today: date, *, links: bool) -> list[Line]:
    terms, looked = styled(f", {offer_terms(offer, today)}"), [[(checked, QUIET)]] if checked else []
    if other := leads_to(offer):
        return [styled(show(offer.service), *terms), *looked, *link_lines(other, offer.url, links=links)]
    service, *address = link_lines(show(offer.service), offer.url, links=links)
    return [[*service, *terms], *looked, *address]


def _trailer(trailer: Trailer, *, links: bool) -> list[Line]:
    return link_lines(trailer_text(trailer), trailer.url, links=links)


def _note(note: str | None, *, whole: bool) -> str:
    text = show(note or "")
    return text if whole or len(text) <= _SHORT_NOTE else _WHERE_NOTES_ARE
