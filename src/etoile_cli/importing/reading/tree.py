"""What others keep, as a tree of tables, lists and values that is taken apart.

What has a place in a catalogue is taken out of the tree, so that what is left has none: its leaves are counted.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

Node = dict[str, Any]
"""A table of the tree: a JSON object, or an XML element with its attributes and children."""


def take(node: Node, *path: str) -> Any:
    """Take the value at a path out of a table, through tables within; `None` if there is none."""
    *around, key = path
    return table(node, *around).pop(key, None)


def take_text(node: Node, *path: str) -> str | None:
    """Take a text likewise, `None` if it is blank. What is no text stays."""
    *around, key = path
    held = table(node, *around)
    value = held.get(key)
    if not isinstance(value, str):
        return None
    del held[key]
    return value if value.strip() else None


def take_texts(node: Node, *path: str) -> list[str]:
    """Take the texts of a list that are not blank, or a single text. What is none stays."""
    *around, key = path
    held = table(node, *around)
    value = held.get(key)
    if isinstance(value, str):
        return [text] if (text := take_text(held, key)) else []
    if not isinstance(value, list):
        return []
    held[key] = [each for each in value if not isinstance(each, str)]
    return [each for each in value if isinstance(each, str) and each.strip()]


def take_number(node: Node, *path: str) -> int | None:
    """Take a whole number, which may be written as a text. What is none stays."""
    *around, key = path
    held = table(node, *around)
    value = held.get(key)
    if isinstance(value, str) and value.strip().isdecimal() and value.strip().isascii() and len(value) < _LONGEST:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= 10**_LONGEST:
        return None
    del held[key]
    return value


# A longer number is none that a show has.
_LONGEST = 20


def table(node: Node, *path: str) -> Node:
    """Return the table at a path, which stays in the tree; an empty one if there is none."""
    for key in path:
        value = node.get(key)
        node = value if isinstance(value, dict) else {}
    return node


def tables(node: Node, *path: str) -> list[Node]:
    """Return the tables of a list, or a single table, which stay in the tree."""
    *around, key = path
    value = table(node, *around).get(key)
    held = value if isinstance(value, list) else [value]
    return [each for each in held if isinstance(each, dict)]


def drop(node: Node, *keys: str) -> None:
    """Take keys out of a table that say nothing of their own."""
    for key in keys:
        node.pop(key, None)


def drop_false(node: Node, *keys: str) -> None:
    """Take those keys out of a table that only deny something."""
    for key in keys:
        if node.get(key) is False:
            del node[key]


def absorb(node: Node, other: Node) -> None:
    """Move to a table what only another of the same thing says; what both say goes from the other.

    What they say differently stays in the other. So the other is empty if nothing in it would be lost.
    """
    waiting = [(node, other)]
    while waiting:
        mine, theirs = waiting.pop()
        for key, value in list(theirs.items()):
            held = mine.get(key)
            if isinstance(held, dict) and isinstance(value, dict):
                waiting.append((held, value))
            elif held in (None, "", []) or _is_same(held, value):
                mine[key] = value if held in (None, "", []) else held
                del theirs[key]


def _is_same(value: Any, other: Any) -> bool:
    try:
        return type(value) is type(other) and bool(value == other)
    except RecursionError:
        return False


class Left(NamedTuple):
    """How many values are left at a path, and the first of them."""

    times: int
    first: Any


def untaken(tree: Any) -> dict[str, Left]:
    """Return what is left of a tree at each path, whatever the positions in lists: `cast[].voice`."""
    found: dict[str, Left] = {}
    waiting: list[tuple[str, Any]] = [("", tree)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Mapping):
            waiting += [(f"{path}.{key}" if path else str(key), each) for key, each in reversed(list(value.items()))]
        elif isinstance(value, list):
            waiting += [(f"{path}[]", each) for each in reversed(value)]
        elif value is not None and value != "":
            times, first = found.get(path, (0, value))
            found[path] = Left(times + 1, first)
    return found
