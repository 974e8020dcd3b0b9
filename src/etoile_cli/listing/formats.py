"""The formats of listings: their names, and which module makes those that are lines of text."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, assert_never

if TYPE_CHECKING:  # the names are enough for the options
    from etoile_cli.listing.listing import Listing


class Format(StrEnum):
    """How records are printed."""

    TABLE = "table"
    TSV = "tsv"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"
    MD = "md"


JsonFormat = Literal[Format.JSON, Format.JSONL]
LineFormat = Literal[Format.TSV, Format.CSV, Format.JSON, Format.JSONL, Format.MD]


def lines_of(listing: "Listing", format_: LineFormat) -> Iterator[str]:
    """Return the lines of a listing in a format."""
    match format_:
        case Format.TSV:
            from etoile_cli.listing.tsv import tsv

            return tsv(listing)
        case Format.CSV:
            from etoile_cli.listing.csv_ import csv_lines

            return csv_lines(listing)
        case Format.JSON | Format.JSONL:
            return json_of(listing.objects(), format_)
        case Format.MD:
            from etoile_cli.listing.md import md

            return md(listing)
        case _:
            assert_never(format_)


def json_of(values: Iterable[object], format_: JsonFormat) -> Iterator[str]:
    """Return values as one JSON array, or each as a line of JSON."""
    from etoile_cli.text.json_ import json_array, json_line

    return json_array(values) if format_ is Format.JSON else map(json_line, values)
