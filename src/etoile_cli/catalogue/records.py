"""The records of a catalogue: each type with its keys, declared once. Others are in `episodes` and `model`.

The reader, the checker, the columns and the JSON keys all come from these declarations: a field's name is
the TOML key, the column and the JSON key, its order here the order there, its description the reference.
Lists are tuples, absent values are `None`, days are `datetime.date`, other dates `PartialDate`.
"""

from typing import Annotated

from msgspec import Meta

from etoile_cli.catalogue.enumerations import Billing, CompanyKind, Status
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.vocabulary import (
    COPIES,
    DATES,
    FOLLOWS,
    HYPHENATED,
    IN_LANGUAGE,
    LABEL,
    OF_PERSON,
    OFFERED,
    ONE,
    Address,
    Aliases,
    Cites,
    City,
    CompanyId,
    Count,
    Countries,
    CountryCode,
    Episodes,
    Fictional,
    Id,
    KnownFor,
    Languages,
    MinutesExtent,
    Name,
    Note,
    OwnLanguage,
    PastDate,
    PastDay,
    PersonIds,
    PersonName,
    Ratings,
    SettingUses,
    ShowIds,
    SortName,
    Sources,
    Text,
    Texts,
    Title,
    Titles,
)
from etoile_cli.text.dates import Date


class Show(Record, frozen=True):
    """The show itself."""

    main = "title"

    title: Annotated[Name, Meta(description="The title as the show prints it.", extra={IN_LANGUAGE: "title_language"})]
    original_title: Annotated[
        Text | None,
        Meta(description="The title in its own language, if another.", extra={IN_LANGUAGE: "original_language"}),
    ] = None
    also_known_as: Annotated[Texts, Meta(description="Other forms of the title.")] = ()
    titles: Annotated[
        Titles, Meta(description='Its titles elsewhere, by language: `{ pt-BR = "…" }`.', extra={ONE: "title"})
    ] = {}
    premiere: Annotated[Date | None, Meta(description="The day it was first shown.")] = None
    ended: Annotated[Date | None, Meta(description="The last day of its run.", extra={FOLLOWS: "premiere"})] = None
    status: Annotated[Status | None, Meta(description="Where the show stands.", extra={HYPHENATED: True})] = None
    status_date: Annotated[
        PastDate | None, Meta(description="The day the status was announced.", extra={DATES: "status"})
    ] = None
    seasons: Annotated[Count | None, Meta(description="How many seasons.")] = None
    networks: Annotated[Texts, Meta(description="Who shows it first.", extra={ONE: "network"})] = ()
    runtime: Annotated[
        MinutesExtent | None,
        Meta(description="The minutes of an episode: one number, or the least and the most: `[52, 75]`."),
    ] = None
    ratings: Annotated[
        Ratings, Meta(description='Its age ratings, by country: `{ US = "TV-MA" }`.', extra={ONE: "rating"})
    ] = {}
    genres: Annotated[Texts, Meta(description="Its genres.", extra={ONE: "genre"})] = ()
    languages: Annotated[Languages, Meta(description="Its languages, as BCP 47.", extra={ONE: "language"})] = ()
    countries: Annotated[Countries, Meta(description="Where it is made, as ISO 3166.", extra={ONE: "country"})] = ()
    logline: Annotated[Text | None, Meta(description="What it is about, in one sentence.")] = None
    premise: Annotated[Text | None, Meta(description="What it is about, in a paragraph or more.")] = None
    themes: Annotated[Texts, Meta(description="What it deals with.", extra={ONE: "theme"})] = ()
    ids: Annotated[ShowIds, Meta(description='Its ids elsewhere, by scheme: `{ imdb = "tt0000001" }`.')] = {}
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None

    @property
    def title_language(self) -> str:
        """The tag of the language that the title is in, by `titles`; empty if they don't say."""
        return next((tag for tag, title in self.titles.items() if title == self.title), "")

    @property
    def original_language(self) -> str:
        """The tag of the language that the original title is in: by `titles`, else the only one of the show."""
        said = (tag for tag, title in self.titles.items() if title == self.original_title)
        return next(said, self.languages[0] if len(self.languages) == 1 else "")


