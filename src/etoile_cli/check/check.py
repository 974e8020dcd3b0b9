"""Checks a catalogue: from the bytes of a file to its problems, each at its line and column."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import tomli

from etoile_cli.check.codes import FOUND_BY, Positions, rules
from etoile_cli.check.contents import STALE_AFTER, Contents, Entry
from etoile_cli.check.decoding import decode, is_binary, is_utf8
from etoile_cli.check.ignores import Ignores
from etoile_cli.check.labels import key, label
from etoile_cli.check.not_toml import SYNTAX
from etoile_cli.check.other_formats import foreign_finding, json_finding
from etoile_cli.check.places import replaced_span, span_of
from etoile_cli.check.problem import Code, Edit, Finding, Problem, Report, Severity
from etoile_cli.check.structure.examine import examine
from etoile_cli.check.tally import MOST_COUNTED, MOST_REPORTED, Tally
from etoile_cli.check.toml.advice.hints import Hint
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.scanner import Span

if TYPE_CHECKING:
    from etoile_cli.check.toml.recovery.data import Data


# A file of the largest size has hardly so many lines.
_MOST_INSPECTED = 1_000_000


class _Read(NamedTuple):
    """The text of a file, its data (`None` if none can be read), and what is wrong with it as TOML.

    If `is_complete` is false, so much is wrong that the rest of the text was not looked at.
    """

    document: Document
    data: "Data | None"
    findings: Sequence[Finding]
    is_complete: bool = True


class Rules(NamedTuple):
    """What the rules are asked: the day that ages are counted to, and after how many days an offer is stale.

    Warnings of the `ignored` codes are not told, and none at all with `only_errors`.
    """

    today: date
    stale_after: int = STALE_AFTER
    ignored: Collection[str] = ()
    only_errors: bool = False


class _Placed(NamedTuple):
    """A finding and its place in the text."""

    span: Span
    finding: Finding


def check(content: bytes, path: str, asked: Rules | date, data: "Data | None" = None) -> Report:
    """Return every problem of a catalogue. `path` is its name in messages; a date stands for the rules of that day.

    `data` are what tomli reads in it, if that is known already.
    """
    asked = Rules(asked) if isinstance(asked, date) else asked
    return _report(path, _read(content, MOST_COUNTED, data), Tally(MOST_COUNTED), MOST_REPORTED, asked)


class Inspected(NamedTuple):
    """Every problem of a catalogue, and its data: `None` if none can be read, and not all unless it `is_toml`."""

    report: Report
    data: "Data | None"
    is_toml: bool


def inspect(content: bytes, path: str, asked: Rules) -> Inspected:
    """Return every problem of a catalogue, of very many as well, and its data."""
    read = _read(content, _MOST_INSPECTED)
    report = _report(path, read, Tally(_MOST_INSPECTED, _MOST_INSPECTED), _MOST_INSPECTED, asked)
    return Inspected(report, read.data, type(read.document) is Document)


def error_findings(data: "Data", today: date) -> Iterator[Finding]:
    """Yield the errors in the data of a catalogue; their places in the file are not looked for."""
    entries: list[Entry] = []
    yield from (each for each in examine(data, entries) if each.code.severity is Severity.ERROR)
    yield from _errors_by_rules(Contents(entries, today))


def _errors_by_rules(contents: Contents) -> Iterator[Finding]:
    for rule in rules(Severity.ERROR):
        yield from (each for each in rule(contents) if each.code.severity is Severity.ERROR)


def refusals(content: bytes, path: str, most_reported: int = MOST_REPORTED) -> Report:
    """Return the first problems that keep a catalogue from being read; none if it can be read.

    The check ends soon after more are found than can be reported.
    """
    return _report(path, _read(content, MOST_REPORTED), Tally(MOST_REPORTED), most_reported)


def _read(content: bytes, most: int, data: "Data | None" = None) -> _Read:
    """Return what can be read of a file, if that is not known; in a text that is no TOML, only up to `most` errors."""
    text, findings = decode(content)
    if data is not None:
        return _Read(Document(text), data, findings)
    if is_binary(content):
        return _Read(Document(text), None, findings)
    if json := json_finding(text):
        return _Read(Document(text), None, [*findings, json])
    try:
        return _Read(Document(text), tomli.loads(text), findings)
    except (ValueError, RecursionError):  # ValueError: also for a number that is too long
        return _recovered(text, findings, most, is_whole=is_utf8(content))


def _recovered(text: str, findings: Sequence[Finding], most: int, *, is_whole: bool) -> _Read:
    """Return what can be read of a text that is not TOML; `is_whole` if all of its bytes are UTF-8."""
    # Most catalogues are TOML, and these take 12 ms to import.
    from etoile_cli.check.toml.recovery.recovery import recover
    from etoile_cli.check.toml_adapter import CatalogueDeclarations, as_finding

    recovered = recover(text, CatalogueDeclarations(), most)
    document, data = recovered.document, recovered.data
    errors = [as_finding(fault) for fault in recovered.faults]
    if not is_whole:
        errors = [each for each in errors if not _is_replaced(document.text, each)]
    if recovered.unreadable.is_majority and "format" not in data and errors and errors[0].span:
        return _Read(document, None, [*findings, foreign_finding(document.text, errors[0].span)])
    if not recovered.is_complete and len(errors) <= most:  # the rest only repeated that the bytes are not UTF-8
        return _Read(document, None, [*findings, *errors])
    recovered.unreadable.fill(data, document)
    return _Read(document, data, [*findings, *errors], recovered.is_complete)


def _is_replaced(text: str, finding: Finding) -> bool:
    """Return whether a finding only repeats that the bytes are not UTF-8."""
    return finding.span is not None and "\ufffd" in text[slice(*finding.span)]


def _report(path: str, read: _Read, tally: Tally, most_reported: int, asked: Rules | None = None) -> Report:
    """Return the problems of a file, as many as the tally takes. Unless they are asked, the rules are not applied."""
    for findings in _every(read, tally, asked):
        tally.take(findings)
    if not read.is_complete:
        tally.stop()
    by_place = partial(_place_and_code, Positions())
    placed = sorted((_Placed(span_of(read.document, each), each) for each in tally.kept), key=by_place)
    if len(placed) > most_reported:
        placed.sort(key=lambda each: each.finding.code.severity is Severity.WARNING)
        placed = sorted(placed[:most_reported], key=by_place)
    problems = [_problem(read.document, read.data or {}, each) for each in placed]
    return Report(path, read.document, problems, tally.counts, is_complete=tally.is_complete)


def _every(read: _Read, tally: Tally, asked: Rules | None) -> Iterator[Iterable[Finding]]:
    """Yield the findings of a file: its syntax, its keys and types, those of each rule, those about its comments."""
    yield read.findings
    if read.data is None or not read.is_complete:
        return
    entries: list[Entry] = []
    yield examine(read.data, entries)
    if asked is None:
        return
    contents = Contents(entries, asked.today, asked.stale_after)
    if asked.only_errors:
        yield _errors_by_rules(contents)
    else:
        ignores = Ignores(read.document, {code.name: code for code in FOUND_BY})
        for rule in rules():
            yield _not_in(asked.ignored, ignores.kept(rule(contents)))
        yield _not_in(asked.ignored, ignores.findings(has_errors=bool(tally.counts[Severity.ERROR])))


def _not_in(ignored: Collection[str], findings: Iterable[Finding]) -> Iterable[Finding]:
    """Return the findings without the warnings of some codes."""
    return (each for each in findings if each.code.name not in ignored) if ignored else findings


def _place_and_code(order: Mapping[Code, int], placed: _Placed) -> tuple[Span, int]:
    return placed.span, order[placed.finding.code]


def _problem(document: Document, data: "Data", placed: _Placed) -> Problem:
    span, finding = placed
    message = finding.message
    if finding.first is not None:
        message += f" in line {document.place(document.find(finding.first)[0]).line}"
    hint = finding.hint if isinstance(finding.hint, Hint) else finding.hint(document.text[slice(*span)])
    edit = None if hint.text is None else Edit(hint.span or replaced_span(document, finding, span), hint.text)
    rewritten = finding.rewrite(document) if finding.rewrite else None
    path = finding.path
    # A problem at the path of the show is in the show if a line of it is not TOML; any other is about the key "show".
    is_in_show = path == ("show",) and finding.code is SYNTAX
    record = label(data, path) if is_in_show or len(path) > 1 else ""
    return Problem(
        document.place(span),
        finding.code,
        record,
        "" if is_in_show else key(path),
        message,
        hint.words,
        rewritten or edit,
        is_certain=hint.is_certain or rewritten is not None,
        path=path,
        target=finding.target,
    )
