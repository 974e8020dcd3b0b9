"""The terms of the catalogue: its enumerations, the forms of its codes, and the keys that many records share."""

from enum import StrEnum
from typing import Annotated

from msgspec import Meta

WORLDWIDE = "worldwide"

# Python's `$` also matches before a newline at the end.
_END = r"(?!\n)$"


class Status(StrEnum):
    """Where a show stands."""

    ANNOUNCED = "announced"
    RUNNING = "running"
    ENDED = "ended"
    CANCELLED = "cancelled"


class Billing(StrEnum):
    """How an actor is credited."""

    MAIN = "main"
    RECURRING = "recurring"
    GUEST = "guest"


class SettingUse(StrEnum):
    """What a place is to the show."""

    STORY = "story"
    FILMING = "filming"


class OfferKind(StrEnum):
    """On what terms a service shows it."""

    SUBSCRIPTION = "subscription"
    FREE = "free"
    ADS = "ads"
    RENT = "rent"
    BUY = "buy"


class OfferUrlKind(StrEnum):
    """What the address of an offer leads to."""

    PAGE = "page"
    SEARCH = "search"
    HOME = "home"


class TrailerKind(StrEnum):
    """What sort of video it is."""

    TRAILER = "trailer"
    TEASER = "teaser"
    CLIP = "clip"


class TrailerUrlKind(StrEnum):
    """What the address of a trailer leads to."""

    PAGE = "page"
    SEARCH = "search"


class ReceptionKind(StrEnum):
    """What sort of verdict it is."""

    SCORE = "score"
    REVIEW = "review"
    AWARD = "award"


Count = Annotated[int, Meta(ge=1, le=99_999)]
Ordinal = Annotated[int, Meta(ge=0, le=99_999)]
Name = Annotated[str, Meta(min_length=1)]
Id = Annotated[str, Meta(min_length=1)]
Country = Annotated[str, Meta(pattern=rf"^[A-Z]{{2}}{_END}", examples=["FR"])]
Region = Annotated[str, Meta(pattern=rf"^([A-Z]{{2}}|worldwide){_END}", examples=["FR", WORLDWIDE])]
Language = Annotated[str, Meta(pattern=rf"^[A-Za-z]{{2,3}}(-[A-Za-z0-9]{{1,8}})*{_END}", examples=["en", "fr-CA"])]
EpisodeCode = Annotated[str, Meta(pattern=rf"^S[0-9]{{2,}}E[0-9]{{2,}}{_END}", examples=["S01E07"])]

SortName = Annotated[str | None, Meta(description="The name as an index files it: `Kirby, Luke`.")]
Aliases = Annotated[tuple[str, ...], Meta(description="Other names the person is known by.")]
KnownFor = Annotated[tuple[str, ...], Meta(description="Other work the person is known for.")]
City = Annotated[str | None, Meta(description="The city.")]
CountryCode = Annotated[Country | None, Meta(description="The country, as ISO 3166-1 alpha-2.")]
Fictional = Annotated[bool | None, Meta(description="Whether it exists only in the story.")]
Sources = Annotated[tuple[Id, ...], Meta(description="The ids of the sources that state it.")]
Note = Annotated[str | None, Meta(description="What else a reader should know, a dispute say.")]
