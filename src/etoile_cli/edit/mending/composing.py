"""Edits of a text, and edits of what comes of it, as edits of the first text."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.scanner import Span
from etoile_cli.edit.text.splicing import splice


class Edits:
    """Edits of a text, sorted and apart from each other, and where they are in the text that comes of them."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.all = edits
        grown = [len(text) - (end - begin) for (begin, end), text in edits]
        self._shifts = [0, *accumulate(grown)]
        begins = [begin + shift for ((begin, _), _), shift in zip(edits, self._shifts, strict=False)]
        self.spans: list[Span] = [(at, at + len(edit.text)) for at, edit in zip(begins, edits, strict=True)]
        self._begins = begins

    def before(self, offset: int) -> int:
        """Return where an offset of the text after the edits was; in the new text of an edit, where its span began."""
        position = bisect_right(self._begins, offset) - 1
        if position >= 0 and offset < self.spans[position][1]:
            return self.all[position].span[0]
        return offset - self._shifts[position + 1]

    def then(self, later: Sequence[Edit], text: str) -> "Edits":
        """Return the edits that do the same as these and then later ones; `text` is what comes of these."""
        return Edits([self._joined(group, text) for group in _groups(self, later)])

    def _joined(self, group: "_Group", text: str) -> Edit:
        (begin, end), own, later = group
        if own is None:
            return Edit((self._outside(begin), self._outside(end)), later[0].text)
        first, last = own
        start = self.all[first].span[0] - (self.spans[first][0] - begin)
        stop = self.all[last].span[1] + (end - self.spans[last][1])
        inside = [Edit((left - begin, right - begin), new) for (left, right), new in later]
        return Edit((start, stop), splice(text[begin:end], inside))

    def _outside(self, offset: int) -> int:
        """Return where an offset was that no edit touches."""
        return offset - self._shifts[bisect_right(self._begins, offset)]


# A span of the text between, the first and the last of the earlier edits that touch it, and the later edits in it.
_Group = tuple[Span, tuple[int, int] | None, Sequence[Edit]]


def _groups(edits: Edits, later: Sequence[Edit]) -> Iterator[_Group]:
    """Yield the edits that touch each other together, in their order."""
    marked = [(span, position, None) for position, span in enumerate(edits.spans)]
    every = sorted([*marked, *((each.span, -1, each) for each in later)], key=lambda each: each[0])
    group: list[tuple[Span, int, Edit | None]] = []
    end = -1
    for each in every:
        if group and each[0][0] > end:
            yield _group(group)
            group = []
        group.append(each)
        end = max(end, each[0][1]) if len(group) > 1 else each[0][1]
    if group:
        yield _group(group)


def _group(group: Sequence[tuple[Span, int, Edit | None]]) -> _Group:
    positions = [position for _, position, _ in group if position >= 0]
    span = group[0][0][0], max(each[0][1] for each in group)
    own = (min(positions), max(positions)) if positions else None
    return span, own, [edit for _, _, edit in group if edit is not None]
