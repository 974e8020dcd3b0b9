"""`etoile export`: the whole catalogue as a page, a fact sheet, or a file for another program."""

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from msgspec import Struct

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import STANDARD_INPUT, Location, locate, name_of
from etoile_cli.cli.opening import open_catalogue
from etoile_cli.cli.options import CatalogueFile, ColorWhen
from etoile_cli.cli.printing import print_listing
from etoile_cli.cli.view import View
from etoile_cli.errors import DeliveryError, UsageError
from etoile_cli.export.formats import PURPOSES, ExportFormat, lines_of
from etoile_cli.listing.columns import plain_columns
from etoile_cli.listing.listing import Listing
from etoile_cli.system.destinations import is_stream, open_descriptor
from etoile_cli.system.directories import write_directory
from etoile_cli.system.environment import today
from etoile_cli.system.files import write_file
from etoile_cli.system.messages import say_done
from etoile_cli.system.output import Color, on_terminal, write, write_chunks
from etoile_cli.text.values import count

FormatArgument = Annotated[
    ExportFormat | None,
    typer.Argument(
        metavar="FORMAT", help=f"{', '.join(ExportFormat)}; see --list.", show_default=False, case_sensitive=False
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help="Write this file, or for nfo into this directory; else, or for -, standard output.",
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there already.")]
Open = Annotated[bool, typer.Option("--open", help="Show the page, in BROWSER or the system's browser.")]
ListFormats = Annotated[bool, typer.Option("--list", help="Say what each format is for; nothing is exported.")]


class Purpose(Struct, frozen=True):
    """A format and what it is for: the record that `--list` prints."""

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
        if format_ or output or force or open_:
            raise UsageError("--list exports nothing", hint="leave the other options out")
        _print_purposes(color)
        return
    file = None if output == "-" or open_descriptor(output or "") == 1 else output
    chosen = _checked(format_, file, force=force, open_=open_)
    if file is not None and chosen is not ExportFormat.TOML and not is_stream(file):
        _spare_the_catalogue(file, catalogue)
    done = _deliver(open_catalogue(catalogue), locate(catalogue), chosen, file, replace=force)
    if open_ and file is not None:
        from etoile_cli.cli.browser import open_file

        open_file(file)
    if done:
        say_done(done)


def _checked(format_: ExportFormat | None, file: str | None, *, force: bool, open_: bool) -> ExportFormat:
    """Return the format; raises UsageError if none is given or the other options don't fit it."""
    if format_ is None:
        choices = ", ".join(ExportFormat)
        raise UsageError(
            f"missing argument 'FORMAT'. Choose from: {choices}", hint="etoile export --list says what each is for"
        )
    if open_ and format_ is not ExportFormat.HTML:
        raise UsageError(f"--open shows a page; {format_} makes none", hint="etoile export html -o FILE --open")
    if file is None and format_ is ExportFormat.NFO:
        raise UsageError("nfo is several files", hint="name a directory for them with --output")
    if file is None and format_ is ExportFormat.SQLITE and on_terminal():
        raise UsageError("sqlite is a database, which no terminal can show", hint="name a file for it with --output")
    if open_ and file is not None and is_stream(file):
        raise UsageError(f"--open shows a file, and {file} is none", hint="name another with --output")
    if file is None and (open_ or force):
        option, does = ("--open", "shows") if open_ else ("--force", "replaces")
        raise UsageError(f"{option} {does} a file", hint="name one with --output")
    return format_


def _spare_the_catalogue(file: str, option: str | None) -> None:
    """Raise UsageError if the export would replace the catalogue that it is made from."""
    location = locate(option)
    with suppress(OSError, ValueError):  # one of the files does not exist, so they are not the same
        catalogue = os.fstat(0) if location.path == STANDARD_INPUT else Path(location.path).stat()
        if any(os.path.samestat(catalogue, each.stat()) for each in (Path(file), *Path(file).glob("*.nfo"))):
            raise UsageError(f"the catalogue itself would be replaced: {file}", hint="name another with --output")


def _deliver(
    catalogue: Catalogue, location: Location, format_: ExportFormat, file: str | None, *, replace: bool
) -> str:
    """Write the export to its destination, and return a message about that; empty if it is a stream."""
    if format_ is ExportFormat.NFO:
        from etoile_cli.export.nfo import nfo

        directory, files = file or "", nfo(catalogue)
        write_directory(directory, files, replace=replace)
        return f"wrote {count(len(files), 'file')} into {directory}"
    if format_ is ExportFormat.SQLITE:
        return _deliver_database([Holding(catalogue.show.title, name_of(location), catalogue)], file, replace=replace)
    if file is None:
        write(lines_of(catalogue, format_))
        return ""
    write_file(file, lines_of(catalogue, format_), replace=replace)
    return "" if is_stream(file) else f"wrote {file}"


def _deliver_database(holdings: Iterable[Holding], file: str | None, *, replace: bool) -> str:
    """Write a database of shows to its destination, and return a message about that; empty if it is a stream."""
    from etoile_cli.system.files import copied, write_made

    try:
        from etoile_cli.export.sqlite.database import write_database
    except ModuleNotFoundError as error:
        if error.name not in {"sqlite3", "_sqlite3"}:
            raise
        raise DeliveryError("this Python has no SQLite", hint="use another Python, or etoile export jsonl") from None
    make = partial(write_database, holdings=holdings)
    if file is None:
        write_chunks(copied(make))
        return ""
    write_made(file, make, replace=replace)
    return "" if is_stream(file) else f"wrote {file}"


def _print_purposes(color: Color) -> None:
    purposes = [Purpose(name, purpose) for name, purpose in PURPOSES.items()]
    print_listing(Listing(purposes, plain_columns(Purpose), today()), View().format_or_default(), color)
