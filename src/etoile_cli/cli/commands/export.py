"""`etoile export`: the whole catalogue as a page, a fact sheet, or a file for another program."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from msgspec import Struct

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.reader import STANDARD_INPUT, Location
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.library_export import OF_SEVERAL, deliver_database, deliver_library
from etoile_cli.cli.opening import library_asked, open_located, refuse_words
from etoile_cli.cli.options import OneShow
from etoile_cli.cli.printing import print_listing
from etoile_cli.cli.view import View
from etoile_cli.errors import UsageError
from etoile_cli.export.formats import PURPOSES, ExportFormat, lines_of
from etoile_cli.listing.column import plain_columns
from etoile_cli.listing.listing import Listing
from etoile_cli.system.destinations import is_stream, open_descriptor
from etoile_cli.system.directories import write_directory
from etoile_cli.system.environment import today
from etoile_cli.system.files import write_file
from etoile_cli.system.messages import say_done
from etoile_cli.system.output import Color, on_terminal, write
from etoile_cli.text.values import count

if TYPE_CHECKING:  # imported where there are several shows
    from etoile_cli.library.library import Library

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
        help="Write this file, or for nfo and a library's html into this directory; else, or for -, standard output.",
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
    shows: OneShow = None,
    output: Output = None,
    force: Force = False,
    open_: Open = False,
    list_: ListFormats = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Turn the catalogue into a page, a fact sheet, or what another program reads."""
    if list_:
        if format_ or shows or output or force or open_:
            raise UsageError("--list exports nothing", hint="leave the other options out")
        _print_purposes(color)
        return
    file = None if output == "-" or open_descriptor(output or "") == 1 else output
    chosen = _checked(format_, file, force=force, open_=open_)
    library = library_asked(catalogue) if chosen in OF_SEVERAL else None
    if library is not None:
        _export_library(library, chosen, file, shows or (), force=force, open_=open_)
        return
    location, holding = open_located(catalogue, shows or ())
    if file is not None and chosen is not ExportFormat.TOML and not is_stream(file):
        _spare_the_catalogues(file, [location])
    done = _deliver(holding, chosen, file, replace=force)
    if open_ and file is not None:
        from etoile_cli.cli.browser import open_file

        open_file(file)
    if done:
        say_done(done)


def _export_library(
    library: "Library", format_: ExportFormat, file: str | None, shows: Sequence[str], *, force: bool, open_: bool
) -> None:
    """Export the shows of a library that terms leave; with exit code 3 if a file can't be used."""
    from etoile_cli.cli.libraries import shows_named

    refuse_words(shows)
    library = shows_named(library, shows)[0]
    if file is not None and not is_stream(file):
        _spare_the_catalogues(file, [entry.found.location for entry in library.entries])
    done, tally = deliver_library(library, format_, file, replace=force)
    if open_ and file is not None:
        from etoile_cli.cli.browser import open_file
        from etoile_cli.export.site.places import INDEX

        open_file(str(Path(file) / INDEX))
    if done:
        say_done(done)
    tally.end()


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


def _spare_the_catalogues(file: str, locations: Iterable[Location]) -> None:
    """Raise UsageError if the export would replace a catalogue that it is made from."""
    with suppress(OSError, ValueError):  # there is no such file yet
        replaced = [each.stat() for each in (Path(file), *Path(file).glob("*.nfo"))]
        if any(any(os.path.samestat(catalogue, each) for each in replaced) for catalogue in _statuses(locations)):
            raise UsageError(f"the catalogue itself would be replaced: {file}", hint="name another with --output")


def _statuses(locations: Iterable[Location]) -> Iterator[os.stat_result]:
    for location in locations:
        with suppress(OSError, ValueError):  # what isn't there is told when it is read
            yield os.fstat(0) if location.path == STANDARD_INPUT else Path(location.path).stat()


def _deliver(holding: Holding, format_: ExportFormat, file: str | None, *, replace: bool) -> str:
    """Write the export to its destination, and return a message about that; empty if it is a stream."""
    if format_ is ExportFormat.NFO:
        from etoile_cli.export.nfo import nfo

        directory, files = file or "", nfo(holding.catalogue)
        write_directory(directory, files, replace=replace)
        return f"wrote {count(len(files), 'file')} into {directory}"
    if format_ is ExportFormat.SQLITE:
        return deliver_database([holding], file, replace=replace)
    if file is None:
        write(lines_of(holding, format_))
        return ""
    write_file(file, lines_of(holding, format_), replace=replace)
    return "" if is_stream(file) else f"wrote {file}"


def _print_purposes(color: Color) -> None:
    purposes = [Purpose(name, purpose) for name, purpose in PURPOSES.items()]
    print_listing(Listing(purposes, plain_columns(Purpose), today()), View().format_or_default(), color)
