"""The enumerations of the catalogue: the keys that take one of a few words."""

from collections.abc import Mapping
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


OTHER_WORDS: Mapping[type, Mapping[str, StrEnum]] = {
    Status: {
        **dict.fromkeys(("planned", "upcoming", "ordered", "commissioned", "in development"), Status.ANNOUNCED),
        **dict.fromkeys(
            ("filming", "shooting", "production", "pre-production", "post-production"), Status.IN_PRODUCTION
        ),
        **dict.fromkeys(
            ("airing", "on air", "ongoing", "continuing", "returning", "active", "current"), Status.RUNNING
        ),
        **dict.fromkeys(("paused", "pausing", "on break"), Status.HIATUS),
        **dict.fromkeys(("finished", "completed", "complete", "concluded", "over"), Status.ENDED),
        "axed": Status.CANCELLED,
    },
    Billing: {
        **dict.fromkeys(
            ("lead", "leading", "star", "starring", "regular", "series regular", "principal"), Billing.MAIN
        ),
        **dict.fromkeys(("guest star", "special guest", "cameo"), Billing.GUEST),
    },
    SettingUse: {
        **dict.fromkeys(("shooting", "shot", "filmed", "location"), SettingUse.FILMING),
        **dict.fromkeys(("set", "plot", "fictional"), SettingUse.STORY),
    },
    OfferKind: {
        **dict.fromkeys(("svod", "flatrate", "subscribe"), OfferKind.SUBSCRIPTION),
        **dict.fromkeys(("avod", "fast", "with ads", "ad-supported", "advertising"), OfferKind.ADS),
        **dict.fromkeys(("rental", "hire"), OfferKind.RENT),
        **dict.fromkeys(("purchase", "est"), OfferKind.BUY),
        "gratis": OfferKind.FREE,
    },
    ReceptionKind: {
        **dict.fromkeys(("rating", "percentage"), ReceptionKind.SCORE),
        **dict.fromkeys(("critique", "opinion"), ReceptionKind.REVIEW),
    },
    AwardResult: {
        **dict.fromkeys(("winner", "winning", "true"), AwardResult.WON),
        **dict.fromkeys(("lost", "false"), AwardResult.NOMINATED),
    },
    CompanyKind: {
        **dict.fromkeys(("fictional", "fiction", "in-story"), CompanyKind.STORY),
        **dict.fromkeys(("producer", "studio"), CompanyKind.PRODUCTION),
        "distributor": CompanyKind.DISTRIBUTION,
    },
}
"""Words that people write in place of those of an enumeration, and what they mean."""
