"""Problems as workflow commands of GitHub Actions, which show them beside the lines of a change."""

from collections.abc import Mapping, Sequence

from etoile_cli.check.problem import Problem, Report
from etoile_cli.check.reports.line import sentence
from etoile_cli.text.escaping import escape_controls


def github(reports: Sequence[Report], unreadable: Mapping[str, str] | None = None) -> list[str]:
    """Return every problem as an `::error …::` or `::warning …::` command.

    `unreadable` are the names of files that can't be read, each with the reason.
    """
    problems = [_command(report.path, problem) for report in reports for problem in report.problems]
    return [
        *problems,
        *(
            f"::error file={_property(path)}::{_data(escape_controls(why))}"
            for path, why in (unreadable or {}).items()
        ),
    ]


def _command(path: str, problem: Problem) -> str:
    place = problem.place
    properties = {"file": path, "line": place.line, "endLine": place.end_line}
    if place.line == place.end_line:  # GitHub takes columns only within one line
        properties |= {"col": place.column, "endColumn": place.end_column}
    properties["title"] = problem.code.name
    given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{problem.severity} {given}::{_data(sentence(problem))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(escape_controls(text)).replace(":", "%3A").replace(",", "%2C")
