"""What is there twice: records with the same identity, items of an array, and keys of a table in another case."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.expectation import found
from etoile_cli.check.labels import where
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.structure.record_tables import tables_of
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.normal_forms import normalized

DUPLICATE = Code(
    "duplicate",
    Severity.ERROR,
    means=(
        "Something is there twice: the id of a company or a source, the same part of the same actor, the same "
        "episode, the same award, a whole record, an item of an array, a language in another case (pt-BR), or an "
        "episode that another film, or another item of the same list, already has in it."
    ),
    why="Of two records with one id nobody knows which is meant, and what is counted is counted twice.",
    wrong="""\
format = 1

[show]
title = "Étoile"
genres = ["comedy", "drama", "comedy"]

[[episodes]]
season = 1
number = 1
title = "The Swap"

[[episodes]]
season = 1
number = 1
title = "The Bull"
""",
    right="""\
format = 1

[show]
title = "Étoile"
genres = ["comedy", "drama"]

[[episodes]]
season = 1
number = 1
title = "The Swap"

[[episodes]]
season = 1
number = 2
title = "The Bull"
""",
)


def repeated_records(contents: Contents) -> Iterator[Finding]:
    """Yield the records that repeat an earlier one of their section, by the keys that identify a record."""
    seen: dict[object, Path] = {}
    for entry in contents.entries:
        if not _is_known(entry):
            continue
        first = seen.setdefault(_identity(entry), entry.path)
        if first is not entry.path:
            keys = entry.type.identity
            what = f"the same {' and '.join(map(quote, keys))} as the record" if keys else "the same as the record"
            last = [key for key in keys if key in entry.values][-1:]
            yield Finding(DUPLICATE, (*entry.path, *last), what, first=first)


def _is_known(entry: Entry) -> bool:
    """Return whether the values that identify a record could be read."""
    keys = entry.type.identity
    if not keys:
        return entry.is_whole
    return keys[0] in entry.values and (entry.is_whole or all(entry.values.get(key, "") is not None for key in keys))


def _identity(entry: Entry) -> tuple[object, ...]:
    """Return what two records of a section share if they are the same: the keys compared, and their values."""
    keys, values = entry.type.identity, entry.values
    if not keys or not all(key in values for key in keys):
        keys = tuple(sorted(values))
    return entry.path[0], keys, *[_comparable(values.get(key)) for key in keys]


def _comparable(value: object) -> str:
    """Return a text that two values share if they are the same."""
    if not isinstance(value, str):
        return repr(value)
    return value if value.isascii() else normalized("NFC", value)


def repeated_items(contents: Contents) -> Iterator[Finding]:
    """Yield the items of arrays that repeat an earlier item of the same array."""
    for entry in contents.entries:
        sets = _sets(entry.type)
        for name, value in entry.values.items():
            if not value or name not in sets:
                continue
            if isinstance(value, dict):
                for key, items in value.items():
                    yield from _repeated_items((*entry.path, name, key), items or ())
            elif len(value) > 1:
                yield from _repeated_items((*entry.path, name), value)


@cache
def _sets(record_type: type[Record]) -> Collection[str]:
    """Return the keys that hold arrays in which no item may be repeated, or tables of such arrays."""
    known = declarations(record_type).items()
    return {key for key, declared in known if declared.is_set or (declared.item and declared.item.is_set)}


def repeated_names(contents: Contents) -> Iterator[Finding]:
    """Yield the keys of tables that are an earlier key of the table in another case: pt-br, pt-BR."""
    for entry in contents.with_tables:
        known = declarations(entry.type)
        for name in tables_of(entry.type):
            of_names, table = known[name].name, entry.values.get(name)
            if of_names and of_names.standard and isinstance(table, dict):
                yield from _repeated_names((*entry.path, name), table)


def _repeated_names(path: Path, table: Mapping[str, Any]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for key in table:
        first = seen.setdefault(key.lower(), key)
        if first != key:
            place = (*path, key)
            message = f"{where(place)} is the same as {quote(first)}"
            yield Finding(DUPLICATE, place, message, Hint("keep one of them"), Target.KEY, first=(*path, first))


def _repeated_items(path: Path, items: Sequence[Any]) -> Iterator[Finding]:
    seen: set[str] = set()
    for position, item in enumerate(items):
        if item is None:
            continue
        same = _comparable(item)
        if same in seen:
            what = quote(item) if isinstance(item, str) else found(item)
            yield Finding(DUPLICATE, (*path, position), f"{where(path)} holds {what} twice")
        seen.add(same)
