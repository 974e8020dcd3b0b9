"""`etoile diff`: what changed between two catalogues."""

from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import STANDARD_INPUT, Location, name_of, read_bytes
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.opening import one_location
from etoile_cli.cli.options import AsJson, FormatName, Header
from etoile_cli.cli.reading import catalogue_in
from etoile_cli.cli.view import View
from etoile_cli.compare.change import Change
from etoile_cli.compare.changes import changes
from etoile_cli.compare.totals import totals
from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.listing.formats import Format
from etoile_cli.system.environment import today
from etoile_cli.system.messages import labelled, say
from etoile_cli.system.output import Color, is_colored, on_terminal, width, write, write_lines
from etoile_cli.system.progress import stage
from etoile_cli.text.escaping import escape_message

OldFile = Annotated[
    str,
    typer.Argument(metavar="OLD", help="The catalogue as it was, - for standard input.", show_default=False),
]
NewFile = Annotated[
    str | None,
    typer.Argument(
        metavar="[NEW]",
        help="The catalogue as it is, - for standard input; if not given, the catalogue in use.",
        show_default=False,
    ),
]


class _Side(NamedTuple):
    """One of the two catalogues; an empty file has none."""

    name: str
    content: bytes
    catalogue: Catalogue | None


def diff(
    old: OldFile,
    new: NewFile = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    header: Header = None,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Tell what changed between two catalogues, record by record and key by key."""
    if new is not None and catalogue:
        raise UsageError("--catalogue and NEW both name what to compare with", hint="leave one of them out")
    chosen = View(format_, as_json).chosen_format() or (Format.TABLE if on_terminal() else None)
    locations = [Location(old, "argument"), one_location(catalogue) if new is None else Location(new, "argument")]
    if all(location.path == STANDARD_INPUT for location in locations):
        raise UsageError("only one of the two can be standard input", hint="name a file for the other")
    before, after = _both(locations)
    stage("comparing")
    found = changes(before.catalogue, after.catalogue)
    _print(found, before, after, View(chosen, header=header), color)
    if found:
        say(totals(found).text())
        raise typer.Exit(1)
    is_same = before.content == after.content
    say("the files are the same" if is_same else "the same records; only comments, order or spelling differ")


def _both(locations: Sequence[Location]) -> list[_Side]:
    """Return both catalogues; raises CatalogueError, with what is wrong with each, if one can't be used."""
    sides, errors = [], []
    for location in dict.fromkeys(locations):
        try:
            content = read_bytes(location)
            sides.append(_Side(name_of(location), content, _catalogue(content, location)))
        except CatalogueError as error:
            errors.append(error)
    if errors:
        raise _joined(errors)
    return [sides[0], sides[-1]]


def _catalogue(content: bytes, location: Location) -> Catalogue | None:
    """Return the catalogue in a file; `None` if the file is empty: git has /dev/null for one that isn't there.

    Raises CatalogueError if it can't be used. Standard input is empty where the program before has failed, and the
    catalogue in use is never meant to be empty.
    """
    if not content and location.path == STANDARD_INPUT:
        raise CatalogueError(f"{name_of(location)}: the input is empty", hint="did the program before it fail?")
    if not content and location.origin == "argument":
        return None
    return catalogue_in(content, location)


def _joined(errors: Sequence[CatalogueError]) -> CatalogueError:
    lines: list[str] = []
    for error in errors:
        lines += error.lines or [labelled(error)]
        if error.hint:
            lines.append(f"hint: {escape_message(error.hint)}")
    return CatalogueError(lines=lines)


def _print(found: Sequence[Change], before: _Side, after: _Side, view: View, color: Color) -> None:
    """Print the changes in a format; if there is none, a line each for another program."""
    match view.format:
        case None if not is_colored(color):
            from etoile_cli.compare.wording import Wording

            write(map(Wording(before.catalogue, after.catalogue).line, found))
        case Format.TABLE | None:
            from etoile_cli.compare.text import text
            from etoile_cli.compare.wording import Wording

            wording = Wording(before.catalogue, after.catalogue)
            write_lines(text(found, wording, width() if view.format else None), color)
        case Format.MD:
            from etoile_cli.compare.md import md
            from etoile_cli.compare.wording import Wording

            write(md(found, Wording(before.catalogue, after.catalogue)))
        case Format.JSON:
            from etoile_cli.compare.json_ import json

            write(json(found, before.name, after.name))
        case Format.TSV | Format.CSV | Format.JSONL:
            from etoile_cli.cli.printing import print_listing
            from etoile_cli.compare.rows import columns_of_rows, rows
            from etoile_cli.listing.listing import Listing

            listing = Listing(list(rows(found)), columns_of_rows(), today(), header=view.header)
            print_listing(listing, view.format, color)
