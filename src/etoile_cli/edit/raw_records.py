"""Records as TOML has them, of a catalogue that can't be read: which hold words, their names, what changed."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.codes import episode_code
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.edit.data import is_same
from etoile_cli.edit.operations import Add, Data, Drop, Operation, Put, Remove
from etoile_cli.edit.raw_terms import raw_test
from etoile_cli.edit.toml.written_values import value_text
from etoile_cli.listing.terms.grammar import parted
from etoile_cli.listing.terms.near import refuse_unknown
from etoile_cli.listing.terms.places import Keys
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact, show

RawRecord = Mapping[str, Any]

# No word can hold it, so none is found across two values.
_BETWEEN = " \0 "
_LONGEST = 60


def positions_with(section: str, records: Sequence[RawRecord], words: Sequence[str]) -> Sequence[int]:
    """Return the positions of the records that hold all the words in their values, and all the terms.

    Case and accents make no difference. Raises UsageError if a term has a range or asks for a key that there is not.
    """
    known = Keys([RECORD_TYPES[section]])
    terms, plain = parted(words, known)
    refuse_unknown(words, known)
    wanted = [fold(word) for word in plain]
    absent = [folded for term in terms if not term.key and (folded := fold(term.text))]
    tests = [raw_test(section, term, _code) for term in terms if term.key]
    return [
        at
        for at, record in enumerate(records)
        if _holds(record, wanted, absent) and all(test(record) for test in tests)
    ]


def _holds(record: RawRecord, wanted: Sequence[str], absent: Sequence[str]) -> bool:
    searched = fold(_BETWEEN.join([_code(record), *_texts(dict(record))]))
    return all(word in searched for word in wanted) and not any(word in searched for word in absent)


def _code(record: RawRecord) -> str:
    """Return `S01E07` of an episode; empty if it has no numbers."""
    season, number = record.get("season"), record.get("number")
    return episode_code(season, number) if type(season) is int and type(number) is int else ""


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
    elif not isinstance(value, bool):
        yield exact(value)


def names_of(section: str, record: RawRecord) -> Sequence[str]:
    """Return the texts by each of which a record may be named: its name, and what identifies it."""
    keys = (RECORD_TYPES[section].main, *RECORD_TYPES[section].identity)
    return [_code(record), *(exact(record[key]) for key in keys if isinstance(record.get(key), str | int))]


def has_only_a_name(section: str, record: RawRecord) -> bool:
    """Return whether a record has nothing but its name of what identifies it."""
    kind = RECORD_TYPES[section]
    return not any(record.get(key) for key in kind.identity if key != kind.main)


def full_name(section: str, record: RawRecord) -> str:
    """Return what people call a record: its name, with what else identifies it in brackets."""
    kind = RECORD_TYPES[section]
    name = _short("; ".join(_texts(record.get(kind.main, ""))))
    others = [_short("; ".join(_texts(record[key]))) for key in kind.identity if key != kind.main and record.get(key)]
    if code := _code(record):
        return f"{code} {name}".rstrip()
    return f"{name} ({', '.join(others)})" if others else name


def changes_told(old: Data, new: Data, operations: Sequence[Operation]) -> Sequence[str]:
    """Return what operations have changed, a line each, with values as TOML has them."""
    told = []
    for path in dict.fromkeys(each.record for each in operations if isinstance(each, Put | Drop)):
        section = str(path[0])
        before, after = (_at(data, path) for data in (old, new))
        name = full_name(section, before) if len(path) > 1 else ""
        where = ": ".join(filter(None, (section, name)))
        told += [f"{where}: {line}" for line in _differences(before, after)]
    for each in operations:
        if isinstance(each, Add):
            told.append(f"{each.section}: + {full_name(each.section, each.record)}")
        elif isinstance(each, Remove):
            told.append(f"{each.section}: - {full_name(each.section, old[each.section][each.position])}")
    return told


def _at(data: Data, path: tuple[str | int, ...]) -> RawRecord:
    found: Any = data
    for step in path:
        found = found[step] if isinstance(step, int) else found.get(step, {})
    record: RawRecord = found
    return record


def _differences(before: RawRecord, after: RawRecord) -> Iterator[str]:
    for key in dict.fromkeys([*before, *after]):
        old, new = before.get(key), after.get(key)
        if all(isinstance(each, dict | None) for each in (old, new)):
            yield from (f"{show(key)}: {line}" for line in _differences(old or {}, new or {}))
        elif key not in after:
            yield f"{show(key)}: - {_written(old)}"
        elif key not in before:
            yield f"{show(key)}: + {_written(new)}"
        elif not is_same(old, new):
            yield f"{show(key)}: {_written(old)} → {_written(new)}"


def _written(value: Any) -> str:
    """Return a value as TOML has it, in which one of a wrong type looks like that: `"52"`."""
    return _short(value_text(value))


def _short(text: str) -> str:
    shown = show(text)
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
