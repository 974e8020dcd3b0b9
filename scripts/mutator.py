"""Inputs for the checker, drawn at random from files, and the smallest part of one that still shows a fault."""

import re
from collections.abc import Callable, Sequence
from random import Random

_LARGEST = 1_500
"""Of a larger file, so many bytes of whole lines are taken."""

_BEGINNING = b'format = 1\n[show]\ntitle = "x"\n'
_CHANGES = (1, 1, 1, 2, 3, 5)
_MOST_CUT = 60

_WORD = re.compile(rb"[\w.-]+")

# How often something stands there once more, and how seldom: what grows faster than the input shows there.
_MANY, _ONE_IN = 1_000, 300


class Mutator:
    """Draws inputs: parts of files, a few changes in each. The same seed draws the same ones."""

    def __init__(self, files: Sequence[bytes], fragments: Sequence[bytes], seed: int) -> None:
        self._files, self._fragments, self._random = files, fragments, Random(seed)  # noqa: S311 no secret

    def draw(self) -> bytes:
        """Return the next input."""
        content = self._some_of(self._file())
        if self._random.random() < 0.3:
            content = _BEGINNING + content
        for _ in range(self._random.choice(_CHANGES)):
            content = self._changed(content)
        is_cut = self._random.random() < 0.25
        return content[: self._random.randint(0, len(content))] if is_cut else content

    def _file(self) -> bytes:
        return self._random.choice(self._files)

    def _some_of(self, content: bytes, most: int = _LARGEST) -> bytes:
        """Return whole lines of a file that is too large, from any of them on."""
        if len(content) <= most:
            return content
        begin = content.rfind(b"\n", 0, self._random.randrange(len(content))) + 1
        return content[begin : begin + most]

    def _changed(self, content: bytes) -> bytes:
        begin = self._random.randint(0, len(content))
        end = min(begin + self._random.randint(0, _MOST_CUT), len(content))
        before, part, behind = content[:begin], content[begin:end], content[end:]
        if not self._random.randrange(_ONE_IN):
            return before + (part or b"[show]\n") * self._random.randrange(_MANY) + behind
        match self._random.randrange(8):
            case 0 | 1:
                return before + self._random.choice(self._fragments) + part + behind
            case 2:
                return before + self._random.choice(self._fragments) + behind
            case 3:
                return before + behind
            case 4:
                return before + part[1:] + behind
            case 5:
                return before + self._some_of(self._file(), 300) + part + behind
            case 6:
                return before + self._random.choice(_WORD.findall(content) or [b"show"]) + self._end_or(part + behind)
            case _:
                return before + part * 2 + behind

    def _end_or(self, behind: bytes) -> bytes:
        """Return what follows or, as often, nothing: what is looked for may be beyond the end."""
        return self._random.choice((b"", behind))


def smallest(content: bytes, is_broken: Callable[[bytes], bool]) -> bytes:
    """Return what is left of an input when all is left out, lines and then bytes, without which it is broken, too."""
    content = _fewest(content.splitlines(keepends=True), is_broken)
    return _fewest([content[at : at + 1] for at in range(len(content))], is_broken)


def _fewest(pieces: list[bytes], is_broken: Callable[[bytes], bool]) -> bytes:
    size = len(pieces)
    while size:
        at, before = 0, len(pieces)
        while at < len(pieces):
            fewer = pieces[:at] + pieces[at + size :]
            if is_broken(b"".join(fewer)):
                pieces = fewer
            else:
                at += size
        if size > 1 or len(pieces) == before:
            size //= 2
    return b"".join(pieces)
