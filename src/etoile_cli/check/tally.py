"""How many problems there are, and those of them that may be told: of very many, the others are not kept."""

from collections import Counter
from collections.abc import Iterable

from etoile_cli.check.problem import Finding, Severity

MOST_TOLD = 1_000
"""Of more problems than these, so many are told, errors before warnings; the first ones, if all were looked for."""

MOST_COUNTED = 10_000
"""Behind more errors than these, nobody looks for others: what is wrong is rather the whole file."""


class Tally:
    """The findings of a file, counted as they are found.

    Of the warnings that a rule has for a section so many are kept that the first by place are among them; of the
    errors all, since looking ends with `most` of them: then `is_complete` is false, and nothing is known of warnings.
    """

    def __init__(self, most: int) -> None:
        self.kept: list[Finding] = []
        self.counts: Counter[Severity] = Counter()
        self.is_complete = True
        self._most = most

    def take(self, findings: Iterable[Finding]) -> None:
        """Count the findings of one rule; those behind the last that counts are not looked for."""
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
                if warnings[section] > MOST_COUNTED:
                    continue
            self.kept.append(finding)

    def stop(self) -> None:
        """Take no more: the rest of the file is not looked at."""
        self.is_complete = False
        self.kept = [each for each in self.kept if each.code.severity is Severity.ERROR]
        del self.counts[Severity.WARNING]
