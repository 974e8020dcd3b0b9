"""The tables of a text as edits need them: where their pairs stand, whatever way they are written.

A table has lines of its own below a header, or stands within braces, or is only in the dotted keys of another:

    [show.ids]                 ids = { imdb = "tt0000001" }         ids.imdb = "tt0000001"
    imdb = "tt0000001"
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from etoile_cli.check.toml.items import Items
from etoile_cli.check.toml.outline import DEEPEST, Path, Table, outline
from etoile_cli.check.toml.scanner import Span, headers, item_spans, key_names, statements, value_span


class CannotEditError(Exception):
    """The text is TOML, but a table is written in a way in which it can't be changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path[0]} is not written in a way that can be changed")


class Pair(NamedTuple):
    """A key with its value: the names of the key, its span, that of the value, and that of both."""

    names: tuple[str, ...]
    key: Span
    value: Span
    span: Span


class PairsOfTable(NamedTuple):
    """Where the pairs of a table stand, and what is around them.

    `header` is the table that has lines of its own, `braces` the span of an inline table; one of them is `None`.
    `pairs` are all that stand there: those of the table itself have names that begin with `prefix`.
    """

    pairs: Sequence[Pair]
    prefix: tuple[str, ...]
    header: Table | None
    braces: Span | None

    def own(self) -> Sequence[Pair]:
        """Return the pairs of the table itself."""
        return self._beginning(self.prefix)

    def named(self, name: str) -> Sequence[Pair]:
        """Return the pairs of a key of the table: several if the key is a table in dotted keys."""
        return self._beginning((*self.prefix, name))

    def _beginning(self, names: tuple[str, ...]) -> Sequence[Pair]:
        return [pair for pair in self.pairs if pair.names[: len(names)] == names]


class Tables:
    """The tables of a text that tomli reads; each of its lines ends with a line feed alone."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._arrays: dict[Span, Items] = {}

    @cached_property
    def all(self) -> Sequence[Table]:
        """The tables in their order; the first is what stands above all headers."""
        return list(outline(self.text, headers(self.text)))

    @cached_property
    def _by_path(self) -> dict[Path | None, Table]:
        return {table.path: table for table in self.all}

    @cached_property
    def _positions(self) -> dict[Span | None, int]:
        return {table.header: number for number, table in enumerate(self.all)}

    def before(self, table: Table) -> Table | None:
        """Return the table above another; `None` above the first."""
        number = self._positions[table.header]
        return self.all[number - 1] if number else None

    def is_between(self, offset: int) -> bool:
        """Return whether an offset is behind the pairs of a table, and before the next header."""
        table = self.all[bisect_right(self.all, offset, key=lambda each: each.body[0]) - 1]
        pairs = self.pairs_in(table)
        return offset >= (pairs[-1].span[1] if pairs else table.body[0])

    def headed(self, path: Path) -> Table | None:
        """Return the table with a path that has a header of its own, or stands above all headers."""
        return self._by_path.get(path)

    def at(self, path: Path) -> PairsOfTable | None:
        """Return where the pairs of a table stand; `None` if there is no such table, or only one of its tables."""
        if table := self.headed(path):
            return PairsOfTable(self.pairs_in(table) if path else self._top, (), table, None)
        if not path:
            return None
        *around, last = path
        if isinstance(last, int):
            array = self.pair_at(tuple(around))
            item = self._items(array.value).at(last) if array else None
            return self._within(item) if item else None
        outer = self.at(tuple(around))
        named = outer.named(last) if outer else ()
        if outer is None or not named:
            return None
        if len(named[0].names) > len(outer.prefix) + 1:
            return outer._replace(prefix=(*outer.prefix, last))
        return self._within(named[0].value)

    def _items(self, array: Span) -> Items:
        if array not in self._arrays:
            self._arrays[array] = Items(self.text, array)
        return self._arrays[array]

    def within(self, path: Path) -> Sequence[Table]:
        """Return the tables with a path, and those in it that have headers of their own."""
        return self._by_beginning.get(path, ())

    @cached_property
    def _by_beginning(self) -> dict[Path, list[Table]]:
        found: dict[Path, list[Table]] = {}
        for table in self.all:
            for size in range(1, min(len(table.path or ()), DEEPEST) + 1):
                found.setdefault((table.path or ())[:size], []).append(table)
        return found

    def pair_at(self, path: Path) -> Pair | None:
        """Return the pair with a path, `None` if there is none, or it is a table in dotted keys or with a header."""
        *around, name = path
        table = self.at(tuple(around))
        pairs = table.named(str(name)) if table else ()
        return next((pair for pair in pairs if table and len(pair.names) == len(table.prefix) + 1), None)

    @cached_property
    def _top(self) -> Sequence[Pair]:
        return self.pairs_in(self.all[0])

    def pairs_in(self, table: Table) -> Sequence[Pair]:
        """Return the pairs below the header of a table."""
        return [_pair(self.text, span) for span in statements(self.text, *table.body)]

    def _within(self, value: Span) -> PairsOfTable | None:
        """Return where the pairs of an inline table stand; `None` if the value is none."""
        if not self.text.startswith("{", value[0]):
            return None
        return PairsOfTable([_pair(self.text, each) for each in item_spans(self.text, value)], (), None, value)


def _pair(text: str, span: Span) -> Pair:
    names, spans = zip(*key_names(text, span), strict=True)
    return Pair(names, (spans[0][0], spans[-1][1]), value_span(text, span), span)
