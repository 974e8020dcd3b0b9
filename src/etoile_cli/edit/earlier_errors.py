"""Errors that were there before a change, and read otherwise after it: of two wrong codes, one is right now."""

from collections.abc import Iterable, Sequence
from datetime import date

from etoile_cli.catalogue.sections import SHOW
from etoile_cli.check.check import error_findings
from etoile_cli.check.toml.outline import Path
from etoile_cli.edit.operations import Data, Drop, Operation, Put, Remove


class EarlierErrors:
    """The errors in the values of a catalogue that operations don't change."""

    def __init__(self, data: Data, operations: Sequence[Operation], today: date) -> None:
        changed = {(*each.record, each.key) for each in operations if isinstance(each, Put | Drop)}
        # Where a record goes, the others have other positions.
        stays = not any(isinstance(each, Remove) for each in operations)
        found = error_findings(data, today) if stays else ()
        self._places = {(each.code.name, place) for each in found if (place := _place(each.path)) not in changed}

    def have(self, code: str, path: Path) -> bool:
        """Return whether a value that stays as it is was an error of this kind before."""
        return (code, _place(path)) in self._places


def _place(path: Iterable[str | int]) -> Path:
    """Return the path of the value that a path leads into: a key of the show, or of a record."""
    steps = tuple(path)
    return steps[: 2 if steps[:1] == (SHOW,) else 3]
