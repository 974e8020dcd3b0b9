"""A change of a whole catalogue: its new bytes, held against what `check` says of them, and what is different then."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.check.check import check
from etoile_cli.check.problem import Problem, Severity
from etoile_cli.check.reports.line import line
from etoile_cli.compare.changes import changes
from etoile_cli.compare.wording import Wording
from etoile_cli.edit.engine import edited
from etoile_cli.edit.operations import Operation
from etoile_cli.edit.patch import patch
from etoile_cli.edit.tables import CannotEditError
from etoile_cli.errors import NotWrittenError

_MOST_TOLD = 10
_SHOWN = ("code", "record", "key", "message")


class Changed(NamedTuple):
    """A catalogue after a change: its bytes, the lines of a unified diff, and what changed, a line each."""

    content: bytes
    patch: Sequence[str]
    told: Sequence[str]


def changed(
    content: bytes, old: Catalogue, operations: Sequence[Operation], name: str, today: date, *, patched: str
) -> Changed:
    """Return a catalogue after operations. `name` is that of its file, ages are counted to `today`.

    `patched` is what the diff calls the file.

    Raises NotWrittenError, with the errors at their places in the file as it would be, if the change would bring some.
    """
    try:
        new = edited(content, operations)
    except CannotEditError as error:
        raise NotWrittenError(f"{name}: {error}", hint="etoile edit opens it in an editor") from None
    refuse_new_errors(content, new.content, name, today)
    catalogue = parse(new.content)
    wording = Wording(old, catalogue)
    told = [wording.line(change) for change in changes(old, catalogue)]
    return Changed(new.content, list(patch(patched, content.decode(), new.edits)), told)


def refuse_new_errors(old: bytes, new: bytes, name: str, today: date) -> None:
    """Raise NotWrittenError, with the errors, if a catalogue has errors that it had not before a change."""
    report = check(new, name, today)
    if not report.counts[Severity.ERROR]:
        return
    before = Counter(map(_identity, check(old, name, today).problems))
    brought = []
    for problem in report.problems:
        before[_identity(problem)] -= 1
        if problem.severity is Severity.ERROR and before[_identity(problem)] < 0:
            brought.append(line(name, problem))
    if brought:
        rest = len(brought) - _MOST_TOLD
        what = "this error" if len(brought) == 1 else "these errors" + (f" and {rest:,} more" if rest > 0 else "")
        raise NotWrittenError(lines=brought[:_MOST_TOLD], hint=f"nothing was written: the change would bring {what}")


def _identity(problem: Problem) -> tuple[object, ...]:
    """Return what of a problem stays the same where its line moves."""
    return tuple(str(getattr(problem, key)) for key in _SHOWN)
