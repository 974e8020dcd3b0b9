"""The enumerations of the catalogue: the keys that take one of a few words."""

from enum import StrEnum


class Status(StrEnum):
    """Where a show stands."""

    ANNOUNCED = "announced"
    IN_PRODUCTION = "in-production"
    RUNNING = "running"
    HIATUS = "hiatus"
    ENDED = "ended"
    CANCELLED = "cancelled"


NOT_YET_SHOWN = frozenset({Status.ANNOUNCED, Status.IN_PRODUCTION})
"""The statuses of a show that is still to begin."""
GOING_ON = frozenset({Status.RUNNING, Status.HIATUS})
"""The statuses of a show that has begun, and of which more is to come."""
OVER = frozenset({Status.ENDED, Status.CANCELLED})
"""The statuses of a show of which no more is ordered."""


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


LEADS_TO = {"page": "its page", "search": "a search", "home": "the home page"}
"""What an address leads to, by its kind."""


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


def means_page(url_kind: str | None) -> bool:
    """Return whether an address of a kind leads to the very page of what it is the address of."""
    return url_kind == OfferUrlKind.PAGE


def means_search(url_kind: str | None) -> bool:
    """Return whether an address of a kind leads only to a search."""
    return url_kind == OfferUrlKind.SEARCH


class ReceptionKind(StrEnum):
    """What sort of verdict it is."""

    SCORE = "score"
    REVIEW = "review"


class CompanyKind(StrEnum):
    """What a company is to the show."""

    STORY = "story"
    PRODUCTION = "production"
    DISTRIBUTION = "distribution"


class AwardResult(StrEnum):
    """What came of a nomination."""

    WON = "won"
    NOMINATED = "nominated"
