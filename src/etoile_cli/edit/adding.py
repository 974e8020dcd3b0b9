"""Records that are given, as operations: new ones are added, and those that are there already refused or completed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.edit.data import is_same
from etoile_cli.edit.matching import Known
from etoile_cli.edit.operations import Add, Operation, Put
from etoile_cli.errors import NotWrittenError, UsageError
from etoile_cli.text.values import count, enumerate_words

Record = Mapping[str, Any]
_MOST_LISTED = 10


class Additions:
    """The operations that put given records into a section that holds others.

    `line_of` is the line of a record that is there, by its position.
    """

    def __init__(self, section: str, there: Sequence[Record], line_of: Callable[[int], int]) -> None:
        self._section = section
        self._there = there
        self._line_of = line_of
        self._known = Known(section, there)

    def of_new(self, given: Sequence[Record]) -> Sequence[Operation]:
        """Return the operations that add records; raises NotWrittenError if one is there already."""
        found = [(record, position) for record in given if (position := self._known.same(record)) is not None]
        if found:
            record, position = found[0]
            more = f"{count(len(found) - 1, 'more record')} likewise; " if found[1:] else ""
            raise NotWrittenError(
                f"{_named(self._section, record)}: {self._shared()} the record in line {self._line_of(position):,}",
                hint=f"{more}--update completes records that are there already",
            )
        return [self._add(record) for record in given]

    def of_all(self, given: Sequence[Record]) -> Sequence[Operation]:
        """Return the operations that complete the records that are there already, and add the others.

        A list and a table gain what they lack; any other key gets the value given. Raises UsageError if a record could
        complete several.
        """
        completed: dict[int, Record] = {}
        added = Known(self._section, [])
        for record in given:
            found = self._known.to_complete(record)
            if len(found) > 1:
                raise self._several(record, found)
            if found:
                before = completed.get(found[0], self._there[found[0]])
                completed[found[0]] = _together(before, record)
            elif same := added.to_complete(record):
                added.replace(same[0], _together(added.records[same[0]], record))
            else:
                added.append(record)
        puts = [put for position, record in completed.items() for put in self._puts(position, record)]
        return [*puts, *map(self._add, added.records)]

    def _shared(self) -> str:
        """Return what a record shares with the one that is there, as `check` says it of two."""
        keys = [f'"{key}"' for key in RECORD_TYPES[self._section].identity]
        return f"the same {enumerate_words(keys)} as" if keys else "all the same values as"

    def _add(self, record: Record) -> Add:
        return Add(self._section, in_order(self._section, record))

    def _puts(self, position: int, completed: Record) -> Iterator[Put]:
        there = self._there[position]
        for key, value in completed.items():
            if not is_same(value, there.get(key)):
                yield Put((self._section, position), key, value)

    def _several(self, record: Record, found: Sequence[int]) -> UsageError:
        lines = [f"{self._line_of(position):,}" for position in found[:_MOST_LISTED]]
        if rest := len(found) - len(lines):
            lines.append(f"{rest:,} more")
        return UsageError(
            f"{_named(self._section, record)} may be any of {len(found):,} records, in lines {enumerate_words(lines)}",
            hint="etoile set changes the one that words choose",
        )


def in_order(section: str, record: Record) -> Record:
    """Return a record with its keys in the order of the model; those it doesn't know come last."""
    order = {key: rank for rank, key in enumerate(declarations(RECORD_TYPES[section]))}
    return dict(sorted(record.items(), key=lambda item: order.get(item[0], len(order))))


def _together(there: Any, given: Any) -> Any:
    if isinstance(there, list) and isinstance(given, list):
        return there + [each for each in given if each not in there]
    if isinstance(there, Mapping) and isinstance(given, Mapping):
        return {**there, **{name: _together(there.get(name), each) for name, each in given.items()}}
    return given


def _named(section: str, record: Record) -> str:
    """Return what a record is called in messages: `cast "Luke Kirby"`, or just `episode` if its name isn't given."""
    name = record.get(RECORD_TYPES[section].main)
    return f"{SECTIONS[section].singular} {quote(str(name))}" if name else SECTIONS[section].singular
