"""TOML texts in every notation that TOML 1.1 has, with the places of all that they hold, noted as they are written."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time, timedelta, timezone
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st

from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span
from tests.check.scalars import ScalarNotation
from tests.strategies import texts

Table = Mapping[str, Any]
Names = tuple[str, ...]
Places = dict[Path, tuple[Span, Span]]

_BARE = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
_MOST_LINES = 20
_COMMENTS = ("#", "# [x]", '# """', "#'", "# a = {", "# }", "#]]", "# É 🕺 \\")

_ZONES = [UTC, timezone(timedelta(hours=-5, minutes=-30)), timezone(timedelta(hours=2)), None]
_MOMENTS = st.sampled_from([time(10, 30), *(datetime(2025, 4, 24, 10, 30, tzinfo=zone) for zone in _ZONES)])
_NUMBERS = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False)
_DATES = st.dates() | st.times() | st.datetimes(timezones=st.sampled_from(_ZONES)) | _MOMENTS
_NAMES = texts | st.sampled_from(["a", "b", "c", "a.b", ""])


def _deeper(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    tables = st.dictionaries(_NAMES, values, max_size=3)
    return tables | st.lists(tables, max_size=3) | st.lists(values, max_size=3)


tables = st.dictionaries(
    _NAMES, st.recursive(texts | st.booleans() | _NUMBERS | _DATES, _deeper, max_leaves=12), max_size=4
)
seeds = st.integers(0, 99_999)


class Written(NamedTuple):
    """A TOML text, where its keys and values stand, and where another pair could stand, in which table."""

    text: str
    places: Places
    gaps: list[tuple[int, Path]]


def is_told_apart(written: Written) -> bool:
    """Tell whether a text can't be taken for a broken one: no inline table is long, no line of a string a header."""
    values = {written.text[slice(*value)] for _, value in written.places.values()}
    tables = [value for value in values if value.startswith("{")]
    strings = [value for value in values if value.startswith(('"', "'"))]
    return max((table.count("\n") for table in tables), default=0) <= _MOST_LINES and not any(
        re.search(r"\n[ \t]*\[", string) for string in strings
    )


def write(table: Table, seed: int) -> Written:
    """Return a table as TOML in some notation, for each seed in another."""
    writer = _Writer(ScalarNotation(Random(seed)))
    for section in _Sections(writer.notation).of((), (), table):
        writer.section(section)
    return Written(writer.text, writer.implied | writer.places, writer.gaps)


class _Section(NamedTuple):
    """A table as it is written: the names in its header, none for the first; its pairs, with their dotted keys."""

    names: Names
    path: Path
    pairs: Sequence[tuple[Names, Any]]
    is_item: bool


def _pairs(table: Table, notation: ScalarNotation) -> Iterator[tuple[Names, Any]]:
    """Yield the pairs of a table, some of the tables in it taken apart into dotted keys."""
    for name, value in table.items():
        if isinstance(value, dict) and value and notation.maybe():
            yield from (((name, *names), each) for names, each in _pairs(value, notation))
        else:
            yield (name,), value


class _Sections:
    """What decides which tables get headers, and in which order they come."""

    def __init__(self, notation: ScalarNotation) -> None:
        self._notation = notation
        self._maybe = notation.maybe
        self._shuffle = notation.random.shuffle

    def of(self, names: Names, path: Path, table: Table, *, is_item: bool = False) -> list[_Section]:
        """Return the sections that make a table: its own, and those of the tables in it that have headers."""
        inline: dict[str, Any] = {}
        others: list[list[_Section]] = []
        for name, value in table.items():
            if isinstance(value, dict) and self._maybe(0.5):
                others.append(self.of((*names, name), (*path, name), value))
            elif _is_array_of_tables(value) and self._maybe(0.5):
                others.append(list(self._items((*names, name), (*path, name), value)))
            else:
                inline[name] = value
        pairs = list(_pairs(inline, self._notation))
        self._shuffle(pairs)
        own = _Section(names, path, pairs, is_item)
        return self._in_order(own, self._merged(others))

    def _items(self, names: Names, path: Path, items: Sequence[Table]) -> Iterator[_Section]:
        for position, item in enumerate(items):
            yield from self.of(names, (*path, position), item, is_item=True)

    def _in_order(self, own: _Section, rest: list[_Section]) -> list[_Section]:
        if own.names and not own.is_item and rest:
            if not own.pairs and self._maybe(0.5):
                return rest
            if self._maybe():
                at = self._notation.random.randint(0, len(rest))
                return [*rest[:at], own, *rest[at:]]
        return [own, *rest]

    def _merged(self, lists: list[list[_Section]]) -> list[_Section]:
        """Return the sections of several lists, each list in its order; they may take turns."""
        turns = [number for number, each in enumerate(lists) for _ in each]
        if self._maybe(0.5):
            self._shuffle(turns)
        rests = [iter(each) for each in lists]
        return [next(rests[turn]) for turn in turns]


def _is_array_of_tables(value: object) -> bool:
    return isinstance(value, list) and value != [] and all(isinstance(each, dict) for each in value)


class _Writer:
    """A text as it grows, and the places of what it holds: of keys and values, and of tables only implied."""

    def __init__(self, notation: ScalarNotation) -> None:
        self.notation = notation
        self.text = ""
        self.places: Places = {}
        self.implied: Places = {}
        self.gaps: list[tuple[int, Path]] = []

    def section(self, section: _Section) -> None:
        if section.names:
            self._header(section)
        else:
            self._comments()
        self.gaps.append((len(self.text), section.path))
        for names, value in section.pairs:
            self._blanks()
            self._pair(section.path, names, value)
            self._line_end()
            self.gaps.append((len(self.text), section.path))

    def _header(self, section: _Section) -> None:
        self._blanks()
        begin, _ = self._put("[[" if section.is_item else "[")
        self._blanks()
        parts = self._key(section.names)
        self._blanks()
        _, end = self._put("]]" if section.is_item else "]")
        self.places[section.path] = (parts[-1], (begin, end))
        for size in range(1, len(section.path)):
            names = sum(isinstance(step, str) for step in section.path[:size])
            self.implied.setdefault(section.path[:size], (parts[names - 1], (begin, end)))
        self._line_end()

    def _pair(self, path: Path, names: Names, value: Any) -> None:
        parts = self._key(names)
        self._blanks()
        self._put("=")
        self._blanks()
        self._value((*path, *names), parts[-1], value)
        for size, part in enumerate(parts[:-1], start=1):
            self.places.setdefault((*path, *names[:size]), (part, (parts[0][0], len(self.text))))

    def _key(self, names: Names) -> list[Span]:
        parts = []
        for name in names:
            if parts:
                self._blanks()
                self._put(".")
                self._blanks()
            is_bare = name and _BARE.issuperset(name) and not self.notation.maybe()
            parts.append(self._put(name if is_bare else self.notation.string(name)))
        return parts

    def _value(self, path: Path, key: Span, value: Any) -> None:
        begin = len(self.text)
        match value:
            case dict():
                self._items("{}", path, key, list(_pairs(value, self.notation)))
            case list():
                self._items("[]", path, key, list(enumerate(value)))
            case _:
                self._put(self.notation.scalar(value))
        self.places[path] = (key, (begin, len(self.text)))

    def _items(self, brackets: str, path: Path, key: Span, items: Sequence[tuple[Names | int, Any]]) -> None:
        self._put(brackets[0])
        for position, (step, value) in enumerate(items):
            self._put("," if position else "")
            self._gap()
            if isinstance(step, int):
                self._value((*path, step), key, value)
            else:
                self._pair(path, step, value)
            self._gap()
        self._put("," if items and self.notation.maybe() else "")
        self._gap()
        self._put(brackets[1])

    def _put(self, text: str) -> Span:
        begin = len(self.text)
        self.text += text
        return begin, len(self.text)

    def _blanks(self) -> None:
        self._put(self.notation.one_of(("", "", " ", "\t ")))

    def _comment(self) -> None:
        self._blanks()
        self._put(self.notation.one_of(_COMMENTS) if self.notation.maybe() else "")
        self._put("\n")

    def _comments(self) -> None:
        while self.notation.maybe():
            self._comment()

    def _line_end(self) -> None:
        self._comment()
        self._comments()

    def _gap(self) -> None:
        """Put what may stand between the items of an array or of an inline table."""
        self._comments()
        self._blanks()
