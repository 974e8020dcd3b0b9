"""Which record of a section is the one that is imported: by ids, then by what identifies it, then by its name."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from msgspec import Struct, field

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.importing.intake.addresses import comparable as same_page
from etoile_cli.importing.into.values import is_empty
from etoile_cli.text.folding import fold

Record = Mapping[str, Any]

# What two records never share, if they are not one.
_SURELY = {"reception": "url"}

# Nobody plays so many parts: comparing each with each would take long, and tell nothing.
_MOST_COMPARED = 10_000
_MOST_NAMESAKES = 100
# What tells records apart in sections whose model names no such keys.
_IDENTITY: Mapping[str, Sequence[str]] = {
    "settings": ("name", "city", "country"),
    "availability": ("service", "offer"),
    "trailers": ("url",),
    "reception": ("outlet", "kind", "verdict"),
    "awards": ("award", "category", "recipients"),
    "images": ("url",),
}


class Partners(Struct):
    """The positions of the records that imported ones are, by the positions of these; the others are new.

    An imported record is `unclear` if it may be one of several; of very many, the first are there.
    """

    of: dict[int, int] = field(default_factory=dict)
    unclear: dict[int, Sequence[int]] = field(default_factory=dict)


def partners(section: str, there: Sequence[Record], given: Sequence[Record]) -> Partners:
    """Return which of the records of a section are those that are imported; each is one of them at the most."""
    return _Pairing(section, there, given).found


def identity(section: str) -> Sequence[str]:
    """Return the keys that tell the records of a section apart."""
    record_type = RECORD_TYPES[section]
    known = declarations(record_type)
    # An id that is made up for the catalogue alone says nothing about what another made up.
    by_model = [key for key in record_type.identity if not known[key].identifies]
    return by_model or _IDENTITY.get(section, (record_type.main,))


class _Pairing:
    """The search: what is certain first, then whatever is left and has the same name."""

    def __init__(self, section: str, there: Sequence[Record], given: Sequence[Record]) -> None:
        self.found = Partners()
        self._there = there
        self._given = given
        self._identity = identity(section)
        self._known = declarations(RECORD_TYPES[section])
        self._main = RECORD_TYPES[section].main
        self._ids_key = next((key for key, declared in self._known.items() if declared.held.is_other_id), "")
        self._is_of_people = bool(self._ids_key) and self._known[self._ids_key].held.id_kind == "person"
        self._left = dict.fromkeys(range(len(there)))
        if self._is_of_people:
            others = [key for key in self._identity if key != self._main]
            self._pair_by(
                lambda record: [(pair, *(self._value(record, key) for key in others)) for pair in self._ids(record)]
            )
        elif self._ids_key:
            self._pair_by(self._ids)
        if surely := _SURELY.get(section):
            self._pair_by(lambda record: [self._value(record, surely)] if record.get(surely) else [])
        self._pair_by(lambda record: [self._values(record, self._identity)])
        if self._is_of_people or (len(self._identity) > 1 and self._main in self._identity):
            self._pair_by_names()

    def _pair_by(self, keys_of: Callable[[Record], Iterable[object]]) -> None:
        """Pair the records that are left and have a key in common, one with one."""
        waiting: dict[object, list[int]] = {}
        for at in reversed(self._left):
            for key in keys_of(self._there[at]):
                waiting.setdefault(key, []).append(at)
        for at in self._new():
            for key in keys_of(self._given[at]):
                if (found := self._first(waiting.get(key, []), at)) is not None:
                    self._pair(at, found)
                    break

    def _first(self, waiting: list[int], given: int) -> int | None:
        """Return the first record that waits, the last of the list, and isn't somebody else of the same name."""
        while waiting and waiting[-1] not in self._left:
            waiting.pop()
        few = islice(reversed(waiting), _MOST_NAMESAKES)
        return next((at for at in few if at in self._left and not self._is_namesake(at, given)), None)

    def _is_namesake(self, there: int, given: int) -> bool:
        """Return whether nothing but the name says that two people are one, and an id says that they are not."""
        if not self._is_of_people:
            return False
        ids, others = (dict(_pairs(each.get(self._ids_key))) for each in (self._there[there], self._given[given]))
        shared = ids.keys() & others.keys()
        return bool(shared) and all(ids[scheme] != others[scheme] for scheme in shared)

    def _pair(self, given: int, there: int) -> None:
        self.found.of[given] = there
        del self._left[there]

    def _new(self) -> list[int]:
        return [at for at in range(len(self._given)) if at not in self.found.of]

    def _pair_by_names(self) -> None:
        """Pair what is left by names, and by the ids of people, where nothing else tells them apart."""
        names = _Names(self._there, self._main, self._ids_key if self._is_of_people else "")
        left: dict[object, list[int]] = {}
        for at in self._left:
            left.setdefault(names.of(self._there[at], ()), []).append(at)
        groups: dict[object, list[int]] = {}
        for at in self._new():
            groups.setdefault(names.of(self._given[at], left), []).append(at)
        for name, new in groups.items():
            self._pair_group(new, left.get(name, []))

    def _pair_group(self, new: Sequence[int], left: Sequence[int]) -> None:
        """Pair the records of one name by what else they share; a single one of a person with the single other."""
        if len(new) * len(left) > _MOST_COMPARED:
            self.found.unclear |= dict.fromkeys(new, left[:_MOST_NAMESAKES])
            return
        waiting, still = list(new), list(left)
        tests = (self._may_be, self._shares_a_word) if self._is_of_people else (self._may_be,)
        for fits in tests:
            for at in list(waiting):
                fitting = [each for each in still if fits(each, at)]
                if len(fitting) == 1:
                    self._pair(at, fitting[0])
                    waiting.remove(at)
                    still.remove(fitting[0])
        if self._is_of_people and len(waiting) == len(still) == 1:
            if not self._is_namesake(still[0], waiting[0]):
                self._pair(waiting[0], still[0])
            return
        for at in waiting:
            if fitting := [each for each in still if any(fits(each, at) for fits in tests)]:
                self.found.unclear[at] = fitting

    def _shares_a_word(self, there: int, given: int) -> bool:
        """Return whether what else identifies two records of a person, the character, has a word in common."""
        if self._is_namesake(there, given):
            return False
        one, other = self._there[there], self._given[given]
        keys = [key for key in self._identity if key != self._main]
        return any(_words(one.get(key)) & _words(other.get(key)) for key in keys)

    def _may_be(self, there: int, given: int) -> bool:
        """Return whether nothing besides the name that identifies both records differs."""
        one, other = self._there[there], self._given[given]
        if self._is_namesake(there, given):
            return False
        both = [
            key
            for key in self._identity
            if key != self._main and not (is_empty(one.get(key)) or is_empty(other.get(key)))
        ]
        return all(self._value(one, key) == self._value(other, key) for key in both)

    def _values(self, record: Record, keys: Sequence[str]) -> tuple[object, ...]:
        return tuple(self._value(record, key) for key in keys)

    def _value(self, record: Record, key: str) -> object:
        """Return what a value is compared by."""
        value = record.get(key)
        is_address = self._known[key].is_address and isinstance(value, str)
        return same_page(value) if is_address and value else _comparable(value)

    def _ids(self, record: Record) -> list[object]:
        return list(_pairs(record.get(self._ids_key)))


