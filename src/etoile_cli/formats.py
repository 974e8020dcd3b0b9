"""The names of the formats."""

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

    JSON = "json"
    TOML = "toml"


class ReportFormat(StrEnum):
    """How problems are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
