"""The sections of a catalogue, each declared once: its names, its command and help, its columns, its place on a page.

The types of the records are in the fields of `model.Catalogue`. This module knows no types: the help, which needs the
commands, must not wait for the import of msgspec.
"""

from collections.abc import Mapping
from types import EllipsisType
from typing import Any, NamedTuple


class Groups(NamedTuple):
    """The groups of a section's records on a page: the key whose value they share, and headings by these values.

    The groups come in the order of the headings. The heading of `...` is for all other values: its `{}` is replaced by
    the value, and these groups are sorted by value. Records without a value or a heading are in the group `last`.
    """

    key: str
    headings: Mapping[str | int | EllipsisType, str]
    last: str = "Others"

    def group_of(self, value: Any) -> tuple[int, Any, str]:
        """Return the sort key of a value's group; its last item is the heading."""
        order = list(self.headings)
        if value in self.headings:
            return order.index(value), 0, self.headings[value]
        if value is None or ... not in self.headings:
            return len(order), 0, self.last
        return order.index(...), value, self.headings[...].format(value)


class Page(NamedTuple):
    """A section on a page and in a fact sheet: its place among the others, its heading, and the keys that are columns.

    A section at a place below 1 comes before the facts about the show itself. Where a record is printed as a line of
    values, those of the keys `labelled` have labels, and addresses are printed in full if `spells_addresses`.
    """

    place: int
    heading: str
    columns: tuple[str, ...]
    groups: Groups | None = None
    labelled: tuple[str, ...] = ()
    spells_addresses: bool = False


class Section:
    """A section: its key in the catalogue, the name of one record in messages, the help of its command, and examples.

    The examples are two or three, and find something in the catalogue that is built in.

    `columns` are those listed by default: new ones are added only at the end. `plural` is the name of the section for
    people and `command` the command that lists it; both default to the key. `other_names` are words that people use
    for the section in a file and on the command line, `tried_as` words that they try on the command line alone.
    `shows_ids` says that a table on a terminal shows the ids of the records, for those who keep the catalogue.
    """

    def __init__(
        self,
        key: str,
        singular: str,
        summary: str,
        *examples: str,
        columns: tuple[str, ...],
        page: Page,
        plural: str = "",
        command: str = "",
        other_names: tuple[str, ...] = (),
        tried_as: tuple[str, ...] = (),
        shows_ids: bool = False,
    ) -> None:
        self.key = key
        self.singular = singular
        self.plural = plural or key
        self.command = command or key
        self.summary = summary
        self.examples = examples
        self.columns = columns
        self.page = page
        self.other_names = other_names
        self.tried_as = tried_as
        self.shows_ids = shows_ids

    def named_columns(self) -> set[str]:
        """Return the names of all columns that the declaration names, each of which the record type must have."""
        groups = self.page.groups
        return {*self.columns, *self.page.columns, *self.page.labelled, *((groups.key,) if groups else ())}


_DECLARED = (
    Section(
        "cast",
        "cast",
        "List the cast: who plays whom.",
        "etoile cast",
        "etoile cast laage --json",
        "etoile cast --billing guest --sort name",
        columns=("name", "character", "role", "company"),
        page=Page(
            0,
            "Cast",
            ("name", "character", "role", "company", "billing"),
            Groups("billing", {"main": "Main cast", "recurring": "Recurring", "guest": "Guests"}),
        ),
        other_names=("actors", "characters"),
        tried_as=(
            *("actor", "actress", "people", "person", "persons", "players", "stars", "who"),
            *("character", "part", "parts", "role", "roles"),
        ),
    ),
    Section(
        "creators",
        "creator",
        "List who created the show.",
        "etoile creators",
        "etoile creators --columns name,known_for",
        columns=("name", "roles", "known_for"),
        page=Page(1, "Creators", ("name", "roles", "known_for")),
    ),
    Section(
        "crew",
        "crew",
        "List who else made the show.",
        "etoile crew",
        "etoile crew choreographer",
        "etoile crew --sort name -f md",
        columns=("name", "roles"),
        page=Page(2, "Crew", ("name", "roles", "known_for")),
    ),
    Section(
        "companies",
        "company",
        "List the companies.",
        "etoile companies",
        "etoile companies paris -f tsv",
        columns=("id", "name", "city", "country", "fictional"),
        page=Page(5, "Companies", ("name", "city", "country", "fictional")),
    ),
    Section(
        "settings",
        "setting",
        "List where the show is set and where it was filmed.",
        "etoile settings",
        "etoile settings filming --columns name,city",
        columns=("name", "city", "uses", "fictional", "note"),
        page=Page(4, "Settings", ("name", "city", "country", "uses", "fictional")),
        other_names=("locations",),
        tried_as=("places", "place", "location", "filming"),
    ),
    Section(
        "episodes",
        "episode",
        "List the episodes.",
        "etoile episodes",
        "etoile episodes --sort=-number",
        "etoile episodes -f csv",
        columns=("episode", "title", "released", "runtime"),
        page=Page(
            3,
            "Episodes",
            ("episode", "title", "released", "runtime"),
            Groups("season", {...: "Season {}", 0: "Specials"}),
        ),
        tried_as=("season", "seasons", "episode"),
    ),
    Section(
        "availability",
        "offer",
        "List where the show can be watched, and when somebody last looked.",
        "etoile where-to-watch",
        "etoile where-to-watch --region FR",
        columns=("service", "offer", "regions", "until", "checked", "url_kind", "url"),
        page=Page(6, "Where to watch", ("service", "offer", "regions", "checked")),
        plural="where to watch",
        command="where-to-watch",
        other_names=("offers", "where-to-watch"),
        tried_as=("watch", "where", "stream", "streaming"),
    ),
    Section(
        "trailers",
        "trailer",
        "Print the trailer's address, and say so if it is only a search for it.",
        "etoile trailer",
        "etoile trailer --all -f tsv",
        columns=("title", "kind", "published", "url_kind", "url"),
        page=Page(7, "Trailers", ("title", "kind", "language", "published")),
        command="trailer",
        other_names=("videos",),
    ),
    Section(
        "reception",
        "reception",
        "List what was thought of the show.",
        "etoile reception",
        "etoile reception --columns outlet,verdict,sources",
        columns=("outlet", "kind", "verdict", "date"),
        page=Page(8, "Reception", ("outlet", "kind", "verdict", "date")),
        other_names=("ratings", "reviews"),
        tried_as=("award", "awards", "prizes", "critics", "review", "scores", "verdicts"),
    ),
    Section(
        "images",
        "image",
        "List the pictures and whom to credit for them.",
        "etoile images",
        "etoile images --columns credit,url",
        columns=("title", "credit", "url"),
        page=Page(9, "Picture credits", ("title", "credit", "licence")),
        other_names=("photos",),
        tried_as=("pictures", "posters"),
    ),
    Section(
        "sources",
        "source",
        "List the sources of the facts.",
        "etoile sources",
        "etoile sources broadwayworld",
        "etoile sources --sort=-published --columns published,publisher,url",
        columns=("id", "publisher", "title", "published", "url"),
        page=Page(
            10,
            "Sources",
            ("title", "author", "publisher", "published", "accessed"),
            labelled=("accessed",),
            spells_addresses=True,
        ),
        tried_as=("bibliography", "citations", "references"),
        shows_ids=True,
    ),
)

SECTIONS: Mapping[str, Section] = {section.key: section for section in _DECLARED}
"""The sections by their keys, in the order in which the help names their commands."""
