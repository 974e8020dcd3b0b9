"""Problems as one JSON document, for programs; docs/checking.md tells of its keys."""

import os
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from etoile_cli.check.problem import Problem, Report, Severity
from etoile_cli.text.json_ import json_text

VERSION = 1
"""Counts up when a key changes its meaning or goes; new keys may come without."""


class Told(msgspec.Struct):
    """A problem as JSON: lines and columns from 1 on, in characters, the end behind the last one."""

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


class Unreadable(msgspec.Struct):
    """A file that can't be read, and why, as JSON."""

    file: str
    message: str


def json(reports: Sequence[Report], unreadable: Mapping[str, str] | None = None) -> list[str]:
    """Return the document: its version, how many errors and warnings there are, the problems that are told.

    `unreadable` is the files that can't be read, and why.
    """
    document = {
        "version": VERSION,
        "errors": sum(report.counts[Severity.ERROR] for report in reports),
        "warnings": sum(report.counts[Severity.WARNING] for report in reports),
        "complete": all(report.is_complete for report in reports),
        "problems": list(_told(reports)),
        "unreadable": [Unreadable(_as_text(path), _as_text(message)) for path, message in (unreadable or {}).items()],
    }
    return [json_text(document)]


def _told(reports: Sequence[Report]) -> Iterator[Told]:
    for report in reports:
        file = _as_text(report.path)
        for problem in report.problems:
            yield _as_told(file, problem)


def _as_text(text: str) -> str:
    """Return a text with a file's name in it as JSON can hold it: the name need not be UTF-8."""
    return os.fsencode(text).decode(errors="replace")


def _as_told(file: str, problem: Problem) -> Told:
    return Told(
        file,
        *problem.place,
        problem.code.name,
        problem.severity,
        problem.record or None,
        problem.key or None,
        problem.message,
        problem.hint or None,
    )
