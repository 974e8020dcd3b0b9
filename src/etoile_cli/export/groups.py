"""Groups of the records of a chapter, and the records of another section that are headings of such groups."""

from collections.abc import Collection, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from etoile_cli.catalogue.record import Record, first_by
from etoile_cli.export.facts import Fact

E = TypeVar("E")
M = TypeVar("M")


class Group(NamedTuple, Generic[E, M]):
    """Entries under a heading of their own; where a record is the heading, with its other facts and its marks."""

    heading: str
    entries: Iterator[E]
    facts: Sequence[Fact] = ()
    marks: Sequence[M] = ()


def parted(records: Sequence[Record], values: Collection[object]) -> tuple[Sequence[Record], Sequence[Record]]:
    """Return the records that are headings of groups with these values, one for each, and all others."""
    first = first_by(lambda record: getattr(record, record.main), records)
    heads = [record for value, record in first.items() if value in values]
    others = [
        record
        for record in records
        if (value := getattr(record, record.main)) not in values or record is not first[value]
    ]
    return heads, others
