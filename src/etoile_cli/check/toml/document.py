"""A TOML text, and the span of the key and the value of every path in it."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from etoile_cli.check.toml.items import Items
from etoile_cli.check.toml.line_numbers import LineNumbers
from etoile_cli.check.toml.outline import Path, Table, outline
from etoile_cli.check.toml.pairs import Pair, Pairs
from etoile_cli.check.toml.scanner import Span, item_spans, key_names, key_span, statements
from etoile_cli.check.toml.table_index import TableIndex


class Place(NamedTuple):
    """The lines and columns of a span, counted from 1, in characters; the end is after the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


_START: Span = (0, 0)


class Document:
    r"""A text that tomli reads, its line ends as `\n`; `lenient.document` is for the others."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._pairs: dict[Span, Pairs] = {}
        self._pairs_by_path: dict[Path, Pairs] = {}
        self._items: dict[Span, Items] = {}

    @property
    def statements(self) -> Iterable[Span]:
        """The spans of the statements, in their order; scanned each time, since few texts are scanned twice."""
        return statements(self.text, 0, len(self.text))

    @cached_property
    def tables(self) -> list[Table]:
        """The tables, in their order; `find` reads only as many as it needs."""
        return list(outline(self.text, self.statements))

    @cached_property
    def _index(self) -> TableIndex:
        return TableIndex(outline(self.text, self.statements))

    def pairs_of(self, table: Table) -> Iterable[Span]:
        """Return the spans of a table's pairs."""
        return statements(self.text, *table.body)

    @cached_property
    def _lines(self) -> LineNumbers:
        return LineNumbers(self.text)

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its line end."""
        return self._lines.text_of(number)

    def place(self, span: Span) -> Place:
        """Return the lines and columns of a span."""
        return Place(*self._lines.line_and_column(span[0]), *self._lines.line_and_column(span[1]))

    def find(self, path: Path) -> tuple[Span, Span]:
        """Return the span of a path's key and that of its value; the value of a table is its header.

        For a path that is not in the text, these are the spans of the innermost table, array or value around it.
        """
        if not path:
            return _START, _START
        while (found := self._find_so_far(path)) is None and self._index.read_more(path):
            pass
        return found or self.find_implied(path) or self.find(path[:-1])

    def _find_so_far(self, path: Path) -> tuple[Span, Span] | None:
        """Return what `find` returns, if the tables that are read so far have the path: later ones can't repeat it."""
        for size in range(len(path), -1, -1):
            tables = self._index.at(path[:size])
            if size == len(path) and tables and (header := tables[0].header):
                return self._name_in_header(header, path), header
            if tables and (found := self._in_pairs(self._pairs_at(path[:size]), path[size:])):
                return found
        return None

    def find_implied(self, path: Path) -> tuple[Span, Span] | None:
        """Return the name in the first header that implies a table, as `[fruit.skin]` does `fruit`, and the header."""
        header = self._index.implied.get(path)
        return (self._name_in_header(header, path), header) if header else None

    def _name_in_header(self, header: Span, path: Path) -> Span:
        """Return the span of a path's last name in a header; if the header is broken, of the first word in it."""
        found = key_names(self.text, header)
        names = sum(isinstance(step, str) for step in path)
        return found[names - 1][1] if names <= len(found) else key_span(self.text, header)

    def _in_pairs(self, pairs: Pairs, path: Path) -> tuple[Span, Span] | None:
        """Return the spans of a path among pairs: a key, a value within a value, or a table that dotted keys imply."""
        for size in range(1, len(path) + 1):
            for pair in pairs.named(path[:size]):
                if size == len(pair.names) and (found := self._in_value(pair, path[size:])):
                    return found
                if size == len(path) < len(pair.names):
                    return pair.name_spans[size - 1], (pair.name_spans[0][0], pair.value[1])
        return None

    def _in_value(self, pair: Pair, path: Path) -> tuple[Span, Span] | None:
        """Return the spans of a path within the value of a pair; `None` if the value has nothing there."""
        value = pair.value
        for step, name in enumerate(path):
            if isinstance(name, str):
                return self._in_pairs(self._inline_pairs(value), path[step:])
            item = self._items_of(value).at(name)
            if item is None:
                return None
            value = item
        return pair.name_spans[-1], value

    def tables_at(self, path: Path) -> Sequence[Table]:
        """Return the tables with a path that have been read so far; in a text that tomli reads, there is only one."""
        return self._index.at(path)

    def _pairs_at(self, path: Path) -> Pairs:
        """Return the pairs of all tables of a path together: searching each of thousands would take too long."""
        if path not in self._pairs_by_path:
            # A list, which doesn't refer to the document: what refers to itself in a circle stays in memory.
            pairs = chain.from_iterable([self.pairs_of(table) for table in self.tables_at(path)])
            self._pairs_by_path[path] = Pairs(self.text, pairs)
        return self._pairs_by_path[path]

    def _inline_pairs(self, value: Span) -> Pairs:
        if value not in self._pairs:
            pairs = item_spans(self.text, value) if self.text.startswith("{", *value) else ()
            self._pairs[value] = Pairs(self.text, pairs)
        return self._pairs[value]

    def _items_of(self, value: Span) -> Items:
        if value not in self._items:
            self._items[value] = Items(self.text, value)
        return self._items[value]

    def has_key(self, table: Table, name: str) -> bool:
        """Return whether a table has a key with a value among its own pairs."""
        if table.body not in self._pairs:
            self._pairs[table.body] = Pairs(self.text, self.pairs_of(table))
        return any(pair.value[0] < pair.value[1] for pair in self._pairs[table.body].named((name,)))
