"""Tab-separated values: one record a line, no header unless asked for."""

from collections.abc import Iterator

from etoile_cli.render.fields import field
from etoile_cli.render.listing import Listing


def tsv(listing: Listing) -> Iterator[str]:
    """Yield the lines of a listing as TSV."""
    if listing.header:
        yield "\t".join(listing.names())
    for row in listing.rows():
        yield "\t".join([field(value) for value in row])
