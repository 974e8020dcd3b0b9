"""The tables that records hold, as `[show.ids]`: keys of the record in one by mistake, and one outside of the show."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from etoile_cli.catalogue.declarations import declarations, declared_at
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.check.labels import is_open_table
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.outline import Path


@cache
def tables_of(record_type: type[Record]) -> Sequence[str]:
    """Return the keys of a record that hold tables with keys of any name."""
    return [key for key, each in declarations(record_type).items() if is_open_table(each)]


def is_table_of_show(name: str) -> bool:
    """Tell whether the show has a table of this name, so that `[ids]` means `[show.ids]`."""
    return name in tables_of(Show)


def is_misplaced(path: Path, around: Mapping[str, Any] | None = None) -> bool:
    """Tell whether a path leads to a key of a record in one of the tables of this record.

    A table that cites sources for the values of a record has their keys. In it a key is misplaced if `around`, the
    record, is given and has no value for it.
    """
    match path:
        case (*to_record, str() as table, str() as key) if record := declared_at(tuple(to_record)):
            is_key = key in record.keys and table in record.keys and is_open_table(record.keys[table])
            return is_key and (not record.keys[table].cites or (around is not None and key not in around))
        case _:
            return False


def owner(path: Path) -> str:
    """Return whose key is misplaced, as messages name it."""
    return "the show" if path[0] == "show" else "the record"


def before_the_table(path: Path) -> Hint:
    """Return where to write a misplaced key: below the header of its record, before that of the table."""
    section, *position, table, _ = path
    return Hint(f"write it below {f'[[{section}]]' if position else f'[{section}]'} itself, before its {table}")


@cache
def _tables_without_citations(record_type: type[Record]) -> Sequence[str]:
    """Return the keys of a record that hold tables whose keys are none of the record."""
    return [name for name in tables_of(record_type) if not declarations(record_type)[name].cites]


def with_misplaced_keys(
    record: Mapping[str, Any], record_type: type[Record], data: Mapping[str, Any]
) -> Mapping[str, Any]:
    """Return a record with `None` at those of its keys that are in one of its tables, where they are reported.

    The tables of a show may be outside of it: `[ids]`. Keys that the record must have are still missing.
    """
    names = _tables_without_citations(record_type)
    tables = [record[name] for name in names if name in record]
    if record_type is Show:
        tables += [data.get(name) for name in names]
    if not tables:
        return record
    known = declarations(record_type)
    keys = [key for table in tables if isinstance(table, dict) for key in table if key in known]
    misplaced = [key for key in keys if not known[key].required]
    return {**dict.fromkeys(misplaced), **record} if misplaced else record
