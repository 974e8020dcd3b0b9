"""A show of a library: what a command that goes across several catalogues knows of each."""

from msgspec import Struct

from etoile_cli.catalogue.model import Catalogue


class Holding(Struct, frozen=True):
    """A show of a library.

    `name` is what the column `show` calls it, which no other show of the library is called: its title, with the year
    where two titles are alike, with the file where that is not enough. `path` is that of its catalogue.
    """

    name: str
    path: str
    catalogue: Catalogue
