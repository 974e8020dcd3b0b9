"""Statements that are TOML by themselves and contradict another one: told once, and not what follows from it."""

import re
from collections.abc import Iterator, Sequence

import tomli

from etoile_cli.check.broken.fault import syntax
from etoile_cli.check.problem import Finding
from etoile_cli.check.quoting import quote
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.outline import Path, Table
from etoile_cli.check.toml.scanner import Span, is_header, key_parts, key_span
from etoile_cli.check.writing import NO_HINT, Hint

# What only tomli sees is looked for with one more reading each time; so many bytes are read at most, and one reading.
_MOST_READ = 1 << 20


def contradiction(document: Document, path: Path, header: Span) -> Finding:
    """Return the problem of a header at a path where something else stands."""
    return _contradiction(document, path, header, document.text[slice(*header)])


def _contradiction(document: Document, path: Path, span: Span, told: str) -> Finding:
    earlier = document.find_before(path, span[0])
    if earlier is None:
        return syntax(f"{told} contradicts another line", span, path[:1])
    (*_, name), key = earlier
    return syntax(f"{told} contradicts {quote(str(name))} in line {document.place(key).line}", span, path)


def stands_twice(document: Document, pair: Span, path: Path, names: Sequence[str], room: int, section: str) -> Finding:
    """Return the problem of a pair whose key is taken: `room` is how many of its names there was room for.

    `section` is that of which a record seems to begin there.
    """
    taken = names[: room + 1]
    key = key_span(document.text, pair)
    _, earlier = document.find_before((*path, *taken), key[0]) or (path, key)
    what = "already stands" if len(taken) == len(names) else "is no table"
    hint = Hint(f"the header [[{section}]] may be missing between them") if section else NO_HINT
    message = f"{quote('.'.join(taken))} {what} in line {document.place(earlier).line}"
    return syntax(message, key, (*path, *names), hint)


def statements_of(document: Document, name: str, end: int) -> Iterator[Span]:
    """Yield where a key at the top stands before an offset, and the tables in it with all that is in them."""
    for table in document.tables:
        if table.path == () and table.header is None:
            yield from (pair for pair in document.pairs_of(table) if _names(document, pair)[:1] == (name,))
        elif table.header and table.header[0] < end and table.path and table.path[0] == name:
            yield table.header[0], table.body[1]


def only_tomli_sees(document: Document, refused: list[Span]) -> Iterator[Finding]:
    """Yield what tomli refuses once it does not read what is refused so far: statements that contradict each other.

    With a statement goes all that goes on what it contradicts.
    """
    for _ in range(max(_MOST_READ // (len(document.text) + 1), 1)):
        try:
            tomli.loads(_without(document.text, refused))
        except tomli.TOMLDecodeError as error:
            span = document.statement_at(error.pos)
            table = _table_of(document, span)
            path = (*(table.path or ()), *(() if table.header == span else _names(document, span)))
            told = document.text[slice(*span)] if is_header(document.text, span) else _key(document, span)
            yield _contradiction(document, path, span, told)
            refused += [span, *_going_on(document, table, path, span)]
        except (ValueError, RecursionError):  # told already, of the statement that it is in
            return
        else:
            return


def _going_on(document: Document, table: Table, path: Path, span: Span) -> Iterator[Span]:
    """Yield where statements stand that go on with what one contradicts."""
    earlier = document.find_before(path, span[0])
    taken = earlier[0] if earlier else path
    if table.header != span:
        names = taken[len(table.path or ()) :]
        pairs = (pair for pair in document.pairs_of(table) if names and pair > span)
        yield from (pair for pair in pairs if _names(document, pair)[: len(names)] == names)
        return
    for each in document.tables:
        if each.header and each.header >= span and each.path and each.path[: len(taken)] == taken:
            yield each.header[0], each.body[1]


def _table_of(document: Document, span: Span) -> Table:
    """Return the table that a statement is in; of a header, the one that it begins."""
    return next(each for each in reversed(document.tables) if (each.header or each.body)[0] <= span[0])


def _names(document: Document, pair: Span) -> tuple[str, ...]:
    return tuple(name for name, _ in key_parts(document.text, pair))


def _key(document: Document, pair: Span) -> str:
    return quote(".".join(_names(document, pair)))


def _without(text: str, spans: Sequence[Span]) -> str:
    """Return a text with blanks in the place of some spans; every other character keeps its place."""
    parts = []
    position = 0
    for begin, end in sorted(spans):
        parts += [text[position:begin], re.sub(r"[^\n]", " ", text[max(begin, position) : end])]
        position = max(end, position)
    return "".join([*parts, text[position:]])
