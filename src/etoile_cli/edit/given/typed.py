"""Values as TOML has them, from the texts of a command line or a table and from JSON, as the model types them.

What has no such value is left as it is: `check` says what is wrong with it, at its place in the file.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.check.toml.notation import BOOLEANS

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_NO_CHARACTER = re.compile("[\ud800-\udfff]")


def from_text(declared: Declared | None, text: str) -> Any:
    """Return the value that a text is for a key, or for an item of its list: `None` is declared of an unknown key."""
    if declared is None:
        return text
    if declared.is_flag:
        return BOOLEANS.get(text.strip().lower(), text)
    if declared.is_number or declared.own_type is Extent:
        return int(text) if _INTEGER.fullmatch(text.strip()) else text
    return _day(text.strip()) or text if declared.is_date else text


def from_texts(declared: Declared | None, texts: Sequence[str]) -> Any:
    """Return the value of several texts: a list where the key holds one, and the least and the most of an extent."""
    if declared and declared.item and not declared.name:
        return [from_text(declared.item, text) for text in texts]
    values = [from_text(declared, text) for text in texts]
    return values[0] if len(values) == 1 else values


def is_text(text: str) -> bool:
    """Return whether a text can stand in a file: it has no surrogates, from bytes that are not UTF-8 or from JSON."""
    return _NO_CHARACTER.search(text) is None


def takes_several(declared: Declared | None) -> bool:
    """Return whether a key can be given several texts: its value is a list, or an extent. An unknown key can."""
    return declared is None or is_list(declared) or declared.own_type is Extent


def is_list(declared: Declared | None) -> bool:
    """Return whether a key holds a list."""
    return bool(declared and declared.item and not declared.name)


def from_json(declared: Declared | None, value: Any) -> Any:
    """Return the value that JSON holds for a key; what is empty there, `null` and lists of nothing, is `None`."""
    match value:
        case str():
            return (_day(value) or value) if declared and declared.is_date else value
        case Mapping():
            inner = {name: from_json(declared.at((name,)) if declared else None, each) for name, each in value.items()}
            return {name: each for name, each in inner.items() if each is not None} or None
        case list() if declared and declared.own_type is Extent and len(value) == 1:
            return value[0]
        case list():
            item = declared.item if declared else None
            return [found for each in value if (found := from_json(item, each)) is not None] or None
        case _:
            return value


def _day(text: str) -> date | None:
    """Return the day that a text is, `None` if it is none: `2025-04`, of which only the month is known, stays text."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
