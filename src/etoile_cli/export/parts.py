"""Values as people read them, in pieces: every piece is safe to print, one that leads somewhere has its link."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.names import NAMES
from etoile_cli.catalogue.records import Record, Source
from etoile_cli.text.addresses import link, site
from etoile_cli.text.values import count, readable, show

_URL_KINDS = {"page": "its page", "search": "a search", "home": "the home page"}


class Part(Struct, frozen=True):
    """A piece of a value: its text, the http(s) address it leads to, and if it is a day, that in ISO 8601."""

    text: str
    link: str = ""
    day: str = ""


def parts_of(key: str, value: Any, companies: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the pieces of a value, none if it is absent or empty; `companies` is the companies' names by id."""
    match value:
        case None | False:  # that something is not fictional says nothing
            return ()
        case date():
            return (Part(readable(value), day=value.isoformat()),)
        case tuple():
            return tuple(part for each in value for part in parts_of(key, each, companies))
        case str() if key in NAMES:
            text = show(NAMES[key](value))
        case str() if key == "company":
            text = show(companies.get(value, value))
        case int() if key == "runtime":
            text = count(value, "minute")
        case _:
            text = readable(value)
    return (Part(text),) if text else ()


def address_parts(record: Record, address: str) -> tuple[Part, ...]:
    """Return what a record's address leads to, with the link; an address that may not be one stands there as text."""
    kind = getattr(record, "url_kind", None)
    words = _URL_KINDS[kind] if kind else ""
    target = link(address)
    if target is None:
        return tuple(Part(text) for text in (show(address), words) if text)
    if isinstance(record, Source):
        return (Part(show(address), target),)
    return (Part(f"{words} at {site(address)}" if words else site(address), target),)
