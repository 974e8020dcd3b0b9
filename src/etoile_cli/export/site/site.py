"""A site from the catalogues of a library: its files, one after another, each with its lines.

The catalogues are read twice: who is in several shows is known only when all have been read, and then the page of each
show links to these people. No catalogue is kept: of each show only what the index says of it, and who is credited.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from etoile_cli.catalogue.holding import Holding
from etoile_cli.errors import CatalogueError
from etoile_cli.export.html_ import html
from etoile_cli.export.persons import persons_in
from etoile_cli.export.site.entries import Entry, entry_of
from etoile_cli.export.site.file_names import file_names
from etoile_cli.export.site.indices import are_many, index_of_people, index_of_shows
from etoile_cli.export.site.people import Mentions, People, mentions_in
from etoile_cli.export.site.person import page_of_person, shows_of
from etoile_cli.export.site.places import ALL_SHOWS, INDEX, INDEX_OF_PEOPLE, ROOT, SHOWS, address_of

Read = Callable[[], Iterable[Holding]]
"""Reads the shows of a library, one after another."""
Files = Iterator[tuple[str, Iterator[str]]]
"""The names of files in a directory, with the folders that they are in, and the lines of each."""


def site(read: Read) -> Files:
    """Yield the files of a site: the page of each show, that of each person in several, then the indices.

    `read` is called twice. The names of the shows differ. Each file is to be written before the next is asked for.
    Raises CatalogueError if the second reading has other shows or people than the first.
    """
    files, people = _first_reading(read())
    entries: dict[str, Entry] = {}
    for holding in read():
        if holding.name not in files or holding.name in entries:
            raise _changed()
        file = files[holding.name]
        entries[holding.name] = entry_of(holding, address_of(file))
        persons = persons_in(holding.catalogue)
        pages = people.read(holding, persons)
        yield file, html(holding.catalogue, persons, root=ROOT, up=[ALL_SHOWS], people=pages)
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


def _first_reading(holdings: Iterable[Holding]) -> tuple[Mapping[str, str], People]:
    """Return the files of the shows by their names, and who is in several."""
    names: list[str] = []
    mentions: Mentions = []
    for holding in holdings:
        names.append(holding.name)
        mentions += mentions_in(holding)
    files = file_names([(name, "") for name in names], SHOWS, nameless="show")
    return dict(zip(names, files, strict=True)), People(mentions)


def _changed() -> CatalogueError:
    return CatalogueError("the library changed while it was read", hint="export it again")
