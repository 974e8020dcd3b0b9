"""How much of a text is looked at that is not TOML: no more than it takes to find very many mistakes.

A file of megabytes where nearly every line is wrong would take minutes, for problems that nobody reads.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from etoile_cli.check.toml.lenient import lenient_statements
from etoile_cli.check.toml.scanner import Span

# The first beginning has twice as many statements as mistakes count, each further one eight times as many: what is
# read once more is a seventh at most.
_TIMES_MOST = 2
_TIMES_LONGER = 8


class Beginning(NamedTuple):
    """As much of a text as its first statements take, and where these stand; the last of all is the whole."""

    text: str
    statements: list[Span]


def beginnings(text: str, sections: Collection[str], most: int) -> Iterator[Beginning]:
    """Yield longer and longer beginnings of a text, for who stops at more mistakes than `most`.

    `sections` are names that headers have.
    """
    statements: list[Span] = []
    size = _TIMES_MOST * most
    for statement in lenient_statements(text, sections):
        if len(statements) == size:
            yield Beginning(text[: statement[0]], statements)
            size *= _TIMES_LONGER
        statements.append(statement)
    yield Beginning(text, statements)
