"""Sources for people: the id that records refer to, and beside it who published what, and when."""

from collections.abc import Iterator, Sequence

from etoile_cli.catalogue.records import Source
from etoile_cli.listing.links import link_lines
from etoile_cli.listing.views.entries import BriefEntry, entries
from etoile_cli.text.styles import LABEL, QUIET, Line, styled
from etoile_cli.text.values import enumerate_words, readable_date, separator, show, show_all


def references(sources: Sequence[Source], width: int, *, links: bool) -> Iterator[Line]:
    """Yield the lines of sources; the title of each links to its page or, if it has none, to an archived copy."""
    names = (show(source.id) for source in sources)
    return entries((_entry(source, links=links) for source in sources), names, width)


def _entry(source: Source, *, links: bool) -> BriefEntry:
    title, *address = link_lines(show(source.title), source.address, links=links)
    publisher = show(source.publisher or "")
    details: list[Line] = [styled(f"{publisher}: " if publisher else "", *title)]
    if authors := show_all(source.authors):
        details.append([(f"by {_enumerated(authors)}", QUIET)])
    if source.published:
        details.append([(readable_date(source.published), QUIET)])
    if links and source.url and source.archived:
        details += link_lines("archived copy", source.archived, QUIET, links=links)[:1]
    elif source.archived and not source.url:
        details.append([("archived copy", QUIET)])
    return BriefEntry([(show(source.id), LABEL)], details, address)


def _enumerated(names: Sequence[str]) -> str:
    return enumerate_words(names) if separator(names) == ", " else separator(names).join(names)
