"""How much of a text is looked at that is not TOML: no more than it takes to find very many mistakes.

A file of megabytes where nearly every line is wrong would take minutes, for problems that nobody reads.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from etoile_cli.checking.toml.lenient import lenient_statements
from etoile_cli.checking.toml.scanner import Span

_FIRST = 2
"""As often as so many mistakes, in statements, is the first beginning long: if all of it is wrong, that is enough."""

_GROWTH = 8
"""What is read twice, since a beginning has too few mistakes, is less than a seventh of the rest."""


class Beginning(NamedTuple):
    """As much of a text as its first statements take, and where these stand; the last of all is the whole."""

    text: str
    statements: list[Span]


def beginnings(text: str, sections: Collection[str], most: int) -> Iterator[Beginning]:
    """Yield longer and longer beginnings of a text, for who stops at more mistakes than `most`.

    `sections` are names that headers have.
    """
    statements: list[Span] = []
    size = _FIRST * most
    for statement in lenient_statements(text, sections):
        if len(statements) == size:
            yield Beginning(text[: statement[0]], statements)
            size *= _GROWTH
        statements.append(statement)
    yield Beginning(text, statements)
