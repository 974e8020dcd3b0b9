"""The ids of things in databases: by what identifies them, and by the addresses of their pages there."""

from typing import Any

from etoile_cli.catalogue.vocabulary import IdKind, is_web_address
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.readings import text, text_of
from etoile_cli.importing.intake.values import ids_in_address, ids_of, is_known_scheme

_ADDRESSES = ("identifier", "sameAs", "url")


def take_ids(thing: Thing, kind: IdKind) -> dict[str, str]:
    """Take the ids of a thing by their schemes; an address that holds none stays."""
    found: dict[str, str] = {}

    def note(ids: dict[str, str]) -> bool | None:
        """Note ids, unless another of their scheme is noted."""
        if not ids or any(found.get(scheme, id_) != id_ for scheme, id_ in ids.items()):
            return None
        found.update(ids)
        return True

    def named(value: Any) -> bool | None:
        property_ = thing.thing(value)
        return note(_of_property(property_, kind)) if property_ else None

    def addressed(value: Any) -> bool | None:
        return note(ids_in_address(kind, text_of(value)))

    thing.take("identifier", named)
    for key in _ADDRESSES:
        thing.take(key, addressed)
    note(ids_in_address(kind, thing.id))
    return found


def _of_property(property_: Thing, kind: IdKind) -> dict[str, str]:
    """Return the id that a value says, with the name of its scheme."""
    scheme = text_of(property_.node.get("propertyID"))
    if not scheme:
        scheme = text_of(property_.node.get("name")) or ""
        scheme = scheme if is_known_scheme(kind, scheme) else ""
    if not scheme or is_web_address(scheme):
        return {}
    found = ids_of(kind, {scheme: text_of(property_.node.get("value"))})
    if found:
        text(property_, "propertyID", "name")
        text(property_, "value")
    return found
