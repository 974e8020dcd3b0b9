"""A change of a whole catalogue: its new bytes, held against what `check` says of them, and what is different then."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from shlex import quote
from typing import Any, NamedTuple

from msgspec import structs

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import catalogue_of
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.check.check import Rules, check, inspect
from etoile_cli.check.problem import Problem, Severity
from etoile_cli.check.reports.line import line
from etoile_cli.check.rules.references import UNKNOWN_COMPANY, UNKNOWN_EPISODE, UNKNOWN_SOURCE
from etoile_cli.compare.change import Change
from etoile_cli.compare.changes import changes
from etoile_cli.compare.wording import Wording
from etoile_cli.edit.earlier_errors import EarlierErrors
from etoile_cli.edit.engine import edited
from etoile_cli.edit.local import bring_no_error
from etoile_cli.edit.operations import Add, Data, Drop, Operation, Put, Remove
from etoile_cli.edit.raw_records import changes_told
from etoile_cli.edit.text.patch import patch
from etoile_cli.edit.toml.tables import CannotEditError
from etoile_cli.errors import NotWrittenError

_MOST_TOLD = 10


class Changed(NamedTuple):
    """A catalogue after a change: its bytes, the lines of a unified diff, and what changed, a line each."""

    content: bytes
    patch: Iterator[str]
    told: Sequence[str]


def changed(
    content: bytes,
    old: Catalogue | None,
    data: Data,
    operations: Sequence[Operation],
    name: str,
    today: date,
    *,
    patched: str,
    is_by_values: bool = False,
    told_of: Callable[[Sequence[Change]], Sequence[Change]] = list,
) -> Changed:
    """Return a catalogue, whose bytes hold these data, after operations; `old` is `None` if it can't be read.

    `name` is that of its file, `patched` what the diff calls it; ages are counted to `today`. A change `is_by_values`
    if KEY=VALUE ask for it: whoever wrote them has put nothing in quotes. `told_of` chooses what is told of all that
    changed, and its order.

    Raises NotWrittenError, with the errors at their places in the file as it would be, if the change would bring some.
    """
    try:
        new = edited(content, operations, data)
    except CannotEditError as error:
        raise NotWrittenError(f"{name}: {error}", hint="etoile edit opens it in an editor") from None
    is_harmless = bring_no_error(data, new.data, operations, today)
    brought = [] if is_harmless else new_errors(content, new.content, name, today, new.data)
    if brought:
        earlier = EarlierErrors(data, operations, today)
        brought = [each for each in brought if not earlier.have(each.code.name, each.path)]
    if brought:
        shown = [_without_quotes(each) for each in brought] if is_by_values else brought
        raise _refusal(shown, name, _where_it_is_named(brought[0], operations, new.data))
    told = changes_told(data, new.data, operations) if old is None else _told(old, catalogue_of(new.data), told_of)
    return Changed(new.content, patch(patched, content.decode(), new.edits), told)


def _told(old: Catalogue, new: Catalogue, told_of: Callable[[Sequence[Change]], Sequence[Change]]) -> Sequence[str]:
    wording = Wording(old, new)
    return [wording.line(change) for change in told_of(changes(old, new))]


def _refusal(brought: Sequence[Problem], name: str, advice: str) -> NotWrittenError:
    rest = len(brought) - _MOST_TOLD
    what = "this error" if len(brought) == 1 else "these errors" + (f" and {rest:,} more" if rest > 0 else "")
    hint = f"nothing was written: the change would bring {what}"
    return NotWrittenError(lines=lines_of(brought, name), hint=f"{hint}; {advice}" if advice else hint)


def _without_quotes(problem: Problem) -> Problem:
    return structs.replace(problem, hint=problem.hint.removesuffix(", without quotes"))


def _where_it_is_named(problem: Problem, operations: Sequence[Operation], data: Data) -> str:
    """Return what to do first if others name the record that goes, or whose id changes; empty if that is no error."""
    if problem.code not in {UNKNOWN_SOURCE, UNKNOWN_COMPANY, UNKNOWN_EPISODE}:
        return ""
    if not any(isinstance(each, Remove) for each in operations):
        own = {each.record for each in operations if isinstance(each, Put | Drop)}
        is_own = any(problem.path[: len(path)] == path for path in own) or any(isinstance(e, Add) for e in operations)
        return "" if is_own else "what names the record has to change with it, which etoile edit can do"
    section, *steps = problem.path
    keys = [step for step in steps if isinstance(step, str)]
    value: Any = data[str(section)]
    for step in steps:
        value = value[step]
    end = f"-={quote(value)}" if isinstance(steps[-1], int) else "="
    words = "" if section == SHOW else " --all" if isinstance(steps[-1], int) else " WORDS..."
    return f"first take out what names it: etoile set {section}{words} {'.'.join(keys)}{end}"


def new_errors(old: bytes, new: bytes, name: str, today: date, data: Data | None = None) -> Sequence[Problem]:
    """Return the errors that a catalogue has and had not before a change, in their order."""
    asked = Rules(today, only_errors=True)
    found = _every_error(new, name, asked, data)
    if not found:
        return []
    was = _every_error(old, name, asked)
    # First those of the same record, then those of one that has another name now, or another number in its section.
    return _beyond(*_beyond(found, was, _identity), _kind)[0]


def _every_error(content: bytes, name: str, asked: Rules, data: Data | None = None) -> Sequence[Problem]:
    """Return the errors of a catalogue, of very many as well, which are more than are reported."""
    report = check(content, name, asked, data)
    is_whole = report.is_complete and report.counts[Severity.ERROR] == len(report.problems)
    return report.problems if is_whole else inspect(content, name, asked).report.problems


def _beyond(
    new: Sequence[Problem], old: Sequence[Problem], same: Callable[[Problem], object]
) -> tuple[Sequence[Problem], Sequence[Problem]]:
    """Return the problems that are only new, and those that are only old; `same` is what two have in common."""
    left: dict[object, list[Problem]] = {}
    for problem in old:
        left.setdefault(same(problem), []).append(problem)
    brought = []
    for problem in new:
        if found := left.get(same(problem)):
            found.pop()
        else:
            brought.append(problem)
    return brought, [problem for problems in left.values() for problem in problems]


def lines_of(problems: Sequence[Problem], name: str) -> Sequence[str]:
    """Return the first of several problems as `check` prints them."""
    return [line(name, problem) for problem in problems[:_MOST_TOLD]]


def _identity(problem: Problem) -> tuple[str, ...]:
    """Return what of a problem stays the same where its line moves, and that of another record that it names."""
    return problem.record, *_kind(problem)


def _kind(problem: Problem) -> tuple[str, ...]:
    return str(problem.code), problem.key, re.sub(r" in line \d+$", "", problem.message)
