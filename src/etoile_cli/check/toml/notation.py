"""Values and keys as TOML writes them, each on one line, and such texts read back."""

import re
from collections.abc import Collection
from datetime import date

import tomli
import tomli_w

from etoile_cli.check.toml.scanner import BARE_KEY
from etoile_cli.text.invisible import show_invisible

Writable = str | bool | int | float | date | Collection[str | int]

LONGEST = 60
"""Nobody copies a longer text out of a message."""

BOOLEANS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
"""What people write for true and false, in small letters."""


def written(value: Writable) -> str:
    """Return a value as TOML writes it, its invisible characters escaped; empty if that is longer than LONGEST."""
    if isinstance(value, str) and len(value) > LONGEST:
        return ""
    if isinstance(value, str) or not isinstance(value, Collection):
        text = show_invisible(tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n"))
    else:
        items = [written(each) for each in value]
        text = f"[{', '.join(items)}]" if all(items) else ""
    return text if len(text) <= LONGEST else ""


def written_key(name: str) -> str:
    """Return a key as TOML writes it, in quotes where it needs them; empty if that is longer than LONGEST."""
    return name if re.fullmatch(BARE_KEY, name) and len(name) <= LONGEST else written(name)


def is_value(text: str) -> bool:
    """Return whether a text is one value on one line, without a comment after it."""
    return value_of(text) is not None


def value_of(text: str) -> object:
    """Return the value that a text is in TOML; `None` if it is not one value on one line, or has a `#`."""
    try:
        read = tomli.loads(f"x = {text}\ny = 0")
    except (ValueError, RecursionError):
        return None
    return read["x"] if read.keys() == {"x", "y"} and "\n" not in text and "#" not in text else None
