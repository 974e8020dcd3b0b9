"""The tables of a TOML text in their order, each with its path in the data and where its pairs stand."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from etoile_cli.check.toml.scanner import KEY, Span, is_header, is_toml, key_parts

Path = tuple[str | int, ...]
"""Which value of the data is meant: `("cast", 3, "sources", 0)` is the first source of the fourth cast record."""

DEEPEST = 8
"""No path of a catalogue is longer."""

_ONLY_WORD = re.compile(r"[^\w=.\n]*+(\w++)[^\w=.\n]*+")
_MARKS = re.compile(r"[^\n]*[\[\]{}<>:]|[-*\u00a0]")
# A pair behind a bracket; `[[ca=st]]` is rather a header.
_BRACKET_AND_PAIR = re.compile(rf"\[\[?[ \t]*{KEY}[ \t]*=(?![^\s\"'\[]*\]+\Z)")
# What got before a header by mistake, and is no key.
_BEHIND_SIGN = re.compile(r"(?![\w-]+[ \t]*=)[^\s\[]{1,3}[ \t]*\[\[?[ \t]*(\w+)[ \t]*\]\]?")
_FIRST_WORD = re.compile(r"[A-Za-z0-9_-]+")


class Table(NamedTuple):
    """A table: its path, its header (`None` for what stands before the first), and where its pairs are.

    The path is `None` where the header is too broken to tell.
    """

    path: Path | None
    header: Span | None
    body: Span


class Surroundings(NamedTuple):
    """What a word on a line of its own stands in.

    The names in the header before it, none at the top, and `None` if it is too broken to tell; the keys that this
    table has so far; the key behind it; whether there is an empty line before it.
    """

    within: Sequence[str] | None
    taken: Collection[str]
    following: str
    is_apart: bool


class Arrays(NamedTuple):
    """The arrays of tables that a lenient text should have, and what other names are taken for; empty for nothing.

    `meant` tells it of a name in a header, `begun` of a word on a line of its own.
    """

    names: Collection[str] = ()
    meant: Callable[[str], str] = lambda _: ""
    begun: Callable[[str, Surroundings], str] = lambda _, __: ""


NO_ARRAYS = Arrays()


def outline(text: str, spans: Iterable[Span], *, lenient: bool = False, arrays: Arrays = NO_ARRAYS) -> Iterator[Table]:
    """Yield the tables of a text from the spans of its statements; `lenient` if tomli refuses it.

    In a lenient text a broken header is taken for what it resembles, and those that `arrays` names are arrays of
    tables however they are written, and `show` is one table. Behind a header that resembles none, a table within a
    record, `[cast.x]`, may be within that one: its path is not known either, until the next record of its section.
    """
    unclear: set[str] = set()
    counts: dict[Path, int] = {}
    path: Path | None = ()
    header: Span | None = None
    begin = 0
    for statement, names, is_array in _LenientHeaders(text, spans, arrays) if lenient else _headers(text, spans):
        yield Table(path, header, (begin, statement[0]))
        unclear = unclear - {*names} if len(names) == 1 else unclear
        if not names:
            unclear = {*arrays.names}
        path = _path(names, counts, is_array=is_array) if names and names[0] not in unclear else None
        header = statement
        begin = statement[1]
    yield Table(path, header, (begin, len(text)))


def resembled_header(text: str, statement: Span, known: Collection[str]) -> str:
    """Return which known name a line consists of that has no brackets, or not at its beginning; empty if none.

    It is what is left of a header in a list, a quotation, another format, or behind a blank that TOML doesn't know.
    """
    word = _ONLY_WORD.fullmatch(text, *statement)
    if word is None or not _MARKS.match(text, *statement):
        word = _BEHIND_SIGN.fullmatch(text, *statement)
    return word[1] if word and word[1] in known else ""


def _headers(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, list[str], bool]]:
    """Yield where the headers of a text stand, the names in each, and whether it is one of an array of tables."""
    for statement in spans:
        if is_header(text, statement):
            yield statement, [name for name, _ in key_parts(text, statement)], text.startswith("[[", statement[0])


class _LenientHeaders:
    """What `_headers` yields, of a text that tomli refuses, and of what was meant as a header there."""

    def __init__(self, text: str, spans: Iterable[Span], arrays: Arrays) -> None:
        self._text = text
        self._statements = list(spans)
        self._arrays = arrays
        self._known = ("show", *arrays.names)

    def __iter__(self) -> Iterator[tuple[Span, list[str], bool]]:
        within: list[str] | None = []
        taken = _Taken(self._text)
        last = 0
        followers = chain(islice(self._statements, 1, None), [(len(self._text),) * 2])
        for statement, follower in zip(self._statements, followers, strict=False):
            names = self._names(statement, last)
            if names is None and not is_header(self._text, statement):
                names = self._begun(statement, follower, last, within, taken)
            last = statement[1] - 1
            if names is None:
                taken.add(statement)
                continue
            within, taken = names or None, _Taken(self._text)
            yield statement, names, self._is_array(statement, names)

    def _names(self, statement: Span, last: int) -> list[str] | None:
        """Return the names in a header or in what is left of one, none if it is too broken; `None` if it is none."""
        if is_header(self._text, statement):
            is_array = self._text[last] == "=" and _is_array(self._text, statement)
            is_value = is_array or _BRACKET_AND_PAIR.match(self._text[slice(*statement)])
            return None if is_value else _names_in(self._text, statement, self._known)
        name = resembled_header(self._text, statement, self._known)
        return [name] if name else None

    def _begun(
        self, statement: Span, follower: Span, last: int, within: Sequence[str] | None, taken: "_Taken"
    ) -> list[str] | None:
        """Return the section that a word on a line of its own begins, as a name; `None` if it begins none."""
        word = _ONLY_WORD.fullmatch(self._text, *statement)
        if word is None:
            return None
        is_apart = self._text.count("\n", last, statement[0]) > 1
        around = Surroundings(within, taken.names(), _first_name(self._text, follower), is_apart)
        name = self._arrays.begun(word[1], around)
        return [name] if name else None

    def _is_array(self, statement: Span, names: Sequence[str]) -> bool:
        if len(names) == 1:
            meant = names[0] if names[0] in self._known else self._arrays.meant(names[0])
            if meant in self._known:
                return meant in self._arrays.names
        return self._text.startswith("[[", statement[0])


class _Taken:
    """The keys of a table, told from its pairs when somebody asks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._names: set[str] = set()
        self._pairs: list[Span] = []

    def add(self, pair: Span) -> None:
        """Take in one more pair."""
        self._pairs.append(pair)

    def names(self) -> Collection[str]:
        """Return the first name in each key."""
        self._names.update(_first_name(self._text, pair) for pair in self._pairs)
        self._pairs.clear()
        return self._names


def _first_name(text: str, statement: Span) -> str:
    """Return the first name in the key of a pair; empty if it is a header, or nothing."""
    is_pair = statement[0] < len(text) and not is_header(text, statement)
    return next((name for name, _ in key_parts(text, statement)), "") if is_pair else ""


def _is_array(text: str, statement: Span) -> bool:
    """Tell whether what could be a header is rather an array, as below `genres =`: it is indented and quoted."""
    return text.startswith(('["', "['"), statement[0]) and text[statement[0] - 1] in " \t"


def _names_in(text: str, statement: Span, known: Collection[str]) -> list[str]:
    """Return the names in a header; none if it is broken and does not begin with a known one."""
    if is_toml(text[slice(*statement)]):
        return [name for name, _ in key_parts(text, statement)]
    word = _FIRST_WORD.search(text, *statement)
    if word and text.startswith(".", word.end()) and not text.startswith("]", word.end() + 1):
        return []  # a table within the record before; which one, and of what, nobody knows
    return [word.group()] if word and word.group() in known else []


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
