"""A show of a library: what a command that goes across several catalogues knows of each."""

from msgspec import Struct

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.text.values import in_short


class Holding(Struct, frozen=True):
    """A show of a library.

    `name` is what the column `show` calls it, which no other show of the library is called: its title, with the year
    where two titles are alike, with the file where that is not enough. `path` is that of its catalogue.
    """

    name: str
    path: str
    catalogue: Catalogue


def name_alone(title: str, path: str) -> str:
    """Return the name of a show if no other is called alike: its title or, if that is blank, the path.

    A title that is longer than any real one is cut: it is repeated with every record.
    """
    name = in_short(title.strip())
    if any(each.isascii() and each.isalnum() for each in name):  # as in nearly all: it need not be folded
        return name
    from etoile_cli.text.escaping import without_undecoded
    from etoile_cli.text.folding import fold

    return name if fold(name) else in_short(without_undecoded(path))
