"""What TAB offers of a path behind its section: keys, those of tables, positions, and words that choose records."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.section_names import section_called
from etoile_cli.errors import NoMatchError, UsageError
from etoile_cli.listing.paths.following import values_at
from etoile_cli.listing.paths.grammar import written
from etoile_cli.listing.paths.places import Route, route_of

# A path before its last step, and the beginning of that. In brackets are only words without blanks.
_PATH = r"([\w-]+(?:\.[\w-]+|\[[\w.:=-]*\])*?)((?:[.\[][\w-]*)?)"
# Keys of tables that need no quotation marks in a path, nor in a shell.
_SAFE_KEY = r"[A-Za-z0-9_-]+"
_MOST_POSITIONS = 10


def paths_offered(
    typed: str, catalogue: Catalogue | None, words_of: Callable[[str, str], Iterable[str]]
) -> Iterator[str]:
    """Yield the paths that complete one that was begun, section and all; none if what was typed is no path.

    `words_of` returns the words of the records of a section that complete one that was begun.
    """
    found = re.fullmatch(_PATH, typed)
    route = _route(found[1]) if found else None
    if found is None or route is None:
        return
    before, last = found[1], found[2]
    if last.startswith("["):
        yield from _chosen(before, last[1:], route, catalogue, words_of)
    elif route.end.is_record:
        yield from _with_keys(before, last[1:], route, catalogue)
    elif route.end.is_table:
        yield from (f"{before}.{key}" for key in _keys(route, catalogue) if key.startswith(last[1:]))


def _route(path: str) -> Route | None:
    try:
        parted = written(path)
        section = section_called(parted.begin.text, or_show=True)
        return route_of(parted, section) if section else None
    except UsageError:
        return None


def _with_keys(before: str, begun: str, route: Route, catalogue: Catalogue | None) -> Iterator[str]:
    """Yield a path to records with the keys that begin so; if there is one, and it holds a table, with its keys."""
    names = [name for name in route.end.columns if name.startswith(begun)]
    yield from (f"{before}.{name}" for name in names)
    table = _route(f"{before}.{names[0]}") if len(names) == 1 else None
    if table and table.end.is_table:
        yield from (f"{before}.{names[0]}.{key}" for key in _keys(table, catalogue))


def _chosen(
    before: str,
    begun: str,
    route: Route,
    catalogue: Catalogue | None,
    words_of: Callable[[str, str], Iterable[str]],
) -> Iterator[str]:
    """Yield a path with the brackets that begin so; if there is one, with what may stand behind it."""
    place = route.end
    found = _values(route, catalogue)
    if place.is_record and not place.is_one:
        brackets = [*_positions(begun, len(found)), *words_of(place.section, begun)]
    elif place.is_list:
        brackets = list(_positions(begun, max(map(len, found), default=0)))
    else:
        return
    chosen = [f"{before}[{each}]" for each in brackets]
    if len(chosen) == 1 and place.is_record:
        yield from (f"{chosen[0]}.{name}" for name in place.columns)
    else:
        yield from chosen


def _positions(begun: str, number: int) -> Iterator[str]:
    """Yield the first positions of so many that begin so; from the end if a minus was typed."""
    every = map(str, range(-1, -number - 1, -1) if begun.startswith("-") else range(number))
    return islice((each for each in every if each.startswith(begun)), _MOST_POSITIONS)


def _keys(route: Route, catalogue: Catalogue | None) -> Iterable[str]:
    """Return the keys of the tables that a path leads to."""
    keys = dict.fromkeys(key for table in _values(route, catalogue) for key in table)
    return [key for key in keys if re.fullmatch(_SAFE_KEY, key)]


def _values(route: Route, catalogue: Catalogue | None) -> Sequence[Any]:
    try:
        return values_at(route, catalogue) if catalogue else ()
    except (NoMatchError, UsageError):
        return ()
