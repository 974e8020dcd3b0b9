"""The tables of a TOML text in their order, each with its path in the data and the span of its pairs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from etoile_cli.check.toml.scanner import BARE_KEY, Span, is_header, key_names

Path = tuple[str | int, ...]
"""The keys and positions that lead to a value.

`("fruits", 3, "colours", 0)` is the first item of `colours` in the fourth `[[fruits]]`.
"""

DEEPEST = 8
"""Longer paths are not looked up, so that a header of thousands of names takes no memory for each of its prefixes."""

_PLAIN = re.compile(rf"\[\[?({BARE_KEY})\]\]?")


class Table(NamedTuple):
    """A table: its path, the span of its header, and the span of what follows up to the next header.

    The first table has no header: its pairs are at the top of the text. The path is `None` where the header is broken
    and may mean any table.
    """

    path: Path | None
    header: Span | None
    body: Span


class Header(NamedTuple):
    """The header of a table: its span, the names in it, and whether it is that of an array of tables.

    There are no names where it is broken and may mean any table.
    """

    span: Span
    names: Sequence[str]
    is_array: bool


def outline(text: str, spans: Iterable[Span]) -> Iterator[Table]:
    """Yield the tables of a text that tomli reads, from the spans of its statements."""
    counts: dict[Path, int] = {}
    path: Path = ()
    header: Span | None = None
    begin = 0
    for statement, names, is_array in _headers(text, spans):
        yield Table(path, header, (begin, statement[0]))
        path = path_of(names, counts, is_array=is_array)
        header = statement
        begin = statement[1]
    yield Table(path, header, (begin, len(text)))


def _headers(text: str, spans: Iterable[Span]) -> Iterator[Header]:
    for span in spans:
        if is_header(text, span):
            plain = _PLAIN.fullmatch(text, *span)
            names = [plain[1]] if plain else [name for name, _ in key_names(text, span)]
            yield Header(span, names, text.startswith("[[", span[0]))


def path_of(names: Sequence[str], counts: dict[Path, int], *, is_array: bool) -> Path:
    """Return the path of the table that a header begins; `counts` has the length of each array of tables so far."""
    path: Path = ()
    for name in names[:-1]:
        path += (name,)
        if path in counts:
            path += (counts[path] - 1,)
    path += (names[-1],)
    if not is_array:
        return path
    counts[path] = counts.get(path, 0) + 1
    return (*path, counts[path] - 1)


def is_only_implied(table: object) -> bool:
    """Return whether the data have no such table, or one without a header: `[fruit.skin]` alone implies `fruit`."""
    return table is None or (isinstance(table, dict) and all(isinstance(each, dict) for each in table.values()))
