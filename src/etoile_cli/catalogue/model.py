"""The catalogue, format 1: its sections, and the records of offers, trailers, verdicts, awards and images.

A new section is a record type here, a field of `Catalogue`, and a `Section` in `sections`. The other record types are
in `records` and `episodes`; `record` says how one is declared.
"""

from collections.abc import Iterator
from inspect import get_annotations
from typing import Annotated, Any, Literal, get_args, get_origin

from msgspec import Meta, field

from etoile_cli.catalogue.enumerations import (
    AwardResult,
    OfferKind,
    OfferUrlKind,
    ReceptionKind,
    TrailerKind,
    TrailerUrlKind,
)
from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import CastMember, Company, Contributor, Setting, Show, Source
from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.catalogue.vocabulary import (
    AGES,
    ENDS,
    FOLLOWS,
    KIND_OF,
    ONE,
    WORLDWIDE,
    Cites,
    EpisodeRuns,
    MaybeUrl,
    Name,
    Note,
    OwnLanguage,
    PastDate,
    PastDay,
    People,
    Regions,
    RegionsLeftOut,
    Sources,
    Text,
    Url,
)
from etoile_cli.text.dates import Date

FORMAT = 1


class Offer(Record, frozen=True, kw_only=True):
    """A way to watch the show."""

    main = "service"

    service: Annotated[Name, Meta(description="Who offers it.")]
    offer: Annotated[OfferKind, Meta(description="On what terms.")]
    regions: Annotated[
        Regions, Meta(description="Where, as ISO 3166-1 alpha-2 codes or `worldwide`.", extra={ONE: "region"})
    ]
    except_: Annotated[
        RegionsLeftOut, Meta(description="Where not, if it is worldwide, as ISO 3166-1 alpha-2 codes.")
    ] = field(name="except", default=())
    url: MaybeUrl = None
    url_kind: Annotated[
        OfferUrlKind | None, Meta(description="What the address leads to.", extra={KIND_OF: "url"})
    ] = None
    since: Annotated[Date | None, Meta(description="The first day of the offer.")] = None
    until: Annotated[
        Date | None, Meta(description="The last day of the offer.", extra={ENDS: True, FOLLOWS: "since"})
    ] = None
    checked: Annotated[PastDay, Meta(description="The day somebody last looked.", extra={AGES: True})]
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None

    def covers(self, region: str) -> bool:
        """Return whether the offer holds in the region, an ISO 3166-1 alpha-2 code."""
        return region in self.regions or (WORLDWIDE in self.regions and region not in self.except_)


# `except` is a word of Python's own: here alone, the attribute of a key has another name as well.
setattr(Offer, "except", Offer.__dict__["except_"])


class Trailer(Record, frozen=True, kw_only=True):
    """A trailer, a teaser or a clip."""

    main = "title"

    title: Annotated[Name, Meta(description="The video's title.")]
    kind: Annotated[TrailerKind | None, Meta(description="What sort of video it is.")] = None
    url: Url
    url_kind: Annotated[
        TrailerUrlKind | None, Meta(description="What the address leads to.", extra={KIND_OF: "url"})
    ] = None
    language: OwnLanguage = None
    published: Annotated[Date | None, Meta(description="The day it came out.")] = None
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None


class Verdict(Record, frozen=True):
    """What somebody thought of the show."""

    main = "outlet"

    outlet: Annotated[Name, Meta(description="Who says it.")]
    kind: Annotated[ReceptionKind, Meta(description="What sort of verdict it is.")]
    verdict: Annotated[Text, Meta(description="The verdict.")]
    date: Annotated[PastDate | None, Meta(description="The day it was given.")] = None
    url: MaybeUrl = None
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None


class Award(Record, frozen=True, kw_only=True):
    """An award that the show won, or was nominated for."""

    main = "award"
    in_heading = ("category",)

    award: Annotated[Name, Meta(description="The award, with the year if it has one: `Primetime Emmys 2025`.")]
    category: Annotated[Text | None, Meta(description="The category.")] = None
    recipients: Annotated[People, Meta(description="Who is named, if not the show.", extra={ONE: "recipient"})] = ()
    result: Annotated[AwardResult, Meta(description="Whether it was won.")]
    date: Annotated[PastDate | None, Meta(description="The day it was awarded.")] = None
    episodes: Annotated[EpisodeRuns, Meta(description="The episodes it is for.", extra={ONE: "episode"})] = ()
    url: MaybeUrl = None
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None

    @property
    def heading(self) -> str:
        """The award and its category: `Primetime Emmys 2025: Choreography`."""
        return f"{self.award}: {self.category}" if self.category else self.award


