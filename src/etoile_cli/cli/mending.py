"""Mending the catalogues that a command line names: each read, mended and written while it is locked."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from etoile_cli.catalogue.reader import STANDARD_INPUT, Location, name_of, read_bytes
from etoile_cli.cli.changing import refuse_built_in
from etoile_cli.cli.patches import print_patch
from etoile_cli.errors import UsageError
from etoile_cli.system.messages import say, say_lines
from etoile_cli.system.output import Color, on_terminal, write, write_bytes
from etoile_cli.system.progress import stage
from etoile_cli.text.values import count

if TYPE_CHECKING:  # imported only when something is mended
    from etoile_cli.check.check import Rules
    from etoile_cli.check.problem import Report
    from etoile_cli.edit.mending.fixes import Mended

# Nobody reads more of them.
_MOST_TOLD = 1_000


def refuse_to_mend(locations: Sequence[Location], *, has_format: bool, dry_run: bool) -> None:
    """Raise UsageError if one of the catalogues is never changed, or standard output is asked for two things."""
    for each in locations:
        refuse_built_in(each, "etoile check --fix mine.toml mends it")
    reads_input = any(each.path == STANDARD_INPUT for each in locations)
    if reads_input and len(locations) > 1:
        raise UsageError("--fix mends standard input by itself", hint="leave the other files out")
    if has_format and (dry_run or reads_input):
        what = "a diff" if dry_run else "the mended catalogue"
        raise UsageError(f"--fix prints {what} here, and no report", hint="leave --format and --json out")


def mend(location: Location, rules: "Rules", patched: str, *, dry_run: bool) -> "Mended":
    """Mend a catalogue, and write it into its file unless that is standard input, or nothing is to be written.

    A diff calls the file `patched`.

    Raises CatalogueError if it can't be read, DeliveryError if it can't be written.
    """
    from etoile_cli.edit.mending.fixes import mended
    from etoile_cli.system.changes import change_file, locked

    if dry_run or location.path == STANDARD_INPUT:
        return mended(_read(location), name_of(location), rules, patched)
    with locked(location.path) as target:
        content = _read(location)
        done = mended(content, name_of(location), rules, patched)
        if done.content != content:
            change_file(location.path, target, content, done.content)
    return done


def _read(location: Location) -> bytes:
    content = read_bytes(location)
    stage(f"mending {name_of(location)}", len(content))
    return content


def prints_text(locations: Sequence[Location], *, dry_run: bool) -> bool:
    """Return whether standard output gets a diff or a mended catalogue, so that what is left is told elsewhere."""
    return dry_run or any(each.path == STANDARD_INPUT for each in locations)


def print_text(done: Mapping[str, "Mended"], patched: Sequence[str], color: Color, *, dry_run: bool) -> None:
    """Print the diffs of catalogues, or the mended text of standard input."""
    if dry_run:
        print_patch([line for each in done.values() for line in each.patch], patched, color)
        return
    for each in done.values():
        if on_terminal():
            from etoile_cli.text.escaping import escape_lines

            write([escape_lines(each.content.decode(errors="replace")).removesuffix("\n")])
        else:
            write_bytes(each.content)


def say_fixed(done: Mapping[str, "Mended"], color: Color, *, dry_run: bool) -> None:
    """Say what was mended, a line each, and how much that is."""
    from etoile_cli.check.reports.fixed import fixed_line

    for path, each in done.items():
        say_lines((fixed_line(path, *fixed) for fixed in each.fixed[:_MOST_TOLD]), color)
        if (rest := len(each.fixed) - _MOST_TOLD) > 0:
            say(f"{path}: and {rest:,} more")
    total = sum(len(each.fixed) for each in done.values())
    if done:
        say(f"{'would fix' if dry_run else 'fixed'} {count(total, 'problem')}" if total else "nothing to fix")


def say_left(reports: "Sequence[Report]", color: Color) -> None:
    """Say the problems that are left, where standard output has something else."""
    from etoile_cli.check.reports.line import lines

    say_lines(lines(reports), color)
