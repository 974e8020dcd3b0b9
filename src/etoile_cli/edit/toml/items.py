"""Edits of what stands between brackets and commas: the items of an array, the pairs of an inline table."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.scanner import Span, item_spans
from etoile_cli.edit.text.lines import after_line, comments_above, indent_of, is_first_on_line, line_start

_TO_COMMA = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+,")
_REST_OF_LINE = re.compile(r"[ \t]*,?[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_INDENT = "    "


class Items:
    """The items of an array or an inline table, and whether each has lines of its own."""

    def __init__(self, text: str, value: Span) -> None:
        self._text = text
        self._value = value
        self.spans: Sequence[Span] = list(item_spans(text, value))
        inner = text[value[0] + 1 : value[1] - 1]
        self._has_comment_alone = not self.spans and "#" in inner
        self._is_table = text[value[0]] == "{"

    def _has_lines(self, number: int) -> bool:
        """Return whether nothing else stands on the lines of an item but its comma and a comment."""
        begin, end = self.spans[number]
        return is_first_on_line(self._text, begin) and bool(_REST_OF_LINE.match(self._text, end))

    def _comma_after(self, number: int) -> int | None:
        """Return where the comma after an item ends; `None` if it has none."""
        found = _TO_COMMA.match(self._text, self.spans[number][1], self._value[1])
        return found.end() if found else None

    def removing(self, numbers: Sequence[int]) -> Iterator[Edit]:
        """Yield the edits that remove items, counted from 0, in order."""
        for _, run in groupby(enumerate(numbers), lambda each: each[1] - each[0]):
            members = [number for _, number in run]
            if all(map(self._has_lines, members)):
                yield from map(self._removing_lines, members)
            else:
                yield self._removing_within_line(members[0], members[-1])

    def _removing_lines(self, number: int) -> Edit:
        begin, end = self.spans[number]
        floor = self.spans[number - 1][1] if number else self._value[0] + 1
        start = comments_above(self._text, line_start(self._text, begin), floor)
        return Edit((start, after_line(self._text, end)), "")

    def _removing_within_line(self, first: int, last: int) -> Edit:
        begin, end = self.spans[first][0], self.spans[last][1]
        if last + 1 < len(self.spans):
            return Edit((begin, self.spans[last + 1][0]), "")
        if first:
            return Edit((self.spans[first - 1][1], end), "")
        return Edit((begin, self._comma_after(last) or end), "")

    def inserting(self, position: int, texts: Sequence[str]) -> Iterator[Edit]:
        """Yield the edits that insert new items, so that the first has a position counted from 0."""
        if not self.spans:
            yield self._inserting_first(texts)
        elif position == 0:
            yield self._inserting_before(texts)
        else:
            yield from self._inserting_after(position - 1, texts)

    def _inserting_first(self, texts: Sequence[str]) -> Edit:
        begin, end = self._value
        if self._has_comment_alone and is_first_on_line(self._text, end - 1):
            indent = indent_of(self._text, end - 1)
            start = line_start(self._text, end - 1)
            return Edit((start, start), "".join(f"{indent}{_INDENT}{each},\n" for each in texts))
        listed = ", ".join(texts)
        return Edit((begin + 1, end - 1), f" {listed} " if self._is_table else listed)

    def _inserting_before(self, texts: Sequence[str]) -> Edit:
        begin = self.spans[0][0]
        if not self._has_lines(0):
            return Edit((begin, begin), "".join(f"{each}, " for each in texts))
        start = comments_above(self._text, line_start(self._text, begin), self._value[0] + 1)
        indent = indent_of(self._text, begin)
        return Edit((start, start), "".join(f"{indent}{each},\n" for each in texts))

    def _inserting_after(self, number: int, texts: Sequence[str]) -> Iterator[Edit]:
        end = self.spans[number][1]
        if not self._has_lines(number):
            yield Edit((end, end), "".join(f", {each}" for each in texts))
            return
        indent = indent_of(self._text, self.spans[number][0])
        below = after_line(self._text, end)
        lines = f",\n{indent}".join(texts)
        if self._comma_after(number) is None:
            yield Edit((end, end), ",")
            yield Edit((below, below), f"{indent}{lines}\n")
        else:
            yield Edit((below, below), f"{indent}{lines},\n")
