"""What mending problems has done besides: new errors, and data that are other than before where nothing was mended."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.check.check import Inspected
from etoile_cli.check.problem import Problem, Severity
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.scanner import key_names
from etoile_cli.edit.data import is_same
from etoile_cli.edit.mending.fixable import KEYS, paths_of

_Agrees = Callable[[Any, Any], bool]

_HEADER = r"\[\[?[ \t]*([A-Za-z_]+)[ \t]*\]\]?[ \t]*(?:[#\n]|\Z)"


def culprits(before: Inspected, after: Inspected, mended: Sequence[Problem]) -> set[int]:
    """Return the positions of the problems that must not be mended: those that stay, or bring errors or other data.

    These are the ones nearest to it: those of the same key, else of the same record or section, else all of them.
    """
    if not (before.report.is_complete and after.report.is_complete) or after.data is None:
        return set(range(len(mended)))
    moved = {section for each in mended for section in _moved_sections(each)}
    # What is certain is mended next: behind a comma too many, a value that is no list.
    errors = [each for each in after.report.problems if not (each.is_certain and each.edit)]
    paths = [*_new_errors(before, errors, moved), *_other_data(before, after, mended, moved)]
    return {*_not_gone(before, after, mended, moved)} | _nearest(paths, mended)


def unfinished(first: Inspected, last: Inspected, mended: Sequence[Problem]) -> set[int]:
    """Return the positions of the problems that were mended in vain: they brought an error that could not be mended.

    `first` is the catalogue before anything was mended, `last` after all was.
    """
    if not (first.report.is_complete and last.report.is_complete):
        return set()
    moved = {section for each in mended for section in _moved_sections(each)}
    return _nearest(_new_errors(first, last.report.problems, moved), mended)


def _nearest(paths: Iterable[Path], mended: Sequence[Problem]) -> set[int]:
    """Return the positions of the problems that are nearest to each path; all of them if none is near to one."""
    within: dict[Path, set[int]] = {}
    for position, problem in enumerate(mended):
        for path in _paths_around(problem):
            within.setdefault(path, set()).add(position)
    found: set[int] = set()
    every = set(range(len(mended)))
    for path in paths:
        around = (within[path[:size]] for size in range(len(path), 0, -1) if path[:size] in within)
        found |= next(around, every)
    return found


def _paths_around(problem: Problem) -> Iterator[Path]:
    """Yield the paths to a problem and to what is around it; for a key, also its path as it is written now."""
    path = problem.path
    yield from (path[:size] for size in range(1, len(path) + 1))
    if problem.target in KEYS and problem.edit:
        yield (*path[:-1], next(iter(_names(problem.edit.text)), ""))


def _names(text: str) -> Iterator[str]:
    """Yield the name in a text that is a key, or a key with its value."""
    yield from (name for name, _ in key_names(text, (0, len(text))))


def _moved_sections(problem: Problem) -> Iterator[object]:
    """Yield the sections whose records get other positions, or other paths, by the header that is written."""
    header = re.match(_HEADER, problem.edit.text) if problem.edit else None
    if header:
        yield header[1]
        yield from problem.path[:1]


def _not_gone(before: Inspected, after: Inspected, mended: Sequence[Problem], moved: set[object]) -> Iterator[int]:
    """Yield the positions of the problems that are still there: in a text that is no TOML, the place may be wrong."""
    was, now = (Counter(_identity(each, moved) for each in inspected.report.problems) for inspected in (before, after))
    positions: dict[tuple[str, Path], list[int]] = {}
    for position, problem in enumerate(mended):
        positions.setdefault(_identity(problem, moved), []).append(position)
    for identity, several in positions.items():
        if now[identity] > was[identity] - len(several):
            yield from several


def _new_errors(before: Inspected, after: Iterable[Problem], moved: set[object]) -> Iterator[Path]:
    """Yield the paths of the errors that were not there before; in sections whose records have moved, any of them."""
    old = Counter(_identity(each, moved) for each in before.report.problems if each.severity is Severity.ERROR)
    for problem in after:
        if problem.severity is Severity.ERROR:
            identity = _identity(problem, moved)
            old[identity] -= 1
            if old[identity] < 0:
                yield problem.path


def _identity(problem: Problem, moved: set[object]) -> tuple[str, Path]:
    path = problem.path
    if path and path[0] in moved:
        path = (path[0], *(step for step in path[1:] if isinstance(step, str)))
    return problem.code.name, path


def _other_data(before: Inspected, after: Inspected, mended: Sequence[Problem], moved: set[object]) -> Iterator[Path]:
    """Yield the paths of records and of values in them that are other than before, and in which nothing was mended."""
    records = {*paths_of(mended)}
    if () in records:
        return  # a statement whose place in the data is unknown
    places = {path for each in mended for path in _paths_around(each)}
    whole = {each.path for each in mended} & records
    old, new = before.data or {}, after.data or {}
    agrees = is_same if before.is_toml else _agrees
    for section in {**old, **new}:
        if section not in moved and (section,) not in whole:
            for path, one, other in _other_records((section,), old.get(section), new.get(section), agrees):
                if path not in records:
                    yield path
                elif path not in whole:
                    yield from (place for place in _other_values(path, one, other, agrees) if place not in places)


def _other_records(path: Path, old: Any, new: Any, agrees: _Agrees) -> Iterator[tuple[Path, Any, Any]]:
    """Yield the records of a section that have other data, or the section, with what they were and what they are."""
    if not isinstance(old, list) or not isinstance(new, list):
        yield from () if agrees(old, new) else [(path, old, new)]
        return
    old = [each for each in old if not _is_unknown(each)]
    if len(old) != len(new):
        yield path, old, new
    for position, (one, other) in enumerate(zip(old, new, strict=False)):
        if not agrees(one, other):
            yield (*path, position), one, other


def _other_values(path: Path, old: Any, new: Any, agrees: _Agrees) -> Iterator[Path]:
    """Yield the paths of the values of a record that are other than before."""
    if isinstance(old, dict) and isinstance(new, dict):
        yield from ((*path, key) for key in {**old, **new} if not agrees(old.get(key), new.get(key)))


def _agrees(old: Any, new: Any) -> bool:
    """Return whether data are the same but for values that could not be read before."""
    if old is None:
        return True
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return all(key in new and _agrees(value, new[key]) for key, value in old.items() if value is not None)
    return is_same(old, new)


def _is_unknown(record: Any) -> bool:
    """Return whether a record stands for one that could not be read."""
    return isinstance(record, Mapping) and bool(record) and all(value is None for value in record.values())
