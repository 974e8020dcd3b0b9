"""Reading what is imported, and telling what came of it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import typer

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.errors import CatalogueError
from etoile_cli.importing.formats.formats import format_named, format_of
from etoile_cli.importing.formats.names import FormatName
from etoile_cli.importing.imported import Imported, imported
from etoile_cli.importing.intake.texts import one_line
from etoile_cli.importing.reading.file import File
from etoile_cli.importing.reading.files import Passed, read_all
from etoile_cli.importing.reading.trees import trees
from etoile_cli.system.environment import today
from etoile_cli.system.messages import say, say_error
from etoile_cli.text.values import count

_MOST_TOLD = 20
_LONGEST = 60


class Found(NamedTuple):
    """What was read, what was passed over, and why some of the files in directories can't be read."""

    imported: Imported
    passed: Passed
    failed: Sequence[CatalogueError]


def read(paths: Sequence[str], name: FormatName | None, accessed: date | None, *, texts: bool) -> Found:
    """Return what files of a format become, by default of the one that they look like, had on a day.

    By default that is the day on which the newest of them was written. Raises UsageError if they are of several
    formats or shows, CatalogueError if they hold none.
    """
    passed, failed, files = Passed(), list[CatalogueError](), list[File]()
    for each in trees(read_all(paths, today(), passed), passed):
        if isinstance(each, File):
            files.append(each)
        else:
            failed.append(each)
    if not files:
        raise _nothing(failed)
    chosen = format_of(files) if name is None else format_named(name, files)
    day = accessed or min(today(), max(each.day for each in files))
    return Found(imported(files, chosen, day, today(), texts=texts), passed, failed)


def _nothing(failed: Sequence[CatalogueError]) -> CatalogueError:
    if not failed:
        return CatalogueError("none of the files is about a show")
    for error in failed[:-1]:
        say_error(error)
    return failed[-1]


def tell_number(found: Imported) -> None:
    """Say how many records there are, by their sections."""
    numbers = {section: len(found.data.get(section, ())) for section in RECORD_TYPES}
    told = [f"{section} {number:,}" for section, number in numbers.items() if number and section != "sources"]
    say(f"imported: {', '.join(['the show', *told])}")


def tell(found: Found, conflicts: Sequence[str], left_out: Sequence[str], *, in_full: bool) -> None:
    """Say what differs, what is left out and what has no key; unless `in_full`, of very many the first."""
    _tell_each(conflicts, in_full=in_full)
    _tell_each([f"left out: {each}" for each in left_out], in_full=in_full)
    _tell_texts(found.imported.texts_left)
    _tell_passed(found.passed, in_full=in_full)
    untaken = found.imported.untaken
    if in_full:
        for path, (times, first) in sorted(untaken.items()):
            more = f" and {times - 1:,} more" if times > 1 else ""
            say(f"no key for {path}: {_in_short(first)}{more}")
    elif untaken:
        number = sum(each.times for each in untaken.values())
        say(f"no key for {count(number, 'value')}; --report lists them")


def _tell_texts(texts_left: Mapping[str, int]) -> None:
    if number := sum(texts_left.values()):
        keys = ", ".join(f"{key} {times:,}" for key, times in texts_left.items())
        say(f"left out: {count(number, 'text')} that somebody wrote ({keys}); --with-texts takes them")


def _tell_passed(passed: Passed, *, in_full: bool) -> None:
    if passed.links:
        say(f"{count(passed.links, 'link')} leading out of the directory: not followed")
    if passed.others:
        which = f": {', '.join(passed.others)}" if in_full else ""
        say(f"passed over {count(len(passed.others), 'nfo file')} about something else than a show{which}")
    if passed.blocks:
        say(f"passed over {count(passed.blocks, 'block')} of JSON-LD in a page that can't be read")


def _in_short(value: object) -> str:
    text = f'"{one_line(value)}"' if isinstance(value, str) else str(value)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _tell_each(lines: Sequence[str], *, in_full: bool) -> None:
    for line in lines if in_full else lines[:_MOST_TOLD]:
        say(line)
    if not in_full and (rest := len(lines) - _MOST_TOLD) > 0:
        say(f"and {rest:,} more; --report lists them")


def tell_failed(failed: Sequence[CatalogueError]) -> None:
    """Say which files in directories can't be used, of very many the first; end with exit code 3 if there is any."""
    for error in failed[:_MOST_TOLD]:
        say_error(error)
    if (rest := len(failed) - _MOST_TOLD) > 0:
        say(f"and {count(rest, 'other file')} that can't be used")
    if failed:
        raise typer.Exit(CatalogueError.exit_code)