class Contributor(Record, frozen=True):
    """Somebody who made the show: a creator, or one of the crew."""

    name: Annotated[PersonName, Meta(description="The name as credited.")]
    sort_name: SortName = None
    aliases: Aliases = ()
    roles: Annotated[Texts, Meta(description="What they do on the show.", extra={ONE: "role"})] = ()
    known_for: KnownFor = ()
    episodes: Episodes = ()
    ids: PersonIds = {}
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None


class Company(Record, frozen=True):
    """A company in the story, or behind it."""

    identity = ("id",)

    id: Annotated[Id, Meta(description="What `company` of a cast record refers to.")]
    name: Annotated[Name, Meta(description="The name.")]
    kind: Annotated[CompanyKind | None, Meta(description="What it is to the show.")] = None
    city: City = None
    country: CountryCode = None
    fictional: Fictional = None
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None

    @property
    def may_have_parts(self) -> bool:
        """Whether characters may belong to it: it is in the story, or nothing says that it isn't."""
        return self.kind in {None, CompanyKind.STORY}


class CastMember(Record, frozen=True):
    """One part and who plays it; an actor with two parts has two records."""

    identity = ("name", "character")

    name: Annotated[PersonName, Meta(description="The actor's name as credited.")]
    sort_name: SortName = None
    aliases: Aliases = ()
    character: Annotated[Text | None, Meta(description="The character's name.", extra={OFFERED: True})] = None
    role: Annotated[Text | None, Meta(description="What the character does.")] = None
    company: Annotated[CompanyId | None, Meta(description="The id of the character's company.")] = None
    billing: Annotated[Billing | None, Meta(description="How the actor is credited.")] = None
    profession: Annotated[
        Text | None, Meta(description="The actor's own profession, where it matters.", extra={OF_PERSON: True})
    ] = None
    known_for: KnownFor = ()
    episodes: Episodes = ()
    ids: PersonIds = {}
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None


class Setting(Record, frozen=True):
    """A place where the story is set, or where it was filmed."""

    name: Annotated[Name, Meta(description="The name of the place.")]
    city: City = None
    country: CountryCode = None
    uses: Annotated[SettingUses, Meta(description="What the place is to the show.", extra={ONE: "use"})] = ()
    fictional: Fictional = None
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None


class Source(Record, frozen=True, kw_only=True):
    """A page, a book or a talk that states a fact."""

    main = "title"
    identity = ("id",)
    in_heading = ("publisher",)
    tallied = ("cited",)

    id: Annotated[Id, Meta(description="What `sources` of other records refer to.")]
    title: Title
    publisher: Annotated[Text | None, Meta(description="Who published it.")] = None
    authors: Annotated[Texts, Meta(description="Who wrote it.", extra={ONE: "author"})] = ()
    language: OwnLanguage = None
    url: Annotated[Address | None, Meta(description="The address, if it has one.", extra={LABEL: "address"})] = None
    archived: Annotated[
        Address | None,
        Meta(description="The address of an archived copy.", extra={COPIES: "url", LABEL: "archived copy"}),
    ] = None
    published: Annotated[Date | None, Meta(description="The day it was published.")] = None
    accessed: Annotated[
        PastDay | None, Meta(description="The day somebody read it.", extra={FOLLOWS: "published"})
    ] = None
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None

    @property
    def address(self) -> str | None:
        """Where it can be read: its own address or, if it has none, that of an archived copy."""
        return self.url or self.archived

    @property
    def heading(self) -> str:
        """Its publisher and its title."""
        return f"{self.publisher}: {self.title}" if self.publisher else self.title

    @property
    def short_name(self) -> str:
        """Who published it; of what has no address, a book say, also the title."""
        return (self.publisher if self.address else "") or self.heading
