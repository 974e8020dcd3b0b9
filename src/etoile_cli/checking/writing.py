"""What a hint proposes to write: as TOML writes it, whole or not at all."""

from collections.abc import Collection
from datetime import date

import tomli
import tomli_w

from etoile_cli.suggestions import nearest

Writable = str | bool | int | float | date | Collection[str]

# Nobody copies a longer one out of a message.
_LONGEST = 60


def written(value: Writable) -> str:
    """Return a value as TOML writes it on one line; empty if that is too long to be proposed."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return ""
    if isinstance(value, str) or not isinstance(value, Collection):
        text = tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")
    else:
        items = [written(each) for each in value]
        text = f"[{', '.join(items)}]" if all(items) else ""
    return text if len(text) <= _LONGEST else ""


def write(value: Writable, manner: str = "") -> str:
    """Return the proposal to write a value, `write "3", in quotes`; empty if it is too long."""
    text = written(value)
    return f"write {text}{manner and f', {manner}'}" if text else ""


def write_as_it_is(text: str, before: str = "") -> str:
    """Return the proposal to write a text behind another, as it is; empty if it is no value to TOML."""
    proposed = f"{before}{text}"
    return f"write {proposed}" if len(proposed) <= _LONGEST and is_value(text) else ""


def is_value(text: str) -> bool:
    """Tell whether a text is a value to TOML, and nothing more: no comment behind it, no second line."""
    try:
        value = tomli.loads(f"x = {text}\ny = 0")
    except (ValueError, RecursionError):
        return False
    return value.keys() == {"x", "y"} and "\n" not in text and "#" not in text


def did_you_mean(name: str, names: Collection[str]) -> str:
    """Return the question whether the nearest name was meant; empty if none is near."""
    return meant(nearest(name, names))


def meant(guess: str) -> str:
    """Return the question whether a name was meant; empty if there is none, or it is too long."""
    text = written(guess) if guess else ""
    return f"did you mean {text}?" if text else ""
