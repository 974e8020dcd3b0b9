"""A text that is not TOML while it is read: its data and faults so far."""

from typing import TYPE_CHECKING

from etoile_cli.check.toml.advice.declarations import Declaration, Declarations
from etoile_cli.check.toml.lenient.document import LenientDocument
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.recovery.unreadable import Unreadable

if TYPE_CHECKING:
    from etoile_cli.check.toml.advice.fault import Fault
    from etoile_cli.check.toml.recovery.data import Data
    from etoile_cli.check.toml.scanner import Span


class Reading:
    """The data and the faults of a text so far, the spans that tomli rejects, and what can't be read."""

    def __init__(self, document: LenientDocument, declarations: Declarations, most: int) -> None:
        self.document = document
        self.declarations = declarations
        self.data: Data = {}
        self.faults: list[Fault] = []
        self.rejected: list[Span] = []
        self.unreadable = Unreadable(declarations)
        self._most = most

    @property
    def is_over(self) -> bool:
        """Whether there are so many faults that the rest of the text is not looked at."""
        return len(self.faults) > self._most

    def declared(self, path: Path) -> Declaration | None:
        """Return the declaration of a table, by the name that was probably meant."""
        name = self.declarations.meant(str(path[0])) if path else ""
        return self.declarations.at((name, *path[1:]) if name else path)
