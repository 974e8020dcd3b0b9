"""What TAB offers words of: the catalogue that the command line names so far, or all of a small library.

Of several shows, only a command that lists records takes words. TAB reads neither standard input nor a pipe or a
device: it would wait, and take what the command is to read.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from etoile_cli.errors import EtoileError

if TYPE_CHECKING:  # imported where it is read
    from etoile_cli.catalogue.holding import Holding
    from etoile_cli.catalogue.model import Catalogue
    from etoile_cli.catalogue.reader import Location
    from etoile_cli.library.library import Library

# Whoever presses TAB waits for no larger library.
_MOST_READ = 1 << 20


def catalogue_typed(ctx: typer.Context) -> "Catalogue | None":
    """Return the only catalogue in use that can be read; `None` if there is none, or if there are several."""
    holdings = holdings_typed(ctx)
    return holdings[0].catalogue if len(holdings) == 1 else None


def holdings_typed(ctx: typer.Context) -> "Sequence[Holding]":
    """Return the shows in use whose catalogues can be read; none of a large library.

    There are none, too, if there are several and the command is about one.
    """
    from etoile_cli.catalogue.reader import names_several
    from etoile_cli.listing.columns import section_of

    named = _named(ctx)
    if not names_several(named):
        return _held((each, "") for each in _files(named))
    library = _library(named)
    is_one = len(library.entries) == 1 and len(_files(named)) == len(named)
    if library.size > _MOST_READ or not (is_one or section_of(ctx.info_name or "")):
        return ()
    return _held((entry.found.location, entry.name) for entry in library.entries)


def shows_typed(ctx: typer.Context) -> Iterator[str]:
    """Yield the words in the names of the shows of a library; none if there is a single show."""
    from etoile_cli.catalogue.reader import names_several
    from etoile_cli.text.folding import fold

    named = _named(ctx)
    for entry in _library(named).entries if names_several(named) else ():
        yield from re.findall(r"[a-z0-9][a-z0-9-]+", fold(entry.name))


def _named(ctx: typer.Context) -> "Sequence[Location]":
    from etoile_cli.catalogue.reader import locate

    given: Any = None
    context: Any = ctx
    while context is not None and not given:
        given = context.params.get("catalogue")
        context = context.parent
    return locate(list(map(os.path.expanduser, given or ())))  # the shell has not expanded ~ yet


def _library(named: "Sequence[Location]") -> "Library":
    from etoile_cli.library.library import open_library

    return open_library(_files(named))


def _files(named: "Sequence[Location]") -> "Sequence[Location]":
    """Return those of some locations that are files or directories, whatever links lead to them."""
    from etoile_cli.catalogue.reader import STANDARD_INPUT, is_directory

    # A file may be called as standard input is. An empty Path would be the current directory.
    others = [each for each in named if each.path != STANDARD_INPUT]
    return [each for each in others if os.path.isfile(each.path) or is_directory(each)]  # noqa: PTH113


def _held(found: "Iterable[tuple[Location, str]]") -> "Sequence[Holding]":
    """Return the shows in files, by the names that the library has for them; a single show needs none."""
    from etoile_cli.catalogue.holding import Holding, name_alone
    from etoile_cli.catalogue.reader import InvalidCatalogueError, name_of, read

    holdings = []
    for location, name in found:
        try:
            catalogue = read(location)
        except (EtoileError, InvalidCatalogueError):
            continue
        path = name_of(location)
        holdings.append(Holding(name or name_alone(catalogue.show.title, path), path, catalogue))
    return holdings
