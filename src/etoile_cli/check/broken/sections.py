"""Which sections a text has whose headers are misspelt, or have no brackets."""

from collections.abc import Collection

from etoile_cli.catalogue.declarations import declared_at
from etoile_cli.check.labels import section_meant
from etoile_cli.check.toml.outline import NO_ARRAYS, Arrays, Surroundings


def sections(names: Collection[str]) -> Arrays:
    """Return the arrays of tables of these names, with what other names are taken for."""
    return Arrays(names, _meant, _begun) if names else NO_ARRAYS


def _meant(name: str) -> str:
    return section_meant(name) or ""


def _begun(word: str, around: Surroundings) -> str:
    """Return the section that a word on a line of its own begins; empty if it begins none, or that isn't clear.

    A key of it must follow, that can't be one of the table before, or an empty line must come before it.
    """
    section = section_meant(word)
    if section is None or around.following not in _keys(section):
        return ""
    if around.within is None:
        return section
    names = _keys(section_meant(around.within[0]) or "") if len(around.within) == 1 else ()
    known = names if around.within else ("format",)
    is_new = around.following in around.taken or around.following not in known
    return section if is_new or around.is_apart else ""


def _keys(section: str) -> Collection[str]:
    declared = declared_at((section,)) if section else None
    record = declared and (declared.item or declared)
    return record.keys if record else ()
