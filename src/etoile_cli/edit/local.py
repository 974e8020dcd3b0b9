"""Changes that concern nothing but their own records: what errors they bring shows without looking at the others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.check.check import error_findings
from etoile_cli.edit.operations import Data, Drop, Operation, Put


def bring_no_error(old: Data, new: Data, operations: Sequence[Operation], today: date) -> bool:
    """Return whether operations surely bring no error; if they may concern other records, that is not known."""
    if not all(map(_is_local, operations)):
        return False
    records = {each.record for each in operations if isinstance(each, Put | Drop)}
    positions = sorted((str(section), int(at)) for section, *numbers in records for at in numbers)
    before, after = (Counter(_errors(_reduced(data, positions), today)) for data in (old, new))
    return not after - before


def _is_local(operation: Operation) -> bool:
    """Return whether an operation changes a key that is compared with no other record's."""
    if not isinstance(operation, Put | Drop):
        return False
    section = str(operation.record[0])
    kind = Show if section == SHOW else RECORD_TYPES[section]
    declared = declarations(kind).get(operation.key)
    # Where nothing identifies a record, all of its values do; episodes and seasons are compared by their numbers.
    is_compared = section != SHOW and (not kind.identity or kind.codes or operation.key in kind.identity)
    return not (declared is None or is_compared or declared.identifies or declared.cites or declared.held.refers_to)


def _reduced(data: Data, positions: Sequence[tuple[str, int]]) -> Data:
    """Return the catalogue with the records at some positions of sections alone."""
    kept: dict[str, list[Any]] = {}
    for section, position in positions:
        kept.setdefault(section, []).append(data[section][position])
    return {key: value for key, value in data.items() if not isinstance(value, list)} | kept


def _errors(data: Data, today: date) -> Iterator[tuple[object, ...]]:
    return ((each.code.name, each.path, each.message, each.first) for each in error_findings(data, today))
