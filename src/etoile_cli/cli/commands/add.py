"""`etoile add`: puts records into the catalogue, given as KEY=VALUE, JSON or CSV."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from etoile_cli.cli.changing import ChangedFile, DryRun, Opened, change, file_to_change, readable
from etoile_cli.cli.common_options import ColorWhen
from etoile_cli.cli.options import completed_by
from etoile_cli.cli.sections import SectionName, section_named
from etoile_cli.errors import EtoileError, UsageError
from etoile_cli.system.output import Color
from etoile_cli.text.values import enumerate_words

if TYPE_CHECKING:
    from etoile_cli.edit.operations import Operation

Values = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[KEY=VALUE]...",
        help="The keys of the record; a list has its key several times. On a terminal, asked for if none is given.",
        show_default=False,
        autocompletion=completed_by("complete_values"),
    ),
]
FromJson = Annotated[
    str | None,
    typer.Option("--json", metavar="FILE", help="Take records from JSON: an object, an array, or an object a line."),
]
FromCsv = Annotated[
    str | None,
    typer.Option("--csv", metavar="FILE", help="Take records from CSV, whose first line has the keys."),
]
Update = Annotated[bool, typer.Option("--update", help="Complete a record that is there already.")]


def add(
    section: SectionName,
    values: Values = None,
    json: FromJson = None,
    csv: FromCsv = None,
    update: Update = False,
    dry_run: DryRun = False,
    catalogue: ChangedFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Add a record to the catalogue, in its place in the file."""
    named = section_named(section)
    ways = {"KEY=VALUE": bool(values), "--json": json is not None, "--csv": csv is not None}
    given = [way for way, is_given in ways.items() if is_given]
    if len(given) > 1:
        both = "both" if len(given) == 2 else "all"
        raise UsageError(f"{enumerate_words(given)} {both} say what to add", hint="give one of them")
    file_to_change(catalogue)  # before anything is read or asked for
    if values or json is not None or csv is not None:
        records = _given(named, values or (), json, csv)
        _add(named, records, catalogue, color, update=update, dry_run=dry_run, is_by_values=bool(values))
    else:
        _ask_and_add(named, catalogue, color, update=update, dry_run=dry_run)


def _given(section: str, values: Sequence[str], json: str | None, csv: str | None) -> Sequence[Mapping[str, Any]]:
    """Return the records that are given."""
    from etoile_cli.catalogue.declarations import declarations
    from etoile_cli.catalogue.model import RECORD_TYPES
    from etoile_cli.edit.given.assignments import record_of
    from etoile_cli.edit.given.cells import records_in_csv
    from etoile_cli.edit.given.records import records_in_json
    from etoile_cli.system.input import read_text

    record_type = RECORD_TYPES[section]
    if json is not None:
        return records_in_json(read_text(json), section)
    if csv is not None:
        return records_in_csv(read_text(csv, hint="in a spreadsheet, save it as CSV UTF-8"), record_type)
    return [record_of(values, declarations(record_type))]


def _ask_and_add(section: str, catalogue: Sequence[str] | None, color: Color, *, update: bool, dry_run: bool) -> None:
    """Ask for a record and add it; if it is refused, the hint has the command that gives it: no answer is lost."""
    from etoile_cli.catalogue.declarations import declarations
    from etoile_cli.catalogue.model import RECORD_TYPES
    from etoile_cli.cli.asking import as_command, ask_for_record
    from etoile_cli.system.questions import can_ask

    if not can_ask():
        raise UsageError(
            "nothing says what to add",
            hint=f"give KEY=VALUE, --json FILE or --csv FILE; etoile add {section} --help lists the keys",
        )
    known = declarations(RECORD_TYPES[section])
    record = ask_for_record(section, known, readable(catalogue))
    try:
        _add(section, [record], catalogue, color, update=update, dry_run=dry_run)
    except EtoileError as error:
        command = as_command(section, record, catalogue, update=update, dry_run=dry_run)
        again = f"your answers again: {command}"
        error.hint = f"{error.hint}; {again}" if error.hint else again
        raise


def _add(
    section: str,
    given: Sequence[Mapping[str, Any]],
    catalogue: Sequence[str] | None,
    color: Color,
    *,
    update: bool,
    dry_run: bool,
    is_by_values: bool = False,
) -> None:
    from etoile_cli.edit.adding import Additions

    def wanted(opened: Opened) -> "Sequence[Operation]":
        there = opened.raw_records(section)
        additions = Additions(section, there, lambda position: opened.line_of(section, position))
        return additions.of_all(given) if update else additions.of_new(given)

    change(catalogue, wanted, color, dry_run=dry_run, is_by_values=is_by_values)
