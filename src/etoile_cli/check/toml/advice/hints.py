"""Hints: what to do about a fault, in words and as the text to write."""

from collections.abc import Collection
from typing import NamedTuple

from etoile_cli.check.toml.notation import LONGEST, Writable, written, written_key
from etoile_cli.check.toml.scanner import Span
from etoile_cli.text.suggestions import nearest, question

QUOTED = "text must be in quotes"


class Hint(NamedTuple):
    """What to do: in words and, where that is clear, as a text to write.

    The text replaces a span, or all that the fault marks if there is no span. An empty text removes the span; into an
    empty span the text is inserted. A hint without words counts as no hint.

    A text `is_certain` if nobody could mean anything else, so that it may be written without asking.
    """

    words: str
    text: str | None = None
    span: Span | None = None
    is_certain: bool = False

    def __bool__(self) -> bool:
        return bool(self.words)


NO_HINT = Hint("")
LEAVE_OUT = Hint("leave out what is not known")


def certain(hint: Hint, *, when: bool = True) -> Hint:
    """Return a hint as one that may be followed without asking, if it has a text, and something else is so."""
    return hint._replace(is_certain=when and hint.text is not None)


def write(value: Writable, manner: str = "") -> Hint:
    """Return the hint to write a value: `write "3", in quotes`; no hint if it is too long."""
    return propose(written(value), manner)


def propose(text: str, manner: str = "", *, span: Span | None = None) -> Hint:
    """Return the hint to write a text of TOML as it is; no hint if the text is empty or too long."""
    if not text or len(text) > LONGEST:
        return NO_HINT
    return Hint(f"write {text}{manner and f', {manner}'}", text, span)


def as_string(text: str) -> Hint:
    """Return the hint to write a text as a string."""
    hint = write(text) if any(map(str.isalnum, text)) else NO_HINT
    return hint._replace(words=f"{QUOTED}: {hint.text}" if hint else QUOTED)


def must_be(expected: str) -> Hint:
    """Return the hint that a value must be what its key takes: `a date`; no hint if that is not known."""
    if expected == "a string":
        return Hint(QUOTED)
    return Hint(f"it must be {expected}") if expected else NO_HINT


def did_you_mean(name: str, names: Collection[str]) -> Hint:
    """Return the question whether the most similar name was meant; no hint if none is similar."""
    return meant(nearest(name, names))


def meant(guess: str) -> Hint:
    """Return the question whether a name was meant; no hint if it is empty or too long."""
    text = written(guess) if guess else ""
    return Hint(question(text), text) if text else NO_HINT


def meant_key(guess: str) -> Hint:
    """Return the question whether a key was meant; no hint if it is empty or too long."""
    hint = meant(guess)
    return hint._replace(text=written_key(guess)) if hint else hint


def in_words(value: Writable) -> str:
    """Return a value as a hint that is only words has it: as TOML writes it, with an ellipsis if it is too long."""
    return written(value) or ('"…"' if isinstance(value, str) else '["…"]')


def already_there(key: str) -> Hint:
    """Return the hint that the table already has the key that seems to be meant."""
    return Hint(f'"{key}" is there already')
