r"""A change of a file as a unified diff, which `patch -p0` takes: POSIX, IEEE Std 1003.1, `diff -u`.

The hunks come from the edits themselves: finding a hundred thousand of them by comparing the texts would take minutes.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from etoile_cli.check.problem import Edit
from etoile_cli.edit.text.lines import after_line, line_start, lines_in
from etoile_cli.edit.text.splicing import splice

_CONTEXT = 3
_NO_NEWLINE = "\\ No newline at end of file"


class _Change(NamedTuple):
    """Lines that are replaced: the number of the first, counted from 0, the old lines, and the new ones."""

    first: int
    old: Sequence[str]
    new: Sequence[str]

    @property
    def end(self) -> int:
        """The number of the line after the old ones."""
        return self.first + len(self.old)


def patch(name: str, text: str, edits: Sequence[Edit]) -> Iterator[str]:
    """Yield the lines of a unified diff, without line ends; nothing if the edits change nothing.

    `text` are all characters of the file, the edits are sorted and in terms of it.
    """
    changes = list(_changes(text, edits))
    if not changes:
        return
    shown = _shown(name)
    yield f"--- {shown}"
    yield f"+++ {shown}"
    lines = lines_in(text)
    longer = 0
    for group in _groups(changes):
        yield from _hunk(lines, group, longer)
        longer += sum(len(change.new) - len(change.old) for change in group)


def _shown(name: str) -> str:
    """Return the name of a file as GNU diff writes it: a tab ends one with blanks, one with controls is in quotes."""
    if name.isprintable() and not re.search(r'["\\]', name):
        return f"{name}\t" if " " in name else name
    escaped = (f"\\{byte:03o}" if byte < 0x20 or byte in b'"\\\x7f' else chr(byte) for byte in os.fsencode(name))
    return '"' + "".join(escaped).encode("latin-1").decode(errors="replace") + '"'


def _changes(text: str, edits: Iterable[Edit]) -> Iterator[_Change]:
    """Yield the lines that edits change, in order."""
    number = counted = 0
    for begin, end, inside in _chunks(text, edits):
        number += text.count("\n", counted, begin)
        counted = begin
        old = lines_in(text[begin:end])
        new = lines_in(splice(text[begin:end], inside))
        same = _common(old, new)
        tail = _common(old[same:][::-1], new[same:][::-1])
        change = _Change(number + same, old[same : len(old) - tail], new[same : len(new) - tail])
        if change.old or change.new:
            yield change


def _chunks(text: str, edits: Iterable[Edit]) -> Iterator[tuple[int, int, Sequence[Edit]]]:
    """Yield the whole lines around edits, from where to where, each with its edits counted from its beginning."""
    begin = end = 0
    inside: list[Edit] = []
    for (first, last), new in edits:
        if inside and line_start(text, first) >= end:
            yield begin, end, inside
            inside = []
        if not inside:
            begin = end = line_start(text, first)
        end = max(end, after_line(text, last))
        inside.append(Edit((first - begin, last - begin), new))
    if inside:
        yield begin, end, inside


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines two texts have in common at their beginning."""
    fewer = min(len(one), len(other))
    return next((number for number in range(fewer) if one[number] != other[number]), fewer)


def _groups(changes: Sequence[_Change]) -> Iterator[Sequence[_Change]]:
    """Yield the changes that belong in one hunk: those with little between them."""
    group = [changes[0]]
    for change in changes[1:]:
        if change.first - group[-1].end > 2 * _CONTEXT:
            yield group
            group = []
        group.append(change)
    yield group


def _hunk(lines: Sequence[str], group: Sequence[_Change], longer: int) -> Iterator[str]:
    begin = max(group[0].first - _CONTEXT, 0)
    end = min(group[-1].end + _CONTEXT, len(lines))
    grown = sum(len(change.new) - len(change.old) for change in group)
    yield f"@@ -{_range(begin, end - begin)} +{_range(begin + longer, end - begin + grown)} @@"
    at = begin
    for change in group:
        yield from _marked(" ", lines[at : change.first])
        yield from _marked("-", change.old)
        yield from _marked("+", change.new)
        at = change.end
    yield from _marked(" ", lines[at:end])


def _range(begin: int, size: int) -> str:
    """Return the lines of a hunk as POSIX has them: the first, counted from 1, and how many, if not one."""
    first = begin + 1 if size else begin
    return str(first) if size == 1 else f"{first},{size}"


def _marked(mark: str, lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield f"{mark}{line.removesuffix(chr(10))}"
        if not line.endswith("\n"):
            yield _NO_NEWLINE
