"""What TAB offers behind the key of a term: the values that it has in the catalogue, or can have."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from msgspec import inspect

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.section_names import section_names
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.cli.dates_offered import dates_begun
from etoile_cli.cli.terms_offered import Begun
from etoile_cli.listing.columns import PEOPLE, SHOWS
from etoile_cli.listing.terms.grammar import key_named
from etoile_cli.listing.terms.places import SECTION, Place, places_named
from etoile_cli.listing.terms.types import types_listed
from etoile_cli.listing.terms.values import EPISODES
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact

# What a shell takes as it is.
_VALUE = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_WORD = r"[a-z0-9][a-z0-9-]{2,}"


def values_begun(term: Begun, section: str | None, holdings: Sequence[Holding]) -> Iterator[str]:
    """Yield the terms likewise whose values, in any of some shows, begin as was typed; none without a show."""
    for value in _values_of(term, section, holdings) if holdings else ():
        shown = value if value.startswith(term.value) else value.lower()
        if shown.startswith(term.value) and re.fullmatch(_VALUE, shown):
            yield f"{term.negations}{term.key}{term.asks}{shown}"


def _records(section: str | None, holdings: Sequence[Holding]) -> Iterable[Record]:
    """Return what is listed of shows."""
    if section == PEOPLE:
        from etoile_cli.people.credits import credits_of
        from etoile_cli.people.person import joined

        return joined([credit for each in holdings for credit in credits_of(each.name, each.catalogue)])
    if section == SHOWS:
        from etoile_cli.listing.show_entry import entry_of

        return map(entry_of, holdings)
    listed = types_listed(section)
    return [record for each in holdings for _, record in each.catalogue.every_record() if type(record) in listed]


def _values_of(term: Begun, section: str | None, holdings: Sequence[Holding]) -> Collection[str]:
    key, types = key_named(term.key), types_listed(section)
    if key == SECTION and len(types) > 1:
        return section_names(or_show=True)
    places = {record_type: places_named(record_type, key) for record_type in types}
    tested = [place.tested for named in places.values() for place in named]
    if known := {value for each in holdings for value in _known(tested, each.catalogue)}:
        return known
    held = [
        (place, value)
        for record in _records(section, holdings)
        for place in places[type(record)]
        if not place.is_tallied
        for value in _held(place, record)
    ]
    dates = {value for place, value in held if place.tested.is_date}
    return {value for place, value in held if not place.tested.is_date}.union(dates_begun(dates, term.value))


def _known(tested: Iterable[Declared], catalogue: Catalogue) -> Iterator[str]:
    """Yield the values that keys can have, if they are words of their types, or ids of the catalogue."""
    references = References(catalogue)
    for declared in tested:
        if declared.is_flag:
            yield from ("yes", "no")
        elif isinstance(declared.type, inspect.EnumType):
            yield from (each.value for each in declared.type.cls)
        elif declared.refers_to == EPISODES:
            yield from (each.code for each in catalogue.episodes)
        elif declared.refers_to and declared.name is None:
            yield from references.ids(declared.refers_to)


def _held(place: Place, record: Record) -> Iterator[str]:
    for _, value in place.items((place.said or place.value)(record)):
        yield from _texts(place.tested, value)


def _texts(declared: Declared, value: Any) -> Iterable[str]:
    """Return the texts by which a term finds a value: of a text, its words."""
    if isinstance(value, Extent):
        return map(str, value)
    if isinstance(value, str) and declared.is_exact and not declared.identifies:
        return re.findall(_WORD, fold(value))
    return () if isinstance(value, dict) else (exact(value),)
