"""The library that a command line names: which shows there are, and what is said of files that can't be used."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from shlex import quote
from typing import TypeVar

import typer

from etoile_cli.catalogue.reader import Location, display_path
from etoile_cli.cli.reading import catalogue_in
from etoile_cli.errors import CatalogueError, NoMatchError, UsageError
from etoile_cli.library.files import Found
from etoile_cli.library.library import Library, Result, open_library
from etoile_cli.listing.across.answer import Answer
from etoile_cli.system.messages import labelled, say, say_error
from etoile_cli.text.escaping import without_undecoded
from etoile_cli.text.values import count, quoted, show

R = TypeVar("R")

# A message names no more shows, or files that can't be used.
_MOST_NAMED = 10
_MOST_HINTS = 3


def opened(locations: Sequence[Location]) -> Library:
    """Return the library at some locations.

    Raises CatalogueError if no catalogue is there.
    """
    library = open_library(locations)
    if not library.entries:
        raise _as_one(library.failed)
    return library


def _as_one(failed: Sequence[CatalogueError]) -> CatalogueError:
    lines = [line for error in failed[:_MOST_NAMED] for line in error.lines or [labelled(error)]]
    rest = len(failed) - _MOST_NAMED
    more = [f"etoile: and {count(rest, 'other file')} that can't be used"] if rest > 0 else []
    return CatalogueError(lines=[*lines, *more], hint=failed[0].hint)


def _explained(found: Found) -> CatalogueError:
    """Return why a catalogue is invalid, which is found out only where it is told."""
    try:
        catalogue_in(found.read(), found.location)
    except CatalogueError as error:
        return error
    return CatalogueError(f"{display_path(found.location)}: the file was changed while it was read")


def only_one(locations: Sequence[Location], shows: Sequence[str] | None = None) -> Location:
    """Return where the only catalogue at some locations is, of those whose shows the terms leave.

    Raises UsageError, which names the shows, for several, NoMatchError for none.
    """
    library = shows_named(opened(locations), shows or ())[0]
    if len(library.entries) > 1:
        path = library.entries[0].path
        first = f": -c {quote(path)}" if without_undecoded(path) == path else ""
        raise UsageError(
            f"this is about one show, and there are {len(library.entries):,} catalogues: {_named(library)}",
            hint=f"{'' if shows is None else 'show:TEXT chooses one; '}-c FILE names one{first}",
        )
    if library.failed and not shows:
        raise _as_one(library.failed)
    return library.entries[0].found.location


def shows_named(library: Library, words: Sequence[str]) -> tuple[Library, list[str], list[str]]:
    """Return the shows whose names hold the terms on them among words, the other words, and such terms in quotes.

    Raises NoMatchError, which names some shows, if no show is left.
    """
    if not any("show" in word for word in words):
        return library, list(words), []
    from etoile_cli.listing.terms.on_key import terms_on

    terms, others = terms_on(words, "show")
    asked = quoted([each.term.written for each in terms])
    chosen = [entry for entry in library.entries if all(each.holds_text(entry.name) for each in terms)]
    if terms and not chosen:
        unopened = f"; {count(len(library.failed), 'file')} can't be opened" if library.failed else ""
        raise NoMatchError(f"no show matches {' and '.join(asked)}", hint=f"the shows are {_named(library)}{unopened}")
    return library.of(chosen), others, asked


def _named(library: Library) -> str:
    names = [show(entry.name) for entry in library.entries[:_MOST_NAMED]]
    rest = len(library.entries) - _MOST_NAMED
    return ", ".join([*names, *([f"and {rest:,} more"] if rest > 0 else [])])


@dataclass
class Tally:
    """What came of asking all shows: how many were read, how many records there were and are left.

    `failed` is how many files can't be used, which are `told` at the end; nothing is said of what they record.
    `refused` is what the first show, and all so far, have refused; `hints` are those that shows gave for it, each with
    the first that did.
    """

    read: int = 0
    number: int = 0
    count: int = 0
    failed: int = 0
    is_answered: bool = False
    told: list[CatalogueError] = field(default_factory=list)
    asked: Sequence[str] = ()
    refused: UsageError | None = None
    hints: dict[str, str] = field(default_factory=dict)

    def values(self, results: Iterable[Result[R]]) -> Iterator[R]:
        """Yield the values of results; the errors among them are noted."""
        for result in results:
            if result.error is not None:
                self.tell([result.error])
            elif result.invalid is not None:
                self._tell_invalid(result.invalid)
            elif result.value is not None:
                self.read += 1
                yield result.value
            else:  # it holds no record that is looked for
                self.read += 1
                self.number += 1

    def tell(self, errors: Iterable[CatalogueError]) -> None:
        """Note why files can't be used, to be told at the end; of very many, the first."""
        for error in errors:
            self.failed += 1
            if self.failed <= _MOST_NAMED:
                self.told.append(CatalogueError(error.message, lines=error.lines[:1]))

    def _tell_invalid(self, found: Found) -> None:
        """Tell likewise why a catalogue is invalid."""
        if self.failed < _MOST_NAMED:
            self.tell([_explained(found)])
        else:
            self.failed += 1

    def noted(self, answers: Iterable[Answer]) -> Iterator[Answer]:
        """Yield the answers that have records, and note what came of all."""
        for each in answers:
            self.count += each.count
            self.note(each)
            if each.count:
                yield each

    def note(self, answer: Answer) -> None:
        """Note what a show had to choose from, and how it took the question."""
        self.number += answer.number
        self.asked = self.asked or answer.asked
        self.is_answered |= answer.number > 0
        if answer.refused:
            self.refused = self.refused or answer.refused
            self.hints.setdefault(answer.refused.hint, answer.show)

    def refuse(self) -> None:
        """Raise UsageError if every show that has records to choose from has refused the question."""
        if self.refused and not self.is_answered:
            if len(self.hints) > 1:  # what shows have is not the same in all
                told = [f"in {show(name)} {hint}" for hint, name in self.hints.items()]
                self.refused.hint = "; ".join(told[:_MOST_HINTS])
            raise self.refused

    def end(self) -> None:
        """Tell which files can't be used, of very many the first, and end with exit code 3 if there is any."""
        for error in self.told:
            say_error(error)
        if (rest := self.failed - _MOST_NAMED) > 0:
            say(f"and {count(rest, 'other file')} that can't be used")
        if self.failed:
            raise typer.Exit(CatalogueError.exit_code)
