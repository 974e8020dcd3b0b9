"""Opening what a command reads: the only show that the command line names, or a library of several."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import Location, locate, names_several, read_bytes
from etoile_cli.cli.reading import catalogue_in

if TYPE_CHECKING:  # imported where there are several shows
    from etoile_cli.library.library import Library


def open_catalogue(options: Sequence[str] | None) -> Catalogue:
    """Return the only catalogue that the options name, else the environment's, else the built-in one.

    Raises CatalogueError, with the first errors in the catalogue, if it can't be used, UsageError for several.
    """
    location = one_location(options)
    return catalogue_in(read_bytes(location), location)


def one_location(options: Sequence[str] | None) -> Location:
    """Return where the only catalogue is that the options name; raises UsageError, which lists them, for several."""
    locations = locate(options)
    if not names_several(locations):
        return locations[0]
    from etoile_cli.cli.libraries import only_one

    return only_one(locations)


def library_asked(options: Sequence[str] | None) -> "Library | None":
    """Return the library that the options name; `None` if they name a single show.

    Raises CatalogueError if no catalogue is there.
    """
    locations = locate(options)
    if not names_several(locations):
        return None
    from etoile_cli.cli.libraries import opened

    return opened(locations)
