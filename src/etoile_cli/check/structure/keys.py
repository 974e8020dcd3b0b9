"""Keys that are missing in a table, and keys that the model does not declare."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import islice
from typing import Any

import msgspec

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import FORMAT, RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.check.corrections import correction_to_table
from etoile_cli.check.labels import is_open_table, section_meant
from etoile_cli.check.problem import Code, Finding, Severity, Target
from etoile_cli.check.structure.moved import is_award, moved_value, renamed_key
from etoile_cli.check.structure.other_keys import key_meant
from etoile_cli.check.structure.raw_records import holds_tables, is_record
from etoile_cli.check.structure.record_tables import is_table_of_show, tables_of
from etoile_cli.check.structure.values import BAD_VALUE, value_findings
from etoile_cli.check.toml.advice.array_headers import records_begin
from etoile_cli.check.toml.advice.hints import NO_HINT, Hint, already_there, certain, meant_key
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.outline import Path
from etoile_cli.text.suggestions import is_slip, nearest
from etoile_cli.text.values import enumerate_words

# Guessing which key was meant takes 0.1 ms for each.
_MOST_GUESSES = 100
# Nobody reads a longer list of keys.
_MOST_LEFT = 12

MISSING_KEY = Code(
    "missing-key",
    Severity.ERROR,
    means="A key that every such record must have is not there. The place is the header of the record.",
    why="Without it, there is nothing to show: a part without an actor, an offer that nobody ever looked at.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[cast]]
character = "Jack McMillan"
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[cast]]
name = "Luke Kirby"
character = "Jack McMillan"
""",
)

UNKNOWN_KEY = Code(
    "unknown-key",
    Severity.ERROR,
    means=(
        "The format has no such key, or not in this kind of record. The most similar one is suggested. A source that "
        "had an `author` in earlier catalogues has an array of `authors`."
    ),
    why="The value of a key that nobody knows would be lost without a word; mostly it is a slip of the pen.",
    wrong="""\
format = 1

[show]
title = "Étoile"

[[cast]]
name = "Luke Kirby"
charcter = "Jack McMillan"
""",
    right="""\
format = 1

[show]
title = "Étoile"

[[cast]]
name = "Luke Kirby"
character = "Jack McMillan"
""",
)


def key_findings(path: Path, table: Mapping[str, Any], record_type: type[Record]) -> Iterator[Finding]:
    """Yield what is wrong with the keys of a table and with their values; a value of `None` could not be read."""
    known = declarations(record_type)
    meant = with_meant(table, record_type)
    for name, declared in known.items():
        if name not in meant and declared.required and not is_award(table, record_type):
            at_top = NO_HINT if path else Hint(f"write {name} = {FORMAT} in the first line")
            yield Finding(MISSING_KEY, (*path, name), f'"{name}" is missing', at_top, Target.RECORD)
        elif table.get(name) is not None and not declared.accepts(table[name]):
            moved = moved_value((*path, name), table, record_type, BAD_VALUE)
            yield from [moved] if moved else value_findings((*path, name), table[name], declared, table)
    for name in table:
        if name not in known:
            hint = partial(_hint_to_key, path, name, table, record_type)
            unknown = Finding(UNKNOWN_KEY, (*path, name), f"no such key {quote(name)}", hint, Target.KEY)
            yield renamed_key(path, name, table, record_type, UNKNOWN_KEY) or unknown


def _hint_to_key(path: Path, name: str, table: Mapping[str, Any], record_type: type[Record], _marked: str) -> Hint:
    """Return the hint to an undeclared key: which one was probably meant, or where it belongs."""
    return _hint_in_record(path, name, table, record_type) if path else _hint_at_top(name, table)


def _hint_in_record(path: Path, name: str, table: Mapping[str, Any], record_type: type[Record]) -> Hint:
    if path == ("show",) and name == "format":
        return Hint("write it at the top, before [show]")
    if path == ("show",) and name in RECORD_TYPES:
        return records_begin(name)
    section = section_meant(str(path[0])) if len(path) == 2 else None
    if section in RECORD_TYPES and is_record(name, table[name], RECORD_TYPES[section]):
        return records_begin(section)
    hint = _nearest_key(name, table, record_type)
    if not hint and name in _of_the_show_alone():
        return Hint("write it below [show]")
    return hint or _keys_left(table, record_type)


def _hint_at_top(name: str, table: Mapping[str, Any]) -> Hint:
    value = table[name]
    is_array = isinstance(value, list) and holds_tables(value)
    if isinstance(value, dict) and is_table_of_show(name):
        return Hint(f"write [show.{name}]")
    if not isinstance(value, dict) and not is_array:
        return Hint("write it below [show]") if name in declarations(Show) else _nearest_key(name, table, Catalogue)
    section = section_meant(name)
    if section is None:
        return NO_HINT
    # An array may be named like one that is there: TOML adds its tables to that one.
    return already_there(section) if section in table and not is_array else meant_key(section)


@cache
def _of_the_show_alone() -> frozenset[str]:
    """Return the keys that only the show has: in any other record they are below the wrong header."""
    others = {key for record_type in RECORD_TYPES.values() for key in declarations(record_type)}
    return frozenset(declarations(Show)) - others


def _nearest_key(name: str, table: Mapping[str, Any], record_type: type[msgspec.Struct]) -> Hint:
    """Return which key of a record was meant; no hint if that takes no table, and the other is one elsewhere."""
    known = declarations(record_type)
    guess = _meant(name, tuple(known))
    if not guess or guess in table:
        return already_there(guess) if guess else NO_HINT
    value, is_for_table = table[name], is_open_table(known[guess])
    if is_for_table and isinstance(value, str) and not known[guess].cites:
        return correction_to_table(value, known[guess], guess)
    if not is_for_table and isinstance(value, dict) and name in _tables():
        return NO_HINT
    # A word of its own, or a key of other records, is no misspelling.
    is_word = name in _every_key() or key_meant(name, known) not in {"", guess}
    return certain(meant_key(guess), when=not is_word and is_slip(name, guess, known))


@cache
def _every_key() -> frozenset[str]:
    """Return the keys of all records, and those at the top."""
    types = (Catalogue, Show, *RECORD_TYPES.values())
    return frozenset(key for record_type in types for key in declarations(record_type))


@cache
def _tables() -> frozenset[str]:
    """Return the keys that hold a table in some record."""
    return frozenset(key for record_type in (Show, *RECORD_TYPES.values()) for key in tables_of(record_type))


def _keys_left(table: Mapping[str, Any], record_type: type[Record]) -> Hint:
    """Return the keys that a record can have besides those that it has; no hint if there are many, or none."""
    left = [key for key in declarations(record_type) if key not in table]
    return Hint(f"it can have {enumerate_words(left)}") if 0 < len(left) <= _MOST_LEFT else NO_HINT


def with_meant(table: Mapping[str, Any], record_type: type[msgspec.Struct]) -> Mapping[str, Any]:
    """Return a table with `None` at the keys that were probably meant by undeclared ones.

    So where `titel` is reported, `title` is not reported as missing.
    """
    known = tuple(declarations(record_type))
    unknown = islice((name for name in table if name not in known), _MOST_GUESSES)
    guesses = [guess for name in unknown if (guess := _meant(name, known))]
    return {**dict.fromkeys(guesses), **table} if guesses else table


@lru_cache(maxsize=1_000)
def _meant(name: str, known: Sequence[str]) -> str:
    return key_meant(name, known) or nearest(name, known)
