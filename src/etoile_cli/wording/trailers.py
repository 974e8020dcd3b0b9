"""Trailers in words, and which of several is shown where there is room for one."""

from etoile_cli.catalogue.enumerations import TrailerKind
from etoile_cli.catalogue.model import Catalogue, Trailer
from etoile_cli.text.values import readable_date, show
from etoile_cli.wording.addresses import is_search


def trailer_text(trailer: Trailer) -> str:
    """Return what the address of a trailer leads to: its title, or a search for it."""
    title = show(trailer.title)
    return f"a search for “{title}”" if is_search(trailer) else title


def trailer_label(trailer: Trailer) -> str:
    """Return what a trailer is called before its title: `Trailer`, `Teaser`, `Clip`."""
    return (trailer.kind or TrailerKind.TRAILER).value.capitalize()


def trailer_about(trailer: Trailer) -> str:
    """Return `trailer, 26 March 2025`, of which either may be missing."""
    kind = trailer.kind.value if trailer.kind else ""
    return ", ".join(filter(None, [kind, readable_date(trailer.published) if trailer.published else ""]))


def trailer_to_show(catalogue: Catalogue) -> Trailer | None:
    """Return the trailer to show where there is room for one: if possible no teaser or clip, and then no search."""
    return min(catalogue.trailers, key=_rank, default=None)


def _rank(trailer: Trailer) -> tuple[bool, bool]:
    return trailer.kind not in (None, TrailerKind.TRAILER), is_search(trailer)
