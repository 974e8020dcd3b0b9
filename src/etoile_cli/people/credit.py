"""What one record credits somebody with: parts, roles, awards.

These are plain values: they can be pickled, or written as MessagePack, so that a show is read in another process.
"""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct

from etoile_cli.catalogue.enumerations import AwardResult, Billing
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.catalogue.spans import Place
from etoile_cli.catalogue.vocabulary import ONE, EpisodeRuns, Text

Episodes = Annotated[
    EpisodeRuns, Meta(description="The episodes, where only some, as the catalogue has them.", extra={ONE: "episode"})
]
ShowName = Annotated[str, Meta(description="The name of the show.")]


class Part(Struct, frozen=True):
    """A part in a show."""

    character: Annotated[Text | None, Meta(description="The character's name.")]
    role: Annotated[Text | None, Meta(description="What the character does.")]
    billing: Annotated[Billing | None, Meta(description="How the actor is credited.")]
    episodes: Episodes
    show: ShowName

    def __str__(self) -> str:
        """Return the character or, if that has no name, what it does; empty if neither is known."""
        return self.character or self.role or ""


class Role(Struct, frozen=True):
    """What somebody does behind the camera; `section` is that of the records which say so."""

    role: Annotated[Text | None, Meta(description="What they do on the show.")]
    section: Annotated[str, Meta(description="The section that says so.")]
    episodes: Episodes
    show: ShowName

    def __str__(self) -> str:
        """Return the role or, if that is not known, what a record of the section is called."""
        return self.role or SECTIONS[self.section].singular


class Honour(Struct, frozen=True):
    """An award that names somebody."""

    award: Annotated[Text, Meta(description="The award.")]
    category: Annotated[Text | None, Meta(description="The category.")]
    result: Annotated[AwardResult, Meta(description="Whether it was won.")]
    episodes: Episodes
    show: ShowName

    def __str__(self) -> str:
        """Return the award and its category."""
        return f"{self.award}: {self.category}" if self.category else self.award


class Run(Struct, frozen=True, array_like=True):
    """Consecutive episodes as people read them, and the places of the first and the last in the numbering."""

    text: str
    first: Place
    last: Place

    @property
    def order(self) -> tuple[bool, Place]:
        """Where it stands among others: specials come last."""
        return not self.first[0], self.first

    def is_within(self, other: "Run") -> bool:
        """Return whether all of it, and not just it, is in another."""
        places = other.first, other.last
        return places != (self.first, self.last) and places[0] <= self.first and self.last <= places[1]


class Credit(Struct, frozen=True):
    """A mention of somebody: the name there, what else is known of them, and what they did in which episodes.

    `section` and `number` are the place of the record, counted from 1 on; 0 says that several records are one credit,
    all episodes that somebody directed, say. All that it holds is of the same episodes; `runs` are these as people
    read them, none if that is the whole show.
    """

    name: str
    show: str
    section: str
    number: int = 0
    sort_name: str | None = None
    aliases: tuple[str, ...] = ()
    profession: str | None = None
    known_for: tuple[str, ...] = ()
    ids: Mapping[str, str] = {}
    parts: tuple[Part, ...] = ()
    roles: tuple[Role, ...] = ()
    awards: tuple[Honour, ...] = ()
    runs: tuple[Run, ...] = ()
