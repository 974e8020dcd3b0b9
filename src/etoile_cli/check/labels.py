"""What messages call the records of a catalogue."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Any

from etoile_cli.catalogue.declarations import Declared, declared_at
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.suggestions import nearest

# What people call the sections in a file, and the show.
_OTHER_NAMES = {name: section.key for section in SECTIONS.values() for name in section.other_names}
_OTHER_NAMES |= {"series": "show"}

# Looking at all of a thousand tables, for each of a thousand problems in them, would take too long.
_ENOUGH = 100

# The keys that name records, those of other sections too: people mix them up.
_MAIN_KEYS = tuple(dict.fromkeys(record_type.main for record_type in RECORD_TYPES.values()))


@lru_cache(maxsize=1_000)
def section_meant(name: str) -> str | None:
    """Return the section, or `show`, that the name of a table is or was meant to be; `None` if that isn't clear."""
    sections = ("show", *RECORD_TYPES)
    if name in sections:
        return name
    return _OTHER_NAMES.get(name.lower()) or nearest(name, sections) or None


def holds_records(value: object) -> bool:
    """Return whether a value is a table of records by their names, `[sources.viki]`, instead of an array."""
    return isinstance(value, dict) and bool(value) and all(map(_is_table, value.values()))


def _is_table(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(each, dict) for each in value)
    return isinstance(value, dict)


def label(data: Mapping[str, Any], path: Path) -> str:
    """Return what the record that a path leads to, or into, is called: `cast "Luke Kirby"`; empty if there is none."""
    section = section_meant(str(path[0])) if path else None
    if section is None or section == "show":
        return section or ""
    what = SECTIONS[section].singular
    records = data.get(str(path[0]))
    match path[1:], records:
        case (int() as position, *_), list() if position < len(records):
            return f"{what} {_name(section, records[position]) or f'number {position + 1}'}"
        case (str() as name, *rest), dict() if holds_records(dict(islice(records.items(), _ENOUGH))):
            return f"{what} {_name(section, _record(records.get(name), rest)) or quote(name)}"
        case (_, *_), dict():  # [cast] where there should be [[cast]]
            return f"{what} {_name(section, records) or 'number 1'}"
        case _:
            return ""


def _record(value: object, path: Sequence[str | int]) -> object:
    """Return the record that a path leads to, if a value is an array of records; else the value."""
    match value, path:
        case list(), (int() as position, *_) if position < len(value):
            return value[position]
        case _:
            return value


def _name(section: str, record: object) -> str:
    """Return the first text that a record has under a key that names records, else its id; empty if it has none.

    Records that have numbers for names, seasons say, are called by these: `season 2`.
    """
    record_type = RECORD_TYPES[section]
    named = declared_at((section, 0, record_type.main))
    if isinstance(record, dict) and named and named.is_number and type(number := record.get(record_type.main)) is int:
        return str(number)
    ids = record_type.identity if len(record_type.identity) == 1 else ()
    keys = dict.fromkeys([record_type.main, *_MAIN_KEYS, *ids])
    names = [record.get(key) for key in keys] if isinstance(record, dict) else []
    return next((quote(name) for name in names if isinstance(name, str) and name.strip()), "")


def key(path: Path) -> str:
    """Return the key that a path leads to, without the record around it; empty if it leads to a record."""
    keys = [step for step in path if isinstance(step, str)]
    is_within = len(path) > 1 and section_meant(str(path[0]))
    return ".".join(keys[1:] if is_within else keys)


def where(path: Path) -> str:
    """Return which value of a record a path leads to: `"billing"`, `"countries", item 2:`, `"ids", key "imdb":`."""
    match path:
        case (*_, str(), str(), int() as position) if is_open_table(declared_at(path[:-2])):
            return f"{where(path[:-1])[:-1]}, item {position + 1}:"
        case (*_, str() as name, int() as position):
            return f'"{name}", item {position + 1}:'
        case (*_, str() as name, str() as inner) if is_open_table(declared_at(path[:-1])):
            return f'"{name}", key {quote(inner)}:'
        case _:
            return quote(str(path[-1]))


def is_open_table(declared: Declared | None) -> bool:
    """Tell whether what is declared is a table with keys of any name."""
    return declared is not None and declared.name is not None
