"""Bringing an import into a catalogue, both given as data."""

from typing import Any

from etoile_cli.edit.operations import intended
from etoile_cli.importing.into.merging import Merged, merged

Record = dict[str, Any]


def bring(there: Record, given: Record, *, prefers_given: bool = False) -> Merged:
    """Return how a catalogue gains what an import from "db" has."""
    show = {"title": "The Ferry"}
    return merged({"show": show} | there, {"show": show} | given, "db", prefers_given=prefers_given)


def gained(there: Record, given: Record, *, prefers_given: bool = False) -> Record:
    """Return the catalogue after that; nothing may be told."""
    done = bring(there, given, prefers_given=prefers_given)
    assert (done.conflicts, done.unclear) == ([], [])
    return intended({"show": {"title": "The Ferry"}} | there, done.operations)


def one(section: str, there: Record, given: Record) -> Record:
    """Return the single record of a section, of which there is one and one is imported."""
    [record] = gained({section: [there]}, {section: [given]})[section]
    return record
