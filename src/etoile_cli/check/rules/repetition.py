"""What is there twice: records with the same identity, items of an array, and keys of a table in another case."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import declarations
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
        first = seen.setdefault((entry.path[0], *_identity(entry)), entry.path)
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
    return keys[0] in entry.values and all(entry.values.get(key, "") is not None for key in keys)


def _identity(entry: Entry) -> Iterator[object]:
    keys = entry.type.identity
    for key in keys if keys and all(key in entry.values for key in keys) else sorted(entry.values):
        value = entry.values.get(key)
        yield key, _comparable(value)


def _comparable(value: object) -> str:
    """Return a text that two values share if they are the same."""
    return normalized("NFC", value) if isinstance(value, str) else repr(value)


def repeated_items(contents: Contents) -> Iterator[Finding]:
    """Yield the items of arrays that repeat an earlier item of the same array."""
    for entry in contents.entries:
        known = declarations(entry.type)
        for name, value in entry.values.items():
            if value and known[name].is_set:
                yield from _repeated_items((*entry.path, name), value)
            elif value and (item := known[name].item) and item.is_set and isinstance(value, dict):
                for key, items in value.items():
                    yield from _repeated_items((*entry.path, name, key), items or ())


def repeated_names(contents: Contents) -> Iterator[Finding]:
    """Yield the keys of tables that are an earlier key of the table in another case: pt-br, pt-BR."""
    for entry in contents.entries:
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
