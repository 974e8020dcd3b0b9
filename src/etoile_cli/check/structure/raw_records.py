"""The records in the data of a file, even if a section is misspelt or is not an array of tables."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.check.labels import holds_records, section_meant
from etoile_cli.check.toml.outline import Path, is_only_implied

# Tables nested deeper in a section are not taken for records.
_DEEPEST = 4

_RECORD_TYPES: Mapping[str, type[Record]] = {"show": Show, **RECORD_TYPES}


def show_keys_at_top(data: Mapping[str, Any]) -> Sequence[str]:
    """Return the keys at the top of the file that belong to the show, if `[show]` is missing."""
    if not is_only_implied(data.get("show")) or has_other_show(data):
        return []
    shared = [name for name in RECORD_TYPES if holds_tables(data.get(name))]
    return [name for name in data if name in declarations(Show) and name not in shared]


def has_other_show(data: Mapping[str, Any]) -> bool:
    """Return whether there is a show by another name, which is reported as an unknown key."""
    return any(name != "show" and section_meant(name) == "show" and holds_tables(data[name]) for name in data)


def is_of_show(name: str, value: object) -> bool:
    """Return whether what stands for a section is rather the value that the show has at that key: `seasons = 2`."""
    declared = declarations(Show).get(name)
    return name in RECORD_TYPES and declared is not None and bool(value) and declared.accepts(value)


def holds_tables(value: object) -> bool:
    """Return whether a value is a table, or an array with a table in it."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value))


def records(data: Mapping[str, Any]) -> Iterator[tuple[Path, object, type[Record]]]:
    """Yield the path, the value and the type of every record, also of sections whose name is misspelt."""
    of_show = show_keys_at_top(data)
    for name, value in data.items():
        record_type = _RECORD_TYPES.get(section_meant(name) or "")
        if record_type is None or name in of_show or (of_show and name == "show"):
            continue
        if isinstance(value, dict):
            is_one = record_type is Show or not holds_records(value)
            found = [((name,), value)] if is_one else _named_records((name,), value, record_type)
            yield from ((path, record, record_type) for path, record in found)
        elif isinstance(value, list) and (name in RECORD_TYPES or holds_tables(value)):
            known = declarations(record_type).keys()
            for position, record in enumerate(value):
                yield (name, position), record, record_type
                may_hold_others = isinstance(record, dict) and record_type is not Show and not record.keys() <= known
                for key in record if may_hold_others else ():
                    if is_record(key, record[key], record_type):
                        found = _named_records((name, position, key), record[key], record_type)
                        yield from ((path, each, record_type) for path, each in found)


def _named_records(path: Path, value: object, record_type: type[Record]) -> Iterator[tuple[Path, object]]:
    """Yield the records of a section in which each has a name: `[sources.viki]` instead of `[[sources]]`."""
    if isinstance(value, list):
        yield from (((*path, position), _named(each, record_type)) for position, each in enumerate(value))
    elif isinstance(value, dict) and holds_records(value) and len(path) < _DEEPEST:
        for name, each in value.items():
            yield from _named_records((*path, name), each, record_type)
    else:
        yield path, _named(value, record_type)


def _named(record: object, record_type: type[Record]) -> object:
    """Return a record with `None` at the keys that identify it: its header names it, so these keys are not missing."""
    names = record_type.identity or tuple(declarations(record_type))[:1]
    return {**dict.fromkeys(names), **record} if isinstance(record, dict) else record


def is_record(key: str, value: object, record_type: type[Record]) -> bool:
    """Return whether a table in a record is rather another record, as `[sources.viki]` is after `[[sources]]`."""
    known = declarations(record_type)
    values = value if isinstance(value, list) and value else [value]
    return key not in known and all(isinstance(each, dict) and len(known.keys() & each.keys()) > 1 for each in values)
