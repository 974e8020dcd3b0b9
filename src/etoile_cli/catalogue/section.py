"""What a section declares: its names, its command and help, its columns, its place on a page.

This module knows no types of records: the help, which needs the commands, must not wait for the import of msgspec.
"""

from collections.abc import Mapping
from types import EllipsisType
from typing import Any


class Groups:
    """The groups of a section's records on a page: the key whose value they share, and headings by these values.

    The groups come in the order of the headings. The heading of `...` is for all other values: its `{}` is replaced by
    the value, and these groups are sorted by value. Records without a value or a heading are in the group `last`.
    `records` is the section of the records that head the groups, each that of the value which names it: a season those
    of its episodes. It is empty if no records do.
    """

    def __init__(
        self,
        key: str,
        headings: Mapping[str | int | EllipsisType, str],
        last: str = "Others",
        *,
        records: str = "",
    ) -> None:
        self.key = key
        self.headings = headings
        self.last = last
        self.records = records

    def group_of(self, value: Any) -> tuple[int, Any, str]:
        """Return the sort key of a value's group; its last item is the heading."""
        order = list(self.headings)
        if value in self.headings:
            return order.index(value), 0, self.headings[value]
        if value is None or ... not in self.headings:
            return len(order), 0, self.last
        return order.index(...), value, self.headings[...].format(value)


class Page:
    """A section on a page and in a fact sheet: its place among the others, its heading, and the keys that are columns.

    A section at a place below 1 comes before the facts about the show itself. Where a record is printed as a line of
    values, those of the keys `labelled` have labels, and addresses are printed in full if `spells_addresses`.
    """

    def __init__(
        self,
        place: int,
        heading: str,
        columns: tuple[str, ...],
        groups: Groups | None = None,
        *,
        labelled: tuple[str, ...] = (),
        spells_addresses: bool = False,
    ) -> None:
        self.place = place
        self.heading = heading
        self.columns = columns
        self.groups = groups
        self.labelled = labelled
        self.spells_addresses = spells_addresses


class Section:
    """A section: its key in the catalogue, the name of one record in messages, the help of its command, and examples.

    The examples are two or three, and find something in the catalogue that is built in.

    `columns` are those listed by default: new ones are added only at the end. A table for people also has those of
    `if_any` that some record has a value for, on a terminal where there is room for them. `plural` is the name of
    the section for people and `command` the command that lists it; both default to the key. `other_names` are words
    that people use for the section in a file and on the command line, `tried_as` words that they try on the command
    line alone. `shows_ids` says that a table on a terminal shows the ids of the records, for those who keep the
    catalogue.
    """

    def __init__(
        self,
        key: str,
        singular: str,
        summary: str,
        *examples: str,
        columns: tuple[str, ...],
        page: Page,
        if_any: tuple[str, ...] = (),
        plural: str = "",
        command: str = "",
        other_names: tuple[str, ...] = (),
        tried_as: tuple[str, ...] = (),
        shows_ids: bool = False,
    ) -> None:
        self.key = key
        self.singular = singular
        self.plural = plural or key
        self.command = command or key
        self.summary = summary
        self.examples = examples
        self.columns = columns
        self.page = page
        self.if_any = if_any
        self.other_names = other_names
        self.tried_as = tried_as
        self.shows_ids = shows_ids

    def named_columns(self) -> set[str]:
        """Return the names of all columns that the declaration names, each of which the record type must have."""
        groups = self.page.groups
        return {
            *self.columns,
            *self.if_any,
            *self.page.columns,
            *self.page.labelled,
            *((groups.key,) if groups else ()),
        }
