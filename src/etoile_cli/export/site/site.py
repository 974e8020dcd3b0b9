"""A site from the catalogues of a library: its files, one after another, each with its lines.

The catalogues are read twice: who is in several shows is known only when all have been read, and then the page of each
show links to these people. No catalogue is kept: of each show only what the index says of it, and who is credited.
Other processes may do the reading, and make the pages of the shows; what they return can be sent.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar

from msgspec import Struct

from etoile_cli.catalogue.holding import Holding
from etoile_cli.errors import CatalogueError
from etoile_cli.export.html_ import html
from etoile_cli.export.persons import persons_in
from etoile_cli.export.site.entries import Entry, entry_of
from etoile_cli.export.site.file_names import file_names
from etoile_cli.export.site.indices import are_many, index_of_people, index_of_shows
from etoile_cli.export.site.people import Doing, FilesOfPeople, Mentions, People, doings_in, mentions_in, pages_of
from etoile_cli.export.site.person import page_of_person, shows_of
from etoile_cli.export.site.places import ALL_SHOWS, INDEX, INDEX_OF_PEOPLE, ROOT, SHOWS, address_of

R = TypeVar("R")
Files = Iterator[tuple[str, Iterator[str]]]
"""The names of files in a directory, with the folders that they are in, and the lines of each."""


class Each(Protocol):
    """Reads the shows of a library one after another, and returns what a function makes of each, in their order."""

    def __call__(self, function: Callable[[Holding], R], /) -> Iterable[R]:
        """Call a function, which has a name in a module or is a `partial` of one that has."""


class _Page(Struct, frozen=True):
    """The page of a show, encoded, with what the index says of the show and what people in several shows do there."""

    content: bytes
    entry: Entry
    doings: Sequence[Doing]


def site(each: Each) -> Files:
    """Yield the files of a site: the page of each show, that of each person in several, then the indices.

    The names of the shows differ. Each file is to be written before the next is asked for. Raises CatalogueError if
    the second reading has other shows or people than the first.
    """
    files, people = _first_reading(each(_mentioned))
    entries: dict[str, Entry] = {}
    for name, page in each(partial(_page_of, files, people.files)):
        if page is None or name in entries:
            raise _changed()
        entries[name] = page.entry
        people.keep(name, page.doings)
        yield files[name], iter([page.content.decode(errors=_ERRORS)])
    if entries.keys() != files.keys():
        raise _changed()
    has_index = are_many(people.all)
    for somebody, person, places in people.told():
        if not person:
            raise _changed()
        yield somebody.file, page_of_person(somebody, person, shows_of(person, entries, places), has_index=has_index)
    if has_index:
        yield INDEX_OF_PEOPLE, index_of_people(people.all)
    yield INDEX, index_of_shows(list(entries.values()), people.all)


# As files are encoded.
_ERRORS = "surrogateescape"


def _mentioned(holding: Holding) -> tuple[str, Mentions]:
    return holding.name, list(mentions_in(holding))


def _first_reading(mentioned: Iterable[tuple[str, Mentions]]) -> tuple[Mapping[str, str], People]:
    """Return the files of the shows by their names, and who is in several."""
    names: list[str] = []
    mentions: Mentions = []
    for name, found in mentioned:
        names.append(name)
        mentions += found
    files = file_names([(name, "") for name in names], SHOWS, nameless="show")
    return dict(zip(names, files, strict=True)), People(mentions)


def _page_of(files: Mapping[str, str], people: FilesOfPeople, holding: Holding) -> tuple[str, _Page | None]:
    """Return the name of a show and its page; `None` if it was not there before."""
    if holding.name not in files:
        return holding.name, None
    persons = persons_in(holding.catalogue)
    named = people.get(holding.name, {})
    lines = html(holding.catalogue, persons, root=ROOT, up=[ALL_SHOWS], people=pages_of(named))
    content = "\n".join(lines).encode(errors=_ERRORS)
    entry = entry_of(holding, address_of(files[holding.name]))
    return holding.name, _Page(content, entry, doings_in(holding, persons, named))


def _changed() -> CatalogueError:
    return CatalogueError("the library changed while it was read", hint="export it again")
