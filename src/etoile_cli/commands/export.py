"""`etoile export`: the whole catalogue as a page, a fact sheet, or what another program reads."""

import os
from typing import Annotated

import typer
from msgspec import Struct

from etoile_cli.columns import plain_column
from etoile_cli.commands.listing import print_listing
from etoile_cli.commands.opening import open_catalogue
from etoile_cli.commands.view import View
from etoile_cli.environment import today
from etoile_cli.errors import UsageError
from etoile_cli.files import write_directory, write_file
from etoile_cli.formats import PURPOSES, ExportFormat
from etoile_cli.model import Catalogue
from etoile_cli.options import CatalogueFile, ColorWhen
from etoile_cli.output import Color, write
from etoile_cli.publish.lines import lines_of
from etoile_cli.render.listing import Listing

_STANDARD_OUTPUT = "-"

FormatArgument = Annotated[
    ExportFormat | None,
    typer.Argument(metavar="FORMAT", help=f"{', '.join(ExportFormat)}.", show_default=False, case_sensitive=False),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help="Write this file, or for nfo into this directory; if not given, or -, standard output.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there already.")]
Open = Annotated[bool, typer.Option("--open", help="Show the page, in BROWSER or the system's browser.")]
ListFormats = Annotated[bool, typer.Option("--list", help="Say what each format is for; nothing is exported.")]


class Purpose(Struct, frozen=True):
    """What a format is for: the record that `--list` prints."""

    format: str
    purpose: str


def export(
    format_: FormatArgument = None,
    output: Output = None,
    force: Force = False,
    open_: Open = False,
    list_: ListFormats = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Turn the catalogue into a page, a fact sheet, or what another program reads."""
    if list_:
        _print_purposes(color)
        return
    file = None if output == _STANDARD_OUTPUT else output
    chosen = _checked(format_, file, open_=open_)
    _deliver(open_catalogue(catalogue), chosen, file, replace=force)
    if open_ and file is not None:
        from etoile_cli.commands.browser import open_file

        open_file(file)


def _checked(format_: ExportFormat | None, file: str | None, *, open_: bool) -> ExportFormat:
    """Return the format; raises UsageError where the options don't fit it."""
    if format_ is None:
        choices = ", ".join(ExportFormat)
        raise UsageError(
            f"missing argument 'FORMAT'. Choose from: {choices}", hint="etoile export --list says what each is for"
        )
    if format_ is ExportFormat.NFO and file is None:
        raise UsageError("nfo is several files", hint="name a directory for them with --output")
    if open_ and format_ is not ExportFormat.HTML:
        raise UsageError(f"--open shows a page, and {format_} is none", hint="etoile export html -o FILE --open")
    if open_ and file is None:
        raise UsageError("--open shows a file", hint="name one with --output")
    return format_


def _deliver(catalogue: Catalogue, format_: ExportFormat, file: str | None, *, replace: bool) -> None:
    if format_ is ExportFormat.NFO:
        from etoile_cli.publish.nfo import nfo

        write_directory(file or os.curdir, nfo(catalogue), replace=replace)
    elif file is None:
        write(lines_of(catalogue, format_))
    else:
        write_file(file, lines_of(catalogue, format_), replace=replace)


def _print_purposes(color: Color) -> None:
    purposes = [Purpose(name, purpose) for name, purpose in PURPOSES.items()]
    columns = tuple(map(plain_column, Purpose.__struct_fields__))
    print_listing(Listing(purposes, columns, today()), View().format_or_default(), color)
