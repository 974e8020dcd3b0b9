"""That what a declared type says of its values is read, and that the keys that it names are there."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from msgspec import Meta

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.facets import Facets
from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.vocabulary import DATES, FOLLOWS, KIND_OF, REFERS_TO, SORTS, Name

NAMING_KEYS = (DATES, FOLLOWS, SORTS, KIND_OF)


class _Asked(dict[str, Any]):
    """An empty `extra` that notes what is asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def get(self, name: str, default: Any = None) -> Any:
        self.names.add(name)
        return default

    def __contains__(self, name: object) -> bool:
        self.names.add(str(name))
        return False


def read() -> set[str]:
    """Return the facets that attributes of `Facets` read."""
    asked = _Asked()
    Facets(asked)
    return asked.names


def facets(record_type: type[Record]) -> Iterator[tuple[str, str, Any]]:
    """Yield each facet of the keys of a record and of their items: the key, the facet, and its value."""
    for key, declared in declarations(record_type).items():
        at: Declared | None = declared
        while at:
            for meta in at._metas:
                yield from ((f"{record_type.__name__}.{key}", *each) for each in (meta.extra or {}).items())
            at = at.item


def faults(record_type: type[Record]) -> list[str]:
    """Return what is wrong with the facets of a record type, and what to do about it."""
    known = declarations(record_type)
    return (
        [
            f"{key}: nothing reads {facet!r}; give catalogue/facets.py an attribute that does, or leave it out"
            for key, facet, _ in facets(record_type)
            if facet not in read()
        ]
        + [
            f"{key}: {facet!r} names {value!r}; name a key that {record_type.__name__} has"
            for key, facet, value in facets(record_type)
            if facet in NAMING_KEYS and value not in known
        ]
        + [
            f"{key}: {facet!r} names {value!r}; name a section of the catalogue"
            for key, facet, value in facets(record_type)
            if facet == REFERS_TO and value not in RECORD_TYPES
        ]
    )


@pytest.mark.parametrize("record_type", [Show, *RECORD_TYPES.values()])
def test_the_facets_of_every_record_are_read_and_name_keys_that_it_has(record_type: type[Record]) -> None:
    assert faults(record_type) == []


def test_a_facet_that_nothing_reads_or_that_names_no_key_is_noticed() -> None:
    class Prop(Record, frozen=True):
        name: Name
        index_name: Annotated[Name | None, Meta(extra={SORTS: "nme"})] = None
        shades: tuple[Annotated[Name, Meta(extra={"colour": True})], ...] = ()
        owner: Annotated[Name | None, Meta(extra={REFERS_TO: "owners"})] = None
        codes: Annotated[dict[str, Annotated[Name, Meta(extra={KIND_OF: "code"})]], Meta(extra={"tint": 1})] = {}  # noqa: RUF012

    nothing = "give catalogue/facets.py an attribute that does, or leave it out"
    assert faults(Prop) == [
        f"Prop.shades: nothing reads 'colour'; {nothing}",
        f"Prop.codes: nothing reads 'tint'; {nothing}",
        "Prop.index_name: 'sorts' names 'nme'; name a key that Prop has",
        "Prop.codes: 'kind_of' names 'code'; name a key that Prop has",
        "Prop.owner: 'refers_to' names 'owners'; name a section of the catalogue",
    ]
