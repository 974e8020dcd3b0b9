"""The records of which terms are asked, by what a command lists: those of a section, of all, people, shows."""

from collections.abc import Sequence

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.listing.columns import PEOPLE, SHOWS
from etoile_cli.listing.terms.places import SECTION, Keys


def types_listed(listed: str | None) -> Sequence[type[Record]]:
    """Return the types of what is listed: of the records of a section, of people or shows; else of all sections."""
    if listed in RECORD_TYPES:
        return [RECORD_TYPES[listed]]
    if listed == PEOPLE:
        from etoile_cli.people.person import Person

        return [Person]
    if listed == SHOWS:
        from etoile_cli.listing.show_entry import ShowEntry

        return [ShowEntry]
    return [Show, *RECORD_TYPES.values()]


def keys_listed(listed: str | None) -> Keys:
    """Return the keys of which terms can be asked there; in all sections, the section, too."""
    types = types_listed(listed)
    return Keys(types, *([SECTION] if len(types) > 1 else []))
