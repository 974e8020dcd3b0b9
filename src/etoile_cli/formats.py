"""The names of the formats."""

from collections.abc import Mapping
from enum import StrEnum


class Format(StrEnum):
    """How records are printed."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


class ExportFormat(StrEnum):
    """What a whole catalogue can be turned into."""

    HTML = "html"
    MD = "md"
    JSON = "json"
    TOML = "toml"
    JSONLD = "jsonld"
    NFO = "nfo"
    CSL = "csl"


PURPOSES: Mapping[ExportFormat, str] = {
    ExportFormat.HTML: "a page to publish or to print: one file that needs no other and asks nothing of the network",
    ExportFormat.MD: "a fact sheet to paste into a post: GitHub-flavoured Markdown, with footnotes for the sources",
    ExportFormat.JSON: "the whole catalogue for programs, every key present",
    ExportFormat.TOML: "the whole catalogue as a file to edit and to read again",
    ExportFormat.JSONLD: "the show as search engines read it: a TVSeries of schema.org",
    ExportFormat.NFO: "a directory for Kodi's or Jellyfin's media library: a file for the show, one for each episode",
    ExportFormat.CSL: "the show and its sources for Zotero, pandoc and other reference managers: CSL-JSON",
}
"""What each export is for."""


class ReportFormat(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
