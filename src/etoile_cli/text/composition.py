"""Unicode's normal forms, in time that grows with the text.

`unicodedata.normalize` orders the marks behind a letter in time with the square of their number: of 100,000 it takes
ten seconds. No writing has more than 30 of them (Stream-Safe Text Format, UAX 15, section 13), which puts a joiner
that nobody sees behind every 30.
"""

import re
from typing import Literal
from unicodedata import combining, normalize

MOST_MARKS = 30
"""The most marks behind a letter that a text can mean."""

_JOINER = "\u034f"
# No mark is a letter or a number, to Python's expressions either.
_MAY_BE_MARKS = re.compile(rf"[^\w\x00-\x7f]{{{MOST_MARKS + 1},}}")


def normal(form: Literal["NFC", "NFD", "NFKC", "NFKD"], text: str) -> str:
    """Return a text in a normal form; of more than `MOST_MARKS` marks in a row, each so many end with a joiner."""
    return normalize(form, _MAY_BE_MARKS.sub(_in_pieces, text) if _may_hold_many(text) else text)


def most_marks_in(text: str) -> int:
    """Return how many marks stand behind one letter, where they are more than `MOST_MARKS`; else 0."""
    if not _may_hold_many(text):
        return 0
    runs = ("".join("x" if combining(each) else " " for each in found[0]) for found in _MAY_BE_MARKS.finditer(text))
    most = max((len(marks) for run in runs for marks in run.split()), default=0)
    return most if most > MOST_MARKS else 0


def _may_hold_many(text: str) -> bool:
    """Tell at little cost whether there may be more than `MOST_MARKS` in a row: one of them is in such a sample."""
    return not text[:: MOST_MARKS + 1].isascii()


def _in_pieces(found: re.Match[str]) -> str:
    pieces = []
    begin = marks = 0
    for at, character in enumerate(found[0]):
        marks = marks + 1 if combining(character) else 0
        if marks > MOST_MARKS:
            pieces.append(found[0][begin:at])
            begin, marks = at, 1
    return _JOINER.join([*pieces, found[0][begin:]])
