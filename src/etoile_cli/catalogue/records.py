"""The records of a catalogue: each type with its keys, declared once. Those that are not here are in `model`.

The reader, the checker, the columns and the JSON keys all come from these declarations: a field's name is
the TOML key, the column and the JSON key, its order here the order there, its description the reference.
Lists are tuples, absent values are `None`, dates are `datetime.date`.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, ClassVar, NamedTuple

from msgspec import Meta, Struct

from etoile_cli.catalogue.vocabulary import (
    DATES,
    FOLLOWS,
    LABEL,
    OFFERED,
    ONE,
    Address,
    Aliases,
    Billing,
    City,
    CompanyId,
    Count,
    Countries,
    CountryCode,
    EpisodeCodes,
    Fictional,
    Id,
    KnownFor,
    Languages,
    Minutes,
    Name,
    Note,
    Ordinal,
    OtherId,
    PastDate,
    SettingUses,
    SortName,
    Sources,
    Status,
    Text,
    Texts,
)


class Derived(NamedTuple):
    """A value made of others: the attribute that holds the value, and the keys of the others."""

    attribute: str
    keys: tuple[str, ...]


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """A table of the catalogue: a key that is not declared is an error.

    `main` is the key whose value names a record. `identity` are the keys that distinguish the records of a
    section; if empty, all keys do. `derived` are values that have a column as keys do, by the names of their columns.
    `in_heading` are the columns besides `main` whose values the heading contains.
    """

    main: ClassVar[str] = "name"
    identity: ClassVar[tuple[str, ...]] = ()
    derived: ClassVar[Mapping[str, Derived]] = {}
    in_heading: ClassVar[tuple[str, ...]] = ()

    @property
    def heading(self) -> str:
        """What the record is called where it is mentioned by itself."""
        return str(getattr(self, self.main))

    @property
    def short_name(self) -> str:
        """What the record is called in another record that refers to it."""
        return str(getattr(self, self.main))


class Show(Record, frozen=True):
    """The show itself."""

    main: ClassVar[str] = "title"

    title: Annotated[Name, Meta(description="The title as the show prints it.")]
    also_known_as: Annotated[Texts, Meta(description="Other forms of the title.")] = ()
    premiere: Annotated[dt.date | None, Meta(description="The day it was first shown.")] = None
    status: Annotated[Status | None, Meta(description="Where the show stands.")] = None
    status_date: Annotated[
        PastDate | None, Meta(description="The day the status was announced.", extra={DATES: "status"})
    ] = None
    seasons: Annotated[Count | None, Meta(description="How many seasons.")] = None
    networks: Annotated[Texts, Meta(description="Who shows it first.", extra={ONE: "network"})] = ()
    genres: Annotated[Texts, Meta(description="Its genres.", extra={ONE: "genre"})] = ()
    languages: Annotated[Languages, Meta(description="Its languages, as BCP 47.", extra={ONE: "language"})] = ()
    countries: Annotated[
        Countries, Meta(description="Where it is made, as ISO 3166-1 alpha-2.", extra={ONE: "country"})
    ] = ()
    logline: Annotated[Text | None, Meta(description="What it is about, in one sentence.")] = None
    premise: Annotated[Text | None, Meta(description="What it is about, in a paragraph or more.")] = None
    themes: Annotated[Texts, Meta(description="What it deals with.")] = ()
    ids: Annotated[
        dict[str, OtherId], Meta(description='Its ids elsewhere, by scheme: `{ imdb = "tt0000001" }`.')
    ] = {}
    sources: Sources = ()
    note: Note = None


class Contributor(Record, frozen=True):
    """Somebody who made the show: a creator, or one of the crew."""

    name: Annotated[Name, Meta(description="The name as credited.")]
    sort_name: SortName = None
    aliases: Aliases = ()
    roles: Annotated[Texts, Meta(description="What they do on the show.")] = ()
    known_for: KnownFor = ()
    sources: Sources = ()
    note: Note = None


class Company(Record, frozen=True):
    """A company in the story, or behind it."""

    identity: ClassVar[tuple[str, ...]] = ("id",)

    id: Annotated[Id, Meta(description="What `company` of a cast record refers to.")]
    name: Annotated[Name, Meta(description="The name.")]
    city: City = None
    country: CountryCode = None
    fictional: Fictional = None
    sources: Sources = ()
    note: Note = None


class CastMember(Record, frozen=True):
    """One part and who plays it; an actor with two parts has two records."""

    identity: ClassVar[tuple[str, ...]] = ("name", "character")

    name: Annotated[Name, Meta(description="The actor's name as credited.")]
    sort_name: SortName = None
    aliases: Aliases = ()
    character: Annotated[Text | None, Meta(description="The character's name.", extra={OFFERED: True})] = None
    role: Annotated[Text | None, Meta(description="What the character does.")] = None
    company: Annotated[CompanyId | None, Meta(description="The id of the character's company.")] = None
    billing: Annotated[Billing | None, Meta(description="How the actor is credited.")] = None
    profession: Annotated[Text | None, Meta(description="The actor's own profession, where it matters.")] = None
    known_for: KnownFor = ()
    episodes: Annotated[EpisodeCodes, Meta(description="The episodes, where only some.", extra={ONE: "episode"})] = ()
    sources: Sources = ()
    note: Note = None


class Setting(Record, frozen=True):
    """A place where the story is set, or where it was filmed."""

    name: Annotated[Name, Meta(description="The name of the place.")]
    city: City = None
    country: CountryCode = None
    uses: Annotated[SettingUses, Meta(description="What the place is to the show.")] = ()
    fictional: Fictional = None
    sources: Sources = ()
    note: Note = None


def episode_code(season: int, number: int) -> str:
    """Return the code by which an episode is known: S01E01."""
    return f"S{season:02}E{number:02}"


class Episode(Record, frozen=True):
    """An episode; known everywhere as S01E01."""

    main: ClassVar[str] = "title"
    identity: ClassVar[tuple[str, ...]] = ("season", "number")
    derived: ClassVar[Mapping[str, Derived]] = {"episode": Derived("code", ("season", "number"))}
    in_heading: ClassVar[tuple[str, ...]] = ("episode",)

    season: Annotated[Ordinal, Meta(description="The season's number; 0 holds specials.")]
    number: Annotated[Ordinal, Meta(description="The number within the season.")]
    title: Annotated[Name, Meta(description="The title.")]
    released: Annotated[dt.date | None, Meta(description="The day it was first shown.")] = None
    runtime: Annotated[Minutes | None, Meta(description="Its length in minutes.")] = None
    directors: Annotated[Texts, Meta(description="Who directed it.", extra={ONE: "director"})] = ()
    writers: Annotated[Texts, Meta(description="Who wrote it.", extra={ONE: "writer"})] = ()
    sources: Sources = ()
    note: Note = None

    @property
    def code(self) -> str:
        """The code by which the episode is known: S01E01."""
        return episode_code(self.season, self.number)

    @property
    def heading(self) -> str:
        """Its code and its title."""
        return f"{self.code} {self.title}"

    @property
    def short_name(self) -> str:
        """Its code."""
        return self.code


class Source(Record, frozen=True, kw_only=True):
    """A page, a book or a talk that states a fact."""

    main: ClassVar[str] = "title"
    identity: ClassVar[tuple[str, ...]] = ("id",)
    in_heading: ClassVar[tuple[str, ...]] = ("publisher",)

    id: Annotated[Id, Meta(description="What `sources` of other records refer to.")]
    title: Annotated[Name, Meta(description="The title.")]
    publisher: Annotated[Text | None, Meta(description="Who published it.")] = None
    author: Annotated[Text | None, Meta(description="Who wrote it.", extra={ONE: "writer"})] = None
    url: Annotated[Address, Meta(description="The address.", extra={LABEL: "address"})]
    published: Annotated[dt.date | None, Meta(description="The day it was published.")] = None
    accessed: Annotated[
        PastDate | None, Meta(description="The day somebody read it.", extra={FOLLOWS: "published"})
    ] = None
    sources: Sources = ()
    note: Note = None

    @property
    def heading(self) -> str:
        """Its publisher and its title."""
        return f"{self.publisher}: {self.title}" if self.publisher else self.title

    @property
    def short_name(self) -> str:
        """Who published it, or its title."""
        return self.publisher or self.title
