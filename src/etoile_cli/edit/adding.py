"""Records that are given, as operations: new ones are added, and those that are there already refused or completed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.edit.data import is_same
from etoile_cli.edit.matching import Known
from etoile_cli.edit.operations import Add, Operation, Put
from etoile_cli.errors import NotWrittenError, UsageError

Record = Mapping[str, Any]


def additions_of(
    section: str, there: Sequence[Record], given: Sequence[Record], *, update: bool
) -> Sequence[Operation]:
    """Return the operations that put given records into a section that holds others.

    With `update`, a record that is there already gets the values given: a list and a table gain what they lack.
    Raises NotWrittenError if a record is there already, UsageError if several could be meant.
    """
    known = Known(section, there)
    operations: list[Operation] = []
    for record in given:
        if update and (found := known.to_complete(record)):
            if len(found) > 1:
                raise UsageError(
                    f"several records are {_named(section, record)}", hint="etoile set chooses one by words"
                )
            operations += _completing((section, found[0]), there[found[0]], record)
        elif known.same(record) is not None:
            raise NotWrittenError(f"{_named(section, record)} is there already", hint="--update completes it")
        else:
            operations.append(Add(section, in_order(section, record)))
    return operations


def in_order(section: str, record: Record) -> Record:
    """Return a record with its keys in the order of the model; those it doesn't know come last."""
    order = {key: rank for rank, key in enumerate(declarations(RECORD_TYPES[section]))}
    return dict(sorted(record.items(), key=lambda item: order.get(item[0], len(order))))


def _completing(path: tuple[str, int], there: Record, given: Record) -> Iterator[Put]:
    for key, value in given.items():
        completed = _together(there.get(key), value)
        if not is_same(completed, there.get(key)):
            yield Put(path, key, completed)


def _together(there: Any, given: Any) -> Any:
    if isinstance(there, list) and isinstance(given, list):
        return there + [each for each in given if each not in there]
    if isinstance(there, dict) and isinstance(given, dict):
        return there | {name: _together(there.get(name), each) for name, each in given.items()}
    return given


def _named(section: str, record: Record) -> str:
    """Return what a record is called in messages: `cast "Luke Kirby" ("Jack McMillan")`."""
    kind = RECORD_TYPES[section]
    keys = dict.fromkeys((kind.main, *kind.identity))
    first, *rest = [f'"{record[key]}"' for key in keys if key in record] or ["?"]
    return f"{SECTIONS[section].singular} {first}" + (f" ({', '.join(rest)})" if rest else "")
