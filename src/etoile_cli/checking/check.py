"""Checking a catalogue: from its bytes to every problem, each at its place."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import tomli

from etoile_cli.checking.broken.foreign import foreign_finding, json_finding
from etoile_cli.checking.broken.recovery import recover
from etoile_cli.checking.broken.tables import Data
from etoile_cli.checking.contents import Contents
from etoile_cli.checking.decoding import decode, is_binary, is_utf8
from etoile_cli.checking.labels import key, label
from etoile_cli.checking.problem import Code, Edit, Finding, Part, Problem, Report, Severity
from etoile_cli.checking.rules.dates import dates_out_of_order, stale_offers
from etoile_cli.checking.rules.episodes import episodes_out_of_order, missing_episodes
from etoile_cli.checking.rules.ids import malformed_ids
from etoile_cli.checking.rules.links import insecure_addresses, search_links
from etoile_cli.checking.rules.numbers import too_few_seasons, untimely_status
from etoile_cli.checking.rules.references import unknown_references, unsourced_records, unused_sources
from etoile_cli.checking.rules.repetition import repeated_items, repeated_records
from etoile_cli.checking.rules.texts import control_characters, invisible_characters, stacked_marks, wrong_texts
from etoile_cli.checking.structure import examine
from etoile_cli.checking.toml.document import Document, Place
from etoile_cli.checking.toml.scanner import Span
from etoile_cli.checking.writing import Hint
from etoile_cli.model import SECTIONS

MOST_TOLD = 1_000
"""Of more problems than these, only the first are told, errors before warnings."""

_ORDER = {code: position for position, code in enumerate(Code)}

_RULES: Sequence[Callable[[Contents], Iterator[Finding]]] = (
    wrong_texts,
    repeated_records,
    repeated_items,
    unknown_references,
    unsourced_records,
    unused_sources,
    missing_episodes,
    episodes_out_of_order,
    dates_out_of_order,
    stale_offers,
    malformed_ids,
    insecure_addresses,
    search_links,
    control_characters,
    invisible_characters,
    stacked_marks,
    too_few_seasons,
    untimely_status,
)


class _Placed(NamedTuple):
    """A finding and where it is."""

    place: Place
    span: Span
    finding: Finding


def check(content: bytes, path: str, today: date) -> Report:
    """Return every problem of a catalogue; ages are counted to `today`."""
    document, data, findings = _read(content)
    if data is not None:
        entries, wrong = examine(data)
        contents = Contents(entries, today)
        findings = [*findings, *wrong, *(each for rule in _RULES for each in rule(contents))]
    return _report(path, document, data, findings)


def refusals(content: bytes, path: str) -> Report:
    """Return the problems that keep a catalogue from being read; none if it can be."""
    document, data, findings = _read(content)
    if data is not None:
        findings = [*findings, *examine(data)[1]]
    return _report(path, document, data, findings)


def _read(content: bytes) -> tuple[Document, Data | None, list[Finding]]:
    """Return a file's text, what can be read of it (`None`: nothing), and what is wrong with it as TOML."""
    text, findings = decode(content)
    if is_binary(content):
        return Document(text), None, findings
    if json := json_finding(text):
        return Document(text), None, [*findings, json]
    try:
        return Document(text), tomli.loads(text), findings
    except (ValueError, RecursionError):  # ValueError: also for a number that is too long
        return _recovered(text, findings, is_whole=is_utf8(content))


def _recovered(
    text: str, findings: Sequence[Finding], *, is_whole: bool
) -> tuple[Document, Data | None, list[Finding]]:
    """Return what `_read` returns, of a text that is not TOML; `is_whole` if no byte of it had to be replaced."""
    document, data, refused, lost = recover(text, SECTIONS)
    told = refused if is_whole else [each for each in refused if not _is_replaced(text, each)]
    if lost.is_most and "format" not in data and told and told[0].span:
        return document, None, [*findings, foreign_finding(text, told[0].span)]
    lost.fill(data, document)
    return document, data, [*findings, *told]


def _is_replaced(text: str, finding: Finding) -> bool:
    """Tell whether a finding only repeats that the bytes are not UTF-8."""
    return finding.span is not None and "\ufffd" in text[slice(*finding.span)]


def _report(path: str, document: Document, data: Data | None, findings: Sequence[Finding]) -> Report:
    placed = [_place(document, finding) for finding in findings]
    placed.sort(key=_by_place)
    if len(placed) > MOST_TOLD:
        placed.sort(key=lambda each: each.finding.code.severity is Severity.WARNING)
        placed = sorted(placed[:MOST_TOLD], key=_by_place)
    problems = [_problem(document, data or {}, each) for each in placed]
    return Report(path, document, problems, Counter(finding.code.severity for finding in findings))


def _place(document: Document, finding: Finding) -> _Placed:
    span = _span(document, finding)
    return _Placed(document.place(span), span, finding)


def _by_place(placed: _Placed) -> tuple[Place, int]:
    return placed.place, _ORDER[placed.finding.code]


def _span(document: Document, finding: Finding) -> Span:
    if finding.span is not None:
        return finding.span
    if finding.part is Part.RECORD:
        return document.find(finding.path[:-1])[1]
    key_span, value_span = document.find(finding.path)
    return key_span if finding.part is Part.KEY else value_span


def _problem(document: Document, data: Data, placed: _Placed) -> Problem:
    place, span, finding = placed
    message = finding.message
    if finding.first is not None:
        message += f" in line {document.place(document.find(finding.first)[0]).line}"
    hint = finding.hint if isinstance(finding.hint, Hint) else finding.hint(document.text[slice(*span)])
    edit = None if hint.text is None else Edit(hint.span or span, hint.text)
    path = finding.path
    # A line of [show] that is not TOML is in the show; what is said of the key "show" is said at the top.
    is_in_show = path == ("show",) and finding.code is Code.SYNTAX
    record = label(data, path) if is_in_show or len(path) > 1 else ""
    return Problem(place, finding.code, record, "" if is_in_show else key(path), message, hint.words, edit)
