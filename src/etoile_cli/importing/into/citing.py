"""Which sources the values of a record rest on, once an import has brought some."""

from collections.abc import Mapping
from typing import Any

from etoile_cli.importing.into.values import is_empty

Record = Mapping[str, Any]


def stated_by(record: Record, key: str) -> list[Any]:
    """Return the ids of the sources that state a value: those that are cited for it, else those of the record."""
    cites, whole = record.get("cites"), record.get("sources")
    cited = cites.get(key) if isinstance(cites, dict) else None
    if isinstance(cited, list) and cited:
        return cited
    return whole if isinstance(whole, list) else []


def cites_of(record: Record, gained: Record, source: str) -> dict[str, list[str]]:
    """Return the citations that a record needs for what it gains from a source, by the keys."""
    found: dict[str, list[str]] = {}
    for key, value in gained.items():
        before = stated_by(record, key)
        # Of a list or a table that gains something, the rest is stated by those who stated it before.
        is_united = _holds(value, record.get(key))
        if source in before and (is_united or before == [source] or is_empty(record.get(key))):
            continue
        found[key] = [*before, source] if is_united else [source]
    return found


def _holds(value: Any, before: Any) -> bool:
    """Return whether a list or a table has what was there before, and more."""
    if is_empty(before):
        return False
    if isinstance(value, list) and isinstance(before, list):
        return all(each in value for each in before)
    return isinstance(value, dict) and isinstance(before, dict)
