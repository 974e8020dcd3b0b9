"""Sources for people: the id that records refer to, and beside it who published what, and when."""

from collections.abc import Iterator, Sequence

from etoile_cli.catalogue.records import Source
from etoile_cli.listing.links import link_lines
from etoile_cli.listing.views.entries import BriefEntry, entries
from etoile_cli.text.styles import LABEL, QUIET, Line, styled
from etoile_cli.text.values import readable_date, show


def references(sources: Sequence[Source], width: int, *, links: bool) -> Iterator[Line]:
    """Yield the lines of sources; the title of each links to its page."""
    names = (show(source.id) for source in sources)
    return entries((_entry(source, links=links) for source in sources), names, width)


def _entry(source: Source, *, links: bool) -> BriefEntry:
    title, *address = link_lines(show(source.title), source.url, links=links)
    publisher = show(source.publisher or "")
    details: list[Line] = [styled(f"{publisher}: " if publisher else "", *title)]
    if source.published:
        details.append([(readable_date(source.published), QUIET)])
    return BriefEntry([(show(source.id), LABEL)], details, address)
