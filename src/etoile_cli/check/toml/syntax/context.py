"""Where a statement is: what is known of its table, as far as its faults depend on that."""

from collections.abc import Callable
from typing import NamedTuple

from etoile_cli.check.toml.advice.declarations import Declaration, Declarations
from etoile_cli.check.toml.scanner import Span, key_names


class Context(NamedTuple):
    """The format of the text, the declaration of the table around a statement, and which keys that table has.

    `table` is `None` where nothing is declared, or the table is unknown.
    """

    declarations: Declarations
    table: Declaration | None
    has_key: Callable[[str], bool]

    def declared(self, text: str, pair: Span) -> Declaration | None:
        """Return the declaration of the key of a pair; `None` if there is none."""
        return self.table and self.table.at(tuple(name for name, _ in key_names(text, pair)))
