"""`etoile remove`: takes records out of the catalogue."""

from typing import Annotated

import typer

from etoile_cli.cli.changing import ChangedFile, DryRun, Opened, change
from etoile_cli.cli.choosing import All, chosen
from etoile_cli.cli.common_options import ColorWhen
from etoile_cli.cli.options import TERMS, completed_by
from etoile_cli.cli.sections import SectionName, section_named
from etoile_cli.system.output import Color

WordsToChoose = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS...",
        help=(
            f"Words that the record holds, whatever their case and accents; best its whole name, number or id{TERMS}."
        ),
        show_default=False,
        autocompletion=completed_by("complete_chosen"),
    ),
]


def remove(
    section: SectionName,
    words: WordsToChoose = None,
    take_all: All = False,
    dry_run: DryRun = False,
    catalogue: ChangedFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Take a record out, with the comment that belongs to it."""
    from etoile_cli.edit.operations import Operation, Remove

    named = section_named(section)

    def wanted(opened: Opened) -> list[Operation]:
        positions = chosen(named, words or (), opened, several=take_all)
        return [Remove(named, position) for position in positions]

    change(catalogue, wanted, color, dry_run=dry_run)
