"""What TAB offers words of: the catalogue that the command line names so far, or all of a small library.

Of several shows, only a command that lists records takes words. TAB reads neither standard input nor a pipe or a
device: it would wait, and take what the command is to read.
"""

import os
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import typer

from etoile_cli.errors import EtoileError

if TYPE_CHECKING:  # imported where it is read
    from etoile_cli.catalogue.model import Catalogue
    from etoile_cli.catalogue.reader import Location
    from etoile_cli.library.library import Library

# Whoever presses TAB waits for no larger library.
_MOST_READ = 1 << 20


def catalogue_typed(ctx: typer.Context) -> "Catalogue | None":
    """Return the catalogue in use; of several, one with the records of all; `None` if none can be read.

    It is `None`, too, if there are several and the command is about one.
    """
    from etoile_cli.catalogue.reader import InvalidCatalogueError, names_several, read
    from etoile_cli.listing.columns import section_of

    named = _named(ctx)
    if names_several(named):
        library = _library(named)
        is_one = len(library.entries) == 1 and len(_files(named)) == len(named)
        return _all_of(library) if is_one or section_of(ctx.info_name or "") else None
    if not _files(named):
        return None
    try:
        return read(named[0])
    except (EtoileError, InvalidCatalogueError):
        return None


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


def _all_of(library: "Library") -> "Catalogue | None":
    from msgspec.structs import replace

    from etoile_cli.catalogue.model import RECORD_TYPES
    from etoile_cli.catalogue.reader import InvalidCatalogueError, read

    if library.size > _MOST_READ:
        return None
    catalogues = []
    for entry in library.entries:
        try:
            catalogues.append(read(entry.found.location))
        except (EtoileError, InvalidCatalogueError):
            continue
    if not catalogues:
        return None
    joined = {section: tuple(each for one in catalogues for each in getattr(one, section)) for section in RECORD_TYPES}
    return replace(catalogues[0], **joined)
