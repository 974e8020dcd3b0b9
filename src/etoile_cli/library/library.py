"""A library that is open: the shows in it with their names, and what a function makes of each catalogue."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import Location, name_of, read_bytes
from etoile_cli.errors import CatalogueError
from etoile_cli.library.files import Found, find_catalogues
from etoile_cli.library.names import unique_names
from etoile_cli.library.sieve import Sieve
from etoile_cli.system.parallel import cores, mapped
from etoile_cli.system.progress import stage
from etoile_cli.text.values import count

R = TypeVar("R")

Opened = Callable[[bytes, Location], Catalogue]
"""What returns the catalogue in the bytes of a file, or raises CatalogueError."""

# A library with fewer bytes is read before other processes would have begun to help.
_LEAST_FOR_SEVERAL = 1 << 20


class Entry(Struct, frozen=True):
    """A show of a library: its name, which no other show there has, and its catalogue, which may not be read yet."""

    name: str
    found: Found

    @property
    def path(self) -> str:
        """The path of the catalogue, `<stdin>` for standard input."""
        return name_of(self.found.location)


class Result(Struct, Generic[R], frozen=True):
    """What a function made of a catalogue or, if that can't be used, the error; neither if it was not read."""

    value: R | None
    error: CatalogueError | None


class Library(Struct, frozen=True):
    """Shows in the order of their files, and the errors of the files that can't be opened."""

    entries: Sequence[Entry]
    failed: Sequence[CatalogueError]

    def of(self, entries: Sequence[Entry]) -> "Library":
        """Return the library of some of its shows."""
        return replace(self, entries=entries)

    @property
    def size(self) -> int:
        """How many bytes the catalogues have together."""
        return sum(entry.found.size for entry in self.entries)

    def each(
        self, function: Callable[[Holding], R], opened: Opened, sieve: Sieve | None = None
    ) -> Iterator[Result[R]]:
        """Return an iterator of what a function makes of each show, or of the error of its catalogue, in their order.

        What a sieve tells to hold nothing that is looked for is not read further, and has neither. `opened` returns
        the catalogue in the bytes of a file, or raises CatalogueError. Both functions are called in other processes
        where there is much to read, so that both must have a name in a module.
        """
        processes = min(cores(), len(self.entries)) if self.size >= _LEAST_FOR_SEVERAL else 1
        results = mapped(partial(_result, function, opened, sieve), self.entries, processes)
        return _told(results, len(self.entries))


def open_library(locations: Sequence[Location]) -> Library:
    """Return the library at some locations, which may be directories; raises UsageError if one can't be read twice."""
    stage("looking for catalogues")
    found, failed = find_catalogues(locations)
    names = unique_names([each.head for each in found], [name_of(each.location) for each in found])
    return Library([Entry(name, each) for name, each in zip(names, found, strict=True)], failed)


def _result(function: Callable[[Holding], R], opened: Opened, sieve: Sieve | None, entry: Entry) -> Result[R]:
    found = entry.found
    try:
        content = read_bytes(found.location) if found.content is None else found.content
        if sieve and not sieve.may_hold(content):
            return Result(None, None)
        catalogue = opened(content, found.location)
    except CatalogueError as error:
        return Result(None, error)
    return Result(function(Holding(entry.name, entry.path, catalogue)), None)


def _told(results: Iterator[Result[R]], number: int) -> Iterator[Result[R]]:
    """Yield results and say, if it takes long, how many of how many are done."""
    for done, result in enumerate(results):
        stage(f"reading {done:,} of {count(number, 'catalogue')}")
        yield result
