"""A column: one of the keys of a record type, a value derived from several, or a tallied number."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from etoile_cli.catalogue.record import Derived, Record

if TYPE_CHECKING:  # what is needed for types alone would be imported by every listing
    from etoile_cli.catalogue.declarations import Declared
    from etoile_cli.catalogue.model import Catalogue
    from etoile_cli.text.values import Value


class Column(msgspec.Struct, frozen=True):
    """A column of the records of a type, `owner`: one of its keys, a value derived from several, or a tallied number.

    `is_text` says that the items of a list are pieces of one text, which no program needs to separate. `reads` returns
    the text for people if no key of the catalogue declares the value. A tallied number has a value only in the column
    that `within` returns. `shown` returns the value that people read, if that is another one; `flat` what a line of
    text holds, and `ordered` what it sorts by, where the value is made of objects.
    """

    name: str
    value: "Callable[[Any], Value]"
    owner: type[msgspec.Struct]
    is_text: bool = False
    reads: Callable[[Any], str] | None = None
    shown: "Callable[[Any], Value] | None" = None
    flat: "Callable[[Any], Value] | None" = None
    ordered: "Callable[[Any], Value] | None" = None

    def read(self, record: Any) -> "Value":
        """Return the value of a record that people read."""
        return (self.shown or self.value)(record)

    @property
    def declared(self) -> "Declared":
        """The declaration of the value."""
        return _declared(self.owner, self.name)

    def within(self, catalogue: "Catalogue | None") -> "Column":
        """Return the column for the records of a catalogue."""
        if catalogue is None or self.name not in _tallied(self.owner):
            return self
        from etoile_cli.listing.tallies import TALLIES

        return replace(self, value=TALLIES[self.name](catalogue))

    @property
    def is_main(self) -> bool:
        """Whether its values name the records."""
        return self.name == (self.owner.main if issubclass(self.owner, Record) else "name")

    @property
    def tells(self) -> Sequence[str]:
        """The names of the columns whose values people read in this one."""
        derived = _derived(self.owner).get(self.name)
        beside = self.left_out
        return [*(derived.reads if derived else ()), *([beside.name] if beside else ())]

    @property
    def left_out(self) -> "Column | None":
        """The column of what is left out of this one's values; `None` if there is none."""
        return _left_out(self.owner, self.name)

    def order(self) -> "Callable[[Any], Value | tuple[int, ...]]":
        """Return a function that returns the value by which this column sorts a record."""
        from etoile_cli.catalogue.declarations import declarations

        if self.ordered:
            return self.ordered
        if derived := _derived(self.owner).get(self.name):
            return attrgetter(*derived.keys)
        sorting = [name for name, declared in declarations(self.owner).items() if declared.sorts == self.name]
        if not sorting:
            return self.value
        indexed = attrgetter(sorting[0])
        return lambda record: indexed(record) or self.value(record)


def plain_columns(owner: type[msgspec.Struct]) -> tuple[Column, ...]:
    """Return a column for each key of a type."""
    return tuple(Column(name, attrgetter(name), owner) for name in owner.__struct_encode_fields__)


def derived_column(name: str, derived: Derived, owner: type[Record]) -> Column:
    """Return the column of a derived value."""
    shown = attrgetter(derived.read) if derived.read else None
    return Column(name, attrgetter(derived.attribute), owner, shown=shown)


@cache
def _declared(owner: type[msgspec.Struct], name: str) -> "Declared":
    from etoile_cli.catalogue.declarations import Declared, declarations

    return declarations(owner).get(name) or Declared(int if name in _tallied(owner) else str)


def no_value(_: object) -> None:
    """Return no value: a tallied number takes a catalogue."""


def _tallied(owner: type[msgspec.Struct]) -> tuple[str, ...]:
    return owner.tallied if issubclass(owner, Record) else ()


@cache
def _left_out(owner: type[msgspec.Struct], name: str) -> Column | None:
    from etoile_cli.catalogue.declarations import declarations

    known = declarations(owner).items() if issubclass(owner, Record) else ()
    return next((Column(key, attrgetter(key), owner) for key, declared in known if declared.left_out_of == name), None)


def _derived(owner: type[msgspec.Struct]) -> Mapping[str, Derived]:
    return owner.derived if issubclass(owner, Record) else {}
