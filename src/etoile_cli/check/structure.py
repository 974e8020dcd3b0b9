"""Whether TOML data has the keys and types of a catalogue: every deviation from what the model declares.

msgspec stops at the first error. Where it refuses a record, this walks the declarations and lets msgspec judge each
value by itself, so that the rules stand in the model alone. What is right is handed on, for the rules to look at.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import islice
from typing import Any

import msgspec

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.model import FORMAT, SECTIONS, Catalogue
from etoile_cli.catalogue.reader import TOML_TYPES
from etoile_cli.catalogue.records import Record, Show
from etoile_cli.check.contents import Entry
from etoile_cli.check.expectation import found, is_right_type, mismatch
from etoile_cli.check.labels import holds_records, section_meant, where
from etoile_cli.check.misplaced import BEFORE_THE_IDS, is_key_among_ids, is_table_of_show, with_keys_among_ids
from etoile_cli.check.problem import Code, Finding, Part
from etoile_cli.check.records import has_other_show, holds_tables, is_record, keys_of_a_lost_show, records
from etoile_cli.check.remedies import remedy
from etoile_cli.check.toml.array_headers import as_array, records_begin, table_for_array
from etoile_cli.check.toml.hints import NO_HINT, Hint, is_there, meant_key, propose
from etoile_cli.check.toml.notation import is_value
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.quoting import quote
from etoile_cli.text.suggestions import nearest

# Guessing takes 0.1 ms a key.
_MOST_MEANT = 100


def examine(data: Mapping[str, Any], entries: list[Entry]) -> Iterator[Finding]:
    """Yield every problem of the keys and types of data, none if it is a catalogue; its records become `entries`.

    `None` in the data stands for a value that could not be read: that its key is there counts.
    """
    newer = data.get("format")
    if isinstance(newer, int) and newer > FORMAT:
        message = f'"format" must be {FORMAT} for this etoile, found {found(newer)}'
        yield Finding(Code.NEWER_FORMAT, ("format",), message, Hint("a newer etoile reads it"))
        return
    yield from _top_findings(data)
    if keys_of_a_lost_show(data):
        entries.append(Entry(("show",), Show, dict.fromkeys(declarations(Show)), is_whole=False))
    for path, each, record_type in records(data):
        record = with_keys_among_ids(each, data) if record_type is Show and isinstance(each, dict) else each
        if not isinstance(record, dict):
            yield Finding(Code.WRONG_TYPE, path, f"must be a table, found {found(record)}")
        elif None not in record.values() and _is_valid(record, record_type):
            entries.append(Entry(path, record_type, record))
        else:
            yield from _key_findings(path, record, record_type)
            values = _right_values(_with_meant(record, record_type), record_type)
            entries.append(Entry(path, record_type, values, is_whole=False))


def _top_findings(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong beside the records: the keys at the top, and sections that hold no records."""
    for section in SECTIONS:
        if isinstance(data.get(section), dict):
            yield _table_for_array(section, data[section])
    of_show = keys_of_a_lost_show(data)
    top = {name: None if _is_table(name, data) else data[name] for name in data if name not in of_show}
    missing = Code.MISSING_KEY, ("show",)
    yield from (each for each in _key_findings((), top, Catalogue) if (each.code, each.path) != missing)
    if of_show or ("show" not in data and not has_other_show(data)):
        hint = Hint(f"write [show] before {quote(of_show[0])}" if of_show else "begin with [show]")
        yield Finding(Code.MISSING_KEY, ("show",), '"show" is missing', hint, Part.RECORD)


def _is_table(name: str, data: Mapping[str, Any]) -> bool:
    return isinstance(data[name], dict if name == "show" else dict | list) and name in ("show", *SECTIONS)


def _table_for_array(section: str, value: object) -> Finding:
    """Return the problem of a section that is written as a single table: `[cast]` for `[[cast]]`."""
    hint = records_begin(section) if holds_records(value) else partial(_as_array, section)
    return Finding(Code.WRONG_TYPE, (section,), table_for_array(section), hint)


def _as_array(section: str, marked: str) -> Hint:
    """Return how to write one record of a section, by its header or its value as it stands in the file."""
    if marked.startswith("{"):
        return propose(f"[{marked}]") if is_value(f"[{marked}]") else NO_HINT
    return as_array(section, marked)


def _is_valid(record: Mapping[str, Any], record_type: type[Record]) -> bool:
    try:
        msgspec.convert(record, record_type, builtin_types=TOML_TYPES)
    except (msgspec.ValidationError, ValueError):  # ValueError: a number too long for Python to write out
        return False
    return True


