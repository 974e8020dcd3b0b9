"""Groups of the records of a chapter, and the records of another section that are headings of such groups."""

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from etoile_cli.catalogue.record import Record, first_by
from etoile_cli.export.facts import Fact

E = TypeVar("E")
M = TypeVar("M")


class Group(NamedTuple, Generic[E, M]):
    """Entries under a heading of their own; where a record is the heading, with its other facts and its marks.

    A group with such a heading may have no entries.
    """

    heading: str
    entries: Iterator[E]
    facts: Sequence[Fact] = ()
    marks: Sequence[M] = ()
    has_entries: bool = True


def parted(records: Sequence[Record]) -> tuple[Sequence[Record], Sequence[Record]]:
    """Return the records that are headings of groups, the first with each value, and all others."""
    first = first_by(lambda record: getattr(record, record.main), records)
    rest = [record for record in records if record is not first[getattr(record, record.main)]]
    return list(first.values()), rest
