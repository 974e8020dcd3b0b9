"""What TAB offers of KEY=VALUE: the keys of a record, and the values that a key can have."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.id_schemes import SCHEMES
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.vocabulary import WORLDWIDE, Standard

_ASSIGNMENT = re.compile(r"([A-Za-z_]\w*)(?:\.([\w-]*\w))?([+-]?=)([\w.-]*)")
_TAKING = "-="
_EPISODES = "episodes"


def keys_offered(known: Mapping[str, Declared]) -> Iterator[str]:
    """Yield the beginnings of assignments: `name=`, and of a table those of the keys that are known: `ids.imdb=`."""
    for key, declared in known.items():
        if declared.name is None:
            yield f"{key}="
        elif declared.cites:
            yield from (
                f"{key}.{each}=" for each, other in known.items() if not (other.cites or other.held.is_citation)
            )
        elif declared.held.id_kind:
            yield from (f"{key}.{scheme}=" for scheme in SCHEMES[declared.held.id_kind])


def assignments_offered(
    typed: str, known: Mapping[str, Declared], catalogue: Catalogue | None, held: Iterable[Any]
) -> Iterator[str]:
    """Yield the assignments that complete what was typed up to and behind its equals sign, in no order.

    `held` are the values of the key that the records of the section have, of which one may be taken out.
    """
    found = _ASSIGNMENT.fullmatch(typed)
    outer = known.get(found[1]) if found else None
    if found is None or outer is None:
        return
    name, sign = found[2], found[3]
    declared = outer.at((name,)) if name else outer
    if declared is None:
        return
    values = _texts(held) if sign == _TAKING else _values(declared.held, catalogue)
    begun = typed[: found.start(4)]
    yield from (f"{begun}{value}" for value in values)


def key_begun(typed: str) -> str:
    """Return the key that an assignment is about; empty if there is no equals sign yet."""
    found = _ASSIGNMENT.fullmatch(typed)
    return found[1] if found else ""


def _texts(held: Iterable[Any]) -> Iterator[str]:
    for value in held:
        if isinstance(value, tuple):
            yield from map(str, value)


def _values(declared: Declared, catalogue: Catalogue | None) -> Iterable[str]:
    """Return the values that a key, or an item of it, can have; none if they are without number."""
    if declared.is_flag:
        return ("true", "false")
    if isinstance(declared.type, inspect.EnumType):
        return [each.value for each in declared.type.cls]
    if declared.standard in {Standard.COUNTRY, Standard.REGION}:
        from etoile_cli.catalogue.countries import alpha2_codes

        return [*alpha2_codes(), *([WORLDWIDE] if declared.fits(WORLDWIDE) else [])]
    if not declared.refers_to or declared.identifies or catalogue is None:
        return ()
    if declared.refers_to == _EPISODES:
        return [each.code for each in catalogue.episodes]
    return References(catalogue).ids(declared.refers_to)
