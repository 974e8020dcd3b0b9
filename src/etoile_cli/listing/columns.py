"""The columns of each section and of a search, and which section a command lists.

Every key of a record type is a column of the same name. A few columns are derived: `episode` is S01E07. A few are
tallied: only the whole catalogue gives their numbers, how many facts rest on a source for one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Derived, Record
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.errors import UsageError

if TYPE_CHECKING:  # what is needed for types alone would be imported by every listing
    from etoile_cli.catalogue.declarations import Declared
    from etoile_cli.text.values import Value


ALL = "all"


class Match(msgspec.Struct, frozen=True):
    """A record that a search found: its section, its name, and where the words are in it."""

    section: str
    name: str
    match: tuple[str, ...]
    record: Record


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


SEARCH = "search"
"""What the command of that name lists in place of a section: records of all sections."""

PEOPLE = "people"
"""What the command of that name lists in place of a section: everybody in it, once."""

SHOWS = "shows"
"""What the command of that name lists in place of a section: the shows of a library."""

_COLUMNS_OF = {
    SEARCH: ("section", "name", "match"),
    PEOPLE: ("name", "parts", "roles", "awards"),
    SHOWS: ("show", "years", "status", "networks", "episodes", "records", "file"),
}

_IF_ROOM: Mapping[str, tuple[str, ...]] = {SHOWS: ("records", "file")}


def section_of(command: str) -> str | None:
    """Return what a command lists: the key of a section, `SEARCH`, `PEOPLE` or `SHOWS`; `None` if it lists nothing."""
    listed = {section.command: section.key for section in SECTIONS.values()} | {each: each for each in _COLUMNS_OF}
    return listed.get(command)


def usual_columns(section: str) -> tuple[str, ...]:
    """Return the names of the columns that a section shows by default."""
    return _COLUMNS_OF.get(section) or SECTIONS[section].columns


def columns_if_any(section: str) -> tuple[str, ...]:
    """Return the names of the columns that people see besides, if some record has a value and there is room.

    Of those that programs always get, a table alone leaves some out for which there is no room.
    """
    return SECTIONS[section].if_any if section in SECTIONS else _IF_ROOM.get(section, ())


@cache
def columns_of(section: str) -> dict[str, Column]:
    """Return every column of a section by name; derived columns come first, tallied ones last."""
    if section == SEARCH:
        return {column.name: column for column in _columns_of_matches()}
    if section == PEOPLE:
        return {column.name: column for column in _columns_of_people()}
    if section == SHOWS:
        return {column.name: column for column in _columns_of_shows()}
    record_type = RECORD_TYPES[section]
    derived = {name: _derived_column(name, each, record_type) for name, each in record_type.derived.items()}
    tallied = {name: Column(name, _no_value, record_type) for name in record_type.tallied}
    return derived | {column.name: column for column in plain_columns(record_type)} | tallied


def _columns_of_shows() -> Iterator[Column]:
    """Yield the columns of shows: the name first, then the years, and the keys."""
    from etoile_cli.listing.show_entry import ShowEntry

    first, *others = plain_columns(ShowEntry)
    yield first
    yield from (_derived_column(name, each, ShowEntry) for name, each in ShowEntry.derived.items())
    for column in others:
        yield replace(column, shown=attrgetter("episodes_read")) if column.name == "episodes" else column


def _derived_column(name: str, derived: Derived, owner: type[Record]) -> Column:
    shown = attrgetter(derived.read) if derived.read else None
    return Column(name, attrgetter(derived.attribute), owner, shown=shown)


def plain_columns(owner: type[msgspec.Struct]) -> tuple[Column, ...]:
    """Return a column for each key of a type."""
    return tuple(Column(name, attrgetter(name), owner) for name in owner.__struct_encode_fields__)


def _columns_of_matches() -> Iterator[Column]:
    """Yield the columns of the matches of a search."""
    yield Column("section", attrgetter("section"), Match, reads=section_name)
    yield Column("name", attrgetter("name"), Match)
    yield Column("match", attrgetter("match"), Match, is_text=True, reads=_places_in_words)


def _columns_of_people() -> Iterator[Column]:
    """Yield the columns of people: their keys, and the episodes that name them."""
    from etoile_cli.people.person import Person
    from etoile_cli.people.wording import NAMED, READ

    ordered = {**NAMED, "shows": attrgetter("number_of_shows")}
    for column in plain_columns(Person):
        name = column.name
        yield replace(column, shown=READ.get(name), flat=NAMED.get(name), ordered=ordered.get(name))
    yield from (_derived_column(name, each, Person) for name, each in Person.derived.items())


def section_name(section: str) -> str:
    """Return what people call a section: `where to watch`."""
    return SECTIONS[section].plural if section in SECTIONS else section


def _places_in_words(places: Sequence[str]) -> str:
    """Return where words were found, a line a place: `known for: Gilmore Girls`."""
    from etoile_cli.text.values import in_words, show

    parted = (place.partition(":") for place in places)
    return "\n".join(show(f"{in_words(key)}{colon}{text}") for key, colon, text in parted)


@cache
def _declared(owner: type[msgspec.Struct], name: str) -> "Declared":
    from etoile_cli.catalogue.declarations import Declared, declarations

    return declarations(owner).get(name) or Declared(int if name in _tallied(owner) else str)


def _no_value(_: object) -> None:
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


def find_column(section: str, name: str, besides: Sequence[str] = ()) -> Column:
    """Return a column by its name or its heading; raises UsageError, which names the columns, if there is none.

    `besides` are columns that the listing has before those.
    """
    known = columns_of(section)
    if column := known.get(name) or known.get(column_key(name)):
        return column
    from etoile_cli.text.suggestions import nearest, suggestion

    several = name.split()
    is_list = len(several) > 1 and all(column_key(each) in known for each in several)
    raise UsageError(
        f'no such column "{name}"{suggestion(nearest(column_key(name), [*besides, *known]))}',
        hint=f"commas join names: {','.join(several)}"
        if is_list
        else f"the columns are {', '.join([*besides, *known])}",
    )


def column_key(name: str) -> str:
    """Return the key that a heading means: headings show `known for`, the key is `known_for`."""
    return name.strip().replace(" ", "_").replace("-", "_").lower()
