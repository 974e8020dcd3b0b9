"""Values that say something of another value, and go with it: what an address leads to, since when a status holds."""

from collections.abc import Iterator, Mapping
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.importing.into.values import agree, is_empty

Record = Mapping[str, Any]


def without_strangers(there: Record, given: Record, gained: Record, known: Mapping[str, Declared]) -> Record:
    """Return what a record gains but for what the import says of another value than the one that is kept.

    The day on which somebody looked is one of these: it is of the whole offer, as the import has it.
    """
    kept = {key: value for key, value in gained.items() if not _is_of_another(key, there, given, gained, known)}
    is_whole = all(
        _is_covered(there[key], given[key], known[key]) for key in there.keys() & given.keys() & known.keys()
    )
    return {key: value for key, value in kept.items() if is_whole or not known[key].ages or is_empty(there.get(key))}


def orphans(there: Record, given: Record, gained: Record, known: Mapping[str, Declared]) -> Iterator[str]:
    """Yield the keys that say something of a value which is replaced, and that the import says nothing of."""
    for key, declared in known.items():
        other = _described(declared)
        is_replaced = other in gained and not is_empty(there.get(other))
        if other and is_replaced and not is_empty(there.get(key)) and is_empty(given.get(key)):
            yield key


def _is_of_another(key: str, there: Record, given: Record, gained: Record, known: Mapping[str, Declared]) -> bool:
    other = _described(known[key])
    if not other or other in gained or is_empty(there.get(other)):
        return False
    return is_empty(given.get(other)) or not agree(there[other], given[other], known[other])


def _described(declared: Declared) -> str:
    """Return the key of the value that those of a key say something of; empty if they say nothing of one."""
    return declared.kind_of or declared.dates or declared.copies


def _is_covered(there: Any, given: Any, declared: Declared) -> bool:
    """Return whether an import says of a value all that is there."""
    if declared.ages or declared.is_citation or declared.cites or declared.is_remark:
        return True
    if isinstance(there, list) and isinstance(given, list):
        return {repr(each) for each in there} <= {repr(each) for each in given}
    return agree(there, given, declared)
