"""The formats of exports: their names, their purposes, and the module that makes each that is one text."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Literal, assert_never

from etoile_cli.catalogue.holding import Holding


class ExportFormat(StrEnum):
    """The formats that a whole catalogue can be exported to."""

    HTML = "html"
    MD = "md"
    JSON = "json"
    JSONL = "jsonl"
    TOML = "toml"
    JSONLD = "jsonld"
    NFO = "nfo"
    CSL = "csl"
    SQLITE = "sqlite"


PURPOSES: Mapping[ExportFormat, str] = {
    ExportFormat.HTML: "a page to publish or to print: one file that needs no other and asks nothing of the network",
    ExportFormat.MD: "a fact sheet to paste into a post: GitHub-flavoured Markdown, with footnotes for the sources",
    ExportFormat.JSON: "the whole catalogue for programs, every key present",
    ExportFormat.JSONL: "every record as a line that names its show and its section: for jq, DuckDB and Spark",
    ExportFormat.TOML: "the whole catalogue as a file to edit and to read again",
    ExportFormat.JSONLD: "the show as search engines read it: a TVSeries of schema.org",
    ExportFormat.NFO: "a directory for Kodi's or Jellyfin's media library: a file for the show, one for each episode",
    ExportFormat.CSL: "the show and its sources for Zotero, pandoc and other reference managers: CSL-JSON",
    ExportFormat.SQLITE: "a relational database with full-text search, for SQL, Datasette and sqlite-utils",
}
"""The purpose of each export, as `etoile export --list` prints it."""

FileFormat = Literal[
    ExportFormat.HTML,
    ExportFormat.MD,
    ExportFormat.JSON,
    ExportFormat.JSONL,
    ExportFormat.TOML,
    ExportFormat.JSONLD,
    ExportFormat.CSL,
]


def lines_of(holding: Holding, format_: FileFormat) -> Iterator[str]:
    """Return the lines of a show's catalogue in a format."""
    catalogue = holding.catalogue
    match format_:
        case ExportFormat.HTML:
            from etoile_cli.export.html_ import html

            return html(catalogue)
        case ExportFormat.MD:
            from etoile_cli.export.md import md

            return md(catalogue)
        case ExportFormat.JSON:
            from etoile_cli.export.json_ import json

            return json(catalogue)
        case ExportFormat.JSONL:
            from etoile_cli.export.jsonl import jsonl

            return jsonl([holding])
        case ExportFormat.TOML:
            from etoile_cli.export.toml_ import toml

            return toml(catalogue)
        case ExportFormat.JSONLD:
            from etoile_cli.export.jsonld import jsonld

            return jsonld(catalogue)
        case ExportFormat.CSL:
            from etoile_cli.export.csl import csl

            return csl(catalogue)
        case _:
            assert_never(format_)
