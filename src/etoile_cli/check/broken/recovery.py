"""What can still be read of a text that is not TOML, and everything in it that is not."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property, partial
from typing import Any, NamedTuple

import tomli

from etoile_cli.catalogue.declarations import Declared, declarations, declared_at
from etoile_cli.catalogue.model import SECTIONS
from etoile_cli.catalogue.records import Show
from etoile_cli.check.broken.beginnings import beginnings
from etoile_cli.check.broken.begun import named_records, section_begun
from etoile_cli.check.broken.comments import controls_in_comments
from etoile_cli.check.broken.contradictions import contradiction, only_tomli_sees, stands_twice, statements_of
from etoile_cli.check.broken.fault import finding, syntax
from etoile_cli.check.broken.headers import has_single_brackets, misplaced, without_brackets
from etoile_cli.check.broken.lost import Lost, LostKey, has_value, key_of, keys_in
from etoile_cli.check.broken.sections import sections
from etoile_cli.check.broken.statements import faults_of
from etoile_cli.check.broken.superfluous import bracket_before_key
from etoile_cli.check.broken.tables import Data, Tables, assign, declare, in_the_way
from etoile_cli.check.labels import section_meant
from etoile_cli.check.problem import Finding
from etoile_cli.check.structure.raw_records import is_lost
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.outline import Path, Table
from etoile_cli.check.toml.scanner import Span, is_header, is_toml, key_parts

_TWO_EQUALS = re.compile(r"[\w-]+[ \t]*=[ \t]*[\w-]+[ \t]*=")


class _Around(NamedTuple):
    """The table around a statement: where it stands, what of it is read so far, and what is declared of it.

    Nothing is read into it where it can't be told which one it is, nor where something else stands in its place.
    """

    table: Table
    target: Data | None
    declared: Declared | None


class Recovered(NamedTuple):
    """What could be read of a text that is not TOML, what is wrong with it, and what may be there and is lost.

    `is_complete` is false where so much is wrong that the rest of the text was not looked at.
    """

    document: Document
    data: Data
    findings: list[Finding]
    lost: Lost
    is_complete: bool


def recover(text: str, arrays: Collection[str], most: int) -> Recovered:
    """Return what of a text tomli would read if the statements that it refuses were not there, and those.

    `arrays` names the tables that are meant as arrays of tables, however their header is written. Behind more mistakes
    than `most`, nothing more is looked at.
    """
    for beginning in beginnings(text, ("show", *arrays), most):
        document = Document(beginning.text, lenient=beginning.statements, arrays=sections(arrays))
        recovery = _Recovery(document, most)
        if recovery.is_over:
            return Recovered(document, recovery.data, recovery.findings, recovery.lost, is_complete=False)
    return Recovered(document, recovery.data, recovery.findings, recovery.lost, is_complete=True)


class _Recovery:
    """A text on its way to data: what is read so far, what is wrong, and the spans that tomli won't read."""

    def __init__(self, document: Document, most: int) -> None:
        self.document = document
        self._most = most
        self.data: Data = {}
        self.findings: list[Finding] = []
        self._refused: list[Span] = []
        self._controls = controls_in_comments(document)
        self._control = next(self._controls, None)
        self._contradicted: set[Path] = set()
        self._twice: set[Table] = set()
        self.lost = Lost()
        for table in document.tables:
            self._read_table(table)
        self._read_comments(len(document.text))
        if not self.is_over:
            self.findings += only_tomli_sees(document, self._refused)

    @property
    def is_over(self) -> bool:
        """Whether so much is wrong that the rest is not looked at."""
        return len(self.findings) > self._most

    def _read_comments(self, end: int) -> None:
        """Take in what is wrong with the comments before an offset: all that is found is in the order of the text."""
        while self._control and self._control.span and self._control.span[0] < end and not self.is_over:
            self.findings.append(self._control)
            self._refused.append(self._control.span)
            self._control = next(self._controls, None)

    def _read_table(self, table: Table) -> None:
        self._read_comments(table.header[0] if table.header else 0)
        if self.is_over:
            return
        path = table.path or ()
        around = _Around(table, self._declare(table) if table.header else self.data, _declared(path))
        if table.header and is_header(self.document.text, table.header):
            self._lose_values(around, table.header)
        for pair in self.document.pairs_of(table):
            self._read_comments(pair[0])
            if self.is_over:
                return
            if found := list(self._pair_findings(around, pair)):
                self.findings += found
                self._refused.append(pair)
                if self.lost.begun == pair:  # what follows is another record's
                    self._refused.append((pair[0], table.body[1]))
                    around = _Around(table, None, None)
                if not has_value(self.document.text, pair):
                    self._lose_key(around, pair)
                    continue
                self._lose_values(around, pair)
            self.lost.kept += 1

    def _pair_findings(self, around: _Around, pair: Span) -> Iterator[Finding]:
        """Read a pair into the table around it, and yield what is wrong with it."""
        document = self.document
        table, target, declared = around
        path = table.path or ()
        names = [name for name, _ in key_parts(document.text, pair)]
        if is_header(document.text, pair):
            yield bracket_before_key(document.text, pair, path) or syntax("this value has no key", pair, path)
            return
        value = _value(document.text, pair, names)
        if value is None:
            faults = faults_of(document.text, pair, declared, partial(document.has_key, table))
            keys = names if has_value(document.text, pair) else []
            yield from (finding(fault, path, keys) for fault in faults)
            if target is not None and keys and not _is_cut(document.text, pair, keys, declared):
                assign(target, keys, None)
            return
        room = assign(target, names, value) if target is not None else len(names)
        if room < len(names):
            yield stands_twice(document, pair, path, names, room, self._section_begun(table, pair))

    def _section_begun(self, table: Table, pair: Span) -> str:
        """Return the section of which a record without a header seems to begin; it is looked for once a table."""
        if table in self._twice:
            return ""
        self._twice.add(table)
        if section := section_begun(self.document, table, pair):
            self.lost.begun = pair
            self.lost.sections.add(section)
        return section

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
        found = list(_header_faults(self.document, path, header))
        if path and not found:
            found += self._contradiction(path, header) if target is None else misplaced(self.document, path, header)
        if found or target is None or has_single_brackets(self.document, path, header):
            self._refused.append((header[0], table.body[1]))
        self.findings += found
        self.lost.statements += bool(found)
        self.lost.kept += not found
        return self._clear_the_way(path, header) if path and target is None else target

    def _contradiction(self, path: Path, header: Span) -> Iterator[Finding]:
        """Yield that something stands in the way of a table; nothing where that is told, or a `[show]` is missing."""
        taken = in_the_way(self.data, path)
        is_of_show = len(taken) == 1 and taken[0] in declarations(Show) and not self._has_show
        if taken not in self._contradicted and not is_of_show:
            named = named_records(self.document, path, header)
            yield from named or [contradiction(self.document, path, header)]
            self.lost.sections.update({str(path[0])} if named else ())
        self._contradicted.add(taken)

    def _clear_the_way(self, path: Path, header: Span) -> Data | None:
        """Return the show or the first record of a section: it counts, and not what stands in its way."""
        name = str(path[0])
        if path != ("show",) and (len(path) != 2 or name not in SECTIONS):
            return None
        target: Data = {}
        self.data[name] = target if name == "show" else Tables([target])
        self._refused += statements_of(self.document, name, header[0])
        return target

    @cached_property
    def _has_show(self) -> bool:
        """Whether the text may have a show, be it below a header that can't be read."""
        paths = [each.path for each in self.document.tables if each.header]
        has_header = any(path is None or (len(path) == 1 and section_meant(str(path[0])) == "show") for path in paths)
        return has_header or not is_lost(self.data.get("show"))


def _value(text: str, pair: Span, names: Sequence[str]) -> Any:
    """Return the value of a pair by itself, `None` if it is not TOML."""
    try:
        value: Any = tomli.loads(text[slice(*pair)])
    except (ValueError, RecursionError):  # ValueError: also for a number that is too long
        return None
    for name in names:
        value = value[name]
    return value


def _header_faults(document: Document, path: Path | None, header: Span) -> Iterator[Finding]:
    """Yield what is wrong with a header by itself."""
    if path and not is_header(document.text, header):
        faults = [without_brackets(document.text, header, str(path[0]))]
    else:
        faults = [] if is_toml(document.text[slice(*header)]) else faults_of(document.text, header, None, bool)
    yield from (finding(fault, path or (), []) for fault in faults)


def _is_cut(text: str, pair: Span, keys: Sequence[str], declared: Declared | None) -> bool:
    """Tell whether what stands before a first `=` is no key, and there is another: the first is too many."""
    return declared is not None and keys[0] not in declared.keys and _TWO_EQUALS.match(text, *pair) is not None


def _declared(path: Path) -> Declared | None:
    section = section_meant(str(path[0])) if path else None
    return declared_at((section, *path[1:]) if section else path)
