"""A change: what is different between two catalogues, in the smallest pieces that say something by themselves."""

from enum import StrEnum
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.record import Record


class ChangeKind(StrEnum):
    """What happened to a record, to a key of it, or to a key of a table in it."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Change(Struct, frozen=True):
    """A record that came or went, or a value that did, or that has become another one.

    `section` is the key of the section, `show` for the show. `record` is what people call the record, empty for the
    show whose keys changed. `before` and `after` are the record in the old and in the new catalogue, `None` where it
    isn't there. `key` is the key whose value changed, and `item` the key within that value if it is a table; both are
    empty if the record itself came or went. `old` and `new` are the values, `None` where there is none.
    """

    section: str
    record: str
    kind: ChangeKind
    before: Record | None
    after: Record | None
    key: str = ""
    item: str = ""
    old: Any = None
    new: Any = None

    @property
    def known(self) -> Record:
        """The record as it was or, if it is new, as it is."""
        record = self.before or self.after
        if record is None:
            raise ValueError("a change is one of a record")
        return record

    @property
    def is_of_record(self) -> bool:
        """Whether the record itself came or went."""
        return not self.key


def kind_of(*, is_in_old: bool, is_in_new: bool) -> ChangeKind:
    """Return what happened to something, by where it is."""
    if is_in_old and is_in_new:
        return ChangeKind.CHANGED
    return ChangeKind.REMOVED if is_in_old else ChangeKind.ADDED
