r"""A value as one field of a line of TSV, so that it can be read back.

A tab, newline or other control character is written as an escape (`\t`, `\n`, `\u001b`), a backslash as `\\`. The
items of a list are joined by `; `, and a semicolon inside one is written `\;`. Those of a table are `key=value`, and
an equals sign in a key is written `\=`. A list in a table is joined by commas, `key=a,b`, and a comma in an item is
written `\,`.
"""

from collections.abc import Mapping, Sequence

from etoile_cli.text.escaping import escape_controls
from etoile_cli.text.values import Item, Value, exact


def field(value: Value) -> str:
    """Return a value as a field: one line, no control characters."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, tuple):
        return _list(list(map(exact, value)))
    if isinstance(value, Mapping):
        return "; ".join(f"{_key(key)}={_inner(each)}" for key, each in value.items())
    return _escaped(exact(value))


def _list(texts: Sequence[str]) -> str:
    joined = "; ".join(texts)
    if joined.isprintable() and "\\" not in joined and joined.count(";") < len(texts):  # nothing to escape, mostly
        return joined
    return "; ".join(map(_item, texts))


def _key(text: str) -> str:
    return _item(text).replace("=", "\\=")


def _inner(value: Item | Sequence[Item]) -> str:
    """Return a value in a table."""
    if isinstance(value, tuple):
        return ",".join(_item(exact(each)).replace(",", "\\,") for each in value)
    return _item(exact(value))


def _item(text: str) -> str:
    return _escaped(text).replace(";", "\\;")


def _escaped(text: str) -> str:
    if text.isprintable() and "\\" not in text:
        return text
    return escape_controls(text.replace("\\", "\\\\"))
