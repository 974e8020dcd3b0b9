"""The people of a show: who created it, and who else made it."""

from typing import Any, NamedTuple

from etoile_cli.importing.formats.jsonld.episode_words import codes_of
from etoile_cli.importing.formats.jsonld.graph import Thing
from etoile_cli.importing.formats.jsonld.ids import take_ids
from etoile_cli.importing.formats.jsonld.once import Once
from etoile_cli.importing.formats.jsonld.readings import quoted, text, text_of, texts
from etoile_cli.importing.intake.intake import Intake, Record

# What those are to the show whom a property of their own names.
_ROLES = {"director": "director", "author": "writer", "producer": "producer", "musicBy": "composer"}


class Credit(NamedTuple):
    """A person, by the values that say who it is, with the roles and the codes of the episodes that are stated."""

    person: Record
    roles: list[str]
    episodes: list[str]


def put_people(show: Thing, intake: Intake, once: Once) -> None:
    """Put the creators and the crew in their sections; what is no person is told of."""
    for section, key in (("creators", "creator"), ("crew", "contributor")):
        for person, roles, episodes in credits_of(show, key, intake):
            once.add(section, person | {"roles": roles, "episodes": episodes})
    together: dict[str, tuple[Record, list[str]]] = {}
    for key, role in _ROLES.items():
        for person, roles, _ in credits_of(show, key, intake):
            together.setdefault(person["name"], (person, []))[1].extend(roles or [role])
    for person, roles in together.values():
        once.add("crew", person | {"roles": roles})


def credits_of(thing: Thing, key: str, intake: Intake) -> list[Credit]:
    """Take the people of a property, who may stand in a role; what has a name and is no person is told of."""
    what = _ROLES.get(key, key.removesuffix("s"))

    def made(value: Any) -> list[Credit] | None:
        role = thing.thing(value)
        if role is None or not role.types & {"Role", "OrganizationRole", "PerformanceRole"}:
            found = people_of(thing, value, what, intake)
            return None if found is None else [Credit(person, [], []) for person in found]
        within = role.take(key, lambda each: people_of(role, each, what, intake))
        people = [person for found in within for person in found]
        if not people:
            return None
        roles, episodes = texts(role, "roleName"), next(iter(role.take("description", _codes, most=1)), [])
        return [Credit(person, roles, episodes) for person in people]

    return [each for found in thing.take(key, made) for each in found]


def people_of(thing: Thing, value: Any, what: str, intake: Intake) -> list[Record] | None:
    """Return the person that a value of a property of a thing is, `None` if it names none.

    What has a name and is no person is told of as what it is to the thing; then there is nobody to return.
    """
    named = thing.thing(value)
    if named and is_no_person(named):
        name = text(named, "name")
        if name:
            intake.leave_out(f"{what} {quoted(name)}", "is no person")
        return [] if name else None
    person = person_of(thing, value)
    return [person] if person else None


def person_of(thing: Thing, value: Any) -> Record | None:
    """Return a person by a value of a property of a thing: a name, or a thing with a name that is no organisation."""
    person = thing.thing(value)
    if person is None:
        name = text_of(value)
        return {"name": name} if name else None
    if is_no_person(person):
        return None
    if not (name := text(person, "name")):
        return None
    return {"name": name, "aliases": texts(person, "alternateName"), "ids": take_ids(person, "person")}


def is_no_person(thing: Thing) -> bool:
    """Return whether a thing says that it is something else than a person."""
    return bool(thing.types) and "Person" not in thing.types


def people_names(thing: Thing, intake: Intake, *keys: str) -> list[str]:
    """Take the names of the people of properties."""
    return [credit.person["name"] for key in keys for credit in credits_of(thing, key, intake)]


def _codes(value: Any) -> list[str] | None:
    return codes_of(text_of(value) or "") or None
