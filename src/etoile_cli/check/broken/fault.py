"""One thing that is wrong with a statement that is not TOML."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import tomli

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.check.not_toml import SYNTAX
from etoile_cli.check.problem import Code, Finding
from etoile_cli.check.quoting import quote
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span, is_toml, key_parts
from etoile_cli.check.writing import NO_HINT, Hint


class Fault(NamedTuple):
    """What is wrong with a statement: where, in which words, and what to do."""

    span: Span
    message: str
    hint: Hint = NO_HINT
    code: Code = SYNTAX


def if_toml(text: str, statement: Span, hint: Hint) -> Hint:
    """Return a hint with its text if TOML reads the statement that has it, else with its words alone."""
    return hint if reads(text, statement, hint) else Hint(hint.words)


def reads(text: str, statement: Span, hint: Hint) -> bool:
    """Tell whether TOML reads a statement that has the text of a hint in the place of its span."""
    begin, end = hint.span or statement
    return is_toml(f"{text[statement[0] : begin]}{hint.text}{text[end : statement[1]]}")


def is_taken(text: str, pair: Span, hint: Hint, declared: Declared | None) -> bool:
    """Tell whether TOML reads a pair that has the text of a hint, and its key takes the value that it then has."""
    begin, end = hint.span or pair
    try:
        read: Any = tomli.loads(f"{text[pair[0] : begin]}{hint.text}{text[end : pair[1]]}")
    except (ValueError, RecursionError):
        return False
    for name, _ in key_parts(text, pair):
        read = read[name]
    return declared is None or declared.accepts(read)


def syntax(message: str, span: Span, path: Path, hint: Hint = NO_HINT, *, first: Path | None = None) -> Finding:
    """Return that something is not TOML, as a finding."""
    return Finding(SYNTAX, path, message, hint, span=span, first=first)


def finding(fault: Fault, path: Path, keys: Sequence[str]) -> Finding:
    """Return a fault as a finding; `keys` is the key of the pair that has it, nothing if it isn't a pair."""
    message = f"{quote(keys[0])}: {fault.message}" if keys else fault.message
    return Finding(fault.code, (*path, *keys), message, fault.hint, span=fault.span)
