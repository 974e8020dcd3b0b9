"""The records of TOML data, those in tables of another name or shape included."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import SECTIONS
from etoile_cli.catalogue.records import Record, Show
from etoile_cli.check.labels import holds_records, section_meant
from etoile_cli.check.toml.outline import Path, is_only_implied

# No table of a section is nested deeper, and be it by mistake.
_DEEPEST = 4

_RECORD_TYPES: Mapping[str, type[Record]] = {"show": Show, **SECTIONS}


def keys_of_a_lost_show(data: Mapping[str, Any]) -> Sequence[str]:
    """Return the keys at the top that are those of the show, where there is no `[show]`."""
    if not is_only_implied(data.get("show")) or has_other_show(data):
        return []
    shared = [name for name in SECTIONS if holds_tables(data.get(name))]
    return [name for name in data if name in declarations(Show) and name not in shared]


def has_other_show(data: Mapping[str, Any]) -> bool:
    """Tell whether there is a show by another name; that it is no key is told of it."""
    return any(name != "show" and section_meant(name) == "show" and holds_tables(data[name]) for name in data)


def holds_tables(value: object) -> bool:
    """Tell whether a value is a table, or an array with a table in it."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))


def records(data: Mapping[str, Any]) -> Iterator[tuple[Path, object, type[Record]]]:
    """Yield every record, those under a name that is almost a section's included."""
    of_show = keys_of_a_lost_show(data)
    for name, value in data.items():
        record_type = _RECORD_TYPES.get(section_meant(name) or "")
        if record_type is None or name in of_show or (of_show and name == "show"):
            continue
        if isinstance(value, dict):
            is_one = record_type is Show or not holds_records(value)
            found = [((name,), value)] if is_one else _named_records((name,), value, record_type)
            yield from ((path, record, record_type) for path, record in found)
        elif isinstance(value, list) and (name in SECTIONS or holds_tables(value)):
            for position, record in enumerate(value):
                yield (name, position), record, record_type
                for key in record if isinstance(record, dict) and record_type is not Show else ():
                    if is_record(key, record[key], record_type):
                        found = _named_records((name, position, key), record[key], record_type)
                        yield from ((path, each, record_type) for path, each in found)


def _named_records(path: Path, value: object, record_type: type[Record]) -> Iterator[tuple[Path, object]]:
    """Yield the records of a section whose tables have names of their own, `[sources.viki]` for `[[sources]]`."""
    if isinstance(value, list):
        yield from (((*path, position), _named(each, record_type)) for position, each in enumerate(value))
    elif isinstance(value, dict) and holds_records(value) and len(path) < _DEEPEST:
        for name, each in value.items():
            yield from _named_records((*path, name), each, record_type)
    else:
        yield path, _named(value, record_type)


def _named(record: object, record_type: type[Record]) -> object:
    """Return a record with what its name says: which one it is, as somebody meant it, and nobody can read it."""
    names = record_type.identity or tuple(declarations(record_type))[:1]
    return {**dict.fromkeys(names), **record} if isinstance(record, dict) else record


def is_record(key: str, value: object, record_type: type[Record]) -> bool:
    """Tell whether a table in a record is rather another one, as `[sources.viki]` is behind a `[[sources]]`."""
    known = declarations(record_type)
    values = value if isinstance(value, list) and value else [value]
    return key not in known and all(isinstance(each, dict) and len(known.keys() & each.keys()) > 1 for each in values)
