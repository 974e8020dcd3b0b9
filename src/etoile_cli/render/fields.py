r"""A value as one field of a line of TSV, so that it can be read back.

A tab, newline or other control character is written as an escape (`\t`, `\n`, `\u001b`), a backslash as `\\`. The
items of a list are joined by `; `, and a semicolon inside one is written `\;`.
"""

from collections.abc import Mapping

from etoile_cli.escaping import escape_controls
from etoile_cli.values import Value, exact, items


def field(value: Value) -> str:
    """Return a value as a field: one line, no control characters."""
    if isinstance(value, tuple | Mapping):
        return "; ".join(_escaped(item).replace(";", "\\;") for item in items(value))
    return _escaped(exact(value))


def _escaped(text: str) -> str:
    return escape_controls(text.replace("\\", "\\\\"))
