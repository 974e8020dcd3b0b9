"""Labelled texts: to the right of a column of labels, or two on a line if they are short."""

from collections.abc import Iterable, Iterator, Sequence
from math import ceil
from typing import NamedTuple

from etoile_cli.catalogue.vocabulary import is_web_address
from etoile_cli.listing.blocks import beside, flow, indented
from etoile_cli.text.styles import LABEL, PLAIN, Line, Segment, bare, styled
from etoile_cli.text.widths import text_width

# From this width on, texts of several lines are beside their labels; from the second on, two short texts share a line.
_ROOMY = 56
_VERY_ROOMY = 70

_LABELS = 10
_GAP = 3
_COLUMN = _LABELS + _GAP
_INDENT = 2


class Labelled(NamedTuple):
    """A label, and paragraphs: each is pieces that are broken only if they are longer than a line."""

    label: str
    paragraphs: Sequence[Sequence[Line]]


def labelled(label: str, text: str) -> Labelled:
    """Return a single text with a label."""
    return Labelled(label, [[styled(text)]])


def labelled_lines(entries: Iterable[Labelled], width: int) -> Iterator[Line]:
    """Yield texts beside their labels or, if the place is narrow and they need several lines, below them."""
    for label, paragraphs in entries:
        if width >= _ROOMY:
            yield from _beside(label, paragraphs, width)
        elif len(lines := _flowing(paragraphs, width - _COLUMN)) == 1:
            yield from beside([(label, LABEL)], lines, _COLUMN)
        else:
            yield [(label, LABEL)]
            yield from indented(_flowing(paragraphs, width - _INDENT), _INDENT)


def _beside(label: str, paragraphs: Iterable[Sequence[Line]], width: int) -> Iterator[Line]:
    """Yield paragraphs to the right of their label; an address that needs a whole line gets one.

    A terminal makes an address clickable only if it is not broken.
    """
    heading: Line = [_right(label, _LABELS)]
    for pieces in paragraphs:
        needs_line = len(pieces) > 1 and _needs_line(bare(pieces[-1]), width)
        yield from beside(heading, flow(pieces[:-1] if needs_line else pieces, width - _COLUMN), _COLUMN)
        heading = ()
        if needs_line:
            yield from indented([pieces[-1]], _INDENT)


def _needs_line(text: str, width: int) -> bool:
    return width - _COLUMN < text_width(text) <= width - _INDENT and is_web_address(text)


def _right(label: str, width: int) -> Segment:
    """Return a label aligned to the right in its column."""
    return f"{' ' * (width - text_width(label))}{label}", LABEL


def _flowing(paragraphs: Iterable[Sequence[Line]], width: int) -> list[Line]:
    return [line for pieces in paragraphs for line in flow(pieces, width)]


def paired_lines(facts: Sequence[tuple[str, str]], width: int) -> Iterator[Line]:
    """Yield labels and texts; in a wide place, short ones are two on a line, after the longer ones."""
    short = list(facts) if width >= _VERY_ROOMY else []
    while (pairs := _pairs(short, width)) is None:
        short.remove(max(short, key=lambda fact: text_width(fact[1])))
    yield from labelled_lines((labelled(*fact) for fact in facts if fact not in short), width)
    yield from pairs


def _pairs(facts: Sequence[tuple[str, str]], width: int) -> list[Line] | None:
    """Return facts in two columns, `None` if they don't fit."""
    half = ceil(len(facts) / 2)
    left, right = facts[:half], facts[half:]
    if not right:
        return list(labelled_lines((labelled(*fact) for fact in facts), width))
    column = _COLUMN + _GAP + max(text_width(text) for _, text in left)
    labels = max(text_width(label) for label, _ in right)
    if column + labels + _GAP + max(text_width(text) for _, text in right) > width:
        return None
    lines = list(labelled_lines((labelled(*fact) for fact in left), width))
    for at, (label, text) in enumerate(right):
        text_of_label = [_right(label, labels), (" " * _GAP, PLAIN), (text, PLAIN)]
        lines[at] = next(beside(lines[at], [text_of_label], column))
    return lines
