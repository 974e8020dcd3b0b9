"""The catalogue, format 1: its sections and the records that each of them holds."""

from typing import Annotated, Literal

from msgspec import Meta

from etoile_cli.catalogue.records import (
    CastMember,
    Company,
    Contributor,
    Episode,
    Image,
    Offer,
    Record,
    Setting,
    Show,
    Source,
    Trailer,
    Verdict,
)

FORMAT = 1

# No name has so many characters, save by mistake.
_LONGEST_REPEATED = 200


def in_short(name: str) -> str:
    """Return a name as what refers to it repeats it, however often: cut where it is longer than any name."""
    return name if len(name) <= _LONGEST_REPEATED else f"{name[: _LONGEST_REPEATED - 1]}…"


class Catalogue(Record, frozen=True):
    """A whole catalogue."""

    format: Annotated[Literal[1], Meta(description="The format's number: 1.")]
    show: Annotated[Show, Meta(description="The show itself.")]
    creators: Annotated[tuple[Contributor, ...], Meta(description="Who created the show.")] = ()
    crew: Annotated[tuple[Contributor, ...], Meta(description="Who else made it.")] = ()
    companies: Annotated[tuple[Company, ...], Meta(description="The companies.")] = ()
    cast: Annotated[tuple[CastMember, ...], Meta(description="The parts and who plays them.")] = ()
    settings: Annotated[tuple[Setting, ...], Meta(description="Where it is set and was filmed.")] = ()
    episodes: Annotated[tuple[Episode, ...], Meta(description="The episodes.")] = ()
    availability: Annotated[tuple[Offer, ...], Meta(description="Where to watch it.")] = ()
    trailers: Annotated[tuple[Trailer, ...], Meta(description="The trailers.")] = ()
    reception: Annotated[tuple[Verdict, ...], Meta(description="What was thought of it.")] = ()
    images: Annotated[tuple[Image, ...], Meta(description="The pictures.")] = ()
    sources: Annotated[tuple[Source, ...], Meta(description="Where the facts come from.")] = ()

    def company_names(self) -> dict[str, str]:
        """Return the names of the companies by id, as records show them that refer to a company."""
        return {company.id: in_short(company.name) for company in self.companies}

    def parts_by_episode(self) -> dict[str, list[CastMember]]:
        """Return the parts that are known to be in an episode, by its code."""
        parts: dict[str, list[CastMember]] = {}
        for part in self.cast:
            for code in dict.fromkeys(part.episodes):
                parts.setdefault(code, []).append(part)
        return parts


SECTIONS: dict[str, type[Record]] = {
    "creators": Contributor,
    "crew": Contributor,
    "companies": Company,
    "cast": CastMember,
    "settings": Setting,
    "episodes": Episode,
    "availability": Offer,
    "trailers": Trailer,
    "reception": Verdict,
    "images": Image,
    "sources": Source,
}
"""The list sections and the type of their records, in the order of the catalogue."""
