"""Comma-separated values as RFC 4180 has them, with a header unless told otherwise; a record is always one line.

Nothing is done for spreadsheets, which run a cell that starts with `= + - @`: this is data for programs and stays
faithful.
"""

import csv
import io
from collections.abc import Iterator

from etoile_cli.render.fields import field
from etoile_cli.render.listing import Listing


def csv_lines(listing: Listing) -> Iterator[str]:
    """Yield the lines of a listing as CSV."""
    if listing.header is not False:
        yield _line(listing.names())
    for row in listing.rows():
        yield _line([field(value) for value in row])


def _line(values: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="").writerow(values)
    return buffer.getvalue()
