"""The pairs of a text that is not TOML: the values that they set, and what is wrong with them."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple

import tomli

from etoile_cli.check.toml.advice.declarations import Declaration
from etoile_cli.check.toml.advice.fault import Fault, of_pair
from etoile_cli.check.toml.outline import Table
from etoile_cli.check.toml.recovery.contradictions import duplicate_key, header_may_be_missing
from etoile_cli.check.toml.recovery.data import Data, set_value
from etoile_cli.check.toml.recovery.missing_headers import array_of_headerless
from etoile_cli.check.toml.recovery.reading import Reading
from etoile_cli.check.toml.recovery.unreadable import UnreadableKeys, has_value, key_of, keys_in
from etoile_cli.check.toml.scanner import Span, is_header, key_names
from etoile_cli.check.toml.syntax.context import Context
from etoile_cli.check.toml.syntax.statements import faults_of
from etoile_cli.check.toml.syntax.unexpected import bracket_before_key

_TWO_EQUALS = re.compile(r"[\w-]+[ \t]*=[ \t]*[\w-]+[ \t]*=")


class CurrentTable(NamedTuple):
    """The table that is being read, its data so far, and its declaration.

    `data` is `None` if it is unknown which table it is, or a value is in its place: nothing is read into it.
    """

    table: Table
    data: Data | None
    declared: Declaration | None


class PairReader:
    """Reads the pairs of a text, one after another."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._with_duplicates: set[Table] = set()

    def read_together(self, current: CurrentTable, pairs: Sequence[Span]) -> bool:
        """Read all pairs of the current table if it holds nothing yet and nothing is wrong; return whether that is so.

        That takes a fraction of the time that one after another takes, and is so of nearly all tables.
        """
        if current.data is None or current.data:
            return False
        try:
            current.data.update(tomli.loads(self._text[slice(*current.table.body)]))
        except (ValueError, RecursionError):  # ValueError: also for a number that is too long
            return False
        self._reading.unreadable.kept += len(pairs)
        return True

    def read(self, current: CurrentTable, pair: Span) -> CurrentTable:
        """Read a pair into the current table; return the table that the next pair is in."""
        reading = self._reading
        if faults := list(self._faults(current, pair)):
            reading.faults += faults
            reading.rejected.append(pair)
            if reading.unreadable.headerless == pair:  # the next pairs are of another table
                reading.rejected.append((pair[0], current.table.body[1]))
                current = CurrentTable(current.table, None, None)
            if not has_value(self._text, pair):
                self._add_unreadable_key(current, pair)
                return current
            self.add_unreadable(current, pair)
        reading.unreadable.kept += 1
        return current

    def _faults(self, current: CurrentTable, pair: Span) -> Iterator[Fault]:
        """Set the value of a pair in the data, and yield what is wrong with the pair."""
        text = self._text
        path = current.table.path or ()
        names = [name for name, _ in key_names(text, pair)]
        if is_header(text, pair):
            fault = bracket_before_key(text, pair) or Fault(pair, "this value has no key")
            yield fault._replace(path=path)
            return
        value = _value(text, pair, names)
        if value is None:
            yield from self._faults_of_broken(current, pair, names)
            return
        free = set_value(current.data, names, value) if current.data is not None else len(names)
        if free < len(names):
            hint = header_may_be_missing(self._array_of_headerless(current.table, pair))
            yield duplicate_key(self._reading.document, pair, path, names, free)._replace(hint=hint)

    def _faults_of_broken(self, current: CurrentTable, pair: Span, names: Sequence[str]) -> Iterator[Fault]:
        """Yield what is wrong with a pair that is not TOML by itself; its key is in the data, without a value."""
        text = self._text
        has_key = partial(self._reading.document.has_key, current.table)
        key = names if has_value(text, pair) else []
        for fault in faults_of(text, pair, Context(self._reading.declarations, current.declared, has_key)):
            yield of_pair(fault, current.table.path or (), key)
        if current.data is not None and key and not _has_extra_equals(text, pair, key, current.declared):
            set_value(current.data, key, None)

    def _array_of_headerless(self, table: Table, pair: Span) -> str:
        """Return the array whose next table seems to begin without a header; looked for only once in each table."""
        reading = self._reading
        if table in self._with_duplicates:
            return ""
        self._with_duplicates.add(table)
        if array := array_of_headerless(reading.document, table, pair, reading.declarations):
            reading.unreadable.headerless = pair
            reading.unreadable.arrays.add(array)
        return array

    def add_unreadable(self, current: CurrentTable, statement: Span) -> None:
        """Record the tables of an array, or the keys, that a broken statement may hold besides its own key."""
        unreadable = self._reading.unreadable
        if current.table.path == () and key_of(self._text, statement) in self._reading.declarations.arrays:
            unreadable.has_tables = True
        if current.data is not None and current.declared:
            names = keys_in(self._text, statement, current.declared.keys)
            unreadable.keys.append(UnreadableKeys(current.data, names))

    def _add_unreadable_key(self, current: CurrentTable, pair: Span) -> None:
        unreadable = self._reading.unreadable
        unreadable.rejected += 1
        if current.data is None:
            return
        if current.table.path:
            known = current.declared.keys if current.declared else ()
            unreadable.keys.append(UnreadableKeys(current.data, keys_in(self._text, pair, known)))
        else:
            unreadable.has_tables = True


def _value(text: str, pair: Span, names: Sequence[str]) -> Any:
    """Return the value of a pair, `None` if the pair is not TOML by itself."""
    try:
        value: Any = tomli.loads(text[slice(*pair)])
    except (ValueError, RecursionError):  # ValueError: also for a number that is too long
        return None
    for name in names:
        value = value[name]
    return value


def _has_extra_equals(text: str, pair: Span, key: Sequence[str], declared: Declaration | None) -> bool:
    """Return whether a key is not declared and has two `=` after it: the word after the first one is the key."""
    return declared is not None and key[0] not in declared.keys and _TWO_EQUALS.match(text, *pair) is not None
