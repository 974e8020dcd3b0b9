"""Things of JSON-LD: objects with a type and properties, in which nothing is blank."""

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.schemes import page_of, scheme_name, valid_ids
from etoile_cli.catalogue.vocabulary import IdKind
from etoile_cli.text.addresses import link
from etoile_cli.text.json_ import json_array, json_text
from etoile_cli.text.values import show

Thing = dict[str, Any]


class Chunks(Struct, frozen=True):
    """A value as the chunks of its JSON text, for one that is too large to be made at once."""

    chunks: Iterator[str]


def thing(type_: str, **properties: Any) -> Thing:
    """Return a thing with those of its properties that are not blank."""
    made = {"@type": type_}
    for name, value in properties.items():
        if value is not None and not is_blank(present := _without_blanks(value)):
            made[name] = present
    return made


def person_thing(name: str, id_: str = "", **properties: Any) -> Thing:
    """Return a person, with an id if others refer to the same one."""
    person = thing("Person", name=name, **properties)
    return {"@type": person["@type"], "@id": id_, **person} if id_ and not is_blank(person) else person


def members(properties: Mapping[str, Any]) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield the properties that are not blank, each with the chunks of its JSON text.

    An iterator is a property with many values, of which only some are made at a time.
    """
    for name, value in properties.items():
        match value:
            case Chunks():
                yield name, value.chunks
            case Iterator():
                things = (each for each in value if not is_blank(each))
                if first := next(things, None):
                    yield name, json_array(chain([first], things))
            case _:
                if not is_blank(present := _without_blanks(value)):
                    yield name, iter([json_text(present)])


def _without_blanks(value: Any) -> Any:
    return [each for each in value if not is_blank(each)] if isinstance(value, (tuple, list)) else value


def in_languages(titles: Mapping[str, str]) -> list[Thing]:
    """Return titles as texts with their languages, as JSON-LD 1.1 has them (section 4.2.4)."""
    return [{"@language": tag, "@value": title} for tag, title in titles.items() if not is_blank(title)]


def ids_of(kind: IdKind, ids: Mapping[str, str]) -> Thing:
    """Return the ids of something in other databases, and the pages of those that have one, as properties."""
    true = valid_ids(kind, ids)
    return {
        "identifier": [thing("PropertyValue", propertyID=scheme_name(key), value=id_) for key, id_ in true.items()],
        "sameAs": [page_of(kind, key, id_) for key, id_ in true.items()],
    }


def is_blank(value: Any) -> bool:
    """Return whether a value says nothing: nothing but white space, a thing without properties, an empty array."""
    match value:
        case str():
            return not show(value)
        case dict():
            return value.keys() == {"@type"}
        case list():
            return not value
        case _:
            return value is None


def url_or_identifier(address: str | None) -> dict[str, str]:
    """Return an address as a property: as `url` or, if it is no web address, as `identifier`."""
    target = link(address) if address else None
    return {"url": target} if target else {"identifier": address or ""}
