"""Words that people write in place of those of an enumeration."""

from collections.abc import Mapping
from enum import StrEnum

from etoile_cli.catalogue.enumerations import (
    AwardResult,
    Billing,
    CompanyKind,
    OfferKind,
    ReceptionKind,
    SettingUse,
    Status,
)

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
"""What such a word means, by the enumeration."""
