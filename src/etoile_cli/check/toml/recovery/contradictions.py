"""Statements that are TOML by themselves but contradict an earlier one; what only follows from that is no fault."""

import re
from collections.abc import Iterator, Sequence

import tomli

from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.lenient.document import LenientDocument
from etoile_cli.check.toml.outline import Path, Table
from etoile_cli.check.toml.scanner import Span, is_header, key_names, key_span

# tomli reads the text again for each contradiction that only it notices: so many bytes in all, but at least once.
_MOST_READ = 1 << 20


def contradicting_header(document: LenientDocument, path: Path, header: Span) -> Fault:
    """Return the fault of a header that contradicts what is already at its path."""
    return _contradiction(document, path, header, document.text[slice(*header)])


def _contradiction(document: LenientDocument, path: Path, span: Span, what: str) -> Fault:
    earlier = document.find_before(path, span[0])
    if earlier is None:
        return Fault(span, f"{what} contradicts another line", path=path[:1])
    (*_, name), key = earlier
    return Fault(span, f"{what} contradicts {quote(str(name))} in line {document.place(key).line}", path=path)


def duplicate_key(document: LenientDocument, pair: Span, path: Path, names: Sequence[str], free: int) -> Fault:
    """Return the fault of a pair whose key is taken; `free` is how many names of the key are before the taken one."""
    taken = names[: free + 1]
    key = key_span(document.text, pair)
    _, earlier = document.find_before((*path, *taken), key[0]) or (path, key)
    what = "is there already" if len(taken) == len(names) else "is no table"
    message = f"{quote('.'.join(taken))} {what} in line {document.place(earlier).line}"
    return Fault(key, message, path=(*path, *names))


def header_may_be_missing(array: str) -> Hint:
    """Return the hint that a new record of an array begins at a key that is taken; no hint if `array` is empty."""
    return Hint(f"the header [[{array}]] may be missing between them") if array else NO_HINT


def statements_of(document: LenientDocument, name: str, end: int) -> Iterator[Span]:
    """Yield the pairs of a key at the top that are before an offset, and the tables in it with their pairs."""
    for table in document.tables:
        if table.path == () and table.header is None:
            yield from (pair for pair in document.pairs_of(table) if _names(document, pair)[:1] == (name,))
        elif table.header and table.header[0] < end and table.path and table.path[0] == name:
            yield table.header[0], table.body[1]


def remaining_contradictions(document: LenientDocument, rejected: list[Span]) -> Iterator[Fault]:
    """Yield a fault for each statement that tomli still rejects when those `rejected` so far are blanked out.

    The statement is added to `rejected`, with all later ones that go on with the same key or table.
    """
    for _ in range(max(_MOST_READ // (len(document.text) + 1), 1)):
        try:
            tomli.loads(_blanked(document.text, rejected))
        except tomli.TOMLDecodeError as error:
            span = document.statement_at(error.pos)
            table = _table_of(document, span)
            path = (*(table.path or ()), *(() if table.header == span else _names(document, span)))
            what = document.text[slice(*span)] if is_header(document.text, span) else _key(document, span)
            yield _contradiction(document, path, span, what)
            rejected += [span, *_continuations(document, table, path, span)]
        except (ValueError, RecursionError):  # a fault of one statement, which is reported as such
            return
        else:
            return


def _continuations(document: LenientDocument, table: Table, path: Path, span: Span) -> Iterator[Span]:
    """Yield the later statements that go on with the key or table that a statement contradicts."""
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


def _table_of(document: LenientDocument, span: Span) -> Table:
    """Return the table that a statement is in; for a header, the table that it begins."""
    return next(each for each in reversed(document.tables) if (each.header or each.body)[0] <= span[0])


def _names(document: LenientDocument, pair: Span) -> tuple[str, ...]:
    return tuple(name for name, _ in key_names(document.text, pair))


def _key(document: LenientDocument, pair: Span) -> str:
    return quote(".".join(_names(document, pair)))


def _blanked(text: str, spans: Sequence[Span]) -> str:
    """Return a text with blanks instead of some spans, so that every other character keeps its offset."""
    kept = []
    position = 0
    for begin, end in sorted(spans):
        kept += [text[position:begin], re.sub(r"[^\n]", " ", text[max(begin, position) : end])]
        position = max(end, position)
    return "".join([*kept, text[position:]])
