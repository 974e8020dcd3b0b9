"""The summary as a card, laid out like the first page of a theatre programme."""

from collections.abc import Iterable, Sequence
from datetime import date
from math import ceil
from unicodedata import category, normalize

from rich.align import Align
from rich.box import ROUNDED
from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from etoile_cli.model import Catalogue, Offer, Trailer
from etoile_cli.render.facts import (
    facts,
    headline,
    is_search,
    offer_checked,
    offer_text,
    trailer_text,
    trailers_to_show,
)
from etoile_cli.render.style import ACCENT, LABEL, QUIET, linked
from etoile_cli.values import paragraphs, show, show_all

Entry = tuple[str, list[Text]]

# Longer lines are hard to read.
_WIDEST = 84
# From here up there is room for a frame and for labels beside their texts.
_ROOMY = 60

_LAST_SPACED = "\u058f"  # the Latin, Greek and Cyrillic alphabets and Armenian; the scripts behind them join letters
_ORNAMENT = "✦"

# Lines break between words, so that one may need this much more than its even share.
_SLACK = 8


def card(catalogue: Catalogue, today: date, width: int) -> RenderableType:
    """Return the summary as a card of at most `width` columns."""
    roomy = width >= _ROOMY
    inner = min(width, _WIDEST) - (10 if roomy else 2)
    about = catalogue.show
    blocks: list[RenderableType] = [_masthead(catalogue, inner)]
    if known := facts(catalogue):
        blocks.append(_entries([(label, [Text(text)]) for label, text in known], roomy=roomy))
    blocks += [Text(paragraph) for paragraph in paragraphs(about.premise or "")]
    if links := [*_themes(about.themes), *_links(catalogue, today)]:
        blocks.append(_entries(links, roomy=roomy, apart=True))
    spaced = Group(*(Padding(block, (0 if first else 1, 0, 0, 0)) for first, block in _marked(blocks)))
    if not roomy:
        return Padding(spaced, (1, 1))
    return Panel(spaced, box=ROUNDED, border_style=QUIET, padding=(1, 4), width=min(width, _WIDEST))


def _marked(blocks: Iterable[RenderableType]) -> Iterable[tuple[bool, RenderableType]]:
    return ((position == 0, block) for position, block in enumerate(blocks))


def _masthead(catalogue: Catalogue, inner: int) -> RenderableType:
    title = _spaced(show(catalogue.show.title), inner)
    lines = [Text(title, style=ACCENT, justify="center")]
    rule = "─" * max(min(cell_len(title), inner - 4) // 2, 4)
    lines.append(Text(f"{rule} {_ORNAMENT} {rule}", style=QUIET, justify="center"))
    if facts_line := headline(catalogue):
        lines.append(Text(facts_line, justify="center"))
    masthead: list[RenderableType] = [Align.center(Group(*lines), width=inner)]
    if spoken := show(catalogue.show.logline or ""):
        logline = Text(spoken, style="italic", justify="center")
        masthead += [Text(), Align.center(logline, width=_balanced(logline.cell_len, inner))]
    return Group(*masthead)


def _balanced(length: int, inner: int) -> int:
    """Return the width at which a text wraps to lines of about one length."""
    return min(inner, length // max(ceil(length / inner), 1) + _SLACK)


def _spaced(title: str, inner: int) -> str:
    """Return the title in spaced capitals where its script and the width allow it, as it is otherwise."""
    composed = normalize("NFC", title)
    if any(letter > _LAST_SPACED or category(letter).startswith("M") for letter in composed):
        return title
    spaced = "   ".join(" ".join(word) for word in composed.upper().split())
    return spaced if cell_len(spaced) <= inner else title


def _entries(entries: Sequence[Entry], *, roomy: bool, apart: bool = False) -> RenderableType:
    """Return labelled texts: labels to the right of a column of their own, or above their texts.

    `apart` puts a blank line between entries, where some of them have several lines.
    """
    if not roomy:
        blocks = [Group(Text(label, style=LABEL), *_indented(texts)) for label, texts in entries]
        return Group(*(Padding(block, (int(apart and at > 0), 0, 0, 0)) for at, block in enumerate(blocks)))
    grid = Table.grid(padding=(0, 3, 0, 0))
    grid.add_column(style=LABEL, justify="right", no_wrap=True, min_width=10)
    grid.add_column(overflow="fold")
    for position, (label, texts) in enumerate(entries):
        if apart and position:
            grid.add_row()
        grid.add_row(Text(label), Group(*texts))
    return grid


def _indented(texts: Iterable[Text]) -> Iterable[RenderableType]:
    return (Padding(text, (0, 0, 0, 2)) for text in texts)


def _themes(themes: tuple[str, ...]) -> list[Entry]:
    shown = show_all(themes)
    return [("Themes", [Text(" · ".join(shown))])] if shown else []


def _links(catalogue: Catalogue, today: date) -> list[Entry]:
    watch = [text for offer in catalogue.availability for text in _offer(offer, today)]
    offers = [("Watch", watch)] if watch else []
    trailers = [("Trailer", _trailer(trailer)) for trailer in trailers_to_show(catalogue)]
    note = show(catalogue.show.note or "")
    return [*offers, *trailers, *([("Note", [Text(note)])] if note else [])]


def _offer(offer: Offer, today: date) -> list[Text]:
    page = None if is_search(offer) else offer.url
    return [linked(offer_text(offer, today), page), Text(offer_checked(offer, today), style=QUIET)]


def _trailer(trailer: Trailer) -> list[Text]:
    return [Text(trailer_text(trailer)), linked(show(trailer.url), trailer.url)]
