"""Texts of a file in messages: in quotes, shortened, invisible characters escaped."""

from etoile_cli.text.invisible import show_invisible

_LONGEST = 60


def shorten(text: str) -> str:
    """Return a text, cut with a `…` if it is long, with escapes for its invisible characters."""
    return show_invisible(_cut(text))


def quote(text: str) -> str:
    """Return what `shorten` returns, in quotes, with escapes for the quotes and backslashes in it."""
    escaped = _cut(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{show_invisible(escaped)}"'


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
