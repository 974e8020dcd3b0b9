"""The cast: the actors of the show, of its seasons and of its episodes, and in which episodes they are.

A file that lists no actors doesn't say that nobody is there. So the episodes of an actor whom the show lists are told
only if the actors of every episode are: in its own file, or in that of its season. Such an actor in all of them needs
none told, as library programs repeat the whole cast in each file; who else is in all of them may be in no others.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from msgspec import Struct

from etoile_cli.catalogue.codes import episode_code, season_code
from etoile_cli.importing.formats.nfo.elements import children, parts, put_back, take_all, take_number, take_one
from etoile_cli.importing.formats.nfo.episodes import Film
from etoile_cli.importing.formats.nfo.ids import take_ids_of_person
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.remarks import Remarks
from etoile_cli.importing.reading.tree import Node
from etoile_cli.text.values import count

_GUEST = "gueststar"
# What Jellyfin says of everybody; those who are none of these are no actors.
_ACTORS = frozenset({"", "actor", _GUEST})

Where = TypeVar("Where")
Part = tuple[str, str]
"""The name of an actor, and that of the character, empty if it is not known."""


class _Actor(Struct, frozen=True):
    """An actor as a file has it, with the parts."""

    parts: Sequence[Part]
    billing: str | None
    ids: Mapping[str, str]
    order: int | None


class Cast:
    """The cast that is taken in, by its parts."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._remarks = Remarks(intake)
        self._records: dict[Part, Record] = {}
        self._of_show: set[Part] = set()
        self._seasons: set[int] = set()
        self._of_seasons: dict[int, set[Part]] = {}

    def take_show(self, node: Node) -> None:
        """Take in the actors of the show."""
        self._of_show |= self._take(node)

    def take_season(self, number: int, node: Node) -> None:
        """Take in the actors of a season."""
        self._seasons.add(number)
        if found := self._take(node):
            self._of_seasons.setdefault(number, set()).update(found)

    def take_films(self, films: Sequence[Film]) -> None:
        """Take in the actors of films, which are in the order of their numbers, and where everybody is."""
        of_films = [{part for node in film.nodes for part in self._take(node)} for film in films]
        counts = Counter(film.season for film in films)
        elsewhere = self._seasons - counts.keys()
        is_told = elsewhere <= self._of_seasons.keys() and all(
            found or film.season in self._of_seasons for film, found in zip(films, of_films, strict=True)
        )
        whole = _places((season, found) for season, found in self._of_seasons.items())
        single = _places(zip(films, of_films, strict=True))
        untold = unlisted = 0
        for part, record in self._records.items():
            seasons = set(whole.get(part, ()))
            others = [film for film in single.get(part, ()) if film.season not in seasons]
            number = len(others) + sum(counts[season] for season in seasons)
            is_everywhere = number == len(films) and elsewhere <= seasons
            if is_everywhere and part in self._of_show:
                continue
            if not (seasons or others):
                unlisted += is_told
            elif is_told or part not in self._of_show:
                self._intake.put(record, "episodes", [*map(season_code, sorted(seasons)), *runs(others)])
            else:
                untold += 1
        if untold:
            self._intake.leave_out(f"the episodes of {count(untold, 'part')}", "other episodes list no actors at all")
        if unlisted:
            self._intake.leave_out(f"the episodes of {count(unlisted, 'part')}", "no file of an episode lists them")
        self._remarks.tell()

    def _take(self, node: Node) -> set[Part]:
        """Take the actors out of a file in their order, and return their parts."""
        actors = [each for child in children(node, "actor") if (each := self._actor(child))]
        if all(each.order is not None for each in actors):
            actors.sort(key=lambda each: each.order or 0)
        for actor in actors:
            for part in actor.parts:
                self._add(part, actor)
        return {part for actor in actors for part in actor.parts}

    def _add(self, part: Part, actor: _Actor) -> None:
        name, character = part
        record = self._records.get(part)
        if record is None:
            record = self._records[part] = self._intake.add("cast", {"name": name, "character": character})
            self._intake.put(record, "billing", actor.billing)
        for scheme, id_ in actor.ids.items():
            record.setdefault("ids", {}).setdefault(scheme, id_)

    def _actor(self, child: Any) -> _Actor | None:
        """Take an actor out of the tree, `None` if it is none or has no name."""
        if not isinstance(child, dict):
            return None
        kind = take_one(child, "type")
        said = kind.replace(" ", "").casefold()
        name = take_one(child, "name") if said in _ACTORS else ""
        if not name:
            put_back(child, "type", [kind] if kind else [])
            return None
        orders = [take_number(child, key) for key in ("order", "sortorder")]
        roles = [part for text in take_all(child, "role") for part in parts(text)]
        characters = list(filter(None, (self._remarks.without(role, name) for role in roles))) or [""]
        return _Actor(
            [(name, character) for character in dict.fromkeys(characters)],
            "guest" if said == _GUEST else None,
            take_ids_of_person(child, name, self._intake),
            next((each for each in orders if each is not None), None),
        )


def runs(films: Iterable[Film]) -> list[str]:
    """Return the codes of films in the order of their numbers, those of one season that follow one another as one."""
    found: list[tuple[int, int, int]] = []
    for film in films:
        season, first, last = found[-1] if found else (-1, 0, 0)
        if film.season == season and film.number <= last + 1:
            found[-1] = season, first, max(last, film.last)
        else:
            found.append((film.season, film.number, film.last))
    return [
        episode_code(season, first) + (f"-{episode_code(season, last)}" if last > first else "")
        for season, first, last in found
    ]


def _places(found: Iterable[tuple[Where, set[Part]]]) -> Mapping[Part, list[Where]]:
    """Return where each part is."""
    places: dict[Part, list[Where]] = {}
    for where, parts_there in found:
        for part in parts_there:
            places.setdefault(part, []).append(where)
    return places
