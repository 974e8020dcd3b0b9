"""Trailers for people: what each is, and its address."""

from collections.abc import Iterator, Sequence

from etoile_cli.catalogue.model import Trailer
from etoile_cli.listing.blocks import flow
from etoile_cli.listing.links import linked
from etoile_cli.text.styles import ACCENT, QUIET, Line, wrapped_line
from etoile_cli.text.values import show
from etoile_cli.wording.addresses import leads_to
from etoile_cli.wording.trailers import trailer_about


def trailers_list(trailers: Sequence[Trailer], width: int) -> Iterator[Line]:
    """Yield the lines of trailers: title, kind, date and address, and a remark if the address is only a search."""
    for position, video in enumerate(trailers):
        if position:
            yield ()
        yield from wrapped_line([(show(video.title), ACCENT)], width)
        other = leads_to(video)
        known = [trailer_about(video), f"{other}: its own address is not known" if other else ""]
        yield from flow(([(each, QUIET)] for each in known if each), width)
        yield [linked(show(video.url), video.url)]  # unbroken: the terminal wraps it, and copies it whole
