"""A text that tomli rejects: where its keys, values and tables are, as far as they can be recognised."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from etoile_cli.check.toml.advice.declarations import NO_DECLARATIONS, Declarations
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.lenient.headers import LenientHeaders
from etoile_cli.check.toml.outline import Path, Table, path_of
from etoile_cli.check.toml.scanner import Span
from etoile_cli.check.toml.table_index import TableIndex


class LenientDocument(Document):
    """A text that tomli rejects: the same key or table may be in it more than once.

    `statements` are the spans of its statements, as `lenient_statements` finds them.
    """

    def __init__(self, text: str, statements: Sequence[Span], declarations: Declarations = NO_DECLARATIONS) -> None:
        super().__init__(text)
        self._statements = statements
        self._declarations = declarations

    @property
    def statements(self) -> Sequence[Span]:
        """The spans of the statements, in their order."""
        return self._statements

    @cached_property
    def tables(self) -> list[Table]:
        """The tables in their order."""
        return list(_outline(self.text, self.statements, self._declarations))

    @cached_property
    def _index(self) -> TableIndex:
        index = TableIndex(self.tables)
        while index.read_more(()):
            pass
        return index

    def statement_at(self, offset: int) -> Span:
        """Return the statement at an offset, or the last one before it; the whole text if there is none."""
        position = bisect_right(self.statements, (offset, len(self.text))) - 1
        return self.statements[position] if position >= 0 else (0, len(self.text))

    def pairs_of(self, table: Table) -> Sequence[Span]:
        """Return the spans of a table's pairs."""
        every = self.statements
        return every[bisect_left(every, (table.body[0], 0)) : bisect_left(every, (table.body[1], 0))]

    def find_before(self, path: Path, offset: int) -> tuple[Path, Span] | None:
        """Return the longest prefix of a path that is in the text before an offset, and the span of its last name."""
        for size in range(len(path), 0, -1):
            prefix = path[:size]
            if isinstance(prefix[-1], str):
                names = [name for name in self._names_of(prefix) if name[0] < offset]
                if names:
                    return prefix, min(names)
        return None

    def _names_of(self, path: Path) -> Iterator[Span]:
        """Yield the first span of a path's last name in each kind of header, and among the pairs."""
        for table in (*self.tables_at(path)[:1], *self.tables_at((*path, 0))[:1]):
            if table.header:
                yield self._name_in_header(table.header, path)
        if implied := self.find_implied(path):
            yield implied[0]
        for size in range(len(path)):
            if found := self._in_pairs(self._pairs_at(path[:size]), path[size:]):
                yield found[0]


def _outline(text: str, spans: Sequence[Span], declarations: Declarations) -> Iterator[Table]:
    """Yield the tables of a text from the spans of its statements.

    After a header that may mean any table, the path of a table within a record, `[fruits.skin]`, is unknown as well,
    up to the next `[[fruits]]`: the record may be the one that the unclear header begins.
    """
    unclear: set[str] = set()
    counts: dict[Path, int] = {}
    path: Path | None = ()
    header: Span | None = None
    begin = 0
    for statement, names, is_array in LenientHeaders(text, spans, declarations):
        yield Table(path, header, (begin, statement[0]))
        unclear = unclear - {*names} if len(names) == 1 else unclear
        if not names:
            unclear = {*declarations.arrays}
        path = path_of(names, counts, is_array=is_array) if names and names[0] not in unclear else None
        header = statement
        begin = statement[1]
    yield Table(path, header, (begin, len(text)))
