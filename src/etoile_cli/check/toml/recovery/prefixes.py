"""How much of a text that is not TOML is read: only as much as it takes to find as many faults as are counted.

A file of megabytes where nearly every line is wrong would take minutes, for faults that nobody reads.
"""

from collections.abc import Iterator
from typing import NamedTuple

from etoile_cli.check.toml.advice.declarations import Declarations
from etoile_cli.check.toml.lenient.statements import lenient_statements
from etoile_cli.check.toml.scanner import Span

# The first prefix has twice as many statements as faults are counted, each further one eight times as many as the one
# before: what is read again is the text and a seventh of it at most. Longer steps would take more memory.
_TIMES_MOST = 2
_TIMES_LONGER = 8


class Prefix(NamedTuple):
    """The beginning of a text, and the spans of the statements in it."""

    text: str
    statements: list[Span]


def prefixes(text: str, declarations: Declarations, most: int) -> Iterator[Prefix]:
    """Yield longer and longer prefixes of a text, the last one the whole; `most` is how many faults are counted."""
    statements: list[Span] = []
    size = _TIMES_MOST * most
    for statement in lenient_statements(text, declarations):
        if len(statements) == size:
            yield Prefix(text[: statement[0]], statements)
            size *= _TIMES_LONGER
        statements.append(statement)
    yield Prefix(text, statements)
