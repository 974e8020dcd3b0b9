"""The summary as a card, laid out like the first page of a theatre programme."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import ceil

from msgspec import Struct
from rich.text import Text

from etoile_cli.model import Catalogue, Trailer
from etoile_cli.render.facts import (
    headline,
    trailer_text,
    trailers_to_show,
    what_and_where,
    who_and_when,
)
from etoile_cli.render.grid import Cell, Lines, add_block, add_centred, add_fields
from etoile_cli.render.offers import offer_cells
from etoile_cli.render.style import ACCENT, LABEL, QUIET, is_followed
from etoile_cli.values import paragraphs, show, show_all
from etoile_cli.widths import lines_of, text_width

# Longer lines are hard to read.
_WIDEST = 84
# From here up there is room for a frame and for labels beside their texts.
_ROOMY = 60
_LABELS = 10
_GAP = 3

_ORNAMENT = "✦"

# Lines break between words, so that one may need this much more than its even share.
_SLACK = 8

# A note of more lines is read elsewhere: the card is to fit the screen.
_LONGEST_NOTE = 3
_NOTE_ELSEWHERE = "a longer one: etoile export md"


class Entry(Struct, frozen=True):
    """A label, and what stands beside or below it, each on lines of its own."""

    label: str
    cells: Sequence[Cell]


def card(catalogue: Catalogue, today: date, width: int, *, links: bool) -> Text:
    """Return the summary as a card of at most `width` columns.

    `links` tells whether a text can lead to an address; where it can't, the address stands there.
    """
    roomy = width >= _ROOMY
    outer = min(width, _WIDEST)
    inner = outer - (8 if roomy else 2)
    lines = Lines("│   ", "   │", inner) if roomy else Lines(" ")
    if roomy:
        lines.add_edge(f"╭{'─' * (outer - 2)}╮")
    else:
        lines.end()
    _add_masthead(lines, catalogue, inner, roomy=roomy)
    known = who_and_when(catalogue) if roomy else [*who_and_when(catalogue), *what_and_where(catalogue.show)]
    entries = [Entry(label, [Cell(text)]) for label, text in known]
    entries += _ways_to_watch(catalogue, today, links=links)
    _add_entries(lines, entries, inner, roomy=roomy)
    for paragraph in paragraphs(catalogue.show.premise or ""):
        lines.end()
        add_block(lines, Cell(paragraph), inner)
    _add_entries(lines, list(_ending(catalogue, inner - (_LABELS + _GAP if roomy else 2))), inner, roomy=roomy)
    if roomy:
        lines.add_edge(f"╰{'─' * (outer - 2)}╯")
    return lines.text()


def _add_masthead(lines: Lines, catalogue: Catalogue, inner: int, *, roomy: bool) -> None:
    title = show(catalogue.show.title)
    add_centred(lines, Cell(title, ACCENT), inner)
    side = "─" * max(min(text_width(title) + _SLACK, inner - 4) // 2, 4)
    add_centred(lines, Cell(f"{side} {_ORNAMENT} {side}", QUIET), inner)
    if counts := headline(catalogue):
        add_centred(lines, Cell(counts), inner)
    if roomy and (kinds := " · ".join(text for _, text in what_and_where(catalogue.show))):
        add_centred(lines, Cell(kinds), inner)
    if logline := show(catalogue.show.logline or ""):
        lines.end()
        add_centred(lines, Cell(logline, "italic"), inner, balanced=_balanced(text_width(logline), inner))


def _balanced(length: int, inner: int) -> int:
    """Return the width at which a text wraps to lines of about one length."""
    return min(inner, length // max(ceil(length / inner), 1) + _SLACK)


def _add_entries(lines: Lines, entries: Sequence[Entry], inner: int, *, roomy: bool) -> None:
    """Add labelled texts: labels to the right of a column of their own, or above their texts."""
    if entries:
        lines.end()
    if roomy:
        fields = [
            (Cell("" if number else each.label, LABEL), cell)
            for each in entries
            for number, cell in enumerate(each.cells)
        ]
        add_fields(lines, fields, inner, gap=_GAP, least=_LABELS, is_right=True)
        return
    for entry in entries:
        add_block(lines, Cell(entry.label, LABEL), inner)
        for cell in entry.cells:
            add_block(lines, cell, inner, indent=2)


def _ways_to_watch(catalogue: Catalogue, today: date, *, links: bool) -> list[Entry]:
    offers = [cell for offer in catalogue.availability for cell in offer_cells(offer, today, links=links)]
    trailers = [Entry("Trailer", list(_trailer(each, links=links))) for each in trailers_to_show(catalogue)]
    return [*([Entry("Watch", offers)] if offers else []), *trailers]


def _trailer(trailer: Trailer, *, links: bool) -> Iterator[Cell]:
    yield Cell(trailer_text(trailer), address=trailer.url)
    if not (links and is_followed(trailer.url)):
        yield Cell(show(trailer.url))


def _ending(catalogue: Catalogue, room: int) -> Iterator[Entry]:
    if themes := show_all(catalogue.show.themes):
        yield Entry("Themes", [Cell(" · ".join(themes))])
    if note := show(catalogue.show.note or ""):
        is_long = len(lines_of(note, room)) > _LONGEST_NOTE
        yield Entry("Note", [Cell(_NOTE_ELSEWHERE if is_long else note)])
