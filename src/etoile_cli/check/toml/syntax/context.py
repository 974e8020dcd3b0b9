"""What a statement is in, as far as what is wrong with it depends on that."""

from collections.abc import Callable
from typing import NamedTuple

from etoile_cli.check.toml.advice.declarations import Declaration, Declarations
from etoile_cli.check.toml.scanner import Span, key_names


class Context(NamedTuple):
    """The format of the text, what is declared of the table around a statement, and which keys that table has.

    `table` is `None` where nothing is declared, or the table is unknown.
    """

    declarations: Declarations
    table: Declaration | None
    has_key: Callable[[str], bool]

    def declared(self, text: str, pair: Span) -> Declaration | None:
        """Return what is declared of the key of a pair."""
        return self.table and self.table.at(tuple(name for name, _ in key_names(text, pair)))
