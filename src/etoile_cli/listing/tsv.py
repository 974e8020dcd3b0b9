"""Tab-separated values: one record a line, no header unless asked for."""

from collections.abc import Iterator

from etoile_cli.listing.fields import field
from etoile_cli.listing.listing import Listing
from etoile_cli.text.values import exact


def tsv(listing: Listing) -> Iterator[str]:
    """Yield the lines of a listing as TSV."""
    if listing.header:
        yield "\t".join(listing.names())
    texts = [column.is_text for column in listing.columns]
    for row in listing.rows():
        yield "\t".join([field(exact(value) if is_text else value) for value, is_text in zip(row, texts, strict=True)])
