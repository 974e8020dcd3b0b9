"""The text of a path, parted into steps: `cast[-1].name` is a name, a position and a name.

A point parts names. Brackets hold a position, which is a bare whole number, or words, which blanks part. Quotation
marks, single or double, take points, brackets and blanks into a name or a word, and make a word of a number; within a
word, behind a letter or a digit, a quotation mark is an apostrophe.
"""

import re
import sys
from collections.abc import Iterator, Sequence

from msgspec import Struct

from etoile_cli.errors import UsageError

_QUOTES = "\"'"
_BEHIND_NAME = ".["
# A longer number is more than there can be of anything, and Python takes no number of 5,000 digits.
_LONGEST = 18


class Name(Struct, frozen=True):
    """The name of a section or a key; `end` is where it ends in the path."""

    text: str
    end: int


class Position(Struct, frozen=True):
    """A position counted from 0, a negative one from the end."""

    number: int
    end: int


class Words(Struct, frozen=True):
    """The words that records are to hold."""

    words: Sequence[str]
    end: int


Step = Name | Position | Words


class Written(Struct, frozen=True):
    """A path as it is written: its text, the name that it begins with, and the steps from there."""

    text: str
    begin: Name
    steps: Sequence[Step]


def written(path: str) -> Written:
    """Return the steps of a path; a name may be empty.

    Raises UsageError, which says where, if a bracket or a quotation mark is not closed, a bracket not opened, nothing
    is in one, or something else comes behind it.
    """
    text, at = _text(path, 0, _BEHIND_NAME)
    begin = Name(text, at)
    steps: list[Step] = []
    while True:
        for step in _brackets(path, at):
            steps.append(step)
            at = step.end
        if at == len(path):
            return Written(path, begin, steps)
        if path[at] != ".":
            raise UsageError(
                f'"{path[at:]}" stands behind "{path[:at]}", where a point or a bracket may stand',
                hint=f"{path[:at]}.KEY leads on to a key",
            )
        text, at = _text(path, at + 1, _BEHIND_NAME)
        steps.append(Name(text, at))


def _brackets(path: str, at: int) -> Iterator[Position | Words]:
    """Yield what the brackets from a place of a path on hold; words that follow each other are one step.

    So a path has few steps, however long it is.
    """
    words: list[str] = []
    while path.startswith("[", at):
        inside, end = _inside(path, at)
        if isinstance(inside, int):
            if words:
                yield Words(words, at)
            yield Position(inside, end)
            words = []
        else:
            words += inside
        at = end
    if words:
        yield Words(words, at)


def _inside(path: str, begin: int) -> tuple[int | list[str], int]:
    """Return the number or the words in the bracket at a place of a path, and where it ends."""
    words: list[str] = []
    at = begin + 1
    while True:
        while path[at : at + 1].isspace():
            at += 1
        if at == len(path):
            raise UsageError(f'the bracket in "{path}" is not closed', hint=f"{path[:begin]}[…] closes it")
        if path[at] == "]":
            break
        word, at = _text(path, at, "]", at_blanks=True)
        words.append(word)
    if not words:
        raise UsageError(
            f'nothing is in the bracket behind "{path[:begin]}"',
            hint="a number is a position from 0, negative from the end; words choose records that hold them",
        )
    number = path[begin + 1 : at].strip()
    return _number(number) if re.fullmatch("-?[0-9]+", number) else words, at + 1


def _number(digits: str) -> int:
    if len(digits) <= _LONGEST:
        return int(digits)
    return -sys.maxsize if digits.startswith("-") else sys.maxsize


def _text(path: str, begin: int, ends: str, *, at_blanks: bool = False) -> tuple[str, int]:
    """Return the text up to the first of some characters outside quotation marks, without these, and where it ends."""
    pieces: list[str] = []
    at = begin
    while at < len(path) and path[at] not in ends and not (at_blanks and path[at].isspace()):
        if path[at] == "]" and "]" not in ends:
            raise UsageError(f'"]" closes no bracket in "{path}"', hint="a bracket opens before it closes: cast[0]")
        if path[at] not in _QUOTES or (at > begin and path[at - 1].isalnum()):
            pieces.append(path[at])
            at += 1
            continue
        closing = path.find(path[at], at + 1)
        if closing < 0:
            raise UsageError(
                f'the quotation mark in "{path}" is not closed: {path[at:]}',
                hint="other quotation marks take this one in",
            )
        pieces.append(path[at + 1 : closing])
        at = closing + 1
    return "".join(pieces), at
