"""`etoile check`: the problems of catalogues, with their places."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from etoile_cli.catalogue.reader import Location, name_of
from etoile_cli.check.reports.formats import ReportFormat
from etoile_cli.cli.changing import DryRun
from etoile_cli.cli.checking import check_all, locations_to_check, rules_asked
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.mending import mend, print_text, prints_text, refuse_to_mend, say_fixed, say_left
from etoile_cli.cli.options import AsJson, completed_by, format_asked
from etoile_cli.cli.patches import names_in_patch
from etoile_cli.errors import CatalogueError, DeliveryError, EtoileError, UsageError
from etoile_cli.system.messages import labelled, say
from etoile_cli.system.output import Color, is_colored, on_terminal, width, write, write_lines
from etoile_cli.text.values import count

if TYPE_CHECKING:  # imported only when something is checked
    from etoile_cli.check.check import Rules
    from etoile_cli.check.problem import Report

Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILE|DIR]...",
        help="What to check, - for standard input; if not given, the catalogue in use.",
        show_default=False,
    ),
]
ReportFormatName = Annotated[
    ReportFormat | None,
    typer.Option(
        "--format",
        "-f",
        case_sensitive=False,
        metavar="FORMAT",
        help=f"{', '.join(ReportFormat)}; if not given, text. github annotates a change on GitHub.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Fail on warnings, too.")]
Fix = Annotated[
    bool,
    typer.Option(
        "--fix", help="Mend in the file what can only mean one thing, and tell the rest; - prints the mended text."
    ),
]
WithExcerpt = Annotated[
    bool | None,
    typer.Option(
        "--excerpt/--no-excerpt",
        help="Show the line with the place marked, or not; if not given, on a terminal.",
        show_default=False,
    ),
]
FixedDay = Annotated[
    str | None, typer.Option("--today", metavar="DATE", help="Count ages to this day, such as 2025-04-24.")
]
Ignored = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar="CODE,...",
        help="Leave out the warnings of these codes.",
        show_default=False,
        autocompletion=completed_by("complete_warnings"),
    ),
]
StaleAfter = Annotated[
    str | None,
    typer.Option(
        "--stale-after",
        metavar="DAYS",
        help="Warn of offers that nobody has looked at for more days; if not given, 180.",
        show_default=False,
    ),
]
CodeToExplain = Annotated[
    str | None,
    typer.Option(
        "--explain",
        metavar="CODE",
        help="Say what a code means; nothing is checked.",
        autocompletion=completed_by("complete_code"),
    ),
]


def check(
    files: Files = None,
    format_: ReportFormatName = None,
    as_json: AsJson = False,
    strict: Strict = False,
    fix: Fix = False,
    dry_run: DryRun = False,
    excerpt: WithExcerpt = None,
    ignore: Ignored = None,
    stale_after: StaleAfter = None,
    fixed_day: FixedDay = None,
    explain: CodeToExplain = None,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Check a catalogue: every problem, with its line and column."""
    if explain is not None:
        _print_explanation(explain, files, mends=fix or dry_run)
        return
    chosen = format_asked(format_, ReportFormat.JSON, as_json=as_json) or ReportFormat.TEXT
    locations, failed = locations_to_check(files, catalogue)
    rules = rules_asked(fixed_day, stale_after, ignore)
    excerpts = on_terminal() if excerpt is None else excerpt
    if dry_run and not fix:
        raise UsageError("--dry-run shows what --fix would do", hint="etoile check --fix --dry-run FILE")
    if fix:
        refuse_to_mend(locations, has_format=format_ is not None or as_json, dry_run=dry_run)
        reports, more = _mend_all(locations, rules, color, dry_run=dry_run)
    else:
        reports, more = check_all(locations, rules, keeps_texts=excerpts)
    failed |= more
    unreadable = {name: error for name, error in failed.items() if isinstance(error, CatalogueError)}
    if fix and prints_text(locations, dry_run=dry_run):
        say_left(reports, color)
    else:
        _print(reports, unreadable, chosen, color, excerpts=excerpts)
    _say_counts(reports, len(unreadable))
    _end(reports, failed, unreadable, strict=strict)


def _end(
    reports: "Sequence[Report]",
    failed: Mapping[str, EtoileError],
    unreadable: Mapping[str, CatalogueError],
    *,
    strict: bool,
) -> None:
    """Raise the errors of files as one, first of those that can't be read; else exit with 1 if a file doesn't pass."""
    if failed:
        raise _as_one(failed, next(iter((unreadable or failed).values())))
    if any(report.fails(strict=strict) for report in reports):
        raise typer.Exit(1)


def _as_one(failed: Mapping[str, EtoileError], first: EtoileError) -> EtoileError:
    """Return an error that tells those of all files, and ends as the first."""
    return type(first)(lines=tuple(map(labelled, failed.values())), hint=first.hint)


def _mend_all(
    locations: Sequence[Location], rules: "Rules", color: Color, *, dry_run: bool
) -> tuple[list["Report"], dict[str, EtoileError]]:
    """Mend each file, tell what was mended, and return what is left, with the errors of the others."""
    done = {}
    failed: dict[str, EtoileError] = {}
    patched = names_in_patch(locations)
    for location, name in zip(locations, patched, strict=True):
        try:
            done[name_of(location)] = mend(location, rules, name, dry_run=dry_run)
        except (CatalogueError, DeliveryError) as error:
            failed[name_of(location)] = error
    if prints_text(locations, dry_run=dry_run):
        print_text(done, patched, color, dry_run=dry_run)
    say_fixed(done, color, dry_run=dry_run)
    return [each.report for each in done.values()], failed


def _print(
    reports: "Sequence[Report]",
    unreadable: Mapping[str, CatalogueError],
    format_: ReportFormat,
    color: Color,
    *,
    excerpts: bool,
) -> None:
    reasons = {name: error.reason for name, error in unreadable.items()}
    match format_:
        case ReportFormat.TEXT if excerpts or on_terminal() or is_colored(color):
            from etoile_cli.check.reports.text import text

            write_lines(text(reports, excerpts=excerpts, wrapped=excerpts or on_terminal(), width=width()), color)
        case ReportFormat.TEXT:
            from etoile_cli.check.reports.line import lines

            write(lines(reports))
        case ReportFormat.JSON:
            from etoile_cli.check.reports.json_ import json

            write(json(reports, reasons))
        case ReportFormat.GITHUB:
            from etoile_cli.check.reports.github import github

            write(github(reports, reasons))
        case _:
            assert_never(format_)


def _say_counts(reports: "Sequence[Report]", unreadable: int) -> None:
    from etoile_cli.check.reports.line import totals

    for report in reports:
        if (total := sum(report.counts.values())) > len(report.problems) or not report.is_complete:
            shown = f"{len(report.problems):,}"
            of = f"the first {shown} of" if report.is_complete else f"{shown} of over"
            say(f"{report.path}: only {of} {count(total, 'problem')} are reported")
    if reports:
        say(totals(reports, unreadable))


def _print_explanation(code: str, files: Sequence[str] | None, *, mends: bool) -> None:
    if mends:
        raise UsageError("--explain checks no files, and mends none", hint="leave --fix out")
    if files:
        raise UsageError("--explain checks no files", hint="leave the files out")
    from etoile_cli.check.reports.explanation import explanation_lines

    write(explanation_lines(code, width() if on_terminal() else None))
