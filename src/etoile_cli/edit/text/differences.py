"""The edits that make one text of another, line by line.

Lines that stand once in both texts hold them together; only what is between these is compared line with line, and only
if it is short: the time grows with the texts and not with their square.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from etoile_cli.check.problem import Edit
from etoile_cli.edit.text.lines import lines_in

_MOST_COMPARED = 200
_DEEPEST = 50

_Block = tuple[int, int, int, int]
"""Lines of the old text, from and to, and those of the new text in their place."""


def differences(old: str, new: str) -> list[Edit]:
    """Return the edits, sorted, by which the old text becomes the new one; each is of whole lines."""
    before, after = lines_in(old), lines_in(new)
    offsets = [0, *accumulate(map(len, before))]
    return [
        Edit((offsets[first], offsets[last]), "".join(after[begin:end]))
        for first, last, begin, end in _differing(before, after, (0, len(before), 0, len(after)))
    ]


def _differing(old: Sequence[str], new: Sequence[str], whole: _Block, depth: int = 0) -> Iterator[_Block]:
    """Yield the blocks of lines that differ within a block, in order."""
    first, last, begin, end = _without_ends(old, new, whole)
    if first == last and begin == end:
        return
    anchors = _anchors(old, new, (first, last, begin, end)) if depth < _DEEPEST else ()
    if not anchors:
        yield from _compared(old, new, (first, last, begin, end))
        return
    for at, place in [*anchors, (last, end)]:
        yield from _differing(old, new, (first, at, begin, place), depth + 1)
        first, begin = at + 1, place + 1


def _without_ends(old: Sequence[str], new: Sequence[str], block: _Block) -> _Block:
    """Return a block without the lines that both texts have at its beginning and at its end."""
    first, last, begin, end = block
    while first < last and begin < end and old[first] == new[begin]:
        first, begin = first + 1, begin + 1
    while first < last and begin < end and old[last - 1] == new[end - 1]:
        last, end = last - 1, end - 1
    return first, last, begin, end


def _anchors(old: Sequence[str], new: Sequence[str], block: _Block) -> list[tuple[int, int]]:
    """Return where lines stand that are in both texts once, the most of them that have the same order in both."""
    first, last, begin, end = block
    counted, counted_new = Counter(old[first:last]), Counter(new[begin:end])
    places = {new[at]: at for at in range(begin, end)}
    pairs = [
        (at, places[old[at]]) for at in range(first, last) if counted[old[at]] == 1 and counted_new.get(old[at]) == 1
    ]
    return _in_order(pairs)


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest choice of pairs whose second numbers grow, too (patience sorting)."""
    least: list[int] = []  # the least last number of a choice of each length
    ends: list[int] = []  # which pair that is
    before: list[int] = []  # the pair before each in its choice
    for number, (_, place) in enumerate(pairs):
        size = bisect_left(least, place)
        before.append(ends[size - 1] if size else -1)
        least[size : size + 1] = [place]
        ends[size : size + 1] = [number]
    chosen: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chosen.append(pairs[at])
        at = before[at]
    return chosen[::-1]


def _compared(old: Sequence[str], new: Sequence[str], block: _Block) -> Iterator[_Block]:
    first, last, begin, end = block
    if max(last - first, end - begin) > _MOST_COMPARED:
        yield block
        return
    matcher = SequenceMatcher(None, old[first:last], new[begin:end], autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            yield first + a, first + b, begin + c, begin + d
