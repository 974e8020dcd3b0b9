"""Adding records to sections, each once, though several pages of a show may have it."""

from collections.abc import Mapping
from typing import Any

from etoile_cli.importing.intake.intake import Intake, Record


class Once:
    """What adds records that are not there yet."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._known: dict[str, Record] = {}

    def add(self, section: str, values: Mapping[str, Any]) -> Record:
        """Add a record to a section, unless it has one of the same values; return the one that is there then."""
        key = f"{section} {values}"
        if key not in self._known:
            self._known[key] = self._intake.add(section, values)
        return self._known[key]
