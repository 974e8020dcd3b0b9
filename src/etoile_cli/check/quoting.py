"""How keys and values stand in messages: in quotes, nothing in them unseen, and not longer than anybody would read."""

from etoile_cli.check.toml.outline import Path
from etoile_cli.text.invisible import show_invisible

_SHOWN = 60


def shorten(text: str) -> str:
    """Return a text, its beginning and a `…` where it is long, with escapes for what nobody sees or means."""
    return show_invisible(_cut(text))


def quote(text: str) -> str:
    """Return a text in quotes, shortened, with escapes for quotes in it, too."""
    escaped = _cut(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{show_invisible(escaped)}"'


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def where(path: Path) -> str:
    """Return which value of a record is meant: `"billing"`, `"countries", item 2:`."""
    match path:
        case (*_, str() as name, int() as position):
            return f'"{name}", item {position + 1}:'
        case ("show", "ids", str() as key):
            return f'"ids", key {quote(key)}:'
        case _:
            return quote(str(path[-1]))
