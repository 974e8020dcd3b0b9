"""Unicode's normal forms, computed in time that grows with the length of the text.

`unicodedata.normalize` sorts the combining marks after a letter in quadratic time: 100,000 of them take ten seconds.
No language needs more than 30 (Stream-Safe Text Format, UAX 15, section 13), so an invisible joiner is inserted after
every 30, which ends the sequence that is sorted.
"""

import re
from typing import Literal
from unicodedata import combining, normalize

MOST_MARKS = 30
"""The most combining marks after one letter that any language needs."""

GRAPHEME_JOINER = "\u034f"
"""An invisible mark that keeps the marks on its two sides apart."""

# Python's \w covers letters and numbers, and no mark is either.
_MAY_BE_MARKS = re.compile(rf"[^\w\x00-\x7f]{{{MOST_MARKS + 1},}}")


def normalized(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """Return a text in a normal form; in a longer sequence of marks, a joiner follows every `MOST_MARKS` of them."""
    return normalize(form, _MAY_BE_MARKS.sub(_with_joiners, text) if _may_hold_many(text) else text)


def most_marks_in(text: str) -> int:
    """Return how many marks follow one letter at most; 0 if that is no more than `MOST_MARKS`."""
    if not _may_hold_many(text):
        return 0
    runs = ("".join("x" if combining(each) else " " for each in found[0]) for found in _MAY_BE_MARKS.finditer(text))
    most = max((len(marks) for run in runs for marks in run.split()), default=0)
    return most if most > MOST_MARKS else 0


def _may_hold_many(text: str) -> bool:
    """Return whether a text may hold too many marks in a row: if so, one of them is among every 31st character."""
    return len(text) > MOST_MARKS and not text[:: MOST_MARKS + 1].isascii()


def _with_joiners(found: re.Match[str]) -> str:
    slices = []
    begin = marks = 0
    for at, character in enumerate(found[0]):
        marks = marks + 1 if combining(character) else 0
        if marks > MOST_MARKS:
            slices.append(found[0][begin:at])
            begin, marks = at, 1
    return GRAPHEME_JOINER.join([*slices, found[0][begin:]])
