"""Changes that are drawn at random for any data, those of catalogues that are wrong included."""

import random
from collections.abc import Sequence
from typing import Any

from etoile_cli.edit.operations import Add, Drop, Operation, Put, Remove
from tests.edit.written_by_hand import KEYS, record_for, value_for


def _operation(rnd: random.Random, data: dict[str, Any], near: tuple[Any, ...] | None) -> Operation | None:
    """Return an operation on anything, or on the record at a path."""
    section = str(near[0]) if near else rnd.choice(list(KEYS))
    records = [near] if near else _records(section, data)
    way = rnd.randint(3 if near else 0, 9)
    if section != "show" and (way <= 1 or not records):
        return Add(section, record_for(rnd, section))
    if section != "show" and way == 2:
        return Remove(section, rnd.choice(records)[1])
    if not records:
        return None
    path = rnd.choice(records)
    record = data["show"] if section == "show" else data[section][path[1]]
    if way <= 4 and record:
        key = rnd.choice(list(record))
        inner = list(record[key]) if isinstance(record[key], dict) else []
        return Drop(path, key, rnd.choice([*inner, None]) if inner else None)
    key = rnd.choice(KEYS[section])
    return Put(path, key, _near(rnd, record.get(key), key))


def _records(section: str, data: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Return the paths of the records of a section; of those alone that are tables, in a catalogue that is wrong."""
    if section == "show":
        return [("show",)] if isinstance(data.get("show"), dict) else []
    records = data.get(section, [])
    return (
        [(section, at) for at, each in enumerate(records) if isinstance(each, dict)]
        if isinstance(records, list)
        else []
    )


def _near(rnd: random.Random, old: Any, key: str) -> Any:
    """Return a value that is often much like the old one: a list with an item more, or fewer."""
    new = value_for(rnd, key)
    if not isinstance(old, list) or not old or rnd.random() < 0.3:
        return new
    kept = [each for each in old if rnd.random() < 0.7]
    return [*kept, *new] if rnd.random() < 0.5 else kept


def _add(found: dict[Any, Operation], each: Put | Drop) -> None:
    """Add a change of a key unless it is changed already; of a table, some keys may come while others go."""
    place = each.record, each.key
    if isinstance(each, Drop) and each.name is not None:
        put = found.get(place)
        names = put.value if isinstance(put, Put) and isinstance(put.value, dict) else {}
        if (isinstance(put, Drop) or (put and not names)) or each.name in names:
            return
        found.setdefault((*place, each.name), each)
        return
    dropped = {key[2] for key in found if key[:2] == place and len(key) == 3}
    if isinstance(each, Drop):
        if not dropped:
            found.setdefault(place, each)
        return
    if not dropped or (isinstance(each.value, dict) and not dropped & each.value.keys()):
        found.setdefault(place, each)


def operations_for(rnd: random.Random, data: dict[str, Any]) -> Sequence[Operation]:
    """Return operations on different things, often on several keys of one record."""
    found: dict[Any, Operation] = {}
    touched: dict[Any, str] = {}
    last: tuple[Any, ...] | None = None
    for _ in range(rnd.choice([1, 1, 2, 3, 6])):
        each = _operation(rnd, data, last if rnd.random() < 0.7 else None)
        if isinstance(each, Add):
            found[("added", len(found))] = each
        elif isinstance(each, Remove):
            if touched.setdefault((each.section, each.position), "gone") == "gone":
                found[each.section, each.position] = each
        elif each is not None and touched.setdefault(each.record, "changed") == "changed":
            last = each.record
            _add(found, each)
    return list(found.values())
