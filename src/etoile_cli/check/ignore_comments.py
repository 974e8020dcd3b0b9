"""The comments that silence warnings: `# etoile: ignore[search-link]` at the end of a line, or above a record.

A comment at the end of a line silences what begins or ends in that line. A comment on a line of its own directly above
a header, or above other comments that are, silences what is in that table and in the tables within it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from etoile_cli.check.toml.comments import comments_with
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span

_WORDS = "etoile:"
_IGNORE = re.compile(r"#[ \t]*etoile:[ \t]*ignore\b(?:[ \t]*\[(?P<codes>[^\]\n]*)\])?[ \t]*")
_CODE = re.compile(r"[^\s,]+")
_COMMENT_LINE = re.compile(r"[ \t]*#[^\n]*\n")


class Named(NamedTuple):
    """A code in a comment: its name, its span, and the span that goes with it if the others stay."""

    name: str
    span: Span
    removed: Span


class Ignore(NamedTuple):
    """A comment that silences codes in the line at its beginning, or in the table below it.

    If it silences nothing, the span `removed` goes, and the text `left` stays in its place. `record` is the path of
    the record, or of the table, that the line is in. A comment that `is_lost` stands where it silences nothing.
    """

    span: Span
    removed: Span
    left: str
    codes: list[Named]
    record: Path = ()
    line: int = 0
    table: Path = ()

    @property
    def is_lost(self) -> bool:
        """Whether it is neither at the end of a line nor above a header."""
        return not self.line and not self.table


def ignores_in(document: Document) -> Iterator[Ignore]:
    """Yield the comments of a text that silence codes, or are meant to."""
    tables: _Tables | None = None
    for comment in comments_with(document, _WORDS):
        tables = tables or _Tables(document)
        for found in _IGNORE.finditer(document.text, *comment):
            removed, left = _removal(document.text, comment, found)
            span = (found.start(), found.start() + len(found.group().rstrip(" \t")))
            ignore = Ignore(span, removed, left, _codes(found))
            if not _has_line_alone(document.text, comment):
                line = document.place(comment).line
                yield ignore._replace(record=tables.path_at(comment[0])[:2], line=line)
            else:
                yield ignore._replace(table=tables.path_below(comment))


class _Tables:
    """The tables of a text by their offsets."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._tables = document.tables
        self._begins = [each.header[0] if each.header else 0 for each in self._tables]
        self._above: dict[int, int] = {}

    def _position(self, offset: int) -> int:
        return bisect_right(self._begins, offset) - 1

    def path_at(self, offset: int) -> Path:
        """Return the path of the table at an offset; an empty one at the top, and where the header is broken."""
        return self._tables[self._position(offset)].path or ()

    def path_below(self, comment: Span) -> Path:
        """Return the path of the table whose header is directly below a comment; an empty one if there is none."""
        below = self._position(comment[0]) + 1
        if below == len(self._tables):
            return ()
        path, header, _ = self._tables[below]
        return (path or ()) if header and comment[0] >= self._comments_above(below, header[0]) else ()

    def _comments_above(self, position: int, header: int) -> int:
        """Return where the comments begin that stand directly above a header, looked for once for all of them."""
        if position not in self._above:
            start = self._text.rfind("\n", 0, header) + 1
            while start and (line := _COMMENT_LINE.match(self._text, self._text.rfind("\n", 0, start - 1) + 1, start)):
                start = line.start()
            self._above[position] = start
        return self._above[position]


def _codes(found: re.Match[str]) -> list[Named]:
    """Return the codes in a comment, in their order, each with the comma after it, or before the last one."""
    begin = found.start("codes")
    spans = [(begin + each.start(), begin + each.end(), each.group()) for each in _CODE.finditer(found["codes"] or "")]
    codes = []
    for position, (start, end, name) in enumerate(spans):
        is_last = position + 1 == len(spans)
        before = spans[position - 1][1] if position else start
        codes.append(Named(name, (start, end), (before, end) if is_last else (start, spans[position + 1][0])))
    return codes


def _has_line_alone(text: str, comment: Span) -> bool:
    begin = text.rfind("\n", 0, comment[0]) + 1
    return not text[begin : comment[0]].strip(" \t")


def _removal(text: str, comment: Span, found: re.Match[str]) -> tuple[Span, str]:
    """Return the span that goes if a comment silences nothing, and what stays there: other words of a comment stay."""
    begin, end = found.span()
    if end < comment[1]:
        is_sign_needed = begin == comment[0] and text[end] != "#"
        return (begin, end), "# " if is_sign_needed else ""
    if begin == comment[0] and _has_line_alone(text, comment):
        begin = text.rfind("\n", 0, begin) + 1
        return (begin, min(end + 1, len(text))), ""
    start = text.rfind("\n", 0, begin) + 1
    return (start + len(text[start:begin].rstrip(" \t")), end), ""
