"""Whether TOML data has the keys and types of a catalogue, every deviation from the declared types.

msgspec stops at the first error. Where it fails, this walks the types declared in the model and lets msgspec judge
each value by itself, so that the rules stand in the model alone.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import msgspec

from etoile_cli.checking.expectation import expected, expected_item, found, is_array, is_right_type, is_table, likely
from etoile_cli.checking.problem import Problem
from etoile_cli.model import FORMAT, SECTIONS, Catalogue, Record, Show
from etoile_cli.reader import TOML_TYPES

_LABELS = {
    "creators": "creator",
    "crew": "crew",
    "companies": "company",
    "cast": "cast",
    "settings": "setting",
    "episodes": "episode",
    "availability": "offer",
    "trailers": "trailer",
    "reception": "reception",
    "images": "image",
    "sources": "source",
}
_NAMES = ("name", "title", "service", "outlet", "id")


def structure_problems(data: Mapping[str, Any]) -> list[Problem]:
    """Return every problem of the data's keys and types, in the order of the model; none if it is a catalogue."""
    if isinstance(newer := data.get("format"), int) and newer > FORMAT:
        message = f'"format" must be {FORMAT} for this etoile, found {found(newer)}'
        return [Problem("newer-format", "", message)]
    return [*_key_problems("", data, Catalogue), *_table_problems(data)]


def _table_problems(data: Mapping[str, Any]) -> Iterator[Problem]:
    if isinstance(show := data.get("show"), dict):
        yield from _key_problems("show", show, Show)
    for section, record_type in SECTIONS.items():
        records = data.get(section)
        if not isinstance(records, list):
            continue
        for position, record in enumerate(records, start=1):
            label = _label(section, record, position)
            if isinstance(record, dict):
                yield from _key_problems(label, record, record_type)
            else:
                yield Problem("wrong-type", label, f"must be a table, found {found(record)}")


def _label(section: str, record: object, position: int) -> str:
    names: Sequence[object] = [record.get(key) for key in _NAMES] if isinstance(record, dict) else []
    name = next((each for each in names if isinstance(each, str) and each), None)
    return f'{_LABELS[section]} "{name}"' if name else f"{_LABELS[section]} number {position}"


def _key_problems(label: str, table: Mapping[str, Any], record_type: type[Record]) -> Iterator[Problem]:
    fields = {field.name: field for field in msgspec.structs.fields(record_type)}
    for name, field in fields.items():
        if name in table:
            yield from _value_problems(label, name, table[name], field.type)
        elif field.required:
            yield Problem("missing-key", label, f'"{name}" is missing')
    for name in table:
        if name not in fields:
            guess = next(iter(get_close_matches(name, list(fields), n=1)), "")
            yield Problem("unknown-key", label, f'no such key "{name}"', guess)


def _value_problems(label: str, name: str, value: object, declared: Any) -> Iterator[Problem]:
    if _is_valid(value, declared) or (not label and _holds_tables(name, value)):
        return
    if isinstance(value, list) and value and is_array(declared):
        yield from _item_problems(label, name, value, declared)
        return
    if isinstance(value, dict) and is_table(declared):
        for key, each in value.items():
            if not isinstance(each, str):
                yield Problem("wrong-type", label, f'"{name}", key "{key}": must be a string, found {found(each)}')
        return
    code = "bad-value" if is_right_type(value, declared) else "wrong-type"
    is_section = not label and name in SECTIONS
    guess = f"[[{name}]]" if is_section and isinstance(value, dict) else likely(value, declared)
    yield Problem(code, label, f'"{name}" must be {expected(declared)}, found {found(value)}', guess)


def _item_problems(label: str, name: str, items: Sequence[object], declared: Any) -> Iterator[Problem]:
    for position, item in enumerate(items, start=1):
        if not _is_valid([item], declared):
            code = "bad-value" if isinstance(item, str) else "wrong-type"
            wanted = f"must be {expected_item(declared)}, found {found(item)}"
            yield Problem(code, label, f'"{name}", item {position}: {wanted}')


def _is_valid(value: object, declared: Any) -> bool:
    try:
        msgspec.convert(value, declared, builtin_types=TOML_TYPES)
    except msgspec.ValidationError:
        return False
    return True


def _holds_tables(name: str, value: object) -> bool:
    return (name == "show" and isinstance(value, dict)) or (name in SECTIONS and isinstance(value, list))