class Image(Record, frozen=True):
    """A picture and whom to credit for it."""

    main = "title"

    title: Annotated[Name, Meta(description="What the picture shows.")]
    credit: Annotated[Text, Meta(description="Whom to credit.")]
    url: Url
    licence: Annotated[Text | None, Meta(description="The licence.")] = None
    sources: Sources = ()
    cites: Cites = {}
    note: Note = None


class Catalogue(Record, frozen=True):
    """A whole catalogue."""

    format: Annotated[Literal[1], Meta(description="The format's number: 1.")]
    show: Annotated[Show, Meta(description="The show itself.")]
    creators: Annotated[tuple[Contributor, ...], Meta(description="Who created the show.")] = ()
    crew: Annotated[tuple[Contributor, ...], Meta(description="Who else made it.")] = ()
    companies: Annotated[tuple[Company, ...], Meta(description="The companies.")] = ()
    cast: Annotated[tuple[CastMember, ...], Meta(description="The parts and who plays them.")] = ()
    settings: Annotated[tuple[Setting, ...], Meta(description="Where it is set and was filmed.")] = ()
    seasons: Annotated[tuple[Season, ...], Meta(description="The seasons.")] = ()
    episodes: Annotated[tuple[Episode, ...], Meta(description="The episodes.")] = ()
    availability: Annotated[tuple[Offer, ...], Meta(description="Where to watch it.")] = ()
    trailers: Annotated[tuple[Trailer, ...], Meta(description="The trailers.")] = ()
    reception: Annotated[tuple[Verdict, ...], Meta(description="What was thought of it.")] = ()
    awards: Annotated[tuple[Award, ...], Meta(description="The awards it won or was nominated for.")] = ()
    images: Annotated[tuple[Image, ...], Meta(description="The pictures.")] = ()
    sources: Annotated[tuple[Source, ...], Meta(description="Where the facts come from.")] = ()

    def every_record(self) -> Iterator[tuple[str, Record]]:
        """Yield every record with the key of its section: first the show, as `show`, then the others in order."""
        yield "show", self.show
        for section in RECORD_TYPES:
            for record in getattr(self, section):
                yield section, record


def record_types(catalogue: type[Catalogue]) -> dict[str, type[Record]]:
    """Return the types of the records by their sections, in the order of the fields of a catalogue.

    Raises TypeError if a section lacks its field or its declaration, a type the key that names its records, or the
    declaration of a section names a column that its type doesn't have.
    """
    # Not with `msgspec.structs.fields`, which evaluates every annotation: that takes as long as to read a catalogue.
    annotations = [each for base in reversed(catalogue.__mro__) for each in get_annotations(base).items()]
    types = {name: _record_type(annotation) for name, annotation in annotations}
    found = {section: record_type for section, record_type in types.items() if record_type}
    if undeclared := sorted(found.keys() - SECTIONS.keys()):
        raise TypeError(f"no Section in catalogue/sections.py declares {', '.join(undeclared)}")
    if missing := sorted(SECTIONS.keys() - found.keys()):
        raise TypeError(f"no field of Catalogue holds the records of {', '.join(missing)}")
    for section, record_type in found.items():
        keys = record_type.__struct_encode_fields__
        if record_type.main not in keys:
            raise TypeError(f"{record_type.__name__} has no key {record_type.main}: its `main` must name another")
        if unknown := SECTIONS[section].named_columns().difference(keys, record_type.derived):
            raise TypeError(
                f"the Section {section} in catalogue/sections.py names columns that {record_type.__name__} lacks: "
                f"{', '.join(sorted(unknown))}"
            )
        if record_type.main not in SECTIONS[section].page.columns:
            raise TypeError(
                f"the Page of the Section {section} has no column {record_type.main}, which names its records"
            )
    return found


def _record_type(annotation: Any) -> type[Record] | None:
    """Return the type of the records that a field of a catalogue holds, `None` if it holds no array."""
    array, *_ = get_args(annotation)
    return get_args(array)[0] if get_origin(array) is tuple else None


RECORD_TYPES: dict[str, type[Record]] = record_types(Catalogue)
"""The types of the records by their sections, in the order of the catalogue."""
