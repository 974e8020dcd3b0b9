"""The ids and codes by which records are referred to: those that records have, and those that records name."""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import starmap
from typing import NamedTuple

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Record, Show
from etoile_cli.catalogue.references import identifying_key
from etoile_cli.check.contents import Contents, texts
from etoile_cli.check.rules.misspelt_ids import is_twice, misspelt
from etoile_cli.check.toml.outline import Path


class Reference(NamedTuple):
    """How records refer to one: by the values of these keys of it, and what makes an id or a code of them."""

    keys: tuple[str, ...]
    make: Callable[..., str]


def references(record_types: Mapping[str, type[Record]]) -> Mapping[str, Reference]:
    """Return how records refer to those of other sections, by the sections to which a key of these types refers.

    Raises TypeError if there is no such section, or nothing by which its records can be referred to.
    """
    found: dict[str, Reference] = {}
    for record_type in record_types.values():
        for key, declared in declarations(record_type).items():
            section = (declared.item or declared).refers_to
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
"""How records refer to those of other sections, by these sections."""


class NamedIds(NamedTuple):
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
        """Tell whether an id or a code is reported where it is named: no record has it, and nothing explains that."""
        return text in self.unknown and not self.is_explained and text not in self.misspelt.values()


def named_ids(contents: Contents) -> Mapping[str, NamedIds]:
    """Return the ids and codes by section; without the sections in which one can't be read."""
    found = {}
    named = _named(contents)
    for section, ids in _ids_of_records(contents).items():
        # In the order of the file, so that the most similar one is the same every time.
        known = dict.fromkeys(ids)
        names = named.get(section, {})
        unknown = {text: paths for text, paths in names.items() if text not in known}
        wrong = misspelt(known, unknown, names) if identifying_key(RECORD_TYPES[section]) else {}
        found[section] = NamedIds(known, unknown, wrong, is_twice(ids, unknown))
    return found


def _named(contents: Contents) -> Mapping[str, Mapping[str, Collection[Path]]]:
    """Return by section what records refer to, each with the paths of these records."""
    named: dict[str, dict[str, set[Path]]] = {}
    for entry in contents.entries:
        for each in texts(entry):
            if each.declared.refers_to and each.text.strip():
                named.setdefault(each.declared.refers_to, {}).setdefault(each.text, set()).add(entry.path)
    return named


def _ids_of_records(contents: Contents) -> Mapping[str, Sequence[str]]:
    """Return the ids and codes of the records that can be referred to, by section."""
    found: dict[str, Sequence[str]] = {}
    for section, reference in REFERENCES.items():
        records = contents.of(RECORD_TYPES[section])
        identities = [[entry.values.get(key) for key in reference.keys] for entry in records]
        if not any(None in identity for identity in identities):
            found[section] = list(starmap(reference.make, identities))
    return found
