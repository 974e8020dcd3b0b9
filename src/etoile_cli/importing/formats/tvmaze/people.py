"""The people of TVmaze: the cast, guests, and who made the show."""

from collections.abc import Iterable

from msgspec import Struct

from etoile_cli.importing.intake.contributors import Contributors
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.parts import Part, Parts
from etoile_cli.importing.intake.remarks import Remarks
from etoile_cli.importing.intake.taking import take_ids, take_title
from etoile_cli.importing.intake.values import role_of
from etoile_cli.importing.reading.tree import Node, drop, drop_false, table, tables

_CREATOR = "creator"
_EPISODE_KEYS = {
    "director": "directors",
    "writer": "writers",
    "teleplay": "writers",
    "screenplay": "writers",
}


class People(Struct):
    """Who takes part in a show, as far as it was taken in."""

    intake: Intake
    parts: Parts
    remarks: Remarks

    def take_cast(self, nodes: Iterable[Node]) -> None:
        """Take the parts of the main cast."""
        for node in nodes:
            self.parts.add(self._part(node))

    def take_crew(self, nodes: Iterable[Node]) -> None:
        """Take who created the show, and its crew."""
        creators, crew = Contributors(self.intake, "creators"), Contributors(self.intake, "crew")
        for node in nodes:
            role = role_of(take_title(node, "type"))
            if role == _CREATOR:
                creators.add(self._person(node))
            else:
                crew.add(self._person(node), role)
        crew.put_roles()

    def take_guests(self, node: Node, episode: Record, code: str) -> None:
        """Take the guests of an episode, and who made it."""
        embedded = table(node, "_embedded")
        for each in tables(embedded, "guestcast"):
            self.parts.add_guest(self._part(each), code)
        names: dict[str, list[str]] = {}
        for each in tables(embedded, "guestcrew"):
            role = each.get("guestCrewType")
            if isinstance(role, str) and (key := _EPISODE_KEYS.get(role.strip().lower())):
                person = table(each, "person")
                names.setdefault(key, []).append(take_title(person, "name"))
                drop(each, "guestCrewType")
                drop(person, "url", "_links")
        for key, those in names.items():
            self.intake.put(episode, key, those)

    def _part(self, node: Node) -> Part:
        character = table(node, "character")
        drop(character, "url", "_links")
        drop_false(node, "self", "voice")
        person = self._person(node)
        name = self.remarks.without(take_title(character, "name"), person["name"])
        return Part(person["name"], name, ids=person["ids"])

    def _person(self, node: Node) -> Record:
        person = table(node, "person")
        name = take_title(person, "name")
        drop(person, "url", "_links")
        return {"name": name, "ids": take_ids(self.intake, "person", person, {"id": "tvmaze"}, name)}
