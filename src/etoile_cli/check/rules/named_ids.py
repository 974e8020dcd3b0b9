"""The ids and codes by which records are referred to: those that records have, and those that records name."""

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import starmap
from typing import NamedTuple

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import episode_code
from etoile_cli.check.contents import Contents, texts
from etoile_cli.check.rules.misspelt_ids import is_explained_by_duplicate, misspelt
from etoile_cli.check.toml.outline import Path

_REFERENCES: Mapping[str, Callable[..., str]] = {"sources": str, "companies": str, "episodes": episode_code}
"""The sections whose records are referred to, and the function from the identity of a record to a reference to it."""


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
        """Return whether an id or a code is reported where it is named: no record has it, and nothing explains why."""
        return text in self.unknown and not self.is_explained and text not in self.misspelt.values()


def named_ids(contents: Contents) -> Mapping[str, NamedIds]:
    """Return the ids and codes by section, without sections where the id or code of a record can't be read."""
    found = {}
    named = _named(contents)
    for section, ids in _ids_of_records(contents).items():
        # In the order of the file, so that the most similar one is the same every time.
        known = dict.fromkeys(ids)
        names = named.get(section, {})
        unknown = {text: paths for text, paths in names.items() if text not in known}
        wrong = misspelt(known, unknown, names) if section != "episodes" else {}
        found[section] = NamedIds(known, unknown, wrong, is_explained_by_duplicate(ids, unknown))
    return found


def _named(contents: Contents) -> Mapping[str, Mapping[str, Collection[Path]]]:
    """Return the ids and codes that records refer to, by section, each with the paths of the records that do."""
    named: dict[str, dict[str, set[Path]]] = {}
    for entry in contents.entries:
        for each in texts(entry):
            if each.declared.refers_to and each.text.strip():
                named.setdefault(each.declared.refers_to, {}).setdefault(each.text, set()).add(entry.path)
    return named


def _ids_of_records(contents: Contents) -> Mapping[str, Sequence[str]]:
    """Return the ids and codes of the records that can be referred to, by section."""
    found: dict[str, Sequence[str]] = {}
    for section, reference in _REFERENCES.items():
        record_type = RECORD_TYPES[section]
        identities = [[entry.values.get(key) for key in record_type.identity] for entry in contents.of(record_type)]
        if not any(None in identity for identity in identities):
            found[section] = list(starmap(reference, identities))
    return found
