"""What is asked of the keys of a record, as operations on it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.toml.outline import Path
from etoile_cli.edit.data import is_same
from etoile_cli.edit.given.assignments import Action, Assignment, value_of
from etoile_cli.edit.operations import Drop, Operation, Put
from etoile_cli.errors import NoMatchError


def operations_of(
    path: Path, record: Mapping[str, Any], asked: Sequence[Assignment], known: Mapping[str, Declared]
) -> Iterator[Operation]:
    """Yield the operations that give a record what is asked; nothing for what it has already.

    What goes comes last: a table from which the last key has gone would not be there any more.
    """
    tables: dict[str, dict[str, Any]] = {}
    drops: list[Operation] = []
    for each in asked:
        value = _value(record, each, known)
        before = _before(record, each)
        if value is None or value == []:
            if before is not None:
                drops += [Drop(path, each.key, each.name), *_sources_of(path, record, each, asked, known)]
        elif not is_same(value, before):
            if each.name is None:
                yield Put(path, each.key, value)
            else:
                tables.setdefault(each.key, {})[each.name] = value
    yield from (Put(path, key, table) for key, table in tables.items())
    yield from dict.fromkeys(drops)


def _sources_of(
    path: Path,
    record: Mapping[str, Any],
    gone: Assignment,
    asked: Sequence[Assignment],
    known: Mapping[str, Declared],
) -> Iterator[Operation]:
    """Yield the operation that takes out the sources which state just the value of a key that goes.

    There is none if something else is asked for these sources.
    """
    cites = next((key for key, declared in known.items() if declared.cites), "")
    held = record.get(cites)
    if any(each.key == cites and each.name in (None, gone.key) for each in asked):
        return
    if gone.name is None and isinstance(held, Mapping) and gone.key in held:
        yield Drop(path, cites, gone.key)


def _before(record: Mapping[str, Any], asked: Assignment) -> Any:
    value = record.get(asked.key)
    if asked.name is None:
        return value
    return value.get(asked.name) if isinstance(value, Mapping) else None


def _held(record: Mapping[str, Any], asked: Assignment) -> list[Any]:
    """Return the items of a list; a value that should be in one, and stands alone by mistake, is its only item."""
    value = _before(record, asked)
    return value if isinstance(value, list) else [] if value is None else [value]


def _value(record: Mapping[str, Any], asked: Assignment, known: Mapping[str, Declared]) -> Any:
    """Return the value that is asked for; `None` if there is to be none."""
    if not asked.texts:
        return None
    given = value_of(asked, known)
    if asked.action is Action.SET:
        return given
    before = _held(record, asked)
    if asked.action is Action.TAKE:
        return [each for each in before if each not in given]
    return [*before, *(each for each in dict.fromkeys(given) if each not in before)]


def refuse_not_held(
    records: Sequence[Mapping[str, Any]], asked: Sequence[Assignment], known: Mapping[str, Declared]
) -> None:
    """Raise NoMatchError if something is to be taken out of lists, and none of the records has it in its own."""
    for each in asked:
        if each.action is Action.TAKE:
            lists = [_held(record, each) for record in records]
            for item in value_of(each, known):
                if not any(item in held for held in lists):
                    raise NoMatchError(f'{each.shown} does not hold "{item}"')
