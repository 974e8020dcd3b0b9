"""Which files of a directory are catalogues.

Those are the files `*.toml` that have a `format` before their first table, or begin with that of a show, in the
directory and in those within it.
What is hidden is left out, and files of others that are TOML, too. A link is followed, and what several paths lead to
is read once. The order is that of the paths.
"""

import os
import stat
from collections.abc import Iterator, Sequence

from msgspec import Struct

from etoile_cli.catalogue.reader import (
    MOST_BYTES,
    STANDARD_INPUT,
    Location,
    ReadLocation,
    display_path,
    name_of,
    read_bytes,
)
from etoile_cli.errors import CatalogueError, UsageError
from etoile_cli.library.head import Head, head_in, head_of
from etoile_cli.system.reasons import PIPE_OR_DEVICE, WHEN_READING, reason_of

_SUFFIX = ".toml"
# A name that begins so is hidden.
_HIDDEN = "."

FileId = tuple[int, int]
"""What tells a file from others, whatever its paths: its device, and its number there."""


class Found(Struct, frozen=True):
    """A catalogue that was found: where, how many bytes it has, the head of its show."""

    location: Location
    size: int
    head: Head

    def read(self) -> bytes:
        """Return its bytes; raises CatalogueError if they can't be read."""
        return read_bytes(self.location)


def find_catalogues(locations: Sequence[Location]) -> tuple[list[Found], list[CatalogueError]]:
    """Return the catalogues at some locations, those in directories among them, and the errors of what can't be read.

    Raises UsageError if standard input is named twice.
    """
    if sum(each.path == STANDARD_INPUT for each in locations) > 1:
        raise UsageError("standard input can be read only once", hint="give - once, and the other catalogues as files")
    search = _Search()
    for location in locations:
        search.add(location)
    return search.found, search.failed


class _Search:
    """What was found so far; a file or a directory that was seen before is not looked at again."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.failed: list[CatalogueError] = []
        # What was seen, and at which of the locations.
        self._seen: dict[FileId, int] = {}
        self._number = 0
        self._held_earlier = False

    def add(self, location: Location) -> None:
        """Add what is at a location that somebody named: a file whatever its name, or what a directory holds."""
        path = location.path
        self._number += 1
        self._held_earlier = False
        try:
            if path != STANDARD_INPUT and os.path.isdir(path):  # noqa: PTH112 an empty Path is the current directory
                self._add_directory(location)
            elif path != STANDARD_INPUT and os.path.isfile(path):  # noqa: PTH113
                self._add_file(location, is_named=True)
            elif self._is_new_stream(path):  # what can be read only once, such as a pipe, or what isn't there
                content = read_bytes(location)
                held = ReadLocation(path, location.origin, content)
                self.found.append(Found(held, len(content), head_in(content)))
        except CatalogueError as error:
            self._refuse(location, error)

    def _add_directory(self, location: Location) -> None:
        before = len(self.failed)
        are_catalogues = [self._add_file(Location(path, location.origin)) for path in self._files_in(location)]
        if not (any(are_catalogues) or self._held_earlier) and len(self.failed) == before:
            raise CatalogueError(
                f"{display_path(location)}: no catalogue is in this directory",
                hint="a catalogue is a file *.toml with format = 1; etoile init begins one",
            )

    def _files_in(self, location: Location) -> Iterator[str]:
        """Yield the paths of files that may be catalogues, in their order."""
        waiting = [location.path]
        while waiting:
            path = waiting.pop()
            try:
                if path is not location.path and not os.path.isdir(path):  # noqa: PTH112
                    yield path
                elif self._is_new(os.stat(path)):  # noqa: PTH116
                    waiting += sorted(self._inside(path), reverse=True)
            except OSError as error:
                self._fail(Location(path, location.origin), error)

    @staticmethod
    def _inside(path: str) -> Iterator[str]:
        """Yield the paths in a directory of what may be a catalogue, or hold some."""
        with os.scandir(path) as entries:
            for entry in entries:
                is_file = entry.name.lower().endswith(_SUFFIX)
                if not entry.name.startswith(_HIDDEN) and (is_file or _is_directory(entry)):
                    yield entry.path

    def _add_file(self, location: Location, *, is_named: bool = False) -> bool:
        """Add a file if it is a catalogue that was not seen before; return whether it is one, or may be one."""
        try:
            _refuse_endless(location)
            with open(location.path, "rb") as file:  # noqa: PTH123 an empty Path would be the current directory
                status = os.fstat(file.fileno())
                head = head_of(file, most=MOST_BYTES)
        except OSError as error:
            self._fail(location, error)
            return True
        except CatalogueError as error:
            self._refuse(location, error)
            return True
        is_catalogue = is_named or head is not None
        if is_catalogue and self._is_new(status):
            self.found.append(Found(location, status.st_size, head or Head()))
        return is_catalogue

    def _is_new_stream(self, path: str) -> bool:
        try:
            return self._is_new(os.fstat(0) if path == STANDARD_INPUT else os.stat(path))  # noqa: PTH116
        except (OSError, ValueError):  # reading it says why
            return True

    def _is_new(self, status: os.stat_result) -> bool:
        seen_at = self._seen.setdefault((status.st_dev, status.st_ino), 0)
        self._seen[status.st_dev, status.st_ino] = seen_at or self._number
        self._held_earlier |= 0 < seen_at < self._number
        return not seen_at

    def _fail(self, location: Location, error: OSError) -> None:
        self._refuse(location, CatalogueError(f"{display_path(location)}: {reason_of(error, WHEN_READING)}"))

    def _refuse(self, location: Location, error: CatalogueError) -> None:
        error.file = name_of(location)
        self.failed.append(error)


def _is_directory(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a loop of links
        return False


def _refuse_endless(location: Location) -> None:
    """Raise CatalogueError for a pipe or a device, which may never end; OSError if nothing is there."""
    if not stat.S_ISREG(os.stat(location.path).st_mode):  # noqa: PTH116 a path with bytes that are not UTF-8
        raise CatalogueError(f"{display_path(location)}: {PIPE_OR_DEVICE}")
