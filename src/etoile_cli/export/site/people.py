"""Who is in several shows of a library: their pages, where the pages of shows name them, and what they do there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from etoile_cli.catalogue.holding import Holding
from etoile_cli.export.marks import PagesOfPeople
from etoile_cli.export.persons import Persons
from etoile_cli.export.site.file_names import file_names
from etoile_cli.export.site.places import PEOPLE, ROOT, address_of
from etoile_cli.people.credit import Credit, Role
from etoile_cli.people.credits import credits_of, each_credit
from etoile_cli.people.joining import same_people
from etoile_cli.people.person import Person, person_of
from etoile_cli.text.values import count, in_short, show

Mentions = list[Credit]
"""Who is named in all the shows."""

Place = tuple[str, int, str]
"""The section and the number of a record that names somebody, and the name there as it is shown."""

FilesOfPeople = Mapping[str, Mapping[Place, str]]
"""The pages of people by the names of the shows, and the places there that name them."""

Doing = tuple[str, Credit, str]
"""The page of a person, what they do in a show, and the id of the place on its page that says so."""


class Somebody(Struct, frozen=True):
    """A person in several shows: the name, safe to print, what to sort by, in how many shows, and the page."""

    name: str
    sort_name: str
    shows: int
    file: str

    @property
    def about(self) -> str:
        """What the index says of them: `3 shows`."""
        return count(self.shows, "show")

    @property
    def address(self) -> str:
        """The address of the page."""
        return address_of(self.file)


class People:
    """Those who are in several shows, by mentions of everybody, and what they do, once that is known.

    `files` are their pages by the shows and places that name them.
    """

    def __init__(self, mentions: Mentions) -> None:
        groups = [each for each in same_people(mentions) if _are_in_several(each)]
        people = list(map(person_of, groups))
        files = file_names([(person.name, _told_apart(person)) for person in people], PEOPLE, nameless="person")
        self.all = [_somebody(person, file) for person, file in zip(people, files, strict=True)]
        self.files: dict[str, dict[Place, str]] = {}
        for file, group in zip(files, groups, strict=True):
            for credit in group:
                self.files.setdefault(credit.show, {})[_place(credit)] = file
        self._credits: dict[str, list[Credit]] = {}
        self._places: dict[str, dict[str, str]] = {}

    def keep(self, show_name: str, doings: Iterable[Doing]) -> None:
        """Keep what people do in a show."""
        for file, credit, id_ in doings:
            self._credits.setdefault(file, []).append(credit)
            self._places.setdefault(file, {}).setdefault(show_name, id_)

    def told(self) -> Iterator[tuple[Somebody, Person | None, Mapping[str, str]]]:
        """Yield everybody, with all that is kept of what they do; `None` if that is nothing.

        With them come the ids of their places on the pages of the shows, by the names of these.
        """
        for each in self.all:
            mentions = self._credits.pop(each.file, None)
            yield each, person_of(mentions) if mentions else None, self._places.pop(each.file, {})


def pages_of(files: Mapping[Place, str]) -> PagesOfPeople:
    """Return the addresses of the pages of people, from the page of a show, by the places there that name them."""
    return {place: f"{ROOT}{address_of(file)}" for place, file in files.items()}


def doings_in(holding: Holding, persons: Persons, files: Mapping[Place, str]) -> list[Doing]:
    """Return what people do in a show, by the files of their pages; `persons` are those on its own page."""
    credited = credits_of(holding.name, holding.catalogue) if files else []
    return [(file, credit, _id_of(credit, persons)) for credit in credited if (file := files.get(_place(credit)))]


def _id_of(credit: Credit, persons: Persons) -> str:
    """Return the id of the place on the page of a show that tells of somebody; for a name in a list, its section."""
    if not credit.number or credit.awards:
        return credit.section
    first = persons.id_of(credit.section, credit.number).removeprefix("#")
    return first or persons.anchor_of(credit.section, credit.number)


def mentions_in(holding: Holding) -> Iterator[Credit]:
    """Yield the credits of a show without what nobody needs to tell who is who, and whether it is a role."""
    for credit in each_credit(holding.name, holding.catalogue, with_runs=False):
        yield Credit(
            *(credit.name, credit.show, credit.section, credit.number),
            sort_name=credit.sort_name,
            aliases=credit.aliases,
            ids=credit.ids,
            roles=_SOME_ROLE if credit.parts or credit.roles else (),
        )


_SOME_ROLE = (Role(None, "", (), ""),)


def _are_in_several(mentions: Sequence[Credit]) -> bool:
    """Return whether several shows name somebody; whom only awards name need be no person, and is not counted."""
    return any(each.show != mentions[0].show for each in mentions) and any(each.roles for each in mentions)


def _somebody(person: Person, file: str) -> Somebody:
    name = show(in_short(person.name)) or "(no name)"
    return Somebody(name, show(in_short(person.sort_name or "")) or name, person.number_of_shows, file)


def _told_apart(person: Person) -> str:
    """Return what tells a person from others of the same name: ids and, of those without any, the shows."""
    return "\n".join([*sorted(map(":".join, person.ids.items())), *sorted(person.shows)])


def _place(credit: Credit) -> Place:
    return credit.section, credit.number, show(credit.name)
