"""Trailers for people: what each is, and its address."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from etoile_cli.model import Trailer
from etoile_cli.render.facts import is_search
from etoile_cli.render.style import ACCENT, QUIET, linked
from etoile_cli.values import readable_date, show


def trailers_card(trailers: Sequence[Trailer]) -> RenderableType:
    """Return each trailer's title, kind, date and address; a search is called one."""
    lines: list[RenderableType] = []
    for position, video in enumerate(trailers):
        if position:
            lines.append(Text())
        lines.append(Text(show(video.title), style=ACCENT))
        known = [
            video.kind.value if video.kind else "",
            readable_date(video.published) if video.published else "",
        ]
        if about := ", ".join(filter(None, known)):
            lines.append(Text(about, style=QUIET))
        if is_search(video):
            lines.append(Text("Its own address is not known; this is a search for it:"))
        address = linked(show(video.url), video.url)
        address.no_wrap, address.overflow = True, "ignore"  # the terminal wraps it, and copies it in one piece
        lines.append(address)
    return Group(*lines)
