"""The people of TMDB: the cast, guests, and who made the show and its episodes."""

from collections.abc import Iterable, Iterator
from typing import Any

from etoile_cli.importing.intake.contributors import Contributors
from etoile_cli.importing.intake.intake import Intake, Record
from etoile_cli.importing.intake.parts import Part, Parts
from etoile_cli.importing.intake.remarks import Remarks
from etoile_cli.importing.intake.taking import take_ids, take_title
from etoile_cli.importing.intake.texts import one_line
from etoile_cli.importing.intake.values import role_of
from etoile_cli.importing.reading.tree import Node, drop, drop_false, tables, take_text
from etoile_cli.text.values import count

_BETWEEN = " / "
_EPISODE_KEYS = {
    "Director": "directors",
    "Writer": "writers",
    "Teleplay": "writers",
    "Screenplay": "writers",
}


class People:
    """Who takes part in a show, as far as it was taken in."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._parts = Parts(intake)
        self._creators = Contributors(intake, "creators")
        self._crew = Contributors(intake, "crew")
        self._remarks = Remarks(intake)

    def take_from_show(self, show: Node) -> None:
        """Take who created the show, its cast and its crew."""
        for each in tables(show, "created_by"):
            self._creators.add(self._person(each))
        for each in _in_order(tables(show, "aggregate_credits", "cast")):
            self._take_roles(each)
        for each in _in_order(tables(show, "credits", "cast")):
            self._take_parts(each)
        for each in tables(show, "aggregate_credits", "crew"):
            person = self._person(each)
            for job in tables(each, "jobs"):
                self._crew.add(person, role_of(take_title(job, "job")))
                drop(job, "credit_id")
        for each in tables(show, "credits", "crew"):
            self._take_job(each)
        self._crew.put_roles()

    def take_from_episode(self, node: Node, record: Record, code: str) -> None:
        """Take who made an episode, and its guests."""
        names: dict[str, list[str]] = {}
        for each in tables(node, "crew") + tables(node, "credits", "crew"):
            job = each.get("job")
            if isinstance(job, str) and (key := _EPISODE_KEYS.get(job)):
                names.setdefault(key, []).append(self._person(each)["name"])
                drop(each, "job", "department")
        for key, those in names.items():
            self._intake.put(record, key, those)
        for each in _in_order(tables(node, "guest_stars") + tables(node, "credits", "guest_stars")):
            for part in self._each_part(each):
                self._parts.add_guest(part, code)
        for each in tables(node, "credits", "cast"):
            self._drop_known(each)

    def finish(self, episodes: object) -> None:
        """Put the guests into the cast, and tell of what is not in it; `episodes` is how many the show has."""
        self._parts.put_guests()
        if type(episodes) is int and (parts := self._parts.in_less_than(episodes)):
            self._intake.leave_out(f"the episodes of {count(parts, 'part')}", "TMDB says only how many they are")
        self._remarks.tell()

    def _take_roles(self, node: Node) -> None:
        """Take the parts of somebody whom TMDB lists once, with a role for each."""
        roles = tables(node, "roles")
        counts = [_number_of(role) for role in roles]
        if None not in counts and node.get("total_episode_count") == sum(each or 0 for each in counts):
            drop(node, "total_episode_count")
        person = self._person(node)
        drop(node, "order")
        parts = [
            (part, number)
            for role, number in zip(roles, counts, strict=True)
            for part in self._of_characters(person, take_text(role, "character"))
        ]
        has_character = any(part.character for part, _ in parts)
        for part, number in parts or [(Part(**person), None)]:
            if part.character or not has_character:
                self._parts.add(part, number)
        for role in roles:
            drop(role, "credit_id")

    def _take_parts(self, node: Node) -> None:
        """Take the parts of somebody whom TMDB lists for each; what repeats others is dropped as a whole."""
        parts = list(self._each_part(node))
        if all(self._parts.has(part) for part in parts):
            node.clear()
        for part in parts:
            self._parts.add(part)

    def _each_part(self, node: Node) -> Iterator[Part]:
        drop(node, "order")
        person = self._person(node)
        yield from self._of_characters(person, take_text(node, "character"))

    def _drop_known(self, node: Node) -> None:
        """Take out of the cast of an episode what only repeats a part of the show; who is in it, that doesn't say."""
        if all(map(self._parts.has, self._each_part(dict(node)))):
            node.clear()

    def _take_job(self, node: Node) -> None:
        person, role = self._person(node), role_of(take_title(node, "job"))
        if self._crew.has(person, role):
            node.clear()
        self._crew.add(person, role)

    def _person(self, node: Node) -> Record:
        name, original = take_title(node, "name"), take_title(node, "original_name")
        drop(node, "credit_id")
        drop_false(node, "adult")
        aliases = [original] if original and original != name else []
        return {
            "name": name,
            "aliases": aliases,
            "ids": take_ids(self._intake, "person", node, {"id": "tmdb"}, name),
        }

    def _of_characters(self, person: Record, text: str | None) -> Iterator[Part]:
        for each in one_line(text or "").split(_BETWEEN):
            yield Part(**person, character=self._remarks.without(each.strip(), person["name"]))


def _number_of(role: Node) -> int | None:
    """Return in how many episodes somebody has a role; the number stays, as it has no key."""
    number = role.get("episode_count")
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _in_order(nodes: Iterable[Node]) -> list[Node]:
    """Return the tables as TMDB orders them, those without an order last."""
    return sorted(nodes, key=_order)


def _order(node: Node) -> tuple[bool, Any]:
    order = node.get("order")
    return (False, order) if type(order) is int else (True, 0)
