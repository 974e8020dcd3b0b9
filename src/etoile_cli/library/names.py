"""What the shows of a library are called, so that no two are called the same."""

from collections import Counter
from collections.abc import Sequence

from etoile_cli.catalogue.holding import name_alone
from etoile_cli.library.head import Head
from etoile_cli.text.escaping import without_undecoded
from etoile_cli.text.folding import fold


def unique_names(heads: Sequence[Head], paths: Sequence[str]) -> list[str]:
    """Return a name for each show: its title; where two are alike, with the year; then with the file.

    Case and accents make no difference. A show whose title can't be read is called by its path. A title that is longer
    than any real one is cut: it is repeated with every record.
    """
    paths = [without_undecoded(path) for path in paths]
    titles = [name_alone(head.title, "") for head in heads]
    names = [title or path for title, path in zip(titles, paths, strict=True)]
    for beside in ([head.year for head in heads], _endings(paths), paths):
        alike = _repeated(names)
        for at, what in enumerate(beside):
            if titles[at] and what and fold(names[at]) in alike:
                names[at] = f"{titles[at]} ({what})"
    return _numbered(names)


def _repeated(names: Sequence[str]) -> set[str]:
    counts = Counter(map(fold, names))
    return {name for name, count in counts.items() if count > 1}


def _endings(paths: Sequence[str]) -> list[str]:
    """Return the last part of each path."""
    return [path.rpartition("/")[2] for path in paths]


def _numbered(names: Sequence[str]) -> list[str]:
    """Return names of which none is that of another show: a title may be just what another is called with its file."""
    taken: dict[str, int] = {}
    done = []
    for name in names:
        number, other = taken.get(fold(name), 0), name
        while fold(other) in taken:
            number += 1
            other = f"{name} {number}"
        taken[fold(name)] = max(number, 1)
        taken.setdefault(fold(other), 1)
        done.append(other)
    return done