class _Names:
    """The names of a section's records: those who share an id of a person have one name, whatever they are called."""

    def __init__(self, records: Sequence[Record], main: str, ids_key: str) -> None:
        self._main = main
        self._ids_key = ids_key
        self._by_id: dict[object, object] = {}
        self._by_other_name: dict[object, object] = {}
        self._ids_by_name: dict[object, dict[str, str]] = {}
        self._known: set[object] = set()
        for record in records:
            name = _comparable(record.get(main))
            self._known.add(name)
            for pair in _pairs(record.get(ids_key)):
                self._by_id.setdefault(pair, name)
                self._ids_by_name.setdefault(name, {}).setdefault(*pair)
            for other in _texts(record.get("aliases")):
                self._by_other_name.setdefault(_comparable(other), name)

    def of(self, record: Record, left: Collection[object]) -> object:
        """Return what stands for the name of a record; somebody else of the same name has another one.

        Of several names, one counts of which there are records `left`.
        """
        pairs = list(_pairs(record.get(self._ids_key)))
        for pair in pairs:
            if pair in self._by_id:
                return self._by_id[pair]
        name = _comparable(record.get(self._main))
        known = self._ids_by_name.get(name, {})
        if any(known.get(scheme, id_) != id_ for scheme, id_ in pairs):
            return (name, *pairs)
        names = [name, *map(_comparable, _texts(record.get("aliases")))]
        by_name = [each if each in self._known else self._by_other_name.get(each) for each in names]
        found = [each for each in by_name if each]
        return next((each for each in found if each in left), found[0] if found else name)


def _pairs(ids: Any) -> Iterator[tuple[str, str]]:
    if isinstance(ids, Mapping):
        yield from ((scheme, id_) for scheme, id_ in ids.items() if isinstance(id_, str))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        yield from (each for each in value if isinstance(each, str))


def _words(value: Any) -> set[str]:
    return set(fold(value).split()) if isinstance(value, str) else set()


def _comparable(value: Any) -> object:
    if isinstance(value, list):
        return tuple(map(_comparable, value))
    return fold(value) if isinstance(value, str) else repr(value)
