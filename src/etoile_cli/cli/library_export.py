"""Exports of a library: what takes several shows, and writes them one after another."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path, PurePath
from typing import TypeVar

from etoile_cli.catalogue.holding import Holding
from etoile_cli.cli.libraries import Tally
from etoile_cli.errors import DeliveryError, UsageError
from etoile_cli.export.formats import ExportFormat
from etoile_cli.library.library import Library
from etoile_cli.system.destinations import is_stream
from etoile_cli.system.directories import write_directory
from etoile_cli.system.files import write_file
from etoile_cli.system.output import write, write_chunks
from etoile_cli.text.values import count

R = TypeVar("R")

OF_SEVERAL = (ExportFormat.HTML, ExportFormat.JSONL, ExportFormat.SQLITE)
"""The formats that take several shows; the others are about one."""

_OF_PAGES = (".html", ".htm")


def deliver_library(library: Library, format_: ExportFormat, file: str | None, *, replace: bool) -> tuple[str, Tally]:
    """Write the export of a library to its destination.

    Returns a message about that, empty if it is a stream, and what files could not be used, which are told.
    Raises UsageError if a site has no directory to be written into, or one that is named like a page.
    """
    tally = Tally()
    tally.tell(library.failed)
    if format_ is ExportFormat.HTML:
        if file is None or is_stream(file):
            raise UsageError("a page for each show is several files", hint="name a directory for them with --output")
        if PurePath(file).suffix.lower() in _OF_PAGES and not Path(file).is_dir():
            raise UsageError(
                f"a page for each show is several files, and {file} has the name of one",
                hint="name a directory with --output; -c FILE makes one page",
            )
        return _deliver_site(library, tally, file, replace=replace), tally
    holdings = _usable(tally.values(library.each(_itself)), tally)
    if format_ is ExportFormat.SQLITE:
        return deliver_database(holdings, file, replace=replace), tally
    from etoile_cli.export.jsonl import jsonl

    return _deliver_lines(jsonl(holdings), file, replace=replace), tally


def _usable(found: Iterable[R], tally: Tally) -> Iterator[R]:
    """Yield what is made of shows; if no show can be used, tell why and end: nothing is to replace a good file."""
    there_are_any = False
    for each in found:
        there_are_any = True
        yield each
    if not there_are_any:
        tally.end()


def _itself(holding: Holding) -> Holding:
    return holding


def _deliver_lines(lines: Iterator[str], file: str | None, *, replace: bool) -> str:
    if file is None:
        write(lines)
        return ""
    write_file(file, lines, replace=replace)
    return "" if is_stream(file) else f"wrote {file}"


def _deliver_site(library: Library, tally: Tally, directory: str, *, replace: bool) -> str:
    from etoile_cli.export.site.site import site

    told = False

    def each(function: Callable[[Holding], R]) -> Iterator[R]:
        nonlocal told
        results = library.each(function)
        if told:
            return (each.value for each in results if each.value is not None)
        told = True
        return _usable(tally.values(results), tally)

    number = write_directory(directory, site(each), replace=replace)
    return f"wrote {count(number, 'file')} into {directory}"


def deliver_database(holdings: Iterable[Holding], file: str | None, *, replace: bool) -> str:
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
        with closing(copied(make)) as chunks:
            write_chunks(chunks)
        return ""
    write_made(file, make, replace=replace)
    return "" if is_stream(file) else f"wrote {file}"
