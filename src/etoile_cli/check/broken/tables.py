"""Data as headers and pairs make it, one after the other; what contradicts the rest has no room."""

from collections.abc import Sequence
from typing import Any

from etoile_cli.check.toml.outline import Path

Data = dict[str, Any]


class Tables(list[Data]):
    """The records under the headers of an array of tables; an array that is a value can have none added."""


def declare(data: Data, path: Path) -> Data | None:
    """Return the table at a path, made if it isn't there yet; `None` if something else stands in its way."""
    here: Any = data
    for step, following in zip(path, (*path[1:], ""), strict=True):
        if isinstance(step, str) and isinstance(here, dict):
            here = here.setdefault(step, Tables() if isinstance(following, int) else {})
        elif isinstance(step, int) and isinstance(here, Tables):
            if step == len(here):
                here.append({})
            here = here[step] if step < len(here) else None
        else:
            return None
    return here if isinstance(here, dict) else None


def in_the_way(data: Data, path: Path) -> Path:
    """Return the beginning of a path that can't be declared: there stands something else."""
    here: Any = data
    for size, step in enumerate(path):
        if not isinstance(here, dict if isinstance(step, str) else Tables):
            return path[:size]
        here = here[step]  # type: ignore[index]
    return path


def assign(table: Data, names: Sequence[str], value: object) -> int:
    """Put a value into a table, in tables of its own for a dotted key; return for how many names there was room."""
    for position, name in enumerate(names[:-1]):
        table = table.setdefault(name, {})
        if not isinstance(table, dict):
            return position
    if names[-1] in table:
        return len(names) - 1
    table[names[-1]] = value
    return len(names)
