"""The data that headers and pairs build one by one; a statement that contradicts the data so far is left out."""

from collections.abc import Sequence
from typing import Any

from etoile_cli.check.toml.outline import Path

Data = dict[str, Any]


class ArrayOfTables(list[Data]):
    """An array of tables that headers build; no header may add a table to an array that is written as a value."""


def open_table(data: Data, path: Path) -> Data | None:
    """Return the table at a path, added to the data if it isn't there; `None` if a value is in the way."""
    here: Any = data
    for step, following in zip(path, (*path[1:], ""), strict=True):
        if isinstance(step, str) and isinstance(here, dict):
            here = here.setdefault(step, ArrayOfTables() if isinstance(following, int) else {})
        elif isinstance(step, int) and isinstance(here, ArrayOfTables):
            if step == len(here):
                here.append({})
            here = here[step] if step < len(here) else None
        else:
            return None
    return here if isinstance(here, dict) else None


def path_of_obstacle(data: Data, path: Path) -> Path:
    """Return the path of the value that is in the way of a table at a path."""
    here: Any = data
    for size, step in enumerate(path):
        if not isinstance(here, dict if isinstance(step, str) else ArrayOfTables):
            return path[:size]
        here = here[step]  # type: ignore[index]
    return path


def set_value(table: Data, names: Sequence[str], value: object) -> int:
    """Set the value of a key, which may be dotted, unless it is taken.

    Return how many of its names are before the one that is taken: all of them if the value is set.
    """
    for position, name in enumerate(names[:-1]):
        table = table.setdefault(name, {})
        if not isinstance(table, dict):
            return position
    if names[-1] in table:
        return len(names) - 1
    table[names[-1]] = value
    return len(names)
