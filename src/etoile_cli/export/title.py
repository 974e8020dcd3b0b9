"""The title in words that stay whole, and the width of the longest, on which the size of the letters depends.

A page can't know the reader's font. Each letter counts as wide as it is in the widest fonts for text, so that the
title fits in every font. No letters are smaller than .75rem: nobody could read them. Only a word that is too long even
then breaks, and only on a narrow page (a phone has room for some 40 letters, `Llanfairpwllgwyngyll…` has 58): at a
soft hyphen that its editor wrote, else after a hyphen, else where the line ends.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import ceil
from unicodedata import bidirectional, category, normalize

from msgspec import Struct

from etoile_cli.text.widths import breaks_anywhere, text_width

# A title of more characters takes smaller letters.
_LONG = 40

# The width of a line of 320 px at the smallest size, in em.
_ROOM = 23
# A longer run of a script that puts no blanks between words is a sentence, which may break anywhere.
_SENTENCE = 15.5

# How wide letters are at most in fonts for text, in em: measured in DejaVu Serif, the widest of them, Noto Serif
# Display, P052, Liberation Serif, C059, a font whose letters are all alike, and those of Noto for other scripts.
_LETTER = 0.68
_CAPITAL = 0.9
_WIDE = frozenset("mwæœ…—%‰@#&½¼¾жшщюфымњљџѫμωψ")
_WIDE_LETTER = 1.05
_WIDE_CAPITAL = 1.2
_IDEOGRAPH = 1.05
_EMOJI = 1.4
# From Armenian on, but for Tamil; Telugu, Kannada, Malayalam and Sinhala; Thai and Lao.
_OTHER_SCRIPTS = 0x530
_OTHER_LETTER = 0.8
_BY_BLOCK = {0x0B: 1.3, 0x0C: 1.0, 0x0D: 1.0, 0x0E: _LETTER}


class Word(Struct, frozen=True):
    """A word; if `is_whole`, it is a box that breaks only if no line holds it; if `is_kept`, it fits every line."""

    text: str
    is_whole: bool = False
    is_kept: bool = False


class Title(Struct, frozen=True):
    """The words of a title; `width` is how wide the longest can be, in em. A long title takes smaller letters."""

    words: tuple[Word, ...]
    width: float
    is_long: bool


def title_in_words(title: str) -> Title:
    """Return the words of a title, which may hold hyphens, and the width of the longest."""
    words = [(word, list(_runs(word))) for word in title.split(" ")]
    # A box has no direction of its own: between words of both directions it would lose its place.
    directions = {bidirectional(each) for each in title}
    is_mixed = "L" in directions and not directions.isdisjoint({"R", "AL"})
    # Rounded up, and at least 1: narrower titles have the largest size on every page.
    width = ceil(10 * max(1, *(_together(runs) for _, runs in words))) / 10
    return Title(tuple(_word(word, runs, is_mixed=is_mixed) for word, runs in words), width, len(title) > _LONG)


def _word(word: str, runs: Sequence[float], *, is_mixed: bool) -> Word:
    if is_mixed:
        return Word(word, is_kept=0 < sum(runs) <= _ROOM)
    return Word(word, is_whole=0 < sum(runs) <= _together(runs))


def _together(runs: Sequence[float]) -> float:
    """Return the width of what may not break in a word: all of it or, if it breaks between scripts, its widest run."""
    return sum(runs) if all(runs) and (len(runs) == 1 or sum(runs) <= _SENTENCE) else max(runs, default=0)


def _runs(word: str) -> Iterator[float]:
    """Yield the widths of the scripts in a word; 0 for a sentence of one that puts no blanks between words."""
    for is_unspaced, run in groupby(word, key=breaks_anywhere):
        width = sum(map(_width, run))
        yield 0 if is_unspaced and width > _SENTENCE else width


def _width(character: str) -> float:
    """Return how wide a character can be; its accents don't count."""
    letter = normalize("NFD", character)[0]
    columns = text_width(letter)
    if not columns:
        return 0
    if category(letter) == "So":
        return _EMOJI
    if columns == 2:
        return _IDEOGRAPH
    if letter.lower() in _WIDE:
        return _WIDE_CAPITAL if letter.isupper() else _WIDE_LETTER
    if letter.isupper() or category(letter).startswith("S"):
        return _CAPITAL
    return _BY_BLOCK.get(ord(letter) >> 8, _LETTER if ord(letter) < _OTHER_SCRIPTS else _OTHER_LETTER)
