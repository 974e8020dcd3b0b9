"""Whether a statement is TOML once it has the text of a hint."""

from typing import Any

import tomli

from etoile_cli.check.toml.advice.declarations import Declaration
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.scanner import Span, is_toml, key_names


def edited(text: str, statement: Span, hint: Hint) -> str:
    """Return a statement with the text of a hint put in the place of the hint's span."""
    begin, end = hint.span or statement
    return f"{text[statement[0] : begin]}{hint.text}{text[end : statement[1]]}"


def makes_toml(text: str, statement: Span, hint: Hint) -> bool:
    """Return whether a statement is TOML with the text of a hint."""
    return is_toml(edited(text, statement, hint))


def if_toml(text: str, statement: Span, hint: Hint) -> Hint:
    """Return a hint, but only its words if the statement would not be TOML with its text."""
    return hint if makes_toml(text, statement, hint) else Hint(hint.words)


def makes_accepted(text: str, pair: Span, hint: Hint, declared: Declaration | None) -> bool:
    """Return whether a pair is TOML with the text of a hint, and its key takes the value."""
    try:
        value: Any = tomli.loads(edited(text, pair, hint))
    except (ValueError, RecursionError):
        return False
    for name, _ in key_names(text, pair):
        value = value[name]
    return declared is None or declared.accepts(value)
