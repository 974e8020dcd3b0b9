"""Mends what is wrong with a catalogue where it is certain what was meant: bytes in, bytes out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from etoile_cli.check.check import Inspected, Rules, check, inspect
from etoile_cli.check.problem import Edit, Problem, Report
from etoile_cli.check.tally import MOST_REPORTED
from etoile_cli.check.toml.document import Place
from etoile_cli.edit.mending.any_text import AnyText
from etoile_cli.edit.mending.composing import Edits
from etoile_cli.edit.mending.effects import culprits
from etoile_cli.edit.mending.fixable import fixable
from etoile_cli.edit.text.patch import patch

# What is mended may show the next thing to mend: the key of a record, then its value.
_MOST_ROUNDS = 10
# So often the rest of a round is tried, once those are left out that would do harm.
_MOST_TRIES = 4


class Fixed(NamedTuple):
    """A problem that was mended: its place in the file as it was, and the text that was written there."""

    place: Place
    problem: Problem
    text: str


class Mended(NamedTuple):
    """A catalogue after its certain mistakes were mended: its bytes, a diff, what was mended, and what is left."""

    content: bytes
    patch: Iterator[str]
    fixed: Sequence[Fixed]
    report: Report


class _Round(NamedTuple):
    """Problems that were mended together, and what the checker finds of the catalogue after that."""

    mended: Sequence[Problem]
    content: bytes
    edits: Edits
    after: Inspected


def mended(content: bytes, path: str, asked: Rules, patched: str = "") -> Mended:
    """Return a catalogue after everything was mended of which it is certain what was meant.

    What would bring a new error, or change anything else than it is about, is left as it is. A second time, there is
    nothing to mend. `path` is the catalogue's name in messages, `patched` in the diff if it is another one.
    """
    source = AnyText(content)
    seen = first = inspect(content, path, asked)
    edits = Edits([])
    fixed: list[Fixed] = []
    refused: set[Edit] = set()
    new = content
    for _ in range(_MOST_ROUNDS):
        done = _round(source, edits, seen, asked, refused)
        if done is None:
            break
        fixed += (_fixed(each, edits, first) for each in done.mended)
        _, new, edits, seen = done
    is_whole = seen.report.is_complete and len(seen.report.problems) <= MOST_REPORTED
    report = seen.report if is_whole else check(new, path, asked)
    fixed.sort(key=lambda each: each.place)
    return Mended(new, patch(patched or path, source.whole, source.in_file(edits.all)), fixed, report)


def _fixed(problem: Problem, edits: Edits, first: Inspected) -> Fixed:
    span, text = _edit(problem)
    begin = edits.before(span[0])
    return Fixed(first.report.document.place((begin, begin)), problem, text)


def _round(source: AnyText, edits: Edits, seen: Inspected, asked: Rules, refused: set[Edit]) -> _Round | None:
    """Return the next problems that can be mended together; `None` if there are none.

    The edits of those that would do harm are added to `refused`, in terms of the file as it was at first.
    """
    report = seen.report
    chosen = [each for each in fixable(report) if _origin(each, edits) not in refused]
    for _ in range(_MOST_TRIES):
        if not chosen:
            return None
        both = edits.then([_edit(each) for each in chosen], report.document.text)
        content = source.spliced(source.in_file(both.all))
        after = inspect(content, report.path, asked)
        harmful = culprits(seen, after, chosen)
        if not harmful:
            return _Round(chosen, content, both, after)
        refused.update(_origin(chosen[each], edits) for each in harmful)
        chosen = [each for position, each in enumerate(chosen) if position not in harmful]
    return None


def _edit(problem: Problem) -> Edit:
    if problem.edit is None:
        raise ValueError("only a problem with an edit can be mended")
    return problem.edit


def _origin(problem: Problem, edits: Edits) -> Edit:
    (begin, end), text = _edit(problem)
    return Edit((edits.before(begin), edits.before(end)), text)
