"""The files that are imported: those that are named, standard input, and the nfo files of directories.

In a directory and those within it, the files `*.nfo` are read in the order of their names. What is hidden is left out,
and so is a link that leads out of the directory: what somebody else laid there is not what was asked for.
"""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from msgspec import Struct, field

from etoile_cli.catalogue.reader import MOST_BYTES
from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.system.input import read_input
from etoile_cli.system.reasons import PIPE_OR_DEVICE, WHEN_READING, reason_of
from etoile_cli.text.escaping import escape_message

STANDARD_INPUT = "-"
_SUFFIX = ".nfo"
_HIDDEN = "."
_DIGITS = re.compile(r"([0-9]+)")


class Content(Struct, frozen=True):
    """The bytes of a file, and what is told of it: its name, the day it was last written, whether it was named."""

    name: str
    content: bytes
    day: date
    is_named: bool


class Passed(Struct):
    """What was passed over: links out of directories, files in these about something else, blocks of pages."""

    links: int = 0
    others: list[str] = field(default_factory=list)
    blocks: int = 0


def read_all(paths: Sequence[str], today: date, passed: Passed) -> Iterator[Content | CatalogueError]:
    """Yield the contents of the files, or why one that is in a directory can't be read; each once.

    Standard input has the day `today`. Raises CatalogueError if what is named can't be read, UsageError if standard
    input is named twice.
    """
    if paths.count(STANDARD_INPUT) > 1:
        raise UsageError("standard input can be read only once", hint="give - once, and the other files by name")
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path == STANDARD_INPUT:
            yield _standard_input(today)
        elif os.path.isdir(path):  # noqa: PTH112 an empty Path would be the current directory
            yield from _in_directory(path, passed, seen)
        else:
            content = _content(path, seen, is_named=True)
            if isinstance(content, CatalogueError):
                raise content
            if content:
                yield content


def _standard_input(today: date) -> Content:
    content = read_input(MOST_BYTES + 1)
    if content is None:
        raise CatalogueError("<stdin>: standard input is closed")
    if len(content) > MOST_BYTES:
        raise _too_large("<stdin>")
    return Content("<stdin>", content, today, is_named=True)


def _in_directory(directory: str, passed: Passed, seen: set[tuple[int, int]]) -> Iterator[Content | CatalogueError]:
    has_any = False
    for path in _paths_in(directory, passed):
        has_any = True
        found = path if isinstance(path, CatalogueError) else _content(path, seen, is_named=False)
        if found:
            yield found
    if not has_any:
        raise CatalogueError(
            f"{escape_message(directory)}: no nfo file is in this directory",
            hint="of a directory, the files *.nfo are read; name others one by one",
        )


def _paths_in(directory: str, passed: Passed) -> Iterator[str | CatalogueError]:
    """Yield the paths of nfo files in a directory, and in those within it, in the order of their names.

    Yields an error for a directory that can't be opened.
    """
    root = os.path.realpath(directory)
    waiting = [directory]
    while waiting:
        path = waiting.pop()
        if path is directory or (not os.path.islink(path) and os.path.isdir(path)):  # noqa: PTH112, PTH114
            try:
                with os.scandir(path) as entries:
                    inside = [each.path for each in entries if not each.name.startswith(_HIDDEN)]
            except OSError as error:
                yield CatalogueError(f"{escape_message(path)}: {reason_of(error, WHEN_READING)}")
                continue
            waiting += sorted(inside, key=_natural, reverse=True)
        elif path.lower().endswith(_SUFFIX):
            if os.path.islink(path) and not _is_inside(os.path.realpath(path), root):  # noqa: PTH114
                passed.links += 1
            else:
                yield path


def _is_inside(path: str, root: str) -> bool:
    return os.path.commonpath([path, root]) == root


def _natural(path: str) -> tuple[object, ...]:
    """Return what paths are sorted by: `Season 2` comes before `Season 10`."""
    return tuple((1, int(each), "") if each.isdecimal() else (0, 0, each) for each in _DIGITS.split(path)), path


def _content(path: str, seen: set[tuple[int, int]], *, is_named: bool) -> Content | CatalogueError | None:
    """Return what is in a file, or why it can't be read; `None` if it was read before."""
    shown = escape_message(path) or '""'
    try:
        if not is_named and not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116
            return CatalogueError(f"{shown}: {PIPE_OR_DEVICE}")
        with open(path, "rb") as file:  # noqa: PTH123 an empty Path would be the current directory
            status = os.fstat(file.fileno())
            if (status.st_dev, status.st_ino) in seen:
                return None
            seen.add((status.st_dev, status.st_ino))
            content = file.read(min(status.st_size, MOST_BYTES) + 1)
            if len(content) > status.st_size:  # a pipe, or a file that grows
                content += file.read(MOST_BYTES + 1 - len(content))
    except (OSError, ValueError) as error:
        return CatalogueError(f"{shown}: {reason_of(error, WHEN_READING)}")
    if len(content) > MOST_BYTES:
        return _too_large(shown)
    return Content(path, content, _day(status), is_named)


def _day(status: os.stat_result) -> date:
    """Return the day, here, on which a file was last written."""
    try:
        return datetime.fromtimestamp(status.st_mtime, tz=UTC).astimezone().date()
    except (OverflowError, ValueError, OSError):  # a file system can say anything
        return date.max


def _too_large(shown: str) -> CatalogueError:
    return CatalogueError(f"{shown}: larger than {MOST_BYTES >> 20} MB, the most that etoile imports")
