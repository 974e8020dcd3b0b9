"""Names: whose names are one person's, and which are other names of what a record is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.edit.operations import Data
from etoile_cli.text.folding import fold

# The sections whose records are about people.
_SECTIONS = tuple(
    section for section, record_type in RECORD_TYPES.items() if declarations(record_type)[record_type.main].person
)


# The keys of other names, by those of the name itself.
_OTHERS = {"title": ("original_title", "also_known_as", "titles"), "name": ("aliases",)}
# The lists of further names, in which no name stands that the record has elsewhere.
_FURTHER = {"also_known_as": "title", "aliases": "name"}


def with_names(
    there: Mapping[str, Any], given: Mapping[str, Any], main: str, *, prefers_given: bool
) -> Mapping[str, Any]:
    """Return a record with the names that it has once an import is brought in."""
    first, second = (there, given) if prefers_given else (given, there)
    names: dict[str, Any] = {main: second.get(main, first.get(main))}
    for key in _OTHERS.get(main, ()):
        one, other = first.get(key), second.get(key)
        if isinstance(one, dict) and isinstance(other, dict):
            names[key] = {**one, **other}
        elif isinstance(one, list) and isinstance(other, list):
            names[key] = [*one, *other]
    return {**given, **there, **names}


def is_other_name(key: str, name: Any, record: Mapping[str, Any]) -> bool:
    """Return whether a name that is to go under a key is one of the other names of a record."""
    return isinstance(name, str) and fold(name) in _folded(record, _OTHERS.get(key, ()))


def without_known_names(key: str, value: Any, record: Mapping[str, Any]) -> Any:
    """Return what is to go under a key without the names that a record has elsewhere, if it is a list of names."""
    main = _FURTHER.get(key)
    if main is None or not isinstance(value, list):
        return value
    known = _folded(record, [each for each in (main, *_OTHERS[main]) if each != key])
    return [each for each in value if not (isinstance(each, str) and fold(each) in known)]


def _folded(record: Mapping[str, Any], keys: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for value in map(record.get, keys):
        texts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
        found |= {fold(text) for text in texts if isinstance(text, str)}
    return found


class Names:
    """The names of everybody in a catalogue and in an import, each with what stands for whoever has it.

    Two records of the catalogue are two people, though a name of one is another name of the other. A record of the
    import is one of them by an id, else by any name.
    """

    def __init__(self, there: Data, given: Data) -> None:
        self._person: dict[object, object] = {}
        known = list(_people(there))
        for record in known:
            self._add(_keys(record, "name"))
        for record in known:
            self._add(_keys(record, "name", "aliases"))
        for record in _people(given):
            self._add(_keys(record, "name", "aliases"))

    def of(self, name: Any) -> object:
        """Return what stands for whoever has a name."""
        return self._person.get(fold(name), fold(name)) if isinstance(name, str) else repr(name)

    def _add(self, keys: Sequence[object]) -> None:
        person = next((self._person[key] for key in keys if key in self._person), next(iter(keys), None))
        for key in keys:
            self._person.setdefault(key, person)


def _people(data: Data) -> Iterator[Mapping[str, Any]]:
    for section in _SECTIONS:
        yield from data.get(section, ())


def _keys(record: Mapping[str, Any], *names: str) -> list[object]:
    """Return the ids of a person, and the folded names under some keys."""
    ids = record.get("ids")
    pairs = ids.items() if isinstance(ids, Mapping) else ()
    folded: list[object] = [(scheme, id_) for scheme, id_ in pairs if isinstance(id_, str)]
    for value in map(record.get, names):
        folded += [fold(each) for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]
    return folded
