"""What can still be read of a text that is not TOML, and everything in it that is not."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import tomli
from msgspec.structs import replace

from etoile_cli.checking.broken.fault import Fault
from etoile_cli.checking.broken.lost import Lost, LostKey, has_value, key_of, keys_in
from etoile_cli.checking.broken.statements import faults_of
from etoile_cli.checking.broken.tables import Data, Tables, assign, declare
from etoile_cli.checking.declarations import Declared, declared_at
from etoile_cli.checking.labels import section_meant
from etoile_cli.checking.problem import Code, Finding
from etoile_cli.checking.quoting import quote
from etoile_cli.checking.structure import table_for_array
from etoile_cli.checking.toml.document import Document
from etoile_cli.checking.toml.outline import Path, Table
from etoile_cli.checking.toml.scanner import Span, is_header, key_parts, key_span
from etoile_cli.checking.writing import NO_HINT, Hint, propose
from etoile_cli.model import SECTIONS

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_BETWEEN_KEYS = "', '"
# What only tomli sees is looked for with one more reading each time; so many bytes are read at most, and one reading.
_MOST_READ = 1 << 20


class _Around(NamedTuple):
    """The table around a statement: where it stands, what of it is read so far, and what is declared of it.

    Nothing is read into it where it can't be told which one it is, nor where something else stands in its place.
    """

    table: Table
    target: Data | None
    declared: Declared | None


class Recovered(NamedTuple):
    """What could be read of a text that is not TOML, what is wrong with it, and what may be there and is lost."""

    document: Document
    data: Data
    findings: list[Finding]
    lost: Lost


def recover(text: str, arrays: Collection[str]) -> Recovered:
    """Return what of a text tomli would read if the statements that it refuses were not there, and those.

    `arrays` names the tables that are meant as arrays of tables, however their header is written.
    """
    recovery = _Recovery(Document(text, lenient=True, arrays=arrays))
    return Recovered(recovery.document, recovery.data, recovery.findings, recovery.lost)


class _Recovery:
    """A text on its way to data: what is read so far, what is wrong, and the spans that tomli won't read."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.data: Data = {}
        self.findings: list[Finding] = list(_controls_in_comments(document))
        self._refused: list[Span] = [span for finding in self.findings if (span := finding.span)]
        self.lost = Lost()
        for table in document.tables:
            self._read_table(table)
        self._find_what_only_tomli_sees()

    def _read_table(self, table: Table) -> None:
        path = table.path or ()
        around = _Around(table, self._declare(table) if table.header else self.data, _declared(path))
        if table.header:
            self._lose_values(around, table.header)
        for pair in self.document.pairs_of(table):
            if found := list(_pair_findings(self.document, around, pair)):
                self.findings += found
                self._refused.append(pair)
                if not has_value(self.document.text, pair):
                    self._lose_key(around, pair)
                    continue
                self._lose_values(around, pair)
            self.lost.kept += 1

    def _lose_values(self, around: _Around, statement: Span) -> None:
        """Take into account that the values of several records, or of other keys, may be lost with one."""
        text = self.document.text
        if around.table.path == () and key_of(text, statement) in SECTIONS:
            self.lost.has_records = True
        if around.target is not None and around.declared:
            self.lost.keys.append(LostKey(around.target, keys_in(text, statement, around.declared.keys)))

    def _lose_key(self, around: _Around, pair: Span) -> None:
        self.lost.statements += 1
        if around.target is None:
            return
        if around.table.path:
            known = around.declared.keys if around.declared else ()
            self.lost.keys.append(LostKey(around.target, keys_in(self.document.text, pair, known)))
        else:
            self.lost.has_records = True

    def _declare(self, table: Table) -> Data | None:
        """Return the table that a header begins; `None` if that can't be told, or something stands in its way."""
        header = table.header or table.body
        path = table.path
        target = declare(self.data, path) if path else None
        if path is None:
            self.lost.has_records = True
        found = list(_header_findings(self.document, path, header, is_declared=target is not None))
        self.findings += found
        self.lost.statements += bool(found)
        self.lost.kept += not found
        if found or path is None:
            self._refused.append((header[0], table.body[1]))
        if target is None and path and len(path) == 2 and path[0] in SECTIONS:
            target = {}
            self.data[str(path[0])] = Tables([target])  # the records count, and not what stands in their way
            self._refused += _tables_before(self.document, path[:1], header)
        return target

    def _find_what_only_tomli_sees(self) -> None:
        """Read the text without what is refused so far, until tomli takes it: statements may contradict each other."""
        text = self.document.text
        for _ in range(max(_MOST_READ // (len(text) + 1), 1)):
            try:
                tomli.loads(_without(text, self._refused))
            except tomli.TOMLDecodeError as error:
                span = self.document.statement_at(error.pos)
                self.findings.append(_syntax(_in_our_words(error.msg), span, ()))
                self._refused.append(span)
            except (ValueError, RecursionError):  # told already, of the statement that it is in
                return
            else:
                return


def _tables_before(document: Document, path: Path, header: Span) -> list[Span]:
    """Return where the tables in a section stand that begin before a header."""
    tables = [each for each in document.tables if each.header and each.path and each.path[:1] == path]
    return [(each.header[0], each.body[1]) for each in tables if each.header and each.header < header]


def _without(text: str, spans: Sequence[Span]) -> str:
    """Return a text with blanks in the place of some spans; every other character keeps its place."""
    parts = []
    position = 0
    for begin, end in sorted(spans):
        parts += [text[position:begin], re.sub(r"[^\n]", " ", text[max(begin, position) : end])]
        position = max(end, position)
    return "".join([*parts, text[position:]])


def _controls_in_comments(document: Document) -> Iterator[Finding]:
    """Yield the control characters that stand in comments, where TOML has none either."""
    begin = 0
    for statement in [*document.statements, (len(document.text), 0)]:
        for found in _CONTROL.finditer(document.text, begin, statement[0]):
            message = f"a comment can't hold the character U+{ord(found.group()):04X}"
            yield _syntax(message, found.span(), ())
        begin = statement[1]


def _header_findings(document: Document, path: Path | None, header: Span, *, is_declared: bool) -> Iterator[Finding]:
    text = document.text[slice(*header)]
    if faults := faults_of(document.text, header, None, bool):
        yield from (_finding(fault, path or (), []) for fault in faults)
    elif path is None:
        return
    elif not is_declared:
        yield _syntax(f'{text} contradicts "{path[0]}"', header, path[:1], first=path[:1])
    elif path and isinstance(path[-1], int) and not text.startswith("[["):
        yield replace(table_for_array(str(path[0])), span=header)
    elif path == ("show",) and text.startswith("[["):
        yield Finding(Code.WRONG_TYPE, path, '"show" must be a table, found an array', propose("[show]"), span=header)
    elif document.tables_at(path)[0].header != header:
        yield _syntax(f"{text} already stands", header, path, first=path)


def _pair_findings(document: Document, around: _Around, pair: Span) -> Iterator[Finding]:
    """Read a pair into the table around it, and yield what is wrong with it."""
    table, target, declared = around
    path = table.path or ()
    names = [name for name, _ in key_parts(document.text, pair)]
    if is_header(document.text, pair):
        yield _syntax("this value has no key", pair, path)
        return
    if faults := faults_of(document.text, pair, declared, partial(document.has_key, table)):
        keys = names if has_value(document.text, pair) else []
        yield from (_finding(fault, path, keys) for fault in faults)
        if target is not None and keys:
            assign(target, keys, None)
        return
    value: Any = tomli.loads(document.text[slice(*pair)])
    for name in names:
        value = value[name]
    room = assign(target, names, value) if target is not None else len(names)
    if room < len(names):
        yield _stands_twice(document, pair, path, names, room)


def _stands_twice(document: Document, pair: Span, path: Path, names: Sequence[str], room: int) -> Finding:
    """Return the problem of a pair whose key is taken: `room` is how many of its names there was room for."""
    taken = names[: room + 1]
    key = key_span(document.text, pair)
    earlier = document.find((*path, *taken))[0]
    if earlier[0] >= key[0]:  # the pair itself: a header took the key
        earlier = (document.find_implied((*path, *taken)) or (key, key))[0]
    what = "already stands" if len(taken) == len(names) else "is no table"
    is_record = len(path) == 2 and len(names) == 1
    hint = Hint(f"does a [[{path[0]}]] stand between them?") if is_record else NO_HINT
    message = f"{quote('.'.join(taken))} {what} in line {document.place(earlier).line}"
    return _syntax(message, key, (*path, *names), hint)


def _declared(path: Path) -> Declared | None:
    section = section_meant(str(path[0])) if path else None
    return declared_at((section, *path[1:]) if section else path)


def _in_our_words(told: str) -> str:
    """Return a message of tomli's in the shape of ours: `cannot declare [show] twice`, not `('show',)`."""
    told = re.sub(r"\(('.+?'),?\)", lambda key: f"[{key[1].strip(chr(39)).replace(_BETWEEN_KEYS, '.')}]", told)
    return f"{told[:1].lower()}{told[1:]}"


def _finding(fault: Fault, path: Path, keys: Sequence[str]) -> Finding:
    """Return a fault as a finding; `keys` is the key of the pair that has it, nothing if it isn't a pair."""
    message = f"{quote(keys[0])}: {fault.message}" if keys else fault.message
    return Finding(fault.code, (*path, *keys), message, fault.hint, span=fault.span)


def _syntax(message: str, span: Span, path: Path, hint: Hint = NO_HINT, *, first: Path | None = None) -> Finding:
    return Finding(Code.SYNTAX, path, message, hint, span=span, first=first)
