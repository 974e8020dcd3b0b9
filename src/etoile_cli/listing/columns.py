"""The columns of each section and of a search, and which section a command lists.

Every key of a record type is a column of the same name. A few columns are derived: `episode` is S01E07. A few are
tallied: only the whole catalogue gives their numbers, how many facts rest on a source for one.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter

import msgspec
from msgspec.structs import replace

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.errors import UsageError
from etoile_cli.listing.column import Column, derived_column, no_value, plain_columns

ALL = "all"


class Match(msgspec.Struct, frozen=True):
    """A record that a search found: its section, its name, and where the words are in it."""

    section: str
    name: str
    match: tuple[str, ...]
    record: Record


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
    derived = {name: derived_column(name, each, record_type) for name, each in record_type.derived.items()}
    tallied = {name: Column(name, no_value, record_type) for name in record_type.tallied}
    return derived | {column.name: column for column in plain_columns(record_type)} | tallied


def _columns_of_shows() -> Iterator[Column]:
    """Yield the columns of shows: the name first, then the years, and the keys."""
    from etoile_cli.listing.show_entry import ShowEntry

    first, *others = plain_columns(ShowEntry)
    yield first
    yield from (derived_column(name, each, ShowEntry) for name, each in ShowEntry.derived.items())
    for column in others:
        yield replace(column, shown=attrgetter("episodes_read")) if column.name == "episodes" else column


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
    yield from (derived_column(name, each, Person) for name, each in Person.derived.items())


def section_name(section: str) -> str:
    """Return what people call a section: `where to watch`."""
    return SECTIONS[section].plural if section in SECTIONS else section


def _places_in_words(places: Sequence[str]) -> str:
    """Return where words were found, a line a place: `known for: Gilmore Girls`."""
    from etoile_cli.text.values import in_words, show

    parted = (place.partition(":") for place in places)
    return "\n".join(show(f"{in_words(key)}{colon}{text}") for key, colon, text in parted)


def find_column(section: str, name: str, besides: Sequence[str] = ()) -> Column:
    """Return a column by its name or its heading; raises UsageError, which names the columns, if there is none.

    `besides` are columns that the listing has before those.
    """
    known = columns_of(section)
    if column := known.get(name) or known.get(column_key(name)):
        return column
    from etoile_cli.text.suggestions import nearest, suggestion

    names = list(dict.fromkeys([*besides, *known]))
    several = name.split()
    is_list = len(several) > 1 and all(column_key(each) in known for each in several)
    raise UsageError(
        f'no such column "{name}"{suggestion(nearest(column_key(name), names))}',
        hint=f"commas join names: {','.join(several)}" if is_list else f"the columns are {', '.join(names)}",
    )


def column_key(name: str) -> str:
    """Return the key that a heading means: headings show `known for`, the key is `known_for`."""
    return name.strip().replace(" ", "_").replace("-", "_").lower()
