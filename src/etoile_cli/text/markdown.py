"""Texts as GitHub-flavoured Markdown, escaped so that they are rendered unchanged."""

import re
from collections.abc import Iterable

from etoile_cli.text.escaping import escape_controls

_NAME_OF_ENTITY = r"#?\w+;"
ENTITY = rf"&(?={_NAME_OF_ENTITY})"
"""The sign that begins what Markdown reads as an entity."""

# Markup inside a line or a table cell: CommonMark's inline markup, an underscore that is not inside a word, the
# beginning of an entity and, in GitHub's dialect, ~, $ and the beginning of a bare link. A backslash escapes any ASCII
# punctuation (CommonMark 2.4).
_SPECIAL = re.compile(rf"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|{ENTITY}|:(?=//)|(?<=www)\.", flags=re.IGNORECASE)
# Every text that needs an escape has one of these signs, or `www.`.
_SIGNS = re.compile(r"[\\`*\[\]<|~$_&:]")
# An address that needs no escape between < and >. It holds nothing that reads as an entity.
_ADDRESS = re.compile(rf"https?://(?:[^\s<>|\\&]|&(?!{_NAME_OF_ENTITY}))+", flags=re.IGNORECASE)
_NEWLINE = re.compile(r"\r?\n")


def md_text(text: str) -> str:
    """Return a text as one line of Markdown that renders as the text; an http or https address becomes a link."""
    if "://" in text and is_link(text):
        return f"<{text}>"
    if text.isprintable():
        return md_inline(text)
    return "<br>".join(md_inline(escape_controls(line)) for line in _NEWLINE.split(text))


def md_inline(text: str) -> str:
    """Return a line of text as Markdown that renders as the text, anywhere but at the beginning of a block."""
    # Most texts: one set of signs is looked for ten times as fast as what is before and after them.
    if not _SIGNS.search(text) and "www." not in text.lower():
        return text
    return _SPECIAL.sub(r"\\\g<0>", text)


def md_row(cells: Iterable[str]) -> str:
    """Return cells of Markdown as a row of a table."""
    return f"| {' | '.join(cells)} |"


def is_link(text: str) -> bool:
    """Return whether a text is an address that can be a link without any escape."""
    return _ADDRESS.fullmatch(text) is not None and text.isprintable()
