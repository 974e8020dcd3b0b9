"""One fault of a text that is not TOML, or of the headers in it."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from etoile_cli.check.toml.advice.hints import NO_HINT, Hint
from etoile_cli.check.toml.advice.quoting import quote
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import Span


class FaultKind(Enum):
    """What sort of fault it is."""

    SYNTAX = "not TOML"
    WRONG_TYPE = "TOML of another type than declared"
    BAD_VALUE = "a date or time that doesn't exist"


class Fault(NamedTuple):
    """What is wrong: the span that is marked, the message, and what to do.

    `path` is the table or the key that has the fault; `first` is the path of the earlier statement that this one
    repeats, whose line belongs in the message.
    """

    span: Span
    message: str
    hint: Hint = NO_HINT
    kind: FaultKind = FaultKind.SYNTAX
    path: Path = ()
    first: Path | None = None


def of_pair(fault: Fault, table: Path, key: Sequence[str]) -> Fault:
    """Return a fault as that of a table's pair: the message begins with the key; without a key, it is the table's."""
    message = f"{quote(key[0])}: {fault.message}" if key else fault.message
    return fault._replace(message=message, path=(*table, *key))
