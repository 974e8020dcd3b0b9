"""How many records changed."""

from collections.abc import Iterable
from typing import NamedTuple

from etoile_cli.compare.change import Change, ChangeKind
from etoile_cli.text.values import count


class Totals(NamedTuple):
    """How many records came, went and changed; one counts once, however many of its keys changed."""

    added: int
    removed: int
    changed: int

    def text(self) -> str:
        """Return the numbers in words: `2 records added, 1 changed`."""
        said = [(number, name) for name, number in zip(self._fields, self, strict=True) if number]
        return ", ".join(
            f"{f'{number:,}' if at else count(number, 'record')} {name}" for at, (number, name) in enumerate(said)
        )


def totals(changes: Iterable[Change]) -> Totals:
    """Return how many records came, went and changed."""
    numbers = dict.fromkeys(ChangeKind, 0)
    last = None
    for change in changes:
        if change.is_of_record:
            numbers[change.kind] += 1
        elif change.before is not last:  # the changes of one record follow each other
            numbers[ChangeKind.CHANGED] += 1
            last = change.before
    return Totals(*(numbers[kind] for kind in (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED)))
