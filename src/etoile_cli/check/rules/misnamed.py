"""Ids that are probably wrong in their own record, and not in those that name it."""

from collections.abc import Collection, Mapping, Sequence

from etoile_cli.check.toml.outline import Path
from etoile_cli.text.suggestions import nearest

# Of more ids that no record has, nobody looks what was meant by each.
_MOST = 10


def misnamed(
    known: Collection[str], unknown: Mapping[str, Collection[Path]], named: Collection[str]
) -> dict[str, str]:
    """Return the ids that are misspelt in their own record, each with what the records call it that mean it.

    No record names such an id, and several name one that is near to it. `unknown` tells of each id that no record has
    which ones name it, `named` which of the known ones are named.
    """
    if len(unknown) > _MOST:
        return {}
    meant: dict[str, list[str]] = {}
    for name in unknown:
        if (guess := nearest(name, known)) and guess not in named:
            meant.setdefault(guess, []).append(name)
    return {right: names[0] for right, names in meant.items() if len(names) == 1 and len(unknown[names[0]]) > 1}


def meant_by(known: Collection[str], unknown: Collection[str]) -> set[str]:
    """Return the ids that were probably meant by others that no record has: what is told of those says enough."""
    return {nearest(name, known) for name in unknown} if len(unknown) <= _MOST else set()


def is_twice(identities: Sequence[object], unknown: Mapping[str, Collection[Path]]) -> bool:
    """Tell whether the one id that several records name and none has is that of one which has another's by mistake."""
    is_one = [len(paths) > 1 for paths in unknown.values()] == [True]
    return is_one and len(identities) - len({*identities}) == 1
