"""Markdown, GitHub-flavoured: texts escaped so that they render as they are."""

import re

from etoile_cli.text.escaping import escape_controls

# What means something inside a line or a table cell: CommonMark's inline markup, an underscore that is not inside a
# word, what would read as an entity, and in GitHub's dialect ~ and $ and the starts of bare links. Any ASCII
# punctuation may stand behind a backslash (CommonMark 2.4).
_SPECIAL = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)|:(?=//)|(?<=www)\.", flags=re.IGNORECASE)
# An address that can stand between < and > as it is; an entity in it would be read as one.
_ADDRESS = re.compile(r"https?://(?:[^\s<>|\\&]|&(?!#?\w+;))+", flags=re.IGNORECASE)
_NEWLINE = re.compile(r"\r?\n")


def md_text(text: str) -> str:
    """Return a value as Markdown that renders as it is, on one line; an http(s) address becomes a link."""
    if is_link(text):
        return f"<{text}>"
    return "<br>".join(md_inline(escape_controls(line)) for line in _NEWLINE.split(text))


def md_inline(text: str) -> str:
    """Return one line of text as Markdown that renders as it is, wherever it doesn't begin a block."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def is_link(text: str) -> bool:
    """Tell whether a text is an address that can be a link as it is."""
    return _ADDRESS.fullmatch(text) is not None and text.isprintable()
