"""A TOML text and where everything in it stands: the key and the value of every path."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from etoile_cli.check.toml.items import Items
from etoile_cli.check.toml.lines import Lines
from etoile_cli.check.toml.outline import NO_ARRAYS, Arrays, Path, Table, outline
from etoile_cli.check.toml.pairs import Pair, Pairs
from etoile_cli.check.toml.scanner import Span, item_spans, key_parts, key_span, statements
from etoile_cli.check.toml.tables import TablesByPath


class Place(NamedTuple):
    """Where something stands: lines and columns from 1 on, in characters; the end is behind the last one."""

    line: int
    column: int
    end_line: int
    end_column: int


_START: Span = (0, 0)


class Document:
    r"""A TOML text, its line ends as `\n`.

    Of a text that tomli refuses, `lenient` is where its statements stand, `arrays` what `outline` takes.
    """

    def __init__(self, text: str, lenient: Sequence[Span] | None = None, arrays: Arrays = NO_ARRAYS) -> None:
        self.text = text
        self._lenient = lenient
        self._arrays = arrays
        self._pairs: dict[Span, Pairs] = {}
        self._pairs_by_path: dict[Path, Pairs] = {}
        self._items: dict[Span, Items] = {}

    @cached_property
    def tables(self) -> list[Table]:
        """The tables of a lenient text in their order."""
        return list(self._outline())

    def _outline(self) -> Iterator[Table]:
        return outline(self.text, self.statements, lenient=self._lenient is not None, arrays=self._arrays)

    @cached_property
    def _by_path(self) -> TablesByPath:
        if self._lenient is None:
            return TablesByPath(self._outline())
        every = TablesByPath(self.tables)
        while every.read_more(()):
            pass
        return every

    @property
    def statements(self) -> Iterable[Span]:
        """Where its statements stand, in their order."""
        # Those of a lenient text take time to find and are walked again; of the others, few are looked at twice.
        return statements(self.text, 0, len(self.text)) if self._lenient is None else self._lenient

    def statement_at(self, offset: int) -> Span:
        """Return the statement that an offset of a lenient text lies in, or that it lies behind."""
        every = self._lenient or ()
        position = bisect_right(every, (offset, len(self.text))) - 1
        return every[position] if position >= 0 else (0, len(self.text))

    def pairs_of(self, table: Table) -> Iterable[Span]:
        """Return where the pairs of a table stand."""
        every = self._lenient
        if every is None:
            return statements(self.text, *table.body)
        return every[bisect_left(every, (table.body[0], 0)) : bisect_left(every, (table.body[1], 0))]

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def tables_at(self, path: Path) -> Sequence[Table]:
        """Return the tables of a lenient text that are declared at a path."""
        return self._by_path.at(path)

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its end."""
        return self._lines.text_of(number)

    def place(self, span: Span) -> Place:
        """Return the lines and columns of a span."""
        return Place(*self._lines.line_and_column(span[0]), *self._lines.line_and_column(span[1]))

    def find(self, path: Path) -> tuple[Span, Span]:
        """Return where the key of a path stands and where its value does; a table's value is its header.

        Where that isn't known, it is what encloses it.
        """
        if not path:
            return _START, _START
        while (found := self._find_so_far(path)) is None and self._by_path.read_more(path):
            pass
        return found or self.find_implied(path) or self.find(path[:-1])

    def _find_so_far(self, path: Path) -> tuple[Span, Span] | None:
        """Return what `find` does, if it stands in the tables that are read; nothing can be there twice."""
        for size in range(len(path), -1, -1):
            tables = self._by_path.at(path[:size])
            if size == len(path) and tables and (header := tables[0].header):
                return self._name_in_header(header, path), header
            if tables and (found := self._in_pairs(self._pairs_at(path[:size]), path[size:])):
                return found
        return None

    def find_implied(self, path: Path) -> tuple[Span, Span] | None:
        """Return the name and the whole of the first header that implies a table, as `[cast.x]` does `cast`."""
        header = self._by_path.implied.get(path)
        return (self._name_in_header(header, path), header) if header else None

    def find_before(self, path: Path, offset: int) -> tuple[Path, Span] | None:
        """Return as much of a path as stands before an offset in a key or a header, and where its last name does."""
        for size in range(len(path), 0, -1):
            here = path[:size]
            if isinstance(here[-1], str):
                places = [key for key in self._names_of(here) if key[0] < offset]
                if places:
                    return here, min(places)
        return None

    def _names_of(self, path: Path) -> Iterator[Span]:
        """Yield where the last name of a path first stands: in headers of each sort, and among pairs."""
        for table in (*self.tables_at(path)[:1], *self.tables_at((*path, 0))[:1]):
            if table.header:
                yield self._name_in_header(table.header, path)
        if implied := self.find_implied(path):
            yield implied[0]
        for size in range(len(path)):
            if found := self._in_pairs(self._pairs_at(path[:size]), path[size:]):
                yield found[0]

    def _name_in_header(self, header: Span, path: Path) -> Span:
        """Return where the last name of a path stands in a header; the first word of one that is broken."""
        parts = key_parts(self.text, header)
        names = sum(isinstance(step, str) for step in path)
        return parts[names - 1][1] if names <= len(parts) else key_span(self.text, header)

    def _in_pairs(self, pairs: Pairs, path: Path) -> tuple[Span, Span] | None:
        """Return where a path stands among pairs: as a key, within a value, or as a table that dotted keys imply."""
        for size in range(1, len(path) + 1):
            for pair in pairs.named(path[:size]):
                if size == len(pair.names) and (found := self._in_value(pair, path[size:])):
                    return found
                if size == len(path) < len(pair.names):
                    return pair.parts[size - 1], (pair.parts[0][0], pair.value[1])
        return None

    def _in_value(self, pair: Pair, path: Path) -> tuple[Span, Span] | None:
        """Return where a path stands that leads into the value of a pair, `None` if it leads nowhere."""
        value = pair.value
        for step, name in enumerate(path):
            if isinstance(name, str):
                return self._in_pairs(self._named_pairs_inline(value), path[step:])
            item = self._items_of(value).at(name)
            if item is None:
                return None
            value = item
        return pair.parts[-1], value

    def has_key(self, table: Table, name: str) -> bool:
        """Tell whether a table of the text has a key with a value among its own pairs."""
        if table.body not in self._pairs:
            self._pairs[table.body] = Pairs(self.text, self.pairs_of(table))
        return any(pair.value[0] < pair.value[1] for pair in self._pairs[table.body].named((name,)))

    def _pairs_at(self, path: Path) -> Pairs:
        """Return the pairs of all tables declared at a path: to ask each of thousands would take too long."""
        if path not in self._pairs_by_path:
            pairs = chain.from_iterable(map(self.pairs_of, self.tables_at(path)))
            self._pairs_by_path[path] = Pairs(self.text, pairs)
        return self._pairs_by_path[path]

    def _named_pairs_inline(self, value: Span) -> Pairs:
        if value not in self._pairs:
            pairs = item_spans(self.text, value) if self.text.startswith("{", *value) else ()
            self._pairs[value] = Pairs(self.text, pairs)
        return self._pairs[value]

    def _items_of(self, value: Span) -> Items:
        if value not in self._items:
            self._items[value] = Items(self.text, value)
        return self._items[value]
