"""What is promised of any bytes: they are checked, changed and mended soon, and without an exception.

What is mended has no more errors than before, and a second time there is nothing to mend.
"""

import random
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from types import FrameType

from etoile_cli.catalogue.reader import InvalidCatalogueError, parse, read_data
from etoile_cli.check.check import Rules, check, refusals
from etoile_cli.check.problem import Report, Severity
from etoile_cli.check.reports.line import lines
from etoile_cli.check.reports.text import text
from etoile_cli.edit.data import is_same
from etoile_cli.edit.engine import edited
from etoile_cli.edit.mending.fixes import mended
from etoile_cli.edit.operations import intended
from etoile_cli.edit.toml.tables import CannotEditError
from etoile_cli.text.styles import bare
from tests.controls import controls_in
from tests.edit.random_changes import operations_for

DAY = date(2026, 11, 22)

# Of processor time, so that a busy machine is no hang. A byte of a good text takes 1 µs, of one that is all slips 50.
_SECONDS = 1
_SECONDS_A_BYTE = 0.000_2

# To mend takes a check a round, of which there are ten at most, and a few for each that would do harm.
_AS_OFTEN = 20

_WIDTH, _MOST_DRAWN = 60, 10


class BrokenPromiseError(AssertionError):
    """Bytes of which something promised doesn't hold."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise TimeoutError if what is done takes more of this process's time than so much."""

    def give_up(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"this takes over {seconds:g} seconds")

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def hold(content: bytes, patience: float = 1) -> None:
    """Raise BrokenPromiseError, TimeoutError or whatever the checker raises, if bytes break a promise.

    `patience` is how many times as long everything may take where Python is slowed down.
    """
    with within(patience * (_SECONDS + _SECONDS_A_BYTE * len(content))):
        report, refused = check(content, "it.toml", DAY), refusals(content, "it.toml")
        is_refused = _is_refused(content)
        told = "\n".join([*lines([report]), *_drawn(report)])
    _promise(is_refused == bool(refused.problems), "refusals() finds something exactly where parse() refuses")
    _promise(is_refused <= bool(report.counts[Severity.ERROR]), "check() finds an error where parse() refuses")
    _promise(refused.counts[Severity.WARNING] == 0, "refusals() finds no warnings")
    _promise(controls_in(told) <= {"\n"}, "no control character is told")
    with within(patience * (_SECONDS + _SECONDS_A_BYTE * len(content))):
        _change(content)
    _hold_mended(content, report, patience)


def _change(content: bytes) -> None:
    """Change what the bytes hold, if they are TOML, in a way that depends on them alone."""
    try:
        data = read_data(content.replace(b"\r\n", b"\n"))
    except (ValueError, RecursionError):
        return
    operations = operations_for(random.Random(content), data)
    try:
        done = edited(content, operations)
    except CannotEditError:
        return
    found, wanted = (
        {key: value for key, value in each.items() if value not in ([], {})}
        for each in (done.data, intended(data, operations))
    )
    _promise(is_same(found, wanted), "a change makes the data those that are intended")


def _hold_mended(content: bytes, report: Report, patience: float) -> None:
    """Likewise for what is certain, if anything is."""
    if not any(problem.is_certain for problem in report.problems):
        return
    with within(patience * _AS_OFTEN * (_SECONDS + _SECONDS_A_BYTE * len(content))):
        done = mended(content, "it.toml", Rules(DAY))
        again = mended(done.content, "it.toml", Rules(DAY))
    _promise(again.content == done.content, "a second time, there is nothing to mend")
    errors = report.counts[Severity.ERROR], done.report.counts[Severity.ERROR]
    _promise(errors[1] <= errors[0] or not report.is_complete, "what is mended has no more errors than before")


def _is_refused(content: bytes) -> bool:
    try:
        parse(content)
    except InvalidCatalogueError:
        return True
    return False


def _drawn(report: Report) -> Iterator[str]:
    """Yield the lines of a report on a terminal, unless it is long: that takes longer than the checking."""
    if len(report.problems) <= _MOST_DRAWN:
        yield from (bare(line) for line in text([report], excerpts=True, wrapped=True, width=_WIDTH))


def _promise(kept: bool, promise: str) -> None:
    if not kept:
        raise BrokenPromiseError(f"not so: {promise}")
