"""`etoile edit`: opens the catalogue in an editor, at a record."""

from collections.abc import Sequence
from typing import Annotated

import typer

from etoile_cli.catalogue.reader import InvalidCatalogueError, Location, name_of, parse, read_bytes
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.cli.changing import ChangedFile, file_to_change
from etoile_cli.cli.common_options import ColorWhen
from etoile_cli.cli.options import TERMS, completed_by
from etoile_cli.cli.sections import section_named
from etoile_cli.errors import UsageError
from etoile_cli.system.messages import say
from etoile_cli.system.output import Color

SectionToOpen = Annotated[
    str | None,
    typer.Argument(
        metavar="[SECTION]",
        help="Open the file at this section; show is the show itself.",
        show_default=False,
        autocompletion=completed_by("complete_section_or_show"),
    ),
]
WordsToOpen = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help=f"Open it at the record that holds these words, whatever their case and accents{TERMS}.",
        show_default=False,
        autocompletion=completed_by("complete_chosen"),
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Save the text whatever errors it brings, without a question.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what was edited as a unified diff, for patch -p0; write nothing.")
]


def edit(
    section: SectionToOpen = None,
    words: WordsToOpen = None,
    force: Force = False,
    dry_run: DryRun = False,
    catalogue: ChangedFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Open the catalogue in an editor, at a record, and check it before it is saved."""
    from etoile_cli.cli.editing import edit_catalogue
    from etoile_cli.system.changes import file_at, refuse_read_only

    named = None if section is None else section_named(section, or_show=True)
    if named == SHOW and words:
        raise UsageError(f'there is only one show, so that no words choose it: "{words[0]}"')
    location = file_to_change(catalogue)
    target = file_at(location.path)
    content = read_bytes(location)
    if not dry_run:
        refuse_read_only(location.path, target)  # before anything is typed
    line = _line(location, content, named, words or ())
    edit_catalogue(location, content, line, color, force=force, dry_run=dry_run)


def _line(location: Location, content: bytes, section: str | None, words: Sequence[str]) -> int | None:
    """Return the line to open a catalogue at: its first error if it can't be read; `None` for its top."""
    from etoile_cli.cli.choosing import first_chosen
    from etoile_cli.edit.places import line_of, line_of_example, line_of_first_error
    from etoile_cli.system.environment import today

    try:
        catalogue = parse(content)
    except InvalidCatalogueError:
        if section is not None:
            say(f"{name_of(location)} can't be read as it is, so it is opened at its first error")
        return line_of_first_error(content, name_of(location), today())
    if section is None:
        return None
    if section == SHOW:
        return line_of(content, (SHOW,))
    if words:
        return line_of(content, (section, first_chosen(section, words, catalogue)))
    return line_of(content, (section, 0)) if getattr(catalogue, section) else line_of_example(content, section)
