"""`etoile set`: changes keys of the show or of a record."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etoile_cli.catalogue.sections import SHOW
from etoile_cli.cli.changing import ChangedFile, DryRun, Opened, change
from etoile_cli.cli.choosing import All, chosen
from etoile_cli.cli.common_options import ColorWhen
from etoile_cli.cli.options import completed_by
from etoile_cli.cli.sections import SectionOrShow, section_named
from etoile_cli.errors import UsageError
from etoile_cli.system.output import Color

if TYPE_CHECKING:  # imported only when something is changed
    from etoile_cli.catalogue.declarations import Path
    from etoile_cli.edit.operations import Operation

WordsAndValues = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]... KEY=VALUE...",
        help=(
            "Words that choose the record, best its whole name, number or id, or terms such as KEY:TEXT and has:KEY; "
            "then what to do: KEY=VALUE gives a value, KEY= takes the key out, "
            "KEY+=VALUE and KEY-=VALUE put an item into a list and take it out; a list given twice holds both."
        ),
        show_default=False,
        autocompletion=completed_by("complete_words_and_values"),
    ),
]


def set_(
    section: SectionOrShow,
    words_and_values: WordsAndValues = None,
    take_all: All = False,
    dry_run: DryRun = False,
    catalogue: ChangedFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Change keys of the record that the words choose."""
    from etoile_cli.catalogue.declarations import declarations
    from etoile_cli.catalogue.model import RECORD_TYPES
    from etoile_cli.catalogue.records import Show
    from etoile_cli.edit.assigning import operations_of, refuse_not_held
    from etoile_cli.edit.given.assignments import assignments, is_assignment, refuse_unknown

    named = section_named(section, or_show=True)
    given = words_and_values or []
    words = [each for each in given if not is_assignment(each)]
    known = declarations(Show if named == SHOW else RECORD_TYPES[named])
    asked = assignments([each for each in given if is_assignment(each)], known)
    _refuse_too_little(named, words, asked)

    def wanted(opened: Opened) -> "list[Operation]":
        records: dict[Path, Any] = {}
        if named == SHOW:
            records[SHOW,] = opened.raw_show()
        else:
            positions = chosen(named, words, opened, several=take_all)
            records |= {(named, position): opened.raw_records(named)[position] for position in positions}
        refuse_unknown(asked, known, records.values())
        refuse_not_held(list(records.values()), asked, known)
        return [each for path, record in records.items() for each in operations_of(path, record, asked, known)]

    change(catalogue, wanted, color, dry_run=dry_run, is_by_values=True)


def _refuse_too_little(section: str, words: Sequence[str], asked: Sequence[object]) -> None:
    """Raise UsageError if nothing is asked for, or words are to choose the show, which there is once."""
    if not asked:
        words_first = "" if section == SHOW else "WORDS... "
        raise UsageError("nothing says what to change", hint=f"etoile set {section} {words_first}KEY=VALUE...")
    if section == SHOW and words:
        raise UsageError(
            f'there is only one show, so that no words choose it: "{words[0]}"', hint="KEY=VALUE changes it"
        )
