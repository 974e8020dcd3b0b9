"""How wide the columns of a table are: none breaks a word, and short ones wrap only if there is no other way."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from etoile_cli.text.widths import is_plain, longest_unit, text_width

GAP = 2
"""The blanks between two columns."""

# From this width on, columns may wrap; in a narrower terminal a table has columns only if none of them has to.
_WIDE = 60
# Up to here a text is a name or a date rather than a sentence.
_SHORT = 24
# In so many columns of the terminal a text that wraps is still read with ease.
_READABLE = 24
# So many texts are measured at a time: together they take a fifth of the time or less, and little memory.
_AT_A_TIME = 500
# A column that wraps has at least so many columns of the terminal, and is no column of single words.
_LEAST = 12


class Needs(NamedTuple):
    """How wide a column is if nothing in it wraps, and how wide at least.

    `yields` says in which order short columns wrap where there is no room: first those with 1. Those with 0, dates for
    one, never do.
    """

    natural: int
    least: int
    yields: int


def needs_of(texts: Sequence[str], yields: int) -> Needs:
    """Return what a column with these texts, its heading among them, needs."""
    extents = [_extents(texts[at : at + _AT_A_TIME]) for at in range(0, len(texts), _AT_A_TIME)]
    natural = max(line for line, _ in extents)
    return Needs(natural, max(*(unit for _, unit in extents), min(natural, _LEAST)), yields)


def _extents(texts: Sequence[str]) -> tuple[int, int]:
    """Return the columns of the longest line of texts, and those of the longest unit that should not be broken."""
    lines = "\n".join(texts)
    words = lines.replace("\n", " ")
    if is_plain(words):
        return max(map(len, lines.split("\n"))), max(map(len, words.split(" ")))
    return max(map(_longest_line, texts)), max(map(longest_unit, texts))


def with_room(columns: Sequence[int], needs: Sequence[Needs], extra: Collection[int], width: int) -> Sequence[int]:
    """Return columns without as many of the last extra ones as keep others from being wide enough to read.

    Each may have to wrap where it is longer than is needed to read it with ease.
    """
    kept, leaving = list(columns), [each for each in columns if each in extra]
    readable = {each: min(needs[each].natural, _READABLE) for each in columns}
    while leaving and not _fits([readable[each] for each in kept], width):
        kept.remove(leaving.pop())
    return kept


def widths_of(needs: Sequence[Needs], width: int) -> list[int] | None:
    """Return how wide each column is, or `None` if they don't fit.

    Long columns get the width of their longest word, and share the remaining width in proportion to what they lack.
    """
    natural = [each.natural for each in needs]
    if width < _WIDE:
        return natural if _fits(natural, width) else None
    given = [each.least if each.natural > _SHORT else each.natural for each in needs]
    for at in sorted((at for at, each in enumerate(needs) if each.yields), key=lambda at: needs[at].yields):
        if _fits(given, width):
            break
        given[at] = needs[at].least
    room = width - _total(given)
    if room < 0:
        return None
    lack = [most - least for most, least in zip(natural, given, strict=True)]
    shared = min(room, sum(lack))
    return [least + shared * lacking // max(sum(lack), 1) for least, lacking in zip(given, lack, strict=True)]


def _fits(widths: Sequence[int], width: int) -> bool:
    return _total(widths) <= width


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)


def _longest_line(text: str) -> int:
    return max(map(text_width, text.split("\n")))
