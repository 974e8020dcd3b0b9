"""Problems as one line each, and how many there are."""

from collections.abc import Sequence

from etoile_cli.check.problem import Problem, Report, Severity
from etoile_cli.text.escaping import escape_controls
from etoile_cli.text.values import count, enumerate_words


def line(path: str, problem: Problem) -> str:
    """Return a problem as `file:line:column: error[code]: message (hint)`."""
    return f"{place(path, problem)} {problem.severity}[{problem.code}]: {sentence(problem)}"


def place(path: str, problem: Problem) -> str:
    """Return where a problem is: `file:line:column:`."""
    return f"{escape_controls(path)}:{problem.place.line}:{problem.place.column}:"


def sentence(problem: Problem) -> str:
    """Return what is wrong, with the record and the hint: `cast "Luke Kirby": … (did you mean "main"?)`."""
    record = f"{problem.record}: " if problem.record else ""
    hint = f" ({problem.hint})" if problem.hint else ""
    return escape_controls(f"{record}{problem.message}{hint}")


def lines(reports: Sequence[Report]) -> list[str]:
    """Return every problem as a line."""
    return [line(report.path, problem) for report in reports for problem in report.problems]


def totals(reports: Sequence[Report], unreadable: int = 0) -> str:
    """Return how many problems there are, `2 errors and 1 warning`, and in how many files if there are several.

    Beside these there are files that can't be read. If not all were counted, it says `over 10,000 errors`.
    """
    over = "" if all(report.is_complete for report in reports) else "over "
    numbers = {severity: sum(report.counts[severity] for report in reports) for severity in Severity}
    counted = [count(number, severity) for severity, number in numbers.items() if number]
    files = f" in {count(len(reports), 'file')}" if len(reports) + unreadable > 1 else ""
    if unreadable:
        files += f"; {count(unreadable, 'more file')} can't be read"
    return f"{over}{enumerate_words(counted) or 'no problems'}{files}"
