"""A change of a whole catalogue: its new bytes, held against what `check` says of them, and what is different then."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import catalogue_of
from etoile_cli.check.check import Rules, check
from etoile_cli.check.problem import Problem, Severity
from etoile_cli.check.reports.line import line
from etoile_cli.compare.changes import changes
from etoile_cli.compare.wording import Wording
from etoile_cli.edit.engine import edited
from etoile_cli.edit.operations import Data, Operation
from etoile_cli.edit.text.patch import patch
from etoile_cli.edit.toml.tables import CannotEditError
from etoile_cli.errors import NotWrittenError

_MOST_TOLD = 10
_SHOWN = ("code", "record", "key", "message")


class Changed(NamedTuple):
    """A catalogue after a change: its bytes, the lines of a unified diff, and what changed, a line each."""

    content: bytes
    patch: Iterator[str]
    told: Sequence[str]


def changed(
    content: bytes,
    old: Catalogue,
    data: Data,
    operations: Sequence[Operation],
    name: str,
    today: date,
    *,
    patched: str,
) -> Changed:
    """Return a catalogue, whose bytes hold these data, after operations.

    `name` is that of its file, `patched` what the diff calls it; ages are counted to `today`.

    Raises NotWrittenError, with the errors at their places in the file as it would be, if the change would bring some.
    """
    try:
        new = edited(content, operations, data)
    except CannotEditError as error:
        raise NotWrittenError(f"{name}: {error}", hint="etoile edit opens it in an editor") from None
    refuse_new_errors(content, new.content, name, today, new.data)
    catalogue = catalogue_of(new.data)
    wording = Wording(old, catalogue)
    told = [wording.line(change) for change in changes(old, catalogue)]
    return Changed(new.content, patch(patched, content.decode(), new.edits), told)


def refuse_new_errors(old: bytes, new: bytes, name: str, today: date, data: Data | None = None) -> None:
    """Raise NotWrittenError, with the errors, if a catalogue has errors that it had not before a change.

    `data` are those that the new bytes hold, if they have been read already.
    """
    if brought := new_errors(old, new, name, today, data):
        rest = len(brought) - _MOST_TOLD
        what = "this error" if len(brought) == 1 else "these errors" + (f" and {rest:,} more" if rest > 0 else "")
        raise NotWrittenError(
            lines=lines_of(brought, name), hint=f"nothing was written: the change would bring {what}"
        )


def new_errors(old: bytes, new: bytes, name: str, today: date, data: Data | None = None) -> Sequence[Problem]:
    """Return the errors that a catalogue has and had not before a change, in their order."""
    asked = Rules(today, only_errors=True)
    report = check(new, name, asked, data)
    if not report.counts[Severity.ERROR]:
        return []
    before = Counter(map(_identity, check(old, name, asked).problems))
    brought = []
    for problem in report.problems:
        before[_identity(problem)] -= 1
        if before[_identity(problem)] < 0:
            brought.append(problem)
    return brought


def lines_of(problems: Sequence[Problem], name: str) -> Sequence[str]:
    """Return the first of several problems as `check` prints them."""
    return [line(name, problem) for problem in problems[:_MOST_TOLD]]


def _identity(problem: Problem) -> tuple[object, ...]:
    """Return what of a problem stays the same where its line moves."""
    return tuple(str(getattr(problem, key)) for key in _SHOWN)
