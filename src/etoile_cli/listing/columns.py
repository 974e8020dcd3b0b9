"""Which columns a section has, which of them it shows unasked, and what a record is called.

Every key of a record type is a column of the same name. A few columns are derived: `episode` is S01E07.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

import msgspec

from etoile_cli.catalogue.model import SECTIONS
from etoile_cli.catalogue.records import (
    CastMember,
    Company,
    Contributor,
    Episode,
    Image,
    Offer,
    Record,
    Setting,
    Show,
    Source,
    Trailer,
    Verdict,
)
from etoile_cli.errors import UsageError
from etoile_cli.listing.formats import Format
from etoile_cli.text.values import Value

ALL = "all"

SortValue = Value | tuple[int, ...]


class Match(msgspec.Struct, frozen=True):
    """A record that a search found: its section, what it is called, and where the words stand."""

    section: str
    name: str
    match: tuple[str, ...]
    record: Record


class Column(msgspec.Struct, frozen=True):
    """A named value that every record of a section has, and the one that records sort by in it.

    `is_text` says that the items of a list are pieces of one text, which nobody needs to take apart.
    """

    name: str
    value: Callable[[Any], Value]
    sort_value: Callable[[Any], SortValue]
    is_text: bool = False


DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "creators": ("name", "roles", "known_for"),
    "crew": ("name", "roles"),
    "companies": ("id", "name", "city", "country", "fictional"),
    "cast": ("name", "character", "role", "company"),
    "settings": ("name", "city", "uses", "fictional", "note"),
    "episodes": ("episode", "title", "released", "runtime"),
    "availability": ("service", "offer", "regions", "until", "checked", "url_kind", "url"),
    "trailers": ("title", "kind", "published", "url_kind", "url"),
    "reception": ("outlet", "kind", "verdict", "date"),
    "images": ("title", "credit", "url"),
    "sources": ("id", "publisher", "title", "published", "url"),
    "search": ("section", "name", "match"),
}
"""What each section shows when no columns are asked for; only ever added to, at the end."""

# Ids are for programs; those of sources tell who keeps the catalogue, on a terminal, what its records name.
_IDS_UNREAD: Mapping[str, frozenset[Format]] = {
    "companies": frozenset({Format.TABLE, Format.MD}),
    "sources": frozenset({Format.MD}),
}

_SECTIONS_OF_COMMANDS = {"where-to-watch": "availability", "trailer": "trailers"}


def section_of(command: str) -> str | None:
    """Return the section that a command lists, `None` if it lists none."""
    section = _SECTIONS_OF_COMMANDS.get(command, command)
    return section if section in DEFAULTS else None


def command_of(section: str) -> str:
    """Return the command that lists a section."""
    return next((command for command, listed in _SECTIONS_OF_COMMANDS.items() if listed == section), section)


@cache
def columns_of(section: str) -> dict[str, Column]:
    """Return every column of a section by name; derived columns come first."""
    if section == "search":
        columns = {name: plain_column(name) for name in DEFAULTS["search"]}
        return columns | {"match": Column("match", attrgetter("match"), attrgetter("match"), is_text=True)}
    fields = [field.name for field in msgspec.structs.fields(SECTIONS[section])]
    columns = {name: plain_column(name) for name in fields}
    if section == "episodes":
        episode = Column("episode", attrgetter("code"), attrgetter("season", "number"))
        columns = {"episode": episode} | columns
    if "sort_name" in columns:
        columns["name"] = Column("name", attrgetter("name"), lambda each: each.sort_name or each.name)
    return columns


def plain_column(name: str) -> Column:
    """Return the column of an attribute that sorts by its value."""
    return Column(name, attrgetter(name), attrgetter(name))


def choose_columns(section: str, names: Sequence[str] | None, format_: Format = Format.TSV) -> tuple[Column, ...]:
    """Return the named columns of a section, or those a format shows unasked; `all` stands for every one.

    Raises UsageError for a name the section doesn't have.
    """
    known = columns_of(section)
    if names is None:
        is_for_people = format_ in _IDS_UNREAD.get(section, ())
        names = [name for name in DEFAULTS[section] if not (is_for_people and name == "id")]
    chosen = [each for name in names for each in (known if column_key(name) == ALL else [name])]
    columns = [find_column(section, name) for name in chosen]
    return tuple({column.name: column for column in columns}.values())


def find_column(section: str, name: str) -> Column:
    """Return a column by its name or its heading; raises UsageError, with the right names, if there is none such."""
    known = columns_of(section)
    if column := known.get(column_key(name)):
        return column
    from etoile_cli.text.suggestions import did_you_mean

    guess = did_you_mean(column_key(name), known)
    several = name.split()
    is_list = len(several) > 1 and all(column_key(each) in known for each in several)
    raise UsageError(
        f'no such column "{name}"{f" ({guess})" if guess else ""}',
        hint=f"commas join names: {','.join(several)}" if is_list else f"the columns are {', '.join(known)}",
    )


def column_key(name: str) -> str:
    """Return the key that a heading stands for: headings show `known for`, the key is `known_for`."""
    return name.strip().replace(" ", "_").replace("-", "_").lower()


def heading(record: Record) -> str:
    """Return what a record is called: a name, a title, an episode's code and title."""
    match record:
        case Show() | Trailer() | Image():
            return record.title
        case Source():
            return f"{record.publisher}: {record.title}" if record.publisher else record.title
        case Episode():
            return f"{record.code} {record.title}"
        case Offer():
            return record.service
        case Verdict():
            return record.outlet
        case Contributor() | Company() | CastMember() | Setting():
            return record.name
        case _:
            raise TypeError(f"a {type(record).__name__} has no heading")