def _with_meant(table: Mapping[str, Any], record_type: type[msgspec.Struct]) -> Mapping[str, Any]:
    """Return a table with `None` for the keys that were probably meant by those that nobody declares: they count.

    What is told of `titel` is not told once more of `title`.
    """
    known = tuple(declarations(record_type))
    unknown = islice((name for name in table if name not in known), _MOST_MEANT)
    guesses = [guess for name in unknown if (guess := _meant(name, known))]
    return {**dict.fromkeys(guesses), **table} if guesses else table


@lru_cache(maxsize=1_000)
def _meant(name: str, known: Sequence[str]) -> str:
    return nearest(name, known)


def _right_values(record: Mapping[str, Any], record_type: type[Record]) -> dict[str, Any]:
    """Return the values of the keys that are declared, `None` for those that are not as declared."""
    known = declarations(record_type)
    return {name: _right(value, known[name]) for name, value in record.items() if name in known}


def _right(value: object, declared: Declared) -> object:
    if value is None or declared.accepts(value):
        return value
    item = declared.item
    match value:
        case list() if item:
            return [each if item.accepts(each) else None for each in value]
        case dict() if item:
            return {name: each if item.accepts(each) else None for name, each in value.items()}
        case _:
            return None


def _key_findings(path: Path, table: Mapping[str, Any], record_type: type[Record]) -> Iterator[Finding]:
    """Yield every problem of a table's keys and values; a value of `None` is not looked at."""
    known = declarations(record_type)
    meant = _with_meant(table, record_type)
    for name, declared in known.items():
        if name not in meant and declared.required:
            at_top = NO_HINT if path else Hint(f"write {name} = {FORMAT} in the first line")
            yield Finding(Code.MISSING_KEY, (*path, name), f'"{name}" is missing', at_top, Part.RECORD)
        elif table.get(name) is not None and not declared.accepts(table[name]):
            yield from _value_findings((*path, name), table[name], declared)
    for name in table:
        if name not in known:
            hint = partial(_hint_to_key, path, name, table, tuple(known))
            yield Finding(Code.UNKNOWN_KEY, (*path, name), f"no such key {quote(name)}", hint, Part.KEY)


def _hint_to_key(path: Path, name: str, table: Mapping[str, Any], known: Sequence[str], _marked: str) -> Hint:
    """Return which key was meant by one that nobody declares; never one that the table has already."""
    value = table[name]
    if path == ("show",) and name == "format":
        return Hint("write it at the top, before [show]")
    if path == ("show",) and name in SECTIONS:
        return records_begin(name)
    section = section_meant(str(path[0])) if len(path) == 2 else None
    if section in SECTIONS and is_record(name, value, SECTIONS[section]):
        return records_begin(section)
    if path:
        hint = _nearest_key(name, known, table)
        return hint if hint.text or name not in _of_the_show_alone() else Hint("write it below [show]")
    is_array = isinstance(value, list) and holds_tables(value)
    if isinstance(value, dict) and is_table_of_show(name):
        return Hint(f"write [show.{name}]")
    if not isinstance(value, dict) and not is_array:
        return Hint("write it below [show]") if name in declarations(Show) else _nearest_key(name, known, table)
    section = section_meant(name)
    if section is None:
        return NO_HINT
    # Two arrays of tables of one name are one.
    return is_there(section) if section in table and not is_array else meant_key(section)


@cache
def _of_the_show_alone() -> frozenset[str]:
    """Return the keys of the show that no other record has: they stand below the wrong header."""
    others = {key for record_type in SECTIONS.values() for key in declarations(record_type)}
    return frozenset(declarations(Show)) - others


def _nearest_key(name: str, known: Sequence[str], table: Mapping[str, Any]) -> Hint:
    guess = nearest(name, known)
    return is_there(guess) if guess and guess in table else meant_key(guess)


def _value_findings(path: Path, value: object, declared: Declared) -> Iterator[Finding]:
    """Yield what is wrong with a value that is not as declared, or with each of its items."""
    if declared.item and value and is_right_type(value, declared):
        for step, item in _items(value):
            of_item = declared.at((step,))
            if item is not None and of_item and not of_item.accepts(item):
                yield from _value_findings((*path, step), item, of_item)
        return
    code = Code.BAD_VALUE if is_right_type(value, declared) else Code.WRONG_TYPE
    hint = BEFORE_THE_IDS if is_key_among_ids(path) else partial(remedy, value, declared)
    yield Finding(code, path, f"{where(path)} {mismatch(value, declared)}", hint)


def _items(value: object) -> Iterable[tuple[str | int, object]]:
    match value:
        case dict():
            return value.items()
        case list():
            return enumerate(value)
        case _:
            return ()
