"""Which renderer makes which format, for the formats that are lines of text."""

from collections.abc import Iterator
from typing import Literal, assert_never

from etoile_cli.formats import Format
from etoile_cli.render.listing import Listing

LineFormat = Literal[Format.TSV, Format.CSV, Format.JSON, Format.JSONL, Format.MD]


def lines_of(listing: Listing, format_: LineFormat) -> Iterator[str]:
    """Return the lines of a listing in a format."""
    match format_:
        case Format.TSV:
            from etoile_cli.render.tsv import tsv

            return tsv(listing)
        case Format.CSV:
            from etoile_cli.render.csv_ import csv_lines

            return csv_lines(listing)
        case Format.JSON:
            from etoile_cli.render.json_ import json

            return json(listing)
        case Format.JSONL:
            from etoile_cli.render.json_ import jsonl

            return jsonl(listing)
        case Format.MD:
            from etoile_cli.render.md import md

            return md(listing)
        case _:
            assert_never(format_)
