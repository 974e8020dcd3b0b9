"""The ids and codes by which records are referred to: those that records have, and those that records name."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import starmap

from msgspec import Struct

from etoile_cli.catalogue.declarations import declarations, identifying_key
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.check.contents import Contents, Entry, Text, strings, texts
from etoile_cli.check.rules.cites import misplaced_values
from etoile_cli.check.rules.misspelt_ids import is_explained_by_duplicate, misspelt
from etoile_cli.check.rules.numbered import lacking, numbering_of
from etoile_cli.check.toml.outline import Path


class Reference(Struct, frozen=True):
    """How a record is referred to: the keys whose values make its id or code, and the function that makes it."""

    keys: tuple[str, ...]
    make: Callable[..., str]


def references(record_types: Mapping[str, type[Record]]) -> Mapping[str, Reference]:
    """Return how the records of a section are referred to, for every section that a key of these types refers to.

    Raises TypeError if there is no such section, or nothing by which its records can be referred to.
    """
    found: dict[str, Reference] = {}
    for record_type in record_types.values():
        for key, declared in declarations(record_type).items():
            section = declared.held.refers_to
            if section and section not in record_types:
                raise TypeError(f"{record_type.__name__}.{key} refers to {section}, and there is no such section")
            if section:
                found[section] = _reference(record_types[section])
    return found


def _reference(record_type: type[Record]) -> Reference:
    if key := identifying_key(record_type):
        return Reference((key,), str)
    for derived in record_type.derived.values():
        if derived.keys == record_type.identity:
            return Reference(derived.keys, derived.make)
    raise TypeError(
        f"records refer to a {record_type.__name__}, which has neither a key of the type Id nor a derived value that "
        "is made of its identity"
    )


REFERENCES = references({"show": Show, **RECORD_TYPES})
"""How the records of a section are referred to, for every section that is."""


class NamedIds(Struct, frozen=True):
    """The ids or codes of a section.

    `known` are those that its records have. `unknown` are those that no record has, each with the records that name
    it. `misspelt` are those that are misspelt in their own record, each with what was meant. `is_explained` says that
    a duplicate id explains the one that is unknown.
    """

    known: Collection[str]
    unknown: Mapping[str, Collection[Path]]
    misspelt: Mapping[str, str]
    is_explained: bool

    def is_reported(self, text: str) -> bool:
        """Return whether an id or a code is reported where it is named: no record has it, and nothing explains why."""
        return text in self.unknown and not self.is_explained and text not in self.misspelt.values()


def named_ids(contents: Contents) -> Mapping[str, NamedIds]:
    """Return the ids and codes by section, without sections where the id or code of a record can't be read."""
    found = {}
    of_records = _ids_of_records(contents)
    # In the order of the file, so that the most similar one is the same every time.
    all_known = {section: dict.fromkeys(ids) for section, ids in of_records.items()}
    sources = all_known.get("sources", {}).keys()
    named = _named(contents, sources)
    all_unknown = _unknown(all_known, named, contents)
    if any(all_unknown.values()):
        _add_records(all_unknown, contents, sources)
    for section, known in all_known.items():
        unknown = all_unknown[section]
        wrong = misspelt(known, unknown, named[section]) if identifying_key(RECORD_TYPES[section]) else {}
        found[section] = NamedIds(known, unknown, wrong, is_explained_by_duplicate(of_records[section], unknown))
    return found


def _unknown(
    known: Mapping[str, Collection[str]], named: Mapping[str, Collection[str]], contents: Contents
) -> Mapping[str, dict[str, set[Path]]]:
    """Return the ids and codes that no record has, by section, each with room for the records that name it."""
    unknown: dict[str, dict[str, set[Path]]] = {}
    for section, ids in known.items():
        is_there = _is_episode(contents) if section == "episodes" else ids.__contains__
        unknown[section] = {text: set() for text in named[section] if not is_there(text)}
    return unknown


def _is_episode(contents: Contents) -> Callable[[str], bool]:
    """Return whether a code names episodes that there are: listed ones, or as many as a season is said to have."""
    numbering = numbering_of(contents)
    return lambda code: not lacking(code, numbering)


def references_of(entry: Entry, sources: Collection[str]) -> Iterator[Text]:
    """Yield the ids and codes that a record names; `sources` are the ids of the sources that there are.

    A value of the record that stands below a citation by mistake is none, and is told as misplaced.
    """
    keys = _keys_that_refer(entry.type)
    misplaced = misplaced_values(entry, sources)
    named = texts(entry, [key for key in entry.values if key in keys])
    return (each for each in named if each.path[:-1] not in misplaced) if misplaced else named


@cache
def _keys_that_refer(record_type: type[Record]) -> Mapping[str, str]:
    """Return the keys whose values, or the items of these, refer to other records, each with their section."""
    known = declarations(record_type).items()
    return {key: section for key, declared in known if (section := declared.held.refers_to)}


def _named(contents: Contents, sources: Collection[str]) -> Mapping[str, Collection[str]]:
    """Return the ids and codes that records refer to, by section."""
    named: dict[str, dict[str, None]] = {section: {} for section in REFERENCES}
    for entry in contents.entries:
        if misplaced_values(entry, sources):
            for each in references_of(entry, sources):
                named[each.declared.refers_to][each.text] = None
            continue
        keys = _keys_that_refer(entry.type)
        for key, value in entry.values.items():
            if key in keys:
                names = named[keys[key]]
                for text in strings(value):
                    names[text] = None
    return {section: dict.fromkeys(id_ for id_ in ids if id_.strip()) for section, ids in named.items()}


def _add_records(unknown: Mapping[str, Mapping[str, set[Path]]], contents: Contents, sources: Collection[str]) -> None:
    """Add to each unknown id the paths of the records that name it."""
    for entry in contents.entries:
        for each in references_of(entry, sources):
            paths = unknown.get(each.declared.refers_to, {}).get(each.text)
            if paths is not None:
                paths.add(entry.path)


def _ids_of_records(contents: Contents) -> Mapping[str, Sequence[str]]:
    """Return the ids and codes of the records that can be referred to, by section."""
    found: dict[str, Sequence[str]] = {}
    for section, reference in REFERENCES.items():
        records = contents.of(RECORD_TYPES[section])
        identities = [[entry.values.get(key) for key in reference.keys] for entry in records]
        if not any(None in identity for identity in identities):
            found[section] = list(starmap(reference.make, identities))
    return found
