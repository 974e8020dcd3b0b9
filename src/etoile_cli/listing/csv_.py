"""Comma-separated values as in RFC 4180, with a header unless asked otherwise; lines end with LF, as elsewhere.

A value in quotes is written as it is, line breaks included: nothing is escaped, and nothing is done for spreadsheets,
which run a cell that starts with `= + - @`. The items of a list are joined by `; `.
"""

import csv
from collections.abc import Callable, Iterable, Iterator

from etoile_cli.listing.listing import Listing
from etoile_cli.text.values import exact

# The writer quotes a value that contains a character of its line terminator; before Python 3.13, no other line break.
_LINE_END = "\r\n"


def csv_lines(listing: Listing) -> Iterator[str]:
    """Yield the header and the records of a listing as CSV; line breaks in values make a record span several lines."""
    line: Callable[[Iterable[str]], str] = csv.writer(_Given(), lineterminator=_LINE_END).writerow
    if listing.header is not False:
        yield line(listing.names())
    for row in listing.rows():
        yield line(map(exact, row))


class _Given:
    """A file that keeps nothing: what its `write` returns, here the line itself, the writer returns in turn."""

    def write(self, line: str) -> str:
        """Return a line without its end."""
        return line.removesuffix(_LINE_END)
