"""Ids that are probably misspelt in their own record, and not in the records that name it."""

from collections.abc import Collection, Mapping, Sequence

from etoile_cli.check.toml.outline import Path
from etoile_cli.text.suggestions import nearest

# With more unknown ids, it is not guessed what each one means.
_MOST = 10


def misspelt(
    known: Collection[str], unknown: Mapping[str, Collection[Path]], named: Collection[str]
) -> dict[str, str]:
    """Return the ids that are misspelt in their own record, each with the spelling that other records use.

    No record names such an id, and several name a similar one. `known` are the ids that records have,
    `unknown` those that no record has, each with the records that name it, and `named` all that are named.
    """
    if len(unknown) > _MOST:
        return {}
    meant: dict[str, list[str]] = {}
    for name in unknown:
        if (guess := nearest(name, known)) and guess not in named:
            meant.setdefault(guess, []).append(name)
    return {right: names[0] for right, names in meant.items() if len(names) == 1 and len(unknown[names[0]]) > 1}


def meant_by(known: Collection[str], unknown: Collection[str]) -> set[str]:
    """Return the known ids that were probably meant by unknown ones."""
    return {nearest(name, known) for name in unknown} if len(unknown) <= _MOST else set()


def is_explained_by_duplicate(ids: Sequence[str], unknown: Mapping[str, Collection[Path]]) -> bool:
    """Return whether just one id is there twice, and just one id is unknown, which several records name.

    Then one of the two records was probably meant to have the unknown id.
    """
    is_one = [len(paths) > 1 for paths in unknown.values()] == [True]
    return is_one and len(ids) - len({*ids}) == 1
