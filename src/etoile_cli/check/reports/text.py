"""Problems for people: a line each, in colour, and on request an excerpt of the file."""

from collections.abc import Iterator, Sequence

from etoile_cli.check.problem import Problem, Report, Severity
from etoile_cli.check.reports.excerpt import excerpt
from etoile_cli.check.reports.line import place, sentence
from etoile_cli.text.styles import FAULT, QUIET, STRONG, WARNING, Line, styled, wrapped_line

_STYLES = {Severity.ERROR: FAULT, Severity.WARNING: WARNING}
_RULE = " │ "
_INDENT = 2


def text(reports: Sequence[Report], *, excerpts: bool, wrapped: bool, width: int) -> Iterator[Line]:
    """Yield the problems; excerpts fit a width in columns, and so do messages if they are `wrapped`."""
    for report in reports:
        for problem in report.problems:
            where = place(report.path, problem)
            headline = _headline(where, problem)
            yield from wrapped_line(headline, width, hanging=_INDENT, whole=len(where)) if wrapped else [headline]
            if excerpts:
                yield from _excerpt(report, problem, width)
                yield ()


def _headline(where: str, problem: Problem) -> Line:
    kind = f"{problem.severity}[{problem.code}]:"
    return styled((where, STRONG), " ", (kind, _STYLES[problem.severity]), " ", sentence(problem))


def _excerpt(report: Report, problem: Problem, width: int) -> Iterator[Line]:
    number = f" {problem.place.line}"
    shown = excerpt(report.document, problem.place, width - len(number) - len(_RULE))
    style = _STYLES[problem.severity]
    yield styled((f"{number}{_RULE}", QUIET), shown.before, (shown.marked, style), shown.after)
    yield styled((f"{' ' * len(number)}{_RULE}", QUIET), shown.indent, (shown.marks, style))
