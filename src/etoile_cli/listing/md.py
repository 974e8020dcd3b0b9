"""Markdown tables, GitHub-flavoured, for people: names instead of codes and ids, dates as people write them.

Every text is escaped so that it renders as it is.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from etoile_cli.catalogue.model import in_short
from etoile_cli.catalogue.records import Source
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.wording import is_reworded, wording
from etoile_cli.text.markdown import is_link, md_text
from etoile_cli.text.values import Value, readable

# A source stands in every row that names it. No browser goes to a longer address.
_LONGEST_LINK = 2_000


def md(listing: Listing) -> Iterator[str]:
    """Yield the lines of a listing as a Markdown table."""
    yield _line(md_text(name.replace("_", " ")) for name in listing.names())
    yield _line(["---"] * len(listing.columns))
    for record, row in zip(listing.records, listing.rows(), strict=True):
        yield _line(_cell(key, value, listing) for key, value in zip(listing.keys(record), row, strict=True))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(key: str, value: Value, listing: Listing) -> str:
    if key == "sources" and isinstance(value, tuple):
        return "; ".join(_source(each, listing.sources.get(each)) for each in dict.fromkeys(value))
    if isinstance(value, date):  # without its age: what is pasted somewhere is read on another day
        return readable(value)
    return md_text(wording(key, value, listing) if is_reworded(key, value) else str(value))


def _source(id_: str, source: Source | None) -> str:
    """Return a source as a link by its publisher's name; without one where no page is there to lead to."""
    if source is None:
        return md_text(id_)
    name = md_text(in_short(source.publisher or source.title))
    return f"[{name}](<{source.url}>)" if len(source.url) <= _LONGEST_LINK and is_link(source.url) else name
