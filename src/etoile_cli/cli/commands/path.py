"""`etoile path`: which catalogue is read, and what names it."""

import os
from collections.abc import Sequence

from etoile_cli.catalogue.reader import STANDARD_INPUT, Location, locate, names_several
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.options import AsJson, FormatName, Null
from etoile_cli.cli.printing import print_listing, print_object
from etoile_cli.cli.view import View
from etoile_cli.errors import CatalogueError
from etoile_cli.listing.column import plain_columns
from etoile_cli.listing.formats import Format, json_of
from etoile_cli.listing.listing import Listing
from etoile_cli.system.environment import today
from etoile_cli.system.messages import say
from etoile_cli.system.output import Color, on_terminal, write, write_lines
from etoile_cli.text.escaping import escape_controls, without_undecoded
from etoile_cli.text.styles import styled

_REASONS = {
    "option": "named by --catalogue",
    "environment": "named by ETOILE_CATALOGUE",
    "built in": "the built-in catalogue",
}


def path(
    format_: FormatName = None,
    as_json: AsJson = False,
    null: Null = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print which catalogues are read, and why."""
    named = locate(catalogue)
    view = View(format_, as_json, null=null)
    chosen = view.chosen_format()
    found, failed = _files(named) if names_several(named) else (named, ())
    paths = [_absolute(each) for each in found]
    if chosen is None or (null and format_ is None):
        _print_bare(paths, view.end)
    else:
        _print_records(paths, chosen, color, view.end, is_one=not names_several(named))
    if failed:
        from etoile_cli.cli.libraries import Tally

        tally = Tally()
        tally.tell(failed)
        tally.end()


def _print_bare(found: Sequence[Location], end: str) -> None:
    """Print the paths alone, for programs the bytes of their names in any locale, and say what names them."""
    if on_terminal() and end == "\n":
        write_lines([styled(escape_controls(each.path)) for each in found], Color.NEVER)
    else:
        write([os.fsencode(each.path).decode(errors="surrogateescape") for each in found], end)
    say(_REASONS[found[0].origin])


def _print_records(found: Sequence[Location], chosen: Format, color: Color, end: str, *, is_one: bool) -> None:
    found = [Location(without_undecoded(each.path), each.origin) for each in found]
    if chosen in (Format.JSON, Format.JSONL) and is_one:
        print_object(found[0], chosen)
    elif chosen is Format.JSON or chosen is Format.JSONL:
        write(json_of(found, chosen), end)
    else:
        print_listing(Listing(found, plain_columns(Location), today()), chosen, color, end=end)


def _files(named: Sequence[Location]) -> tuple[Sequence[Location], Sequence[CatalogueError]]:
    """Return where the catalogues of a library are, and the errors of what can't be read.

    Raises CatalogueError, with all reasons, if there are none.
    """
    from etoile_cli.cli.libraries import opened

    library = opened(named)
    return [entry.found.location for entry in library.entries], library.failed


def _absolute(location: Location) -> Location:
    if location.path == STANDARD_INPUT:
        return location
    try:
        return Location(os.path.abspath(location.path), location.origin)  # noqa: PTH100 Path would resolve links
    except FileNotFoundError:  # the current directory is gone
        return location
