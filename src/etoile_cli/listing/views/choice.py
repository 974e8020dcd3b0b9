"""The choice of the view for people: a table, unless a section has a better one."""

from collections.abc import Iterator, Sequence
from typing import Any

from etoile_cli.listing.listing import Listing
from etoile_cli.text.styles import Line


def view_of(section: str, listing: Listing, width: int, *, links: bool) -> Iterator[Line] | None:
    """Return the lines of the section's own view, at most `width` columns wide; `None` if a table is to be printed."""
    records: Sequence[Any] = listing.records
    match section if listing.whole and not listing.header else "":
        case "search":
            from etoile_cli.listing.views.found import found

            return found(records, listing.words, width)
        case "availability":
            from etoile_cli.listing.views.offers import offers_list

            return offers_list(records, listing.today, width, links=links)
        case "episodes" if not listing.is_sorted:
            from etoile_cli.listing.views.episodes import episodes_by_season

            return episodes_by_season(listing, records, width)
        case "people":
            from etoile_cli.listing.views.people import people_list

            return people_list(records, listing.words, width, in_library="shows" in listing.names())
        case "sources":
            from etoile_cli.listing.views.references import references

            return references(records, width, links=links)
        case "trailers":
            from etoile_cli.listing.views.trailers import trailers_list

            return trailers_list(records, width)
        case _:
            return None
