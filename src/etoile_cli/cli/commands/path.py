"""`etoile path`: which catalogue is read, and what names it."""

import os

from etoile_cli.catalogue.reader import STANDARD_INPUT, Location, locate
from etoile_cli.cli.options import AsJson, CatalogueFile, ColorWhen, FormatName
from etoile_cli.cli.printing import print_listing, print_object
from etoile_cli.cli.view import View
from etoile_cli.listing.columns import plain_columns
from etoile_cli.listing.formats import Format
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
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print which catalogue is read, and why."""
    found = _absolute(locate(catalogue))
    chosen = View(format_, as_json).chosen_format()
    if chosen is None:
        if on_terminal():
            write_lines([styled(escape_controls(found.path))], Color.NEVER)
        else:
            write([os.fsencode(found.path).decode(errors="surrogateescape")])  # the bytes of its name, in any locale
        say(_REASONS[found.origin])
        return
    found = Location(without_undecoded(found.path), found.origin)
    if chosen in (Format.JSON, Format.JSONL):
        print_object(found, chosen)
    else:
        print_listing(Listing([found], plain_columns(Location), today()), chosen, color)


def _absolute(location: Location) -> Location:
    if location.path == STANDARD_INPUT:
        return location
    try:
        return Location(os.path.abspath(location.path), location.origin)  # noqa: PTH100 Path would resolve links
    except FileNotFoundError:  # the current directory is gone
        return location
