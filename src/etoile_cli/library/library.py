"""A library that is open: the shows in it with their names, and what a function makes of each catalogue."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import monotonic
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.reader import InvalidCatalogueError, Location, name_of, parse
from etoile_cli.errors import CatalogueError
from etoile_cli.library.files import Found, find_catalogues
from etoile_cli.library.names import unique_names
from etoile_cli.library.sieve import Sieve
from etoile_cli.system.parallel import cores, mapped
from etoile_cli.system.progress import part_of_stage, stage
from etoile_cli.text.values import count

R = TypeVar("R")

# A library with fewer bytes is read before other processes would have begun to help.
_LEAST_FOR_SEVERAL = 1 << 20
# Catalogues of so many bytes are read together: what a function makes of them is in memory at once.
_MOST_TOGETHER = 1 << 20
# Seconds: nobody reads faster.
_BETWEEN_TWO_STAGES = 0.2


class Entry(Struct, frozen=True):
    """A show of a library: its name, which no other show there has, and its catalogue, which may not be read yet."""

    name: str
    found: Found

    @property
    def path(self) -> str:
        """The path of the catalogue, `<stdin>` for standard input."""
        return name_of(self.found.location)


class Result(Struct, Generic[R], frozen=True):
    """What a function made of a catalogue; nothing if it was not read, as it holds nothing that is looked for.

    If it can't be used, there is the error of reading its file or, if it is invalid, where it was found: to find out
    why takes longer than to read it.
    """

    value: R | None = None
    error: CatalogueError | None = None
    invalid: Found | None = None


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

    def each(self, function: Callable[[Holding], R], sieve: Sieve | None = None) -> Iterator[Result[R]]:
        """Return an iterator of what a function makes of each show, in their order.

        What a sieve tells to hold nothing that is looked for is not read further. The function is called in other
        processes where there is much to read, so that it must have a name in a module.
        """
        processes = min(cores(), len(self.entries)) if self.size >= _LEAST_FOR_SEVERAL else 1
        together = max(1, min(len(self.entries) * _MOST_TOGETHER // max(self.size, 1), 16))
        results = mapped(partial(_result, function, sieve), self.entries, processes, together)
        return _told(results, len(self.entries))


def open_library(locations: Sequence[Location]) -> Library:
    """Return the library at some locations, which may be directories; raises UsageError if one can't be read twice."""
    stage("looking for catalogues")
    found, failed = find_catalogues(locations)
    names = unique_names([each.head for each in found], [name_of(each.location) for each in found])
    return Library([Entry(name, each) for name, each in zip(names, found, strict=True)], failed)


def _result(function: Callable[[Holding], R], sieve: Sieve | None, entry: Entry) -> Result[R]:
    try:
        content = entry.found.read()
        if sieve and not sieve.may_hold(content):
            return Result()
        catalogue = parse(content)
    except CatalogueError as error:
        return Result(error=error)
    except InvalidCatalogueError:
        return Result(invalid=entry.found)
    with part_of_stage():
        return Result(function(Holding(entry.name, entry.path, catalogue)))


def _told(results: Iterator[Result[R]], number: int) -> Iterator[Result[R]]:
    """Yield results and say, if it takes long, how many of how many are done."""
    told = 0.0
    for done, result in enumerate(results):
        if monotonic() > told + _BETWEEN_TWO_STAGES:
            told = monotonic()
            stage(f"reading {done:,} of {count(number, 'catalogue')}")
        yield result
