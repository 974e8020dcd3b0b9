r"""Tab-separated values: one record a line, no header unless asked for.

Values are exact; a tab, newline or control character inside one is written as an escape, a backslash
as `\\`, so that a line is always one record and every value can be read back.
"""

from collections.abc import Iterator

from etoile_cli.escaping import escape_field
from etoile_cli.render.listing import Listing
from etoile_cli.values import exact


def tsv(listing: Listing) -> Iterator[str]:
    """Yield the lines of a listing as TSV."""
    if listing.header:
        yield "\t".join(listing.names())
    for row in listing.rows():
        yield "\t".join([escape_field(exact(value)) for value in row])
