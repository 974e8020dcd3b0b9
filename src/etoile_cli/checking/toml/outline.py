"""The tables of a TOML text in their order, each with its path in the data and where its pairs stand."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from etoile_cli.checking.toml.scanner import Span, is_header, is_toml, key_parts

Path = tuple[str | int, ...]
"""Which value of the data is meant: `("cast", 3, "sources", 0)` is the first source of the fourth cast record."""

_ONLY_WORD = re.compile(r"(?=[^\n]*[\[\]{}<>:]|[-*\u00a0])[^\w=.\n]*(\w+)[^\w=.\n]*")
_FIRST_WORD = re.compile(r"[A-Za-z0-9_-]+")


class Table(NamedTuple):
    """A table: its path, its header (`None` for what stands before the first), and where its pairs are.

    The path is `None` where the header is too broken to tell.
    """

    path: Path | None
    header: Span | None
    body: Span


def outline(
    text: str, spans: Iterable[Span], *, lenient: bool = False, arrays: Collection[str] = ()
) -> Iterator[Table]:
    """Yield the tables of a text from the spans of its statements; `lenient` if tomli refuses it.

    In a lenient text a broken header is taken for what it resembles, and those that `arrays` names are arrays of
    tables however they are written, and `show` is one table. Behind a header that resembles none, a table within a
    record, `[cast.x]`, may be within that one: its path is not known either, until the next record of its section.
    """
    unclear: set[str] = set()
    counts: dict[Path, int] = {}
    path: Path | None = ()
    header: Span | None = None
    begin = last = 0
    for statement in spans:
        is_lost = text[last] == "=" and _is_array(text, statement)
        last = statement[1] - 1
        resembled = resembled_header(text, statement, ("show", *arrays)) if lenient else ""
        if is_lost or not (is_header(text, statement) or resembled):
            continue
        yield Table(path, header, (begin, statement[0]))
        names, is_array = _header(text, statement, ("show", *arrays), lenient=lenient)
        names = [resembled] if resembled else names
        if lenient and len(names) == 1 and names[0] in ("show", *arrays):
            is_array = names[0] in arrays
        unclear = unclear - {*names} if len(names) == 1 else unclear
        if not names:
            unclear = {*arrays}
        path = _path(names, counts, is_array=is_array) if names and names[0] not in unclear else None
        header = statement
        begin = statement[1]
    yield Table(path, header, (begin, len(text)))


def resembled_header(text: str, statement: Span, known: Collection[str]) -> str:
    """Return which known name a line consists of that has no brackets, or not at its beginning; empty if none.

    It is what is left of a header in a list, a quotation, another format, or behind a blank that TOML doesn't know.
    """
    if is_header(text, statement):
        return ""
    word = _ONLY_WORD.fullmatch(text, *statement)
    return word[1] if word and word[1] in known else ""


def _is_array(text: str, statement: Span) -> bool:
    """Tell whether what could be a header is rather an array, as below `genres =`: it is indented and quoted."""
    return text.startswith(('["', "['"), statement[0]) and text[statement[0] - 1] in " \t"


def _header(text: str, statement: Span, known: Collection[str], *, lenient: bool) -> tuple[list[str], bool]:
    """Return the names in a header, and whether it is one of an array of tables.

    No names if it is broken and does not begin with a known one.
    """
    is_array = text.startswith("[[", statement[0])
    if not lenient or is_toml(text[slice(*statement)]):
        return [name for name, _ in key_parts(text, statement)], is_array
    word = _FIRST_WORD.search(text, *statement)
    if word and text.startswith(".", word.end()) and not text.startswith("]", word.end() + 1):
        return [], is_array  # a table within the record before; which one, and of what, nobody knows
    return [word.group()] if word and word.group() in known else [], is_array


def _path(names: list[str], counts: dict[Path, int], *, is_array: bool) -> Path:
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
