"""Leaving out what would bring errors into a catalogue: what was read may contradict what is there."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from copy import deepcopy
from datetime import date

from msgspec import structs

from etoile_cli.catalogue.sections import SHOW
from etoile_cli.check.check import error_findings
from etoile_cli.check.problem import Finding
from etoile_cli.check.toml.outline import Path
from etoile_cli.edit.earlier_errors import EarlierErrors
from etoile_cli.edit.operations import Add, Data, Operation, Put, intended
from etoile_cli.importing.intake.fitting import sentence, take_out, what_goes

_MOST_ROUNDS = 50
_CITES = "cites"
# What others name an episode by, and how many there are: a change of these can make others wrong.
_NAMED_BY = {"episodes": ("season", "number", "through"), "seasons": ("number", "episodes")}


def without_errors(there: Data, operations: Sequence[Operation], today: date) -> tuple[list[Operation], list[str]]:
    """Return the operations that bring no error into data, and what is said of the others.

    Of a record that is to be added as little goes as with a new catalogue: an item or a value before the record.
    """
    known = Counter(map(_identity, error_findings(there, today)))
    kept, told = list(operations), list[str]()
    for _ in range(_MOST_ROUNDS):
        after = intended(there, kept)
        earlier = EarlierErrors(there, kept, today)
        brought = [
            each
            for each in _beyond(known, error_findings(after, today))
            if not earlier.have(each.code.name, each.path)
        ]
        if not brought:
            break
        told += dict.fromkeys(sentence(after, each) for each in brought)
        fewer = list(_mended(kept, there, after, brought))
        if fewer == kept:
            break
        kept = fewer
    return kept, list(dict.fromkeys(told))


def _beyond(known: Counter[object], findings: Iterator[Finding]) -> Iterator[Finding]:
    left = known.copy()
    for finding in findings:
        if left[_identity(finding)] > 0:
            left[_identity(finding)] -= 1
        else:
            yield finding


def _identity(finding: Finding) -> object:
    return finding.code.name, finding.path, finding.message


def _mended(
    operations: Sequence[Operation], there: Data, after: Data, brought: Sequence[Finding]
) -> Iterator[Operation]:
    """Yield the operations without what brings errors."""
    gone: set[int] = set()
    parts: dict[int, list[Path]] = {}
    for finding in brought:
        added = _addition(operations, there, finding.path)
        if added is None:
            gone.update(_at_fault(operations, there, finding))
        elif len(path := what_goes(after, finding.path)) > 2:
            parts.setdefault(added, []).append(path[2:])
        else:
            gone.add(added)
    if not gone and not parts:
        gone = {at for at, each in enumerate(operations) if isinstance(each, Put) and _renames(each)}
    lesser = [_lesser(each, parts.get(at, ())) for at, each in enumerate(operations)]
    yield from _without(lesser, gone)


def _lesser(operation: Operation, paths: Sequence[Path]) -> Operation:
    """Return an addition without what paths in its record lead to."""
    if not (paths and isinstance(operation, Add)):
        return operation
    record = deepcopy(dict(operation.record))
    take_out(record, paths)
    return structs.replace(operation, record=record)


def _renames(put: Put) -> bool:
    return put.key in _NAMED_BY.get(str(put.record[0]), ())


def _without(operations: Sequence[Operation], positions: Collection[int]) -> Iterator[Operation]:
    """Yield the operations but for some, and for the sources of the values that these put."""
    gone = {(each.record, each.key) for at in positions if isinstance(each := operations[at], Put)}
    for at, each in enumerate(operations):
        if at in positions:
            continue
        if isinstance(each, Put) and each.key == _CITES:
            cites = {name: ids for name, ids in each.value.items() if (each.record, name) not in gone}
            if cites:
                yield Put(each.record, _CITES, cites)
        else:
            yield each


def _addition(operations: Sequence[Operation], there: Data, path: Path) -> int | None:
    """Return which operation adds the record that a path leads into, by its position; `None` if it was there."""
    if path[0] == SHOW or len(path) < 2 or not isinstance(path[1], int):
        return None
    number = path[1] - len(there.get(str(path[0]), []))
    added = [at for at, each in enumerate(operations) if isinstance(each, Add) and each.section == path[0]]
    return added[number] if 0 <= number < len(added) else None


def _at_fault(operations: Sequence[Operation], there: Data, finding: Finding) -> Sequence[int]:
    """Return which operations bring an error: those that made what is wrong, else those that made what it repeats."""
    found = _puts(operations, finding.path)
    if found or finding.first is None:
        return found
    added = _addition(operations, there, finding.first)
    return _puts(operations, finding.first) if added is None else [added]


def _puts(operations: Sequence[Operation], path: Path) -> Sequence[int]:
    """Return which operations put the value that a path leads to, else those that put any into its record."""
    begin = 1 if path[0] == SHOW else 2
    puts = [(at, each) for at, each in enumerate(operations) if isinstance(each, Put) and each.record == path[:begin]]
    return [at for at, each in puts if (each.key,) == path[begin : begin + 1]] or [at for at, _ in puts]
