"""Words that archivists use for a key, and which key they mean: `job` for `roles`, `airdate` for `released`."""

import re
from collections.abc import Collection, Mapping
from functools import cache

_FIRST_SHOWN = ("released", "premiere", "published", "date")

# Each with the keys that it may mean: of these, the first that a record has. The words have no blanks and signs.
_OTHER_KEYS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("actor", "actress", "artist", "performer", "person", "player"): ("name",),
    ("job", "jobs", "position", "function", "department", "credit", "credits", "profession"): ("roles",),
    ("part", "plays", "playing", "portrays"): ("character",),
    ("name",): ("title", "award", "outlet", "service"),
    ("title", "prize"): ("award", "outlet", "service"),
    ("originaltitle", "internationaltitles", "foreigntitles", "translations"): ("original_title", "titles"),
    ("season", "seasonnumber"): ("season", "number", "episodes"),
    ("episode", "episodenumber"): ("number", "episodes"),
    ("seasons", "episodecount", "numberofepisodes"): ("episodes",),
    ("last", "lastnumber", "to", "until", "endnumber"): ("through", "until", "ended", "finale"),
    ("absolutenumber", "overallnumber", "overall", "productionnumber"): ("absolute",),
    ("after", "airsafter", "placement", "displayafter"): ("follows",),
    (
        *("airdate", "airdates", "aired", "broadcast", "firstaired", "originalairdate", "transmitted", "transmission"),
        *("premiere", "premiered", "release", "released", "releasedate", "published", "date", "day", "year"),
    ): _FIRST_SHOWN,
    ("start", "started", "startdate", "begin", "began", "begins", "from"): ("since", "premiere"),
    ("end", "enddate", "ended", "finished", "finale", "expires"): ("until", "ended", "finale"),
    ("lastchecked", "verified", "seen"): ("checked",),
    ("retrieved", "visited", "read", "accessdate"): ("accessed",),
    ("excluded", "excludes", "exclude", "excluding", "exceptions", "without", "notin", "unavailable"): ("except",),
    ("region", "territory", "territories", "markets"): ("regions", "country", "countries"),
    ("countries", "nation", "countrycode"): ("country",),
    ("place", "location", "town"): ("city",),
    ("channel", "channels", "broadcaster", "broadcasters"): ("networks", "service", "publisher"),
    ("platform", "provider", "streamer"): ("service",),
    ("terms", "price", "access"): ("offer",),
    ("type", "sort", "category"): ("kind", "offer"),
    ("length", "duration", "minutes", "time", "runningtime"): ("runtime",),
    ("plot", "summary", "story", "description", "overview", "abstract", "synopsis", "outline"): (
        "synopsis",
        "premise",
    ),
    ("tagline", "pitch"): ("logline",),
    ("comment", "comments", "remark", "remarks", "annotation", "disputed"): ("note",),
    ("link", "links", "href", "web", "website", "homepage", "uri", "address"): ("url",),
    ("archive", "archiveurl", "wayback", "snapshot"): ("archived",),
    ("writtenby", "screenplay", "author", "authors"): ("writers", "authors", "outlet", "credit"),
    ("directedby",): ("directors",),
    ("recipient", "winner", "winners", "nominee", "nominees"): ("recipients",),
    ("won", "outcome", "status"): ("result",),
    ("score", "rating", "review", "quote", "opinion"): ("verdict",),
    ("critic", "publication", "reviewer", "newspaper", "magazine"): ("outlet",),
    ("agerating", "certificate", "certification", "contentrating", "rated"): ("ratings",),
    ("photographer", "copyright"): ("credit",),
}


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    return {word: keys for words, keys in _OTHER_KEYS.items() for word in words}


def key_meant(name: str, known: Collection[str]) -> str:
    """Return which of the keys that a record may have an archivist's word for it means; empty if none is known."""
    word = re.sub(r"[\W_]+", "", name).lower()
    return next((key for key in _by_word().get(word, ()) if key in known), "")
