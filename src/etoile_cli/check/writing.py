"""What a hint says to do, and proposes to write: as TOML writes it, whole or not at all."""

import re
from collections.abc import Collection
from datetime import date
from typing import NamedTuple

import tomli
import tomli_w

from etoile_cli.check.toml.scanner import Span
from etoile_cli.text.invisible import show_invisible
from etoile_cli.text.suggestions import nearest, question

Writable = str | bool | int | float | date | Collection[str]

# Nobody copies a longer one out of a message.
_LONGEST = 60
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


class Hint(NamedTuple):
    """What to do: in words and, where that can be said, as the text to write.

    The text stands in the place of a span, without one in the place of the problem. An empty one takes out what is
    there, an empty span takes out nothing. A hint without words is none.
    """

    words: str
    text: str | None = None
    span: Span | None = None

    def __bool__(self) -> bool:
        return bool(self.words)


NO_HINT = Hint("")
LEAVE_OUT = Hint("leave out what is not known")


def written(value: Writable) -> str:
    """Return a value as TOML writes it on one line, with escapes for what nobody sees; empty if that is too long."""
    if isinstance(value, str) and len(value) > _LONGEST:
        return ""
    if isinstance(value, str) or not isinstance(value, Collection):
        text = show_invisible(tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n"))
    else:
        items = [written(each) for each in value]
        text = f"[{', '.join(items)}]" if all(items) else ""
    return text if len(text) <= _LONGEST else ""


def write(value: Writable, manner: str = "") -> Hint:
    """Return the proposal to write a value, `write "3", in quotes`; none if it is too long."""
    return propose(written(value), manner)


def propose(text: str, manner: str = "", *, span: Span | None = None) -> Hint:
    """Return the proposal to write a text of TOML as it is; none if there is none, or it is too long."""
    if not text or len(text) > _LONGEST:
        return NO_HINT
    return Hint(f"write {text}{manner and f', {manner}'}", text, span)


def is_value(text: str) -> bool:
    """Tell whether a text is a value to TOML, and nothing more: no comment behind it, no second line."""
    return value_of(text) is not None


def value_of(text: str) -> object:
    """Return the value that a text is to TOML; `None` if it is none, or more than one."""
    try:
        read = tomli.loads(f"x = {text}\ny = 0")
    except (ValueError, RecursionError):
        return None
    return read["x"] if read.keys() == {"x", "y"} and "\n" not in text and "#" not in text else None


def written_key(name: str) -> str:
    """Return a key as TOML writes it: in quotes where it needs them; empty if it is too long to be proposed."""
    return name if _BARE_KEY.fullmatch(name) and len(name) <= _LONGEST else written(name)


def did_you_mean(name: str, names: Collection[str]) -> Hint:
    """Return the question whether the nearest name was meant; none if none is near."""
    return meant(nearest(name, names))


def meant_key(guess: str) -> Hint:
    """Return the question whether a key was meant; none if there is none, or it is too long."""
    hint = meant(guess)
    return hint._replace(text=written_key(guess)) if hint else hint


def meant(guess: str) -> Hint:
    """Return the question whether a name was meant; none if there is none, or it is too long."""
    text = written(guess) if guess else ""
    return Hint(question(text), text) if text else NO_HINT


def is_there(key: str) -> Hint:
    """Return that a key can't be meant once more."""
    return Hint(f'"{key}" is there already')
