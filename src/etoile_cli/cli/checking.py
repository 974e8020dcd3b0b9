"""Checking the catalogues that a command line names: which they are, by which rules, and their reports."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from etoile_cli.catalogue.reader import Location, is_directory, locate, name_of, read_bytes
from etoile_cli.errors import CatalogueError, EtoileError, UsageError
from etoile_cli.system.environment import today
from etoile_cli.system.progress import stage

if TYPE_CHECKING:  # imported only when something is checked
    from etoile_cli.check.check import Rules
    from etoile_cli.check.problem import Report

# So many digits a number of days has at most: a date lies no further back.
_MOST_DIGITS = 7

# Fewer catalogues are checked before other processes would have begun to help.
_LEAST_FOR_SEVERAL = 16


def locations_to_check(
    files: Sequence[str] | None, catalogues: Sequence[str] | None
) -> tuple[list[Location], dict[str, EtoileError]]:
    """Return where the catalogues to check are, and the errors of what can't be read, by the names of the files.

    Raises UsageError if both ways name some.
    """
    if files and catalogues:
        raise UsageError("--catalogue and FILE both name what to check", hint="leave one of them out")
    named = [Location(file, "argument") for file in dict.fromkeys(files or ())] or locate(catalogues)
    if not any(map(is_directory, named)):
        return named, {}
    from etoile_cli.library.files import find_catalogues

    found, failed = find_catalogues(named)
    return [each.location for each in found], {error.file: error for error in failed}


def rules_asked(fixed_day: str | None, stale_after: str | None, ignore: Sequence[str] | None) -> "Rules":
    """Return what the rules are asked; raises UsageError for wrong days, and for what is no code of a warning."""
    from etoile_cli.check.check import Rules
    from etoile_cli.check.codes import warnings_named
    from etoile_cli.check.contents import STALE_AFTER

    days = STALE_AFTER if stale_after is None else _days(stale_after)
    names = [name.strip() for each in ignore or () for name in each.split(",") if name.strip()]
    return Rules(today(fixed_day), days, warnings_named(names))


def _days(text: str) -> int:
    if text.isdecimal() and text.isascii() and len(text) <= _MOST_DIGITS:
        return int(text)
    raise UsageError(f'--stale-after must be a number of days, found "{text}"')


def check_all(
    locations: Sequence[Location], rules: "Rules", *, keeps_texts: bool
) -> tuple[list["Report"], dict[str, EtoileError]]:
    """Return a report for each file that can be read, and the errors of the others by the names of the files.

    What lines say, which excerpts need, is kept only if it is asked for: there may be many files.
    """
    from etoile_cli.system.parallel import cores, mapped

    reports = []
    unreadable: dict[str, EtoileError] = {}
    processes = cores() if len(locations) >= _LEAST_FOR_SEVERAL else 1
    results = mapped(partial(_checked, rules, keeps_texts), locations, min(processes, len(locations)))
    for location, done in zip(locations, results, strict=True):
        if isinstance(done, CatalogueError):
            unreadable[name_of(location)] = done
        else:
            reports.append(done)
    return reports, unreadable


def _checked(rules: "Rules", keeps_texts: bool, location: Location) -> "Report | CatalogueError":  # noqa: FBT001 bound by `partial`
    from etoile_cli.check.check import check as check_content
    from etoile_cli.check.toml.document import Document

    try:
        content = read_bytes(location)
    except CatalogueError as error:
        return error
    stage(f"checking {name_of(location)}", len(content))
    report = check_content(content, name_of(location), rules)
    # Without what was found out of the text, which takes more memory than the text, and is not needed any more.
    return replace(report, document=Document(report.document.text if keeps_texts and report.problems else ""))
