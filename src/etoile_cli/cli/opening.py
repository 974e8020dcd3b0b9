"""Opening what a command reads: the only show that the command line names, or a library of several."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from etoile_cli.catalogue.holding import Holding, name_alone
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import Location, locate, name_of, names_several, read_bytes
from etoile_cli.cli.reading import catalogue_in
from etoile_cli.errors import NoMatchError, UsageError

if TYPE_CHECKING:  # imported where there are several shows
    from etoile_cli.library.library import Library


def open_catalogue(options: Sequence[str] | None, shows: Sequence[str] | None = None) -> Catalogue:
    """Return the only catalogue that the options name, else the environment's, else the built-in one.

    `shows` are terms on the name of the show, such as `show:bear`; `None` if the command takes none. Raises
    CatalogueError, with the first errors in the catalogue, if it can't be used, UsageError for several, NoMatchError
    if the terms leave none.
    """
    return open_holding(options, shows).catalogue


def open_holding(options: Sequence[str] | None, shows: Sequence[str] | None = None) -> Holding:
    """Return the show in the only catalogue that the options name; raises the same errors."""
    return open_located(options, shows)[1]


def open_located(options: Sequence[str] | None, shows: Sequence[str] | None = None) -> tuple[Location, Holding]:
    """Return likewise where the only catalogue is and the show in it: what it is read from may give it only once."""
    location = one_location(options, shows)
    catalogue = catalogue_in(read_bytes(location), location)
    path = name_of(location)
    holding = Holding(name_alone(catalogue.show.title, path), path, catalogue)
    if shows and not names_several(locate(options)):
        words_besides_shows(shows, holding.name)
    return location, holding


def one_location(options: Sequence[str] | None, shows: Sequence[str] | None = None) -> Location:
    """Return where the only catalogue is that the options name, and the terms on the name of its show leave.

    Raises UsageError, which lists them, for several.
    """
    locations = locate(options)
    refuse_words(shows or ())
    if not names_several(locations):
        return locations[0]
    from etoile_cli.cli.libraries import only_one

    return only_one(locations, shows)


def refuse_words(shows: Sequence[str]) -> None:
    """Raise UsageError if something is no term on the name of a show."""
    for word in shows:
        if "show:" not in word:
            raise UsageError(f'unexpected argument "{word}"', hint="show:TEXT chooses one of several shows")


def words_besides_shows(words: Sequence[str], title: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return the words that are no terms on the show, and such terms in quotes.

    Raises NoMatchError if the only show has another title than a term asks for.
    """
    if not any("show" in word for word in words):
        return words, ()
    from etoile_cli.listing.terms.on_key import terms_on
    from etoile_cli.text.values import in_short, quoted, show

    terms, others = terms_on(words, "show")
    for each in terms:
        if not each.holds_text(title):
            raise NoMatchError(f'no show matches "{in_short(each.term.written)}"', hint=f"the show is {show(title)}")
    return others, quoted([each.term.written for each in terms])


def library_asked(options: Sequence[str] | None) -> "Library | None":
    """Return the library that the options name; `None` if they name a single show.

    Raises CatalogueError if no catalogue is there.
    """
    locations = locate(options)
    if not names_several(locations):
        return None
    from etoile_cli.cli.libraries import opened

    return opened(locations)
