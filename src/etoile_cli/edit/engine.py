"""Changes the text of a catalogue: operations on its data become edits of its bytes, and the data are read again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import tomli

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.outline import Path
from etoile_cli.edit.data import is_same
from etoile_cli.edit.operations import Add, Data, Drop, Operation, Put, Remove, added, heading_of, intended, removed
from etoile_cli.edit.text.source_text import SourceText
from etoile_cli.edit.text.splicing import splice
from etoile_cli.edit.toml.additions import additions, table_addition
from etoile_cli.edit.toml.arrays import array_edits
from etoile_cli.edit.toml.pairs import drop, put
from etoile_cli.edit.toml.removals import record_removals
from etoile_cli.edit.toml.tables import CannotEditError, Tables
from etoile_cli.edit.toml.written_values import value_text


class Edited(NamedTuple):
    """A file after a change: its bytes, the data in them, and the edits of its characters that made it so."""

    content: bytes
    data: Data
    edits: Sequence[Edit]


def edited(content: bytes, operations: Sequence[Operation], data: Data | None = None) -> Edited:
    """Return a catalogue after operations, with everything else byte for byte as it was.

    `data` are those that the bytes hold, if they have been read already. Raises ValueError if the bytes are not UTF-8
    or not TOML, CannotEditError if they are written in a way in which a change can't be made.
    """
    source = SourceText(content)
    data = tomli.loads(source.text) if data is None else data
    _refuse_other_types(data, operations)
    wanted = intended(data, operations)
    edits = list(_edits(Tables(source.text), data, wanted, operations))
    end = len(source.text)
    if not source.text.endswith("\n") and any(edit.span[0] == end for edit in edits):
        edits.insert(0, Edit((end, end), "\n"))
    in_file = list(_apart(map(source.in_file, edits)))
    new = splice(source.whole, in_file).encode()
    read = tomli.loads(SourceText(new).text)
    if not is_same(_with_records(read), _with_records(wanted)):
        raise RuntimeError("the text after the change does not hold the data that were intended")
    return Edited(new, read, in_file)


def _refuse_other_types(data: Data, operations: Sequence[Operation]) -> None:
    """Raise CannotEditError if a section that is to be changed is no array."""
    for each in operations:
        section = each.section if isinstance(each, Add | Remove) else str(each.record[0])
        if section != SHOW and not isinstance(data.get(section, []), list):
            raise CannotEditError((section,))


def _apart(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits in their order in the text. Two that take out lines may share the empty ones between them.

    What is to be inserted among lines that go is inserted below these.
    """
    done = 0
    for (begin, end), text in sorted(edits, key=lambda each: each.span):
        is_shared = begin < done and (begin == end or not text)
        yield Edit((done, max(done, end)), text) if is_shared else Edit((begin, end), text)
        done = max(done, end)


def _with_records(data: Data) -> Data:
    """Return data without a show and sections that hold nothing: they are the same as those that are not there."""
    return {key: value for key, value in data.items() if value not in ([], {})}


def _edits(tables: Tables, data: Data, wanted: Data, operations: Sequence[Operation]) -> Iterator[Edit]:
    gone, come = removed(operations), added(operations)
    moved = dict.fromkeys([*gone, *come])
    in_braces = {section: array.value for section in moved if (array := tables.pair_at((section,)))}
    for record, changes in _by_record(operations).items():
        if record[0] not in in_braces:
            yield from _edits_of_record(tables, data, record, changes)
    for section in moved:
        if span := in_braces.get(section):
            yield from array_edits(tables.text, span, data[section], wanted.get(section, []))
            continue
        yield from record_removals(tables, section, gone.get(section, ()))
        if section in come:
            yield from additions(
                tables, section, come[section], (SHOW, *RECORD_TYPES), heading_of(operations, section)
            )


def _by_record(operations: Sequence[Operation]) -> Mapping[Path, Sequence[Put | Drop]]:
    found: dict[Path, list[Put | Drop]] = {}
    for each in operations:
        if isinstance(each, Put | Drop):
            found.setdefault(each.record, []).append(each)
    return found


def _edits_of_record(tables: Tables, data: Data, path: Path, changes: Sequence[Put | Drop]) -> Iterator[Edit]:
    """Yield the edits of the show or a record; what is new in it in the order of its keys."""
    record_type = Show if path == (SHOW,) else RECORD_TYPES[str(path[0])]
    order = list(declarations(record_type))
    values = _at(data, path)
    puts = dict(sorted(_put(changes).items(), key=lambda put: order.index(put[0]) if put[0] in order else len(order)))
    if values is None:
        yield table_addition(tables, SHOW, puts)
        return
    drops = _dropped(changes)
    going = {key: _names(values[key], names, is_filled=key in puts) for key, names in drops.items()}
    if (inline := tables.at(path)) and inline.braces and all(going.get(key) == () for key in values):
        yield Edit(inline.braces, value_text(puts))
        return
    for key, value in puts.items():
        if key in going and (inline := tables.at((*path, key))) and inline.braces and not inline.prefix:
            kept = {name: each for name, each in values[key].items() if name not in drops[key]}
            yield Edit(inline.braces, value_text({**kept, **value}))
            del going[key]
        else:
            yield from put(tables, path, key, values.get(key), value, order)
    yield from drop(tables, path, going)


def _put(changes: Sequence[Put | Drop]) -> dict[str, Any]:
    """Return what is put into a record, by its keys; what several changes put into one table, together."""
    found: dict[str, Any] = {}
    for each in changes:
        if isinstance(each, Put):
            is_table = isinstance(each.value, Mapping) and isinstance(found.get(each.key), Mapping)
            found[each.key] = {**found[each.key], **each.value} if is_table else each.value
    return found


def _dropped(changes: Sequence[Put | Drop]) -> dict[str, list[str | None]]:
    """Return the names that are to go from the tables of a record, by the keys of these; `None` is the whole key."""
    found: dict[str, list[str | None]] = {}
    for each in changes:
        if isinstance(each, Drop):
            found.setdefault(each.key, []).append(each.name)
    return found


def _names(value: Any, dropped: Sequence[str | None], *, is_filled: bool) -> tuple[str, ...]:
    """Return the names that go from a table; none if it goes as a whole, as one that would be empty does."""
    names = tuple(name for name in dropped if name is not None)
    return () if len(names) < len(dropped) or (not is_filled and len(names) == len(value)) else names


def _at(data: Data, path: Path) -> Mapping[str, Any] | None:
    """Return the show or the record at a path; `None` if there is no show."""
    found: Any = data
    for step in path:
        if step == SHOW and SHOW not in found:
            return None
        found = found[step]
    record: Mapping[str, Any] = found
    return record
