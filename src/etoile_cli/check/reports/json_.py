"""Problems as one JSON document, for programs; docs/checking.md describes its keys."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from etoile_cli.check.problem import Problem, Report, Severity
from etoile_cli.text.escaping import without_undecoded
from etoile_cli.text.json_ import json_text

VERSION = 1
"""Goes up when a key changes its meaning or is dropped, not when one is added."""


class JsonProblem(msgspec.Struct):
    """A problem as JSON. Lines and columns count from 1, columns in characters; the end is after the last one."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    severity: str
    record: str | None
    key: str | None
    message: str
    hint: str | None


class UnreadableFile(msgspec.Struct):
    """A file that can't be read, and why, as JSON."""

    file: str
    message: str


def json(reports: Sequence[Report], unreadable: Mapping[str, str] | None = None) -> list[str]:
    """Return the document: its version, the numbers of errors and warnings, and the problems.

    `unreadable` are the names of files that can't be read, each with the reason.
    """
    document = {
        "version": VERSION,
        "errors": sum(report.counts[Severity.ERROR] for report in reports),
        "warnings": sum(report.counts[Severity.WARNING] for report in reports),
        "complete": all(report.is_complete for report in reports),
        "problems": list(_problems(reports)),
        "unreadable": [UnreadableFile(*map(without_undecoded, each)) for each in (unreadable or {}).items()],
    }
    return [json_text(document)]


def _problems(reports: Sequence[Report]) -> Iterator[JsonProblem]:
    for report in reports:
        file = without_undecoded(report.path)
        for problem in report.problems:
            yield _as_json(file, problem)


def _as_json(file: str, problem: Problem) -> JsonProblem:
    return JsonProblem(
        file,
        *problem.place,
        problem.code.name,
        problem.severity,
        problem.record or None,
        problem.key or None,
        problem.message,
        problem.hint or None,
    )
