"""How alike two records of a type are, and whether that says that they are one record that was changed.

Sources, billings and countries are shared by many records, so they never say it. A name that is near does, and what
nobody else has: the same character, address or id elsewhere.
"""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.text.folding import fold
from etoile_cli.text.values import is_absent

ENOUGH = 0.5
"""Records that are less alike are not one that was changed."""

# `Sid Baker` and `Sidonie Baker` are alike by 0.75, `Freddie Fox` and `Emilia Fox` by 0.35.
_NEAR = 0.6
# Names weigh more than what is said of the record.
_WEIGHT_OF_NAME = 3
# So many other texts that are the same say as much as a name.
_SAME_TEXTS = 2
# A longer text is compared by its beginning.
_LONGEST = 200

Value = tuple[str, Hashable]
"""A key and its value, in a form that can be looked up."""


class _Keys(Struct, frozen=True):
    """The keys of a record type by what they say about which record it is.

    `names` are texts that distinguish it, `telling` those whose values only one record has in most
    sections, `contradicting` those that are never different for one record, `texts` are free texts or lists of them.
    """

    all: Sequence[str]
    names: Collection[str]
    telling: Collection[str]
    contradicting: Collection[str]
    texts: Collection[str]


@cache
def _keys(record_type: type[Record]) -> _Keys:
    known = declarations(record_type)
    names = {
        key for key in (record_type.main, *record_type.identity) if known[key].is_text and not known[key].identifies
    }
    others = {key: each for key, each in known.items() if key not in names and not each.identifies}
    contradicting = {key for key, each in others.items() if each.is_address or each.held.is_other_id}
    return _Keys(
        tuple(known),
        names,
        (names - {record_type.main}) | contradicting,
        contradicting,
        {key for key, each in others.items() if each.held.is_free_text},
    )


def hashable(value: Any) -> Hashable:
    """Return a value in a form that can be looked up; the order of the keys of a table makes no difference."""
    if type(value) is dict:
        return frozenset(value.items())
    return value  # type: ignore[no-any-return]


def values_of(record: Record) -> Iterator[Value]:
    """Yield the keys of a record with their values, and each item of lists and tables by itself."""
    for key in type(record).__struct_encode_fields__:
        value = getattr(record, key)
        if type(value) is tuple:
            yield from ((key, each) for each in value)
        elif type(value) is dict:
            yield from ((key, each) for each in value.items())
        elif value is not None:
            yield key, value


def words_of(record: Record) -> Iterator[Value]:
    """Yield the words of the names of a record, whatever their case and accents."""
    for key in sorted(_keys(type(record)).names):
        yield from ((f"word of {key}", word) for word in fold((getattr(record, key) or "")[:_LONGEST]).split())


def telling_once(records: Iterable[Record]) -> Collection[Value]:
    """Return the values that tell which record it is, and that only one of the records has."""
    counts: Counter[Value] = Counter()
    for record in records:
        telling = _keys(type(record)).telling
        counts.update(each for each in values_of(record) if each[0] in telling)
    return {value for value, number in counts.items() if number == 1}


def likeness(one: Record, other: Record, ignored: Collection[str] = ()) -> float:
    """Return how alike two records are, from 0 to 1: which share of their values they have in common."""
    keys = _keys(type(one))
    same = total = 0.0
    for key in keys.all:
        left, right = getattr(one, key), getattr(other, key)
        if key in ignored or (is_absent(left) and is_absent(right)):
            continue
        weight = _WEIGHT_OF_NAME if key in keys.names else 1
        same += weight * _alike(left, right)
        total += weight
    return same / total if total else 1.0


def is_same_record(one: Record, other: Record, telling: Collection[Value]) -> bool:
    """Return whether something says that two records are one whose name was changed.

    `telling` are the values that only one record has, in either catalogue.
    """
    keys = _keys(type(one))
    main = type(one).main
    shared = set(_telling(one)).intersection(_telling(other))
    if not shared.isdisjoint(telling):
        return True
    if any(_contradict(getattr(one, key), getattr(other, key)) for key in keys.contradicting):
        return False
    is_near = main in keys.names and _are_near(getattr(one, main), getattr(other, main))
    return is_near or _differ_in_name_only(one, other, keys)


def _are_near(one: str, other: str) -> bool:
    """Return whether two names are spellings of one; those with other numbers are not: `Emmys 2024`, `Emmys 2025`."""
    return _alike(one, other) > _NEAR and re.findall(r"\d+", one) == re.findall(r"\d+", other)


def _contradict(one: Any, other: Any) -> bool:
    """Return whether two addresses, or two tables of ids, lead to different things."""
    if isinstance(one, Mapping):
        return any(other.get(scheme, id_) != id_ for scheme, id_ in one.items())
    return bool(one and other) and _place(one) != _place(other)


def _place(address: str) -> str:
    """Return an address without what makes no difference in most."""
    return address.partition("//")[2].removeprefix("www.").rstrip("/")


def _telling(record: Record) -> Iterator[Value]:
    telling = _keys(type(record)).telling
    return (each for each in values_of(record) if each[0] in telling)


def _differ_in_name_only(one: Record, other: Record, keys: _Keys) -> bool:
    """Return whether everything but the names is the same, and that is more than what many records have."""
    others = [key for key in keys.all if key not in keys.names]
    same_texts = [key for key in others if key in keys.texts and not is_absent(getattr(one, key))]
    return len(same_texts) >= _SAME_TEXTS and all(getattr(one, key) == getattr(other, key) for key in others)


def _alike(one: Any, other: Any) -> float:
    """Return how alike two values of a key are, from 0 to 1."""
    if one == other:
        return 1.0
    if type(one) is str and type(other) is str:
        ratio = _alike_texts(one, other)
        return ratio if ratio > _NEAR else 0.0
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return _overlap(Counter(one.items()), Counter(other.items()))
    if isinstance(one, tuple) and isinstance(other, tuple) and not isinstance(one, Extent):
        return _overlap(Counter(one), Counter(other))
    return 0.0


def _alike_texts(one: str, other: str) -> float:
    """Return how alike two texts are: which share of their pairs of letters they have in common."""
    one, other = fold(one[:_LONGEST]), fold(other[:_LONGEST])
    return 1.0 if one == other else _overlap(_pairs(one), _pairs(other))


def _pairs(text: str) -> Counter[tuple[str, str]]:
    return Counter(zip(f" {text}", f"{text} ", strict=True))


def _overlap(one: Counter[Any], other: Counter[Any]) -> float:
    total = one.total() + other.total()
    return 2 * sum(min(number, other[each]) for each, number in one.items()) / total if total else 1.0
