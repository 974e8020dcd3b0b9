"""The columns that a value of the catalogue fills, by the declared type of its key, and what it fills them with."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

from msgspec import Struct, inspect

from etoile_cli.catalogue.declarations import Declared, identifying_key
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.toml_values import Extent

Cell = str | int | float | None

Place = tuple[str, int]
"""The section of a record, and its place there, from 1 on."""

RECORD, PEOPLE, PERSON = "record", "people", "person"


class Column(Struct, frozen=True):
    """A column: its name, its type in SQL, what it means, what SQL checks of it, and the table that it refers to.

    `words` are the only values that it takes, if any are listed.
    """

    name: str
    type: str
    about: str = ""
    words: Sequence[Cell] = ()
    table: str = ""
    is_required: bool = False
    is_searched: bool = False

    @property
    def other(self) -> str:
        """The column of the other table that it refers to: its primary key."""
        return PERSON if self.table == PEOPLE else RECORD

    @property
    def has_index(self) -> bool:
        """Whether its values are looked up: those of records in other tables, and codes."""
        return bool(self.table) or self.is_searched


class Known(Protocol):
    """What the cells of a value need to know of the other records."""

    def record(self, section: str, id_: str) -> int | None:
        """Return the number of the record with an id or a code in a section; `None` if there is none."""

    def person(self, name: str, place: Place) -> int | None:
        """Return the number of whom a record calls by a name; `None` if that is blank and no id is known."""


class Filled(Struct, frozen=True):
    """The columns that a value fills, and the function that returns their cells; `None` if the value is the one cell.

    `cells` takes the value, which is not absent, what is known of the other records, and the place of its own.
    """

    columns: Sequence[Column]
    cells: Callable[[Any, Known, Place], Sequence[Cell]] | None = None


def filled(name: str, declared: Declared, person: str, *, is_required: bool = False) -> Filled:
    """Return the columns of a single value; `person` is the name of that of the person it names, if it names one.

    Raises TypeError if it is none that this module knows how to put into columns.
    """
    about = declared.description
    if declared.own_type is Extent:
        ends = [Column(f"{name}_{end}", "INTEGER", about) for end in ("least", "most")]
        return Filled(ends, lambda value, _known, _place: (value[0], value[-1]))
    if declared.refers_to and not declared.runs:
        return _reference(name, declared)
    column = Column(
        name,
        _type(declared),
        about,
        words=_words(declared),
        is_required=is_required,
        is_searched=bool(declared.standard),
    )
    if declared.person == "name":
        whom = Column(person, "INTEGER", "The person.", table=PEOPLE)
        return Filled([column, whom], lambda value, known, place: (value, known.person(value, place)))
    if declared.is_date or declared.type == inspect.TimeType(tz=None):
        return Filled([column], lambda value, _known, _place: (value.isoformat(),))
    if isinstance(declared.type, inspect.EnumType):
        return Filled([column], lambda value, _known, _place: (value.value,))
    return Filled([column])


def _reference(name: str, declared: Declared) -> Filled:
    """Return two columns: the number of the record that an id or a code refers to, and the id or code itself."""
    section = declared.refers_to
    called = "id" if identifying_key(RECORD_TYPES[section]) else "code"
    columns = [
        Column(name, "INTEGER", "The record that it refers to; NULL if the catalogue has none.", table=section),
        Column(f"{name}_{called}", "TEXT", declared.description),
    ]
    return Filled(columns, lambda value, known, _place: (known.record(section, value), value))


def _type(declared: Declared) -> str:
    match declared.type:
        case inspect.BoolType() | inspect.IntType():
            return "INTEGER"
        case inspect.FloatType():
            return "REAL"
        case inspect.StrType() | inspect.EnumType() | inspect.DateType() | inspect.TimeType() | inspect.CustomType():
            return "TEXT"
        case other:
            raise TypeError(f"no column is known for a value of {other}: export/sqlite/columns.py must say which")


def _words(declared: Declared) -> Sequence[Cell]:
    if declared.is_flag:
        return 0, 1
    return [each.value for each in declared.type.cls] if isinstance(declared.type, inspect.EnumType) else ()
