"""Mends what is wrong with a catalogue where it is certain what was meant: bytes in, bytes out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from etoile_cli.check.check import Inspected, Rules, check, inspect
from etoile_cli.check.problem import Edit, Problem, Report
from etoile_cli.check.tally import MOST_REPORTED
from etoile_cli.check.toml.document import Place
from etoile_cli.edit.mending.any_text import AnyText
from etoile_cli.edit.mending.composing import Edits
from etoile_cli.edit.mending.effects import culprits, unfinished
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
    """Problems that were mended, their edits in terms of the file as it was, and what the checker finds after that."""

    mended: Sequence[Problem]
    origins: Sequence[Edit]
    content: bytes
    edits: Edits
    after: Inspected


def mended(content: bytes, path: str, asked: Rules, patched: str = "") -> Mended:
    """Return a catalogue after everything was mended of which it is certain what was meant.

    What would bring a new error, or change anything else than it is about, is left as it is. A second time, there is
    nothing to mend. `path` is the catalogue's name in messages, `patched` in the diff if it is another one.
    """
    source = AnyText(content)
    first = inspect(content, path, asked)
    done = _all_rounds(source, content, first, asked)
    seen = done.after
    is_whole = seen.report.is_complete and len(seen.report.problems) <= MOST_REPORTED
    report = seen.report if is_whole else check(done.content, path, asked)
    fixed = [_fixed(*each, first) for each in zip(done.mended, done.origins, strict=True)]
    fixed.sort(key=lambda each: each.place)
    diff = patch(patched or path, source.whole, source.in_file(done.edits.all))
    return Mended(done.content, diff, fixed, report)


def _fixed(problem: Problem, origin: Edit, first: Inspected) -> Fixed:
    begin = origin.span[0]
    return Fixed(first.report.document.place((begin, begin)), problem, origin.text)


def _all_rounds(source: AnyText, content: bytes, first: Inspected, asked: Rules) -> _Round:
    """Return what comes of mending until nothing is left; without what would end in an error that can't be mended."""
    nothing = _Round([], [], content, Edits([]), first)
    refused: set[Edit] = set()
    for _ in range(_MOST_TRIES):
        done = nothing
        for _ in range(_MOST_ROUNDS):
            following = _round(source, done.edits, done.after, asked, refused)
            if following is None:
                break
            mended, origins = [*done.mended, *following.mended], [*done.origins, *following.origins]
            done = following._replace(mended=mended, origins=origins)
        in_vain = unfinished(first, done.after, done.mended)
        if not in_vain:
            return done
        refused.update(done.origins[each] for each in in_vain)
    return nothing


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
            return _Round(chosen, [_origin(each, edits) for each in chosen], content, both, after)
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
