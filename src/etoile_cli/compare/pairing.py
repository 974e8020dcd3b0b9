"""Which records of two catalogues are the same: first those with the same identity, then those that are alike.

Every record is in exactly one pair, or alone. What is compared with what is bounded for each record, so that the time
grows with the number of records and not with its square.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import attrgetter

from msgspec import Struct

from etoile_cli.catalogue.record import Record
from etoile_cli.compare.likeness import (
    ENOUGH,
    Value,
    hashable,
    is_same_record,
    likeness,
    telling_once,
    values_of,
    words_of,
)

# Of so many pairs, each is compared. Of more, only those that share a value which so few records have, and of these so
# many for each record.
_ALL = 2_500
_FEW = 8
_MOST_CANDIDATES = 12


class Pairing(Struct):
    """The positions of records: pairs of those in the old and in the new catalogue, and those that are alone."""

    pairs: list[tuple[int, int]]
    gone: list[int]
    come: list[int]


Accept = Callable[[Record, Record], float]
"""Returns how alike two records are; 0 if they are not to be a pair."""


def pairing(old: Sequence[Record], new: Sequence[Record]) -> Pairing:
    """Return which records of a section are the same."""
    found = Pairing([], [], [])
    groups = _by_identity([old, new])
    for here, there in groups:
        if len(here) == len(there) == 1:
            found.pairs.append((here[0], there[0]))
        elif here and there:
            _pair_group(found, old, new, here, there)
        else:
            found.gone += here
            found.come += there
    if found.gone and found.come:
        _pair_renamed(found, old, new)
    found.pairs.sort()
    found.gone.sort()
    found.come.sort()
    return found


def identity_of(record_type: type[Record]) -> tuple[str, ...]:
    """Return the keys by which records of a type are looked up; where all keys distinguish them, that of the name."""
    return record_type.identity or (record_type.main,)


def _by_identity(sides: Sequence[Sequence[Record]]) -> Iterable[tuple[list[int], list[int]]]:
    """Return the positions of the records of both sides that have the same identity, group by group."""
    groups: dict[Hashable, tuple[list[int], list[int]]] = {}
    for side, records in enumerate(sides):
        if not records:
            continue
        identity = attrgetter(*identity_of(type(records[0])))
        for position, record in enumerate(records):
            key = identity(record)
            group = groups.get(key)
            if group is None:
                group = groups[key] = ([], [])
            group[side].append(position)
    return groups.values()


def _pair_group(
    found: Pairing, old: Sequence[Record], new: Sequence[Record], here: Sequence[int], there: Sequence[int]
) -> None:
    """Pair records with the same identity: the equal ones, then the most alike.

    Where all keys distinguish them, those that have little in common stay alone.
    """
    left_here, left_there = _pair_equal(found, old, new, here, there)
    record_type = type(old[here[0]])
    shared = _shared_keys([*(old[at] for at in here), *(new[at] for at in there)])
    least = 0.0 if record_type.identity else ENOUGH

    def accept(one: Record, other: Record) -> float:
        ratio = likeness(one, other, shared)
        return ratio + 1 if ratio >= least else 0

    gone, come = _pair_alike(found, old, new, left_here, left_there, accept)
    if record_type.identity:  # too many to compare them all: any two have the identity in common
        found.pairs += zip(gone, come, strict=False)
        both = min(len(gone), len(come))
        gone, come = gone[both:], come[both:]
    found.gone += gone
    found.come += come


def _pair_equal(
    found: Pairing, old: Sequence[Record], new: Sequence[Record], here: Iterable[int], there: Iterable[int]
) -> tuple[list[int], list[int]]:
    """Pair the records that are equal, and return the positions of the others."""
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at in there:
        waiting[_content(new[at])].append(at)
    for positions in waiting.values():
        positions.reverse()
    left = []
    for at in here:
        equal = waiting.get(_content(old[at]))
        if equal:
            found.pairs.append((at, equal.pop()))
        else:
            left.append(at)
    return left, sorted(at for positions in waiting.values() for at in positions)


def _content(record: Record) -> Hashable:
    return tuple(hashable(getattr(record, key)) for key in type(record).__struct_encode_fields__)


def _shared_keys(records: Sequence[Record]) -> Collection[str]:
    """Return the keys that have the same value in all of the records, and so distinguish none."""
    first, *others = records
    return {
        key
        for key in type(first).__struct_encode_fields__
        if all(getattr(each, key) == getattr(first, key) for each in others)
    }


def _pair_renamed(found: Pairing, old: Sequence[Record], new: Sequence[Record]) -> None:
    """Pair records whose identity differs: those that something says are the same, the most alike first."""
    telling = set(telling_once(old)).intersection(telling_once(new))
    main = attrgetter(type(old[0]).main)
    has_identity = bool(type(old[0]).identity)

    def accept(one: Record, other: Record) -> float:
        # Where all keys distinguish records, those with the same name have been compared before.
        if not has_identity and main(one) == main(other):
            return 0
        ratio = likeness(one, other) if is_same_record(one, other, telling) else 0
        return ratio if ratio >= ENOUGH else 0

    found.gone, found.come = _pair_alike(found, old, new, found.gone, found.come, accept)


def _pair_alike(
    found: Pairing,
    old: Sequence[Record],
    new: Sequence[Record],
    here: Sequence[int],
    there: Sequence[int],
    accept: Accept,
) -> tuple[list[int], list[int]]:
    """Pair records, the most alike first, and return the positions of those that stay alone."""
    ranked = [(-accept(old[one], new[other]), one, other) for one, other in _candidates(old, new, here, there)]
    ranked.sort()
    alone_here, alone_there = dict.fromkeys(here), dict.fromkeys(there)
    for ratio, one, other in ranked:
        if ratio and one in alone_here and other in alone_there:
            found.pairs.append((one, other))
            del alone_here[one], alone_there[other]
    return list(alone_here), list(alone_there)


def _candidates(
    old: Sequence[Record], new: Sequence[Record], here: Sequence[int], there: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield the positions of records that may be the same: all, or those that share a value which few have."""
    if len(here) * len(there) <= _ALL:
        yield from product(here, there)
        return
    places: dict[Value, list[int]] = defaultdict(list)
    for at in there:
        for value in _features(new[at]):
            if len(known := places[value]) <= _FEW:
                known.append(at)
    for at in here:
        yield from ((at, other) for other in _sharing(old[at], places))


def _sharing(record: Record, places: Mapping[Value, Sequence[int]]) -> Iterable[int]:
    """Return the positions of the records that share the rarest values with a record."""
    known = [places[value] for value in _features(record) if value in places]
    rare = sorted((each for each in known if len(each) <= _FEW), key=len)
    found: dict[int, None] = {}
    for positions in rare:
        found.update(dict.fromkeys(positions))
        if len(found) >= _MOST_CANDIDATES:
            break
    return found


def _features(record: Record) -> set[Value]:
    return {*values_of(record), *words_of(record)}
