"""What of a record a term names: a key, by the names that people have for it, a key within a table, or its sources."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.citations import citing_keys
from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.record import Derived, Record
from etoile_cli.catalogue.vocabulary import EpisodeRun
from etoile_cli.listing.terms.grammar import key_named

SOURCE = "source"
"""The key of what a record rests on, as a whole or for one of its values."""
SECTION = "section"
"""The key of where a record stands, which is none of its own."""


class Place(Struct, frozen=True):
    """A key of a record, or a derived or tallied column.

    `value` returns the value; `declared` is how it is declared, `tested` how the items are that a term is compared
    with. `inner` is the key within a table, as terms have it; empty for all of it. `derived` is how the column is
    made, if it is no key. `left_out` returns what is left out of the value. `said` returns the texts in which that of
    a term is looked for, if the value is made of objects.
    """

    key: str
    value: Callable[[Any], Any]
    declared: Declared
    tested: Declared
    inner: str = ""
    derived: Derived | None = None
    is_tallied: bool = False
    left_out: Callable[[Any], Sequence[str]] | None = None
    said: Callable[[Any], Sequence[str]] | None = None

    def items(self, value: Any) -> Iterator[tuple[Any, Any]]:
        """Yield the items of a value as they are shown, each with what is compared; those of a table are pairs."""
        if isinstance(value, Mapping):
            yield from self._pairs(value)
        elif isinstance(value, tuple) and self.declared.item:
            yield from ((each, each) for each in value)
        elif value is not None:
            yield value, value

    def _pairs(self, table: Mapping[str, Any]) -> Iterator[tuple[Any, Any]]:
        for key, each in table.items():
            if self.inner and key_named(key) != self.inner:
                continue
            if isinstance(each, tuple):
                yield from (({key: (one,)}, one) for one in each)
            else:
                yield {key: each}, (each if self.inner else {key: each})


class Keys(Container[str]):
    """The names of all that terms can ask of records of some types, and other names."""

    def __init__(self, types: Sequence[type[Record]], *others: str) -> None:
        self._types = types
        self._others = others

    def __contains__(self, name: object) -> bool:
        """Return whether a term may have this key: one of the records of any of the types."""
        return isinstance(name, str) and (
            name in self._others or any(places_named(each, name) for each in self._types)
        )

    @property
    def listed(self) -> str:
        """A sentence that names the keys, if they are those of one type; those of all types would be too many."""
        return f"the keys are {', '.join(columns_named(self._types[0]))}" if len(self._types) == 1 else ""

    def tables(self) -> list[str]:
        """Return the names of those that are tables, of which a term can ask a single key."""
        named = [item for each in self._types for item in _places(each).items()]
        return list(dict.fromkeys(name for name, places in named if len(places) == 1 and places[0].declared.name))

    def names(self) -> list[str]:
        """Return the names of the keys, each once, in the order of the types."""
        return list(dict.fromkeys([name for each in self._types for name in _places(each)] + list(self._others)))


def places_named(record_type: type[Record], name: str) -> Sequence[Place]:
    """Return what a term with this key asks of the records of a type; nothing if they have no such key."""
    outer, dot, inner = name.partition(".")
    places = _places(record_type).get(outer, ())
    if not dot:
        return places
    return [_within(each, inner) for each in places if inner and each.declared.name and len(places) == 1]


def columns_named(record_type: type[Record]) -> Sequence[str]:
    """Return the keys and columns of which terms can be asked, without other names for them."""
    return [*record_type.derived, *declarations(record_type), *record_type.tallied]


@cache
def _places(record_type: type[Record]) -> Mapping[str, Sequence[Place]]:
    known = declarations(record_type)
    found: dict[str, Sequence[Place]] = {}
    for name, derived in record_type.derived.items():
        code = record_type.codes.get(name)
        declared = Declared(derived.type or (EpisodeRun if code else str))
        value = attrgetter(code or derived.attribute)
        found[name] = (Place(name, value, declared, declared.each, derived=derived),)
    for name, declared in known.items():
        found[name] = (_of_key(name, declared, known),)
    for name, attribute in record_type.searched.items():
        if attribute:
            found[name] = (replace(found[name][0], said=attrgetter(attribute), tested=Declared(str)),)
    for name in record_type.tallied:
        found[name] = (Place(name, _no_value, Declared(int), Declared(int), is_tallied=True),)
    for places in list(found.values()):
        if one := places[0].declared.one:
            found.setdefault(key_named(one), places)
    cited = [found[name][0] for name in citing_keys(record_type).all]
    return found | ({SOURCE: cited} if cited and SOURCE not in found else {})


def _of_key(name: str, declared: Declared, known: Mapping[str, Declared]) -> Place:
    left_out = next((attrgetter(key) for key, each in known.items() if each.left_out_of == name), None)
    tested = declared.held if declared.cites else declared.each
    return Place(name, attrgetter(name), declared, tested, left_out=left_out)


def _within(place: Place, inner: str) -> Place:
    declared = place.declared.at((inner,))
    return replace(place, inner=inner, tested=declared.each if declared else place.tested)


def _no_value(_: object) -> None:
    """Return no value: a tallied number takes a catalogue."""
