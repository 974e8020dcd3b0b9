"""What every type of record has: the declarations that the types in `records`, `episodes` and `model` fill in."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec import Struct

K = TypeVar("K")
R = TypeVar("R")


class Derived(Struct, frozen=True):
    """A value made of others: the attribute that holds it, the keys of the others, and the function that makes it.

    `read` is the attribute that holds what people read instead of the value, empty if they read the value; `reads` are
    the keys of which that is made besides. `type` is the declared type of a value that is no text.
    """

    attribute: str
    keys: tuple[str, ...]
    make: Callable[..., Any]
    read: str = ""
    reads: tuple[str, ...] = ()
    type: Any = None


_NO_KEYS: tuple[str, ...] = ()
_NO_VALUES: Mapping[str, Derived] = {}
_NO_ATTRIBUTES: Mapping[str, str] = {}


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the catalogue: a key that is not declared is an error.

    `main` is the key whose value names a record. `identity` are the keys that distinguish the records of a
    section; if empty, all keys do. `derived` are values that have a column as keys do, by the names of their columns.
    `in_heading` are the columns besides `main` whose values the heading contains. `tallied` are the columns of numbers
    that only the whole catalogue gives; `listing.tallies` says how. `codes` are the attributes that hold an
    episode or a season as a list of episodes has it, by the columns that people know it by. `searched` are the
    attributes that hold the texts in which words are looked for, by the keys that hold objects; empty for those in
    which none are.
    """

    # Not annotated: msgspec would evaluate each annotation again for every type of record.
    main = "name"
    identity = _NO_KEYS
    derived = _NO_VALUES
    in_heading = _NO_KEYS
    tallied = _NO_KEYS
    codes = _NO_ATTRIBUTES
    searched = _NO_ATTRIBUTES

    @property
    def heading(self) -> str:
        """What the record is called where it is mentioned by itself."""
        return str(getattr(self, self.main))

    @property
    def exact_heading(self) -> str:
        """The heading as programs read it, with codes as they are."""
        return self.heading

    @property
    def short_name(self) -> str:
        """What the record is called in another record that refers to it."""
        return str(getattr(self, self.main))


def first_by(key: Callable[[R], K], records: Sequence[R]) -> dict[K, R]:
    """Return records by a key of theirs: of several with the same one, the first counts."""
    return {key(record): record for record in reversed(records)}
