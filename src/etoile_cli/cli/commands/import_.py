"""`etoile import`: begins a catalogue with what others keep, or brings it into one that is there."""

import os
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from etoile_cli.cli.common_options import ColorWhen
from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.importing.formats.names import FormatName
from etoile_cli.system.environment import today
from etoile_cli.system.output import Color

if TYPE_CHECKING:  # imported where they are needed
    from datetime import date

    from etoile_cli.cli.changing import Opened
    from etoile_cli.cli.importing import Found
    from etoile_cli.edit.operations import Data, Operation


class Preferred(StrEnum):
    """Whose value stays where two differ."""

    EXISTING = "existing"
    IMPORTED = "imported"


Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE|DIR...",
        help="What to import, - for standard input; of a directory its nfo files, in those within it too.",
        show_default=False,
    ),
]
From = Annotated[
    FormatName | None,
    typer.Option(
        "--from",
        metavar="FORMAT",
        case_sensitive=False,
        help=f"{', '.join(FormatName)}; if not given, what the files look like.",
        show_default=False,
    ),
]
Output = Annotated[
    str | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write this file; else, or for -, standard output."),
]
Force = Annotated[bool, typer.Option("--force", help="Replace what is there already.")]
Into = Annotated[
    str | None,
    typer.Option("--into", metavar="FILE", help="Bring what is new into this catalogue, and leave what it has."),
]
Prefer = Annotated[
    Preferred | None,
    typer.Option(
        "--prefer",
        case_sensitive=False,
        help="With --into: which value stays where two differ; if not given, the existing one.",
        show_default=False,
    ),
]
WithTexts = Annotated[
    bool, typer.Option("--with-texts", help="Take summaries and other texts, too, which are somebody's own.")
]
Accessed = Annotated[
    str | None,
    typer.Option(
        "--accessed", metavar="DATE", help="The day on which the files were had; if not given, that of the newest."
    ),
]
InFull = Annotated[bool, typer.Option("--report", help="List everything that is left out, and why.")]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="With --into: print the change as a unified diff, for patch -p0; write nothing."),
]


NoCatalogue = Annotated[list[str] | None, typer.Option("--catalogue", "-c", hidden=True)]
_EXISTS = "--force replaces it, --into brings what is new into it"


def import_(
    files: Files = None,
    from_: From = None,
    output: Output = None,
    force: Force = False,
    into: Into = None,
    prefer: Prefer = None,
    with_texts: WithTexts = False,
    accessed: Accessed = None,
    report: InFull = False,
    dry_run: DryRun = False,
    catalogue: NoCatalogue = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Begin a catalogue with what others keep, or bring what is new into one."""
    from etoile_cli.cli.importing import read, tell_failed

    if not files:
        raise UsageError(
            "nothing says what to import",
            hint="name nfo files, a directory of them, or what was saved of TVmaze, TMDB or a page",
        )
    if catalogue:
        raise UsageError(
            "--catalogue names what is read", hint="--into FILE brings the import into a catalogue that is there"
        )
    _refuse_mixed(output, into, prefer, force=force, dry_run=dry_run)
    _refuse_unwritable(output, into, force=force)
    day = None if accessed is None else _day(accessed)
    found = read(files, from_, day, texts=with_texts)
    if into is None:
        _begin(found, output or "-", in_full=report, replace=force)
    else:
        _bring_in(found, into, prefer, color, in_full=report, dry_run=dry_run)
    tell_failed(found.failed)


def _refuse_mixed(
    output: str | None, into: str | None, prefer: Preferred | None, *, force: bool, dry_run: bool
) -> None:
    """Raise UsageError if options don't go together."""
    if into is not None and (output is not None or force):
        option = "--output" if output is not None else "--force"
        raise UsageError(f"--into changes a catalogue, {option} is about a new one", hint="give one of them")
    if force and output in {None, "-"}:
        raise UsageError("--force replaces a file", hint="name one with --output")
    if into is None and (dry_run or prefer is not None):
        option = "--dry-run" if dry_run else "--prefer"
        raise UsageError(f"{option} is about a catalogue that is there", hint="name it with --into")


def _refuse_unwritable(output: str | None, into: str | None, *, force: bool) -> None:
    """Raise an error, before anything is read, if nothing can be written where it is to go."""
    if into is not None:
        if into == "-":
            raise UsageError("--into changes a file, and standard input is none", hint="name the file of a catalogue")
        if os.path.isdir(into):  # noqa: PTH112 `Path.is_dir` raises an error for a name that is too long
            raise UsageError("--into changes one catalogue, and this is a directory", hint="name a file in it")
        if not os.path.lexists(into):
            raise CatalogueError(f"{into}: no such file", hint="-o FILE begins a catalogue")
    elif output is not None and not force:
        from etoile_cli.cli.new_files import refuse_existing

        refuse_existing(output, _EXISTS)


def _day(text: str) -> "date":
    from datetime import date

    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UsageError(f'--accessed must be a date like 2025-04-24, found "{text}"') from None
    if day > today():
        raise UsageError(f"--accessed must not lie in the future, found {day}")
    return day


def _begin(found: "Found", file: str, *, in_full: bool, replace: bool) -> None:
    """Write a new catalogue, or print it."""
    from etoile_cli.cli.importing import tell, tell_number
    from etoile_cli.cli.new_files import deliver, say_what_next
    from etoile_cli.importing.into.laying_out import new_catalogue

    imported = found.imported
    if imported.title is None:
        raise CatalogueError(
            "nothing says the title of the show",
            hint="import the file that does, tvshow.nfo say, or bring this --into a catalogue",
        )
    content = [f"{line}\n".encode() for line in new_catalogue(imported.data, imported.source)]
    deliver(file, content, _EXISTS, replace=replace)
    tell_number(imported)
    tell(found, (), imported.left_out, in_full=in_full)
    say_what_next(file, "etoile check")


def _bring_in(
    found: "Found", into: str, prefer: Preferred | None, color: Color, *, in_full: bool, dry_run: bool
) -> None:
    """Bring what is new into a catalogue, and tell what differs."""
    from etoile_cli.cli.changing import Telling, change
    from etoile_cli.cli.importing import tell
    from etoile_cli.importing.into.bringing_in import BroughtIn, brought_in
    from etoile_cli.importing.into.headings import has_headings
    from etoile_cli.importing.into.telling import told_of

    done: list[BroughtIn] = []

    def wanted(opened: "Opened") -> "Sequence[Operation]":
        done.append(
            brought_in(
                _checked(opened),
                found.imported,
                today(),
                prefers_given=prefer is Preferred.IMPORTED,
                headings=has_headings(opened.content),
            )
        )
        return done[-1].operations

    change([into], wanted, color, dry_run=dry_run, telling=Telling(told_of, in_full, "; --report lists them"))
    [result] = done
    tell(found, result.conflicts, [*found.imported.left_out, *result.left_out], in_full=in_full)


def _checked(opened: "Opened") -> "Data":
    """Return the data of a catalogue; raises CatalogueError if the show or a record in them is no table."""
    from etoile_cli.catalogue.model import RECORD_TYPES

    opened.raw_show()
    for section in RECORD_TYPES:
        opened.raw_records(section)
    return opened.data
