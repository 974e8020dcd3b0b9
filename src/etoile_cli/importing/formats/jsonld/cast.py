"""The cast: the parts that the show lists, and the episodes and seasons that refer to them."""

from typing import Any

from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.people import people_of
from etoile_cli.importing.formats.jsonld.readings import names, text
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.remarks import Remarks

_KEYS = ("actor", "actors")


class Cast:
    """The parts of a show, each once.

    A part that the show itself lists is in the whole of it, unless episodes refer to just this part. A part that only
    episodes list is in these.
    """

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._remarks = Remarks(intake)
        self._by_part: dict[tuple[str, str], Record] = {}
        self._of_show: set[str] = set()
        self._by_role: dict[int, list[Record]] = {}
        self._codes: dict[int, tuple[Record, dict[str, None]]] = {}

    def put(self, show: Thing) -> None:
        """Put the parts that a show lists into the cast."""
        for role, parts in _parts(show, self._intake):
            records = list(map(self._record, parts))
            self._of_show.update(record["name"] for record in records)
            if role is not None:
                self._by_role[id(role.node)] = records

    def put_in(self, code: str, episode_or_season: Thing) -> None:
        """Note the parts of an episode or of a season, by its code."""
        for role, parts in _parts(episode_or_season, self._intake, self._by_role):
            if role is not None and id(role.node) in self._by_role:
                found = self._by_role[id(role.node)]
            else:
                found = [self._record(part) for part in parts if part["name"] not in self._of_show]
            for record in found:
                self._codes.setdefault(id(record), (record, {}))[1][code] = None

    def put_episodes(self) -> None:
        """Give the parts their episodes, and tell of what stood behind characters, once all are known."""
        for record, codes in self._codes.values():
            self._intake.put(record, "episodes", list(codes))
        self._remarks.tell()

    def _record(self, part: Record) -> Record:
        character = self._remarks.without(part.get("character", ""), part["name"])
        key = part["name"], character
        if key not in self._by_part:
            self._by_part[key] = self._intake.add("cast", part | {"character": character})
        return self._by_part[key]


def _parts(thing: Thing, intake: Intake, known: Any = ()) -> list[tuple[Thing | None, list[Record]]]:
    """Take the parts of a thing, together with the roles that they are in; of roles that are known, just these."""

    def made(value: Any) -> tuple[Thing | None, list[Record]] | None:
        role = thing.thing(value)
        if role is not None and id(role.node) in known:
            return role, []
        if role is None or not role.types & {"PerformanceRole", "Role"}:
            found = _actors_of(thing, value, intake)
            return None if found is None else (None, found)
        within = [found for key in _KEYS for found in role.take(key, lambda each: _actors_of(role, each, intake))]
        people = [person for found in within for person in found]
        if not people:
            return None
        more = {"role": text(role, "description")}
        # Who of several actors plays which of several characters is not said.
        characters = names(role, "characterName") if len(people) == 1 or not _is_several(role) else []
        return role, [person | more | {"character": each} for person in people for each in characters or [""]]

    return [part for key in _KEYS for part in thing.take(key, made)]


def _is_several(role: Thing) -> bool:
    characters = role.node.get("characterName")
    return isinstance(characters, list) and len(characters) > 1


def _actors_of(thing: Thing, value: Any, intake: Intake) -> list[Record] | None:
    found, described = people_of(thing, value, "actor", intake), thing.thing(value)
    if found and described:
        return [person | {"profession": text(described, "jobTitle")} for person in found]
    return found
