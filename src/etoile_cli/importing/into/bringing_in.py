"""Bringing an import into a catalogue: the operations that do it, and what is told of them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec import structs

from etoile_cli.catalogue.sections import SHOW
from etoile_cli.edit.operations import Add, Data, Operation
from etoile_cli.importing.imported import Imported
from etoile_cli.importing.into.harmless import without_errors
from etoile_cli.importing.into.headings import heading
from etoile_cli.importing.into.merging import SOURCES, merged
from etoile_cli.importing.into.same_show import refuse_other_show
from etoile_cli.importing.into.sources import kept_source, new_source


class BroughtIn(NamedTuple):
    """The operations, none if the catalogue has everything; the values that differ, and what is left out, and why."""

    operations: Sequence[Operation]
    conflicts: Sequence[str]
    left_out: Sequence[str]


def brought_in(there: Data, given: Imported, today: date, *, prefers_given: bool, headings: bool = False) -> BroughtIn:
    """Return how the data of a catalogue gain what an import has; ages are counted to `today`.

    With `headings`, the first records of a section have one.

    Raises UsageError if they are about different shows.
    """
    refuse_other_show(there.get(SHOW, {}), given.data.get(SHOW, {}))
    source = kept_source(there.get(SOURCES, []), given.source)
    data = {section: value for section, value in given.data.items() if section != SOURCES}
    found = merged(there, data, source.id, prefers_given=prefers_given)
    if found.is_contradicted and source.was_read_before:
        # What is kept of it was read on the day that is there; what is new was read today.
        source = new_source(there.get(SOURCES, []), given.source)
        found = merged(there, data, source.id, prefers_given=prefers_given)
    if not found.operations:
        return BroughtIn([], found.conflicts, found.unclear)
    operations, told = without_errors(there, [*source.operations, *found.operations], today)
    is_of_use = any(each not in source.operations for each in operations)
    if headings:
        operations = list(map(_with_heading, operations))
    return BroughtIn(operations if is_of_use else [], found.conflicts, [*found.unclear, *told])


def _with_heading(operation: Operation) -> Operation:
    if isinstance(operation, Add):
        return structs.replace(operation, heading=heading(operation.section))
    return operation
