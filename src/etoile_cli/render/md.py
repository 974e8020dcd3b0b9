"""Markdown tables, GitHub-flavoured, for people: names instead of codes and ids, dates as people write them.

Every text is escaped so that it renders as it is.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from etoile_cli.escaping import escape_controls
from etoile_cli.model import Source, in_short
from etoile_cli.render.listing import Listing
from etoile_cli.render.wording import is_reworded, wording
from etoile_cli.values import Value, readable

# What means something inside a line or a table cell: CommonMark's inline markup, an underscore that is not inside a
# word, what would read as an entity, and in GitHub's dialect ~ and $ and the starts of bare links. Any ASCII
# punctuation may stand behind a backslash (CommonMark 2.4).
_SPECIAL = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|:(?=//)|(?<=www)\.", flags=re.IGNORECASE)
# An address that can stand between < and > as it is; an entity in it would be read as one.
_ADDRESS = re.compile(r"https?://(?:[^\s<>|\\&]|&(?!#?\w+;))+", flags=re.IGNORECASE)
_NEWLINE = re.compile(r"\r?\n")
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
    return f"[{name}](<{source.url}>)" if len(source.url) <= _LONGEST_LINK and _is_link(source.url) else name


def md_text(text: str) -> str:
    """Return a value as Markdown that renders as it is, on one line; an http(s) address becomes a link."""
    if _is_link(text):
        return f"<{text}>"
    return "<br>".join(md_inline(escape_controls(line)) for line in _NEWLINE.split(text))


def md_inline(text: str) -> str:
    """Return one line of text as Markdown that renders as it is, wherever it doesn't begin a block."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _is_link(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None and text.isprintable()
