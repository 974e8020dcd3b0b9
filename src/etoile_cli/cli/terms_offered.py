"""What TAB offers of terms: the keys that a word may begin with; their values are in `term_values_offered`."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from etoile_cli.catalogue.citations import citing_keys
from etoile_cli.listing.terms.grammar import HAS, NOT
from etoile_cli.listing.terms.places import SECTION, SOURCE, columns_named
from etoile_cli.listing.terms.types import types_listed

# What a shell takes as it is.
_BEGUN = re.compile(rf"((?:{NOT}:)*)(?:({HAS}:)([\w.-]*)|([\w.-]*)(?:(:=?)([\w.-]*))?)")


class Begun(Struct, frozen=True):
    """What was typed of a term: all of its `not:`, then the beginning of a key, or a key with that of a value.

    `asks` is what stands behind the key: `:` or `:=`, empty if the key is not whole yet. `has` is before it, or empty.
    """

    negations: str
    has: str
    key: str
    asks: str
    value: str


def begun(typed: str) -> Begun | None:
    """Return what was typed of a term; `None` if it can't become one, or has what is special to a shell."""
    found = _BEGUN.fullmatch(typed)
    if not found:
        return None
    negations, has, its_key, key, asks, value = (each or "" for each in found.groups())
    return Begun(negations, has, its_key or key, asks, value)


def keys_begun(term: Begun, section: str | None) -> Iterator[str]:
    """Yield the terms of a section, of people or of shows, or of all sections, whose keys begin as was typed."""
    names = [name for name in _names(section) if name.startswith(term.key)]
    if term.has:
        yield from (f"{term.negations}{term.has}{name}" for name in names)
    elif term.key or term.negations:
        more = [each for each in (HAS, *(() if term.negations else (NOT,))) if each.startswith(term.key)]
        yield from (f"{term.negations}{name}:" for name in (*names, *more))


def _names(section: str | None) -> Sequence[str]:
    types = types_listed(section)
    sources = [SOURCE] if any(citing_keys(each).all for each in types) else []
    named = [name for each in types for name in columns_named(each)]
    return list(dict.fromkeys([*named, *sources, *([SECTION] if len(types) > 1 else [])]))
