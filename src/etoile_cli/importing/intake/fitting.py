"""Making what was taken in a catalogue without errors: what does not fit its form is left out, and told."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import FORMAT, RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.check.check import error_findings
from etoile_cli.check.labels import key, label
from etoile_cli.check.problem import Finding
from etoile_cli.check.toml.outline import Path

Data = dict[str, Any]

# Taking something out can make something else wrong, what refers to it, and that once more.
_MOST_ROUNDS = 20
_STAND_IN = "?"


def fit(data: Data, today: date) -> list[str]:
    """Take out of the data of a catalogue what is an error, until nothing is; return what is left out, and why.

    A value goes with its key, an item alone, a record if it lacks what it must have, or repeats another. Nothing goes
    but what `check` finds. A show may lack its title, the data their format.
    """
    told: list[str] = []
    for _ in range(_MOST_ROUNDS):
        findings = list(error_findings(_complete(data), today))
        if not findings:
            return told
        told += [sentence(data, each) for each in findings]
        take_out(data, [what_goes(data, each.path) for each in findings])
    raise RuntimeError("what was left out left errors behind, again and again")


def _complete(data: Data) -> Data:
    return {"format": FORMAT, **data, SHOW: {"title": _STAND_IN, **data.get(SHOW, {})}}


def sentence(data: Data, finding: Finding) -> str:
    """Return what is told of an error: the record, the key and the message, and the record that it repeats."""
    first = f" ({label(data, finding.first)})" if finding.first else ""
    return ": ".join(filter(None, [label(data, finding.path), key(finding.path), f"{finding.message}{first}"]))


def what_goes(data: Data, path: Path) -> Path:
    """Return the path of what is to go for an error at a path: as little as makes it go away."""
    begin = 1 if path[0] == SHOW else 2
    if len(path) <= begin:
        return path
    record_type = Show if path[0] == SHOW else RECORD_TYPES[str(path[0])]
    declared = declarations(record_type).get(str(path[begin]))
    if declared and declared.required and path[0] != SHOW:
        return path[:begin]
    return path if _is_there(data, path) else path[: begin + 1] if _is_there(data, path[: begin + 1]) else path[:begin]


def _is_there(data: Data, path: Path) -> bool:
    value: Any = data
    for step in path:
        has_it = step in value if isinstance(value, dict) else isinstance(value, list) and int(step) < len(value)
        if not has_it:
            return False
        value = value[step]
    return True


def take_out(data: Data, paths: Sequence[Path]) -> None:
    """Take out what several paths lead to, and the lists and tables that hold nothing after that.

    It is done from the end, so that no other position moves.
    """
    gone: dict[Path, set[int]] = {}
    for path in _outermost(paths):
        *around, last = path
        if isinstance(last, int):
            gone.setdefault(tuple(around), set()).add(last)
        else:
            del _at(data, around)[last]
            _drop_empty(data, tuple(around))
    for steps, positions in gone.items():
        holder = _at(data, steps)
        holder[:] = [each for at, each in enumerate(holder) if at not in positions]
        _drop_empty(data, steps)


def _drop_empty(data: Data, path: Path) -> None:
    """Take out a list or a table that holds nothing, if a key leads to it."""
    if path and isinstance(path[-1], str) and not _at(data, path):
        del _at(data, path[:-1])[path[-1]]


def _outermost(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield each of the paths once, but for those that lead into what another one leads to; the deepest first."""
    every = set(paths)
    outer = [path for path in every if not any(path[:length] in every for length in range(1, len(path)))]
    yield from sorted(outer, key=len, reverse=True)


def _at(data: Data, path: Sequence[str | int]) -> Any:
    value: Any = data
    for step in path:
        value = value[step]
    return value
