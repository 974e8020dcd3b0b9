"""Changing the catalogue that a command line names: read, changed, checked and written while it is locked."""

from collections.abc import Callable, Sequence
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer
from msgspec import ValidationError

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import (
    STANDARD_INPUT,
    Location,
    catalogue_of,
    name_of,
    read_bytes,
    read_data,
)
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.cli.opening import one_location
from etoile_cli.cli.patches import names_in_patch, print_patch
from etoile_cli.cli.reading import refused
from etoile_cli.errors import UsageError
from etoile_cli.system.environment import today
from etoile_cli.system.messages import say
from etoile_cli.system.output import Color
from etoile_cli.system.progress import stage

if TYPE_CHECKING:  # imported only when something is changed
    from etoile_cli.compare.change import Change
    from etoile_cli.edit.changing import Changed
    from etoile_cli.edit.operations import Operation

DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print the change as a unified diff, for patch -p0, and write nothing.")
]
ChangedFile = Annotated[
    list[str] | None,
    typer.Option(
        "--catalogue", "-c", metavar="FILE", help="Change this catalogue; else ETOILE_CATALOGUE's.", show_default=False
    ),
]
_MOST_TOLD = 20


class Telling(NamedTuple):
    """How changes are told: which of them and in which order, whether all, and what tells the others if not all."""

    of: "Callable[[Sequence[Change]], Sequence[Change]]"
    in_full: bool
    more: str


_AS_IT_STANDS = Telling(list, in_full=False, more="")


class Opened(NamedTuple):
    """A catalogue that is to be changed: as records, `None` if it can't be read; as data; as the bytes of its file."""

    catalogue: Catalogue | None
    data: dict[str, Any]
    content: bytes
    location: Location

    def raw_records(self, section: str) -> list[dict[str, Any]]:
        """Return the records of a section as TOML has them; raises CatalogueError if they are no tables."""
        records: Any = self.data.get(section, [])
        if not isinstance(records, list) or not all(isinstance(each, dict) for each in records):
            raise refused(self.content, self.location)
        found: list[dict[str, Any]] = records
        return found

    def raw_show(self) -> dict[str, Any]:
        """Return the show, likewise; it has no keys if there is none."""
        show: Any = self.data.get(SHOW, {})
        if not isinstance(show, dict):
            raise refused(self.content, self.location)
        found: dict[str, Any] = show
        return found

    def line_of(self, section: str, position: int) -> int:
        """Return the line in which a record begins, by its position in its section."""
        from etoile_cli.check.toml.document import Document
        from etoile_cli.edit.text.source_text import SourceText

        document = Document(SourceText(self.content).text)
        return document.place(document.find((section, position))[1]).line


def change(
    options: Sequence[str] | None,
    operations_of: "Callable[[Opened], Sequence[Operation]]",
    color: Color,
    *,
    dry_run: bool,
    is_by_values: bool = False,
    telling: Telling = _AS_IT_STANDS,
) -> None:
    """Change a catalogue by the operations that are wanted for it, and tell what changed, as `telling` says.

    It `is_by_values` if KEY=VALUE ask for it. Raises UsageError if what the option names is never changed,
    CatalogueError if it can't be read, NotWrittenError if it would get errors, DeliveryError if it can't be written.
    """
    from etoile_cli.edit.changing import changed
    from etoile_cli.system.changes import change_file, locked

    location = file_to_change(options)
    with locked(location.path) as target:
        content = read_bytes(location)
        opened = _opened(content, location)
        operations = operations_of(opened)
        stage(f"changing {name_of(location)}", len(content))
        names = names_in_patch([location])
        done = changed(
            content,
            opened.catalogue,
            opened.data,
            operations,
            name_of(location),
            today(),
            patched=names[0],
            is_by_values=is_by_values,
            told_of=telling.of,
        )
        if not dry_run and done.content != content:
            change_file(location.path, target, content, done.content)
    if dry_run:
        print_patch(done.patch, names, color)
    tell(done, dry_run=dry_run, telling=telling)


def file_to_change(options: Sequence[str] | None) -> Location:
    """Return where the catalogue to change is; raises UsageError if it is no file, or the one that is built in."""
    location = one_location(options)
    if location.path == STANDARD_INPUT:
        raise UsageError("standard input can't be changed", hint="name a file with --catalogue or ETOILE_CATALOGUE")
    refuse_built_in(location, "-c mine.toml or ETOILE_CATALOGUE=mine.toml names it")
    return location


def refuse_built_in(location: Location, following: str) -> None:
    """Raise UsageError if a catalogue is the one that is built in; `following` is what to do once it is copied."""
    if location.origin == "built in":
        raise UsageError(
            "the built-in catalogue is never changed", hint=f"etoile init --copy mine.toml makes a copy; {following}"
        )


def readable(options: Sequence[str] | None) -> Catalogue | None:
    """Return the catalogue to change; `None` if it is TOML, and has mistakes for which it can't be read.

    Raises CatalogueError if it is not TOML.
    """
    location = file_to_change(options)
    return _opened(read_bytes(location), location).catalogue


def _opened(content: bytes, location: Location) -> Opened:
    stage(f"reading {name_of(location)}", len(content))
    try:
        data = read_data(content)
    except (ValueError, RecursionError):  # reading it again says why
        error = refused(content, location)
        hint = f"etoile check --fix {quote(location.path)} mends what is certain, etoile edit opens it in an editor"
        error.hint = "; ".join(filter(None, (error.hint, hint)))
        raise error from None
    try:
        return Opened(catalogue_of(data), data, content, location)
    except (ValidationError, RecursionError):  # what is wrong need not be what is to be changed
        return Opened(None, data, content, location)


def tell(done: "Changed", *, dry_run: bool, telling: Telling = _AS_IT_STANDS) -> None:
    """Say on standard error what changed, a line each; of very many, the first, unless all are asked for."""
    tell_lines(done.told, len(done.told) if telling.in_full else _MOST_TOLD, telling.more)
    if not done.told:
        say("nothing to change")
    elif dry_run:
        say("nothing was written")


def tell_lines(told: Sequence[str], most: int = _MOST_TOLD, hint: str = "") -> None:
    """Say a line each of what changed; of very many, the first. The hint says what tells the others."""
    for line in told[:most]:
        say(line)
    if (rest := len(told) - most) > 0:
        say(f"and {rest:,} more{hint}")
