"""The names of the formats that are imported."""

from enum import StrEnum


class FormatName(StrEnum):
    """What `--from` calls a format."""

    NFO = "nfo"
    TVMAZE = "tvmaze"
    TMDB = "tmdb"
    JSONLD = "jsonld"
