"""The data tomli would read without the statements it rejects, and the faults of those statements."""

from typing import NamedTuple

from etoile_cli.check.toml.advice.declarations import Declarations
from etoile_cli.check.toml.advice.fault import Fault
from etoile_cli.check.toml.lenient.document import LenientDocument
from etoile_cli.check.toml.outline import Table
from etoile_cli.check.toml.recovery.comments import controls_in_comments
from etoile_cli.check.toml.recovery.contradictions import remaining_contradictions
from etoile_cli.check.toml.recovery.data import Data
from etoile_cli.check.toml.recovery.pairs import CurrentTable, PairReader
from etoile_cli.check.toml.recovery.prefixes import prefixes
from etoile_cli.check.toml.recovery.reading import Reading
from etoile_cli.check.toml.recovery.tables import TableReader
from etoile_cli.check.toml.recovery.unreadable import Unreadable
from etoile_cli.check.toml.scanner import is_header


class Recovered(NamedTuple):
    """What can be read of a text that is not TOML, its faults, and what may be in the rest of it.

    `is_complete` is false where there are so many faults that the rest of the text was not looked at.
    """

    document: LenientDocument
    data: Data
    faults: list[Fault]
    unreadable: Unreadable
    is_complete: bool


def recover(text: str, declarations: Declarations, most: int) -> Recovered:
    """Return the data tomli would read without the statements it rejects, and the faults of those statements.

    After more than `most` faults, the rest of the text is not looked at.
    """
    for prefix in prefixes(text, declarations, most):
        reading = Reading(LenientDocument(prefix.text, prefix.statements, declarations), declarations, most)
        _Recovery(reading).read()
        if reading.is_over:
            break
    return Recovered(
        reading.document, reading.data, reading.faults, reading.unreadable, is_complete=not reading.is_over
    )


class _Recovery:
    """Reads a text statement by statement, so that the faults are in the order of the text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tables = TableReader(reading)
        self._pairs = PairReader(reading)
        self._controls = controls_in_comments(reading.document)
        self._control = next(self._controls, None)

    def read(self) -> None:
        """Read all statements."""
        reading = self._reading
        for table in reading.document.tables:
            self._read_table(table)
        self._read_comments(len(reading.document.text))
        if not reading.is_over:
            reading.faults += remaining_contradictions(reading.document, reading.rejected)

    def _read_comments(self, end: int) -> None:
        """Add the faults in the comments before an offset."""
        while self._control and self._control.span[0] < end and not self._reading.is_over:
            self._reading.faults.append(self._control)
            self._reading.rejected.append(self._control.span)
            self._control = next(self._controls, None)

    def _read_table(self, table: Table) -> None:
        reading = self._reading
        self._read_comments(table.header[0] if table.header else 0)
        if reading.is_over:
            return
        data = self._tables.read(table) if table.header else reading.data
        current = CurrentTable(table, data, reading.declared(table.path or ()))
        if table.header and is_header(reading.document.text, table.header):
            self._pairs.add_unreadable(current, table.header)
        pairs = reading.document.pairs_of(table)
        if reading.is_over or self._pairs.read_together(current, pairs):
            return
        for pair in pairs:
            self._read_comments(pair[0])
            if reading.is_over:
                return
            current = self._pairs.read(current, pair)
