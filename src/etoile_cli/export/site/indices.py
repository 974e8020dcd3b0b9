"""The indices of a site: its shows and the people in several of them, by letters where there are many."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from etoile_cli.export.site.entries import Entry
from etoile_cli.export.site.letters import by_letter
from etoile_cli.export.site.people import Somebody
from etoile_cli.export.site.places import ALL_SHOWS, INDEX_OF_PEOPLE, ROOT
from etoile_cli.export.templates import page
from etoile_cli.export.title import title_in_words
from etoile_cli.text.values import count

T = TypeVar("T", Entry, Somebody)

IN_SEVERAL = "People in several shows"
"""The heading of the index of people."""

# More are parted by letters.
_MANY = 40
# More people have an index of their own.
_MANY_PEOPLE = 200


class Block(Struct, frozen=True):
    """A section of an index: `shows` or `people` under a heading."""

    kind: str
    id: str
    heading: str
    entries: Sequence[Entry | Somebody]


def index_of_shows(shows: Sequence[Entry], people: Sequence[Somebody]) -> Iterator[str]:
    """Yield the index of a site; that of many people is a page of its own, which this one leads to."""
    blocks = list(_blocks("shows", "Shows", shows, lambda entry: entry.name))
    contents = [(block.heading, f"#{block.id}") for block in blocks]
    if people:
        contents.append((IN_SEVERAL, INDEX_OF_PEOPLE if are_many(people) else "#people"))
        blocks += [] if are_many(people) else _blocks("people", IN_SEVERAL, people, _sorted_as)
    several = [f"{people_in_words(len(people))} in several of them"] if people else []
    return _page("Shows", [count(len(shows), "show"), *several], contents, blocks, root="", up=())


def index_of_people(people: Sequence[Somebody]) -> Iterator[str]:
    """Yield the index of the people in several shows."""
    blocks = list(_blocks("people", IN_SEVERAL, people, _sorted_as))
    contents = [(block.heading, f"#{block.id}") for block in blocks]
    return _page(IN_SEVERAL, [people_in_words(len(people))], contents, blocks, root=ROOT, up=[ALL_SHOWS])


def are_many(people: Sequence[Somebody]) -> bool:
    """Return whether people have an index of their own."""
    return len(people) > _MANY_PEOPLE


def people_in_words(number: int) -> str:
    """Return `1 person`, `1,200 people`."""
    return f"{number:,} people" if number != 1 else count(1, "person")


def _sorted_as(somebody: Somebody) -> str:
    return somebody.sort_name


def _blocks(kind: str, heading: str, entries: Sequence[T], called: Callable[[T], str]) -> Iterator[Block]:
    """Yield a section for each letter or, if the entries are few, one."""
    letters = by_letter(entries, called)
    if len(entries) > _MANY:
        yield from (Block(kind, letter.id, letter.heading, each) for letter, each in letters)
    else:
        yield Block(kind, kind, heading, [entry for _, each in letters for entry in each])


def _page(
    title: str,
    about: Sequence[str],
    contents: Sequence[tuple[str, str]],
    blocks: Sequence[Block],
    *,
    root: str,
    up: Sequence[tuple[str, str]],
) -> Iterator[str]:
    heading = title_in_words(title)
    return page(
        "index",
        ["site"],
        heading.width,
        title=title,
        title_in_words=heading,
        description=", ".join(about),
        about=about,
        contents=contents,
        blocks=blocks,
        root=root,
        up=up,
    )
