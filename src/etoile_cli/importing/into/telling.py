"""What is told of the changes that an import makes."""

from collections.abc import Sequence

from etoile_cli.compare.change import Change

_CITES = "cites"


def told_of(changes: Sequence[Change]) -> Sequence[Change]:
    """Return the changes but for those of citations, which every import makes; first what takes something away."""
    told = [each for each in changes if each.key != _CITES]
    return sorted(told, key=lambda each: not _replaces(each))


def _replaces(change: Change) -> bool:
    return change.old is not None and not isinstance(change.new, list | tuple)
