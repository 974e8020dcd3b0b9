"""Counts findings, and keeps those that may be reported: of very many, the others are dropped."""

from collections import Counter
from collections.abc import Iterable

from etoile_cli.check.problem import Finding, Severity

MOST_REPORTED = 1_000
"""How many problems of a file are reported at most: errors before warnings, and the first ones of each."""

MOST_COUNTED = 10_000
"""How many errors of a file are counted at most. The check ends there: the file is hardly a catalogue."""


class Tally:
    """The findings of a file, counted while they are found.

    All errors are kept: after `most` of them the check ends, `is_complete` is false, and warnings are dropped, since
    not all are known. Of the warnings of one rule, `most_warnings` are kept for each section, so that the first ones
    of the file are among them.
    """

    def __init__(self, most: int, most_warnings: int = MOST_COUNTED) -> None:
        self.kept: list[Finding] = []
        self.counts: Counter[Severity] = Counter()
        self.is_complete = True
        self._most = most
        self._most_warnings = most_warnings

    def take(self, findings: Iterable[Finding]) -> None:
        """Count the findings of one rule, up to the first error that is more than are counted."""
        warnings: Counter[object] = Counter()
        for finding in findings if self.is_complete else ():
            severity = finding.code.severity
            if severity is Severity.ERROR and self.counts[severity] == self._most:
                self.stop()
                return
            self.counts[severity] += 1
            if severity is Severity.WARNING:
                section = finding.path[:1]
                warnings[section] += 1
                if warnings[section] > self._most_warnings:
                    continue
            self.kept.append(finding)

    def stop(self) -> None:
        """End the check: the rest of the file is not looked at, and warnings don't count."""
        self.is_complete = False
        self.kept = [each for each in self.kept if each.code.severity is Severity.ERROR]
        del self.counts[Severity.WARNING]
