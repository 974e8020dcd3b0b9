"""Markdown tables, GitHub-flavoured, every value escaped so that it renders as it is."""

import re
from collections.abc import Iterator

from etoile_cli.escaping import escape_controls
from etoile_cli.render.listing import Listing
from etoile_cli.values import exact

# What means something inside a line or a table cell: CommonMark's inline markup, an underscore that is not inside a
# word, what would read as an entity, and in GitHub's dialect ~ and $ and the starts of bare links. Any ASCII
# punctuation may stand behind a backslash (CommonMark 2.4).
_SPECIAL = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|:(?=//)|(?<=www)\.", flags=re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s<>|\\]+")


def md(listing: Listing) -> Iterator[str]:
    """Yield the lines of a listing as a Markdown table."""
    yield _line(listing.names())
    yield _line(["---"] * len(listing.columns), escape=False)
    for row in listing.rows():
        yield _line([exact(value) for value in row])


def _line(cells: list[str], *, escape: bool = True) -> str:
    return f"| {' | '.join(map(md_text, cells) if escape else cells)} |"


def md_text(text: str) -> str:
    """Return a value as Markdown that renders as it is, on one line; an http(s) address becomes a link."""
    shown = escape_controls(text)
    if _ADDRESS.fullmatch(shown):
        return f"<{shown}>"
    return _SPECIAL.sub(r"\\\g<0>", shown)
