"""The persons on the page of a show: where their records stand there, and what each says that no other has said.

A person may have several records: a part and a role, or two parts. What is known of the person is told with the first;
the others link to it, and the first links to all.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, partial
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.export.distinct import distinct
from etoile_cli.export.slugs import slug_of
from etoile_cli.people.credit import Credit, Part, Role
from etoile_cli.people.credits import each_credit
from etoile_cli.people.joining import same_people, sharing
from etoile_cli.text.folding import fold
from etoile_cli.text.values import in_short, show

Place = tuple[str, int]
"""The section of a record, and its number there from 1 on."""

# What the id of somebody is made of whose name has no letter.
_NAMELESS = "unnamed"


class Elsewhere(Struct, frozen=True):
    """What somebody does, safe to print, and the address of the place on the page that says so."""

    text: str
    address: str


class Persons(Struct, frozen=True):
    """The persons of a catalogue who are mentioned more than once.

    `anchors` are the ids of their records on the page, `ids` has for each record the address of the first one of the
    person, and `names` for the names in lists. `also` is what somebody does elsewhere.
    `records` are shown in the place of others, by section and number: they lack what the first of the person tells.
    """

    anchors: dict[Place, str]
    ids: dict[Place, str]
    names: dict[str, str]
    also: dict[Place, Sequence[Elsewhere]]
    records: dict[str, dict[int, Record]]

    def anchor_of(self, section: str, number: int) -> str:
        """Return the id that the place of a record on the page has, if it has one."""
        return self.anchors.get((section, number)) or f"{section}-{number}"

    def id_of(self, section: str, number: int) -> str:
        """Return the address of the first record of the person of a record; empty if there is no other mention."""
        return self.ids.get((section, number), "")

    def address(self, name: str) -> str:
        """Return the address of the first record of the person whom a list names; empty if they have none."""
        return self.names.get(show(name), "")

    def told(self, section: str, records: Sequence[Record]) -> Sequence[Record]:
        """Return the records of a section as they are shown."""
        others = self.records.get(section)
        return [others.get(*each) for each in enumerate(records, start=1)] if others else records


NOBODY = Persons({}, {}, {}, {}, {})
"""No persons."""


def persons_in(catalogue: Catalogue) -> Persons:
    """Return the persons of a catalogue who are mentioned more than once, and where they are on its page."""
    credited = partial(each_credit, "", catalogue, with_runs=False)
    people = (sorted(each, key=_order) for each in same_people(sharing(credited)))
    groups = [group for group in people if len(group) > 1]
    recorded = [(entries, group) for group in groups if (entries := list(filter(_is_record, group)))]
    anchors = _anchors([entries for entries, _ in recorded])
    found = Persons(anchors, {}, {}, {}, {})
    for entries, group in recorded:
        _link(found, entries, [each for each in group if not _is_record(each)])
        _tell_once(found, catalogue, entries)
    return found


def _place(entry: Credit) -> Place:
    return entry.section, entry.number


def _order(entry: Credit) -> tuple[int, int]:
    """Return where a record stands on the page."""
    return SECTIONS[entry.section].page.place, entry.number


def _is_record(credit: Credit) -> bool:
    """Return whether a credit is a record of the person, and not a name in a list."""
    return bool(credit.number and (credit.parts or credit.roles))


def _anchors(people: Iterable[Sequence[Credit]]) -> dict[Place, str]:
    """Return the ids of records: for the first of a person the name, for others the section besides."""
    named: dict[Place, str] = {}
    for first, *others in people:
        id_ = f"person-{slug_of(show(first.name).casefold()) or _NAMELESS}"
        named |= {_place(first): id_} | {_place(each): f"{id_}-{each.section}" for each in others}
    return dict(zip(named, distinct(named.values()), strict=True))


def _link(found: Persons, entries: Sequence[Credit], mentions: Sequence[Credit]) -> None:
    """Link the records of a person, and the names that mention it, to the first one, and that to all others."""
    first, *others = entries
    address = f"#{found.anchors[_place(first)]}"
    found.ids.update((_place(entry), address) for entry in entries)
    found.names.update((show(mention.name), address) for mention in mentions)
    elsewhere = [Elsewhere(_does(entry), f"#{found.anchors[_place(entry)]}") for entry in others]
    told = {fold(str(role)) for entry in entries for role in entry.roles}
    for mention in mentions:
        elsewhere += (
            Elsewhere(_text(role), f"#{role.section}") for role in mention.roles if fold(str(role)) not in told
        )
    if elsewhere:
        found.also[_place(first)] = list(dict.fromkeys(elsewhere))
    found.also.update((_place(entry), [Elsewhere(_does(first), address)]) for entry in others)


def _does(entry: Credit) -> str:
    """Return what somebody does by a record: `plays Vera Holm`, `director, writer`."""
    [part] = entry.parts or [None]
    if part is None:
        return ", ".join(map(_text, entry.roles))
    return f"plays {_text(part)}" if part.character or part.role else "in the cast"


def _text(done: Part | Role) -> str:
    return show(in_short(str(done)))


def _tell_once(found: Persons, catalogue: Catalogue, entries: Sequence[Credit]) -> None:
    """Leave out of the records of a person what an earlier one tells of the person."""
    told: dict[str, set[Any]] = {}
    names: set[str] = set()
    for entry in entries:
        record: Record = getattr(catalogue, entry.section)[entry.number - 1]
        known = {
            key: _untold(getattr(record, key), told.setdefault(key, set()), names if is_name else ())
            for key, is_name in _known(type(record)).items()
        }
        names.add(entry.name)
        if any(value != getattr(record, key) for key, value in known.items()):
            found.records.setdefault(entry.section, {})[entry.number] = replace(record, **known)


@cache
def _known(record_type: type[Record]) -> Mapping[str, bool]:
    """Return the keys of what is known of a person, and which of them hold names."""
    known = declarations(record_type).items()
    return {key: bool(declared.held.person) for key, declared in known if declared.is_of_person}


def _untold(value: Any, told: set[Any], names: Collection[str]) -> Any:
    """Return a value without what is told or among names, and add the rest to that."""
    match value:
        case tuple():
            new: Any = tuple(each for each in value if each not in told and each not in names)
            told.update(new)
        case dict():
            new = {key: each for key, each in value.items() if (key, each) not in told}
            told.update(new.items())
        case _:
            new = None if value in told else value
            told.add(value)
    return new
