"""Where the keys of each section go on a page and in a fact sheet."""

import sys
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.vocabulary import Billing


class Layout(Struct, frozen=True):
    """A section's heading and its columns; `main` is the column that says what a record is.

    Keys that are no column, save those that are shown in other ways, stand as details under the main column. On a page
    records stand in groups by the key `group`, if there is one. Where a record is a line of values, those of
    `labelled` have their labels, and addresses are spelt if `spells_addresses` says so.
    """

    heading: str
    columns: tuple[str, ...]
    main: str
    group: str = ""
    labelled: tuple[str, ...] = ()
    spells_addresses: bool = False


LAYOUTS: Mapping[str, Layout] = {
    "cast": Layout("Cast", ("name", "character", "role", "company", "billing"), "name", "billing"),
    "creators": Layout("Creators", ("name", "roles", "known_for"), "name"),
    "crew": Layout("Crew", ("name", "roles", "known_for"), "name"),
    "episodes": Layout("Episodes", ("episode", "title", "released", "runtime"), "title", "season"),
    "settings": Layout("Settings", ("name", "city", "country", "uses", "fictional"), "name"),
    "companies": Layout("Companies", ("name", "city", "country", "fictional"), "name"),
    "availability": Layout("Where to watch", ("service", "offer", "regions", "checked"), "service"),
    "trailers": Layout("Trailers", ("title", "kind", "language", "published"), "title"),
    "reception": Layout("Reception", ("outlet", "kind", "verdict", "date"), "outlet"),
    "images": Layout("Picture credits", ("title", "credit", "licence"), "title"),
    "sources": Layout(
        "Sources",
        ("title", "author", "publisher", "published", "accessed"),
        "title",
        labelled=("accessed",),
        spells_addresses=True,
    ),
}
"""The sections in the order in which they are read."""

_BILLINGS = {Billing.MAIN: "Main cast", Billing.RECURRING: "Recurring", Billing.GUEST: "Guests"}
_LAST = len(_BILLINGS)


def group_of(key: str, value: Any) -> tuple[int, str]:
    """Return the place of a group among the others, and its heading, by the value that its records share."""
    if key == "season":
        return (value, f"Season {value}") if value else (sys.maxsize, "Specials")
    return list(_BILLINGS).index(value) if value else _LAST, _BILLINGS.get(value, "Others")
