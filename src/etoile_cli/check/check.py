"""Checking a catalogue: from its bytes to every problem, each at its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import tomli

from etoile_cli.check.contents import Contents, Entry
from etoile_cli.check.decoding import decode, is_binary, is_utf8
from etoile_cli.check.labels import key, label
from etoile_cli.check.other_formats import foreign_finding, json_finding
from etoile_cli.check.problem import Code, Edit, Finding, Part, Problem, Report, Severity
from etoile_cli.check.rules.dates import dates_out_of_order, stale_offers
from etoile_cli.check.rules.episodes import episodes_out_of_order, missing_episodes
from etoile_cli.check.rules.ids import malformed_ids
from etoile_cli.check.rules.links import insecure_addresses, search_links
from etoile_cli.check.rules.numbers import too_few_seasons, untimely_status
from etoile_cli.check.rules.references import unknown_references, unsourced_records, unused_sources
from etoile_cli.check.rules.repetition import repeated_items, repeated_records
from etoile_cli.check.rules.texts import odd_characters, wrong_texts
from etoile_cli.check.structure import examine
from etoile_cli.check.tally import MOST_COUNTED, MOST_TOLD, Tally
from etoile_cli.check.toml.document import Document
from etoile_cli.check.toml.hints import Hint
from etoile_cli.check.toml.scanner import Span

if TYPE_CHECKING:
    from etoile_cli.check.toml.recovery.data import Data

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
    odd_characters,
    too_few_seasons,
    untimely_status,
)


class _Read(NamedTuple):
    """A file's text, what can be read of it (`None`: nothing), and what is wrong with it as TOML.

    `is_complete` is false where so much is wrong that the rest of the text was not looked at.
    """

    document: Document
    data: "Data | None"
    findings: Sequence[Finding]
    is_complete: bool = True


class _Placed(NamedTuple):
    """A finding and where it stands."""

    span: Span
    finding: Finding


def check(content: bytes, path: str, today: date) -> Report:
    """Return every problem of a catalogue; ages are counted to `today`."""
    return _report(path, _read(content, MOST_COUNTED), Tally(MOST_COUNTED), MOST_TOLD, today)


def refusals(content: bytes, path: str, most_told: int = MOST_TOLD) -> Report:
    """Return the first problems that keep a catalogue from being read; none if it can be.

    Nobody looks for many more than can be told.
    """
    return _report(path, _read(content, MOST_TOLD), Tally(MOST_TOLD), most_told)


def _read(content: bytes, most: int) -> _Read:
    """Return what stands in a file; of a text that is not TOML, looking ends behind `most` errors."""
    text, findings = decode(content)
    if is_binary(content):
        return _Read(Document(text), None, findings)
    if json := json_finding(text):
        return _Read(Document(text), None, [*findings, json])
    try:
        return _Read(Document(text), tomli.loads(text), findings)
    except (ValueError, RecursionError):  # ValueError: also for a number that is too long
        return _recovered(text, findings, most, is_whole=is_utf8(content))


def _recovered(text: str, findings: Sequence[Finding], most: int, *, is_whole: bool) -> _Read:
    """Return what `_read` returns, of a text that is not TOML; `is_whole` if no byte of it had to be replaced."""
    # Most catalogues are TOML, and these take 12 ms to import.
    from etoile_cli.check.declared import CatalogueDeclarations, as_finding
    from etoile_cli.check.toml.recovery.recovery import recover

    recovered = recover(text, CatalogueDeclarations(), most)
    document, data = recovered.document, recovered.data
    told = [as_finding(fault) for fault in recovered.faults]
    if not is_whole:
        told = [each for each in told if not _is_replaced(document.text, each)]
    if recovered.unreadable.is_most and "format" not in data and told and told[0].span:
        return _Read(document, None, [*findings, foreign_finding(document.text, told[0].span)])
    if not recovered.is_complete and len(told) <= most:  # the others repeat that the bytes are wrong, which is told
        return _Read(document, None, [*findings, *told])
    recovered.unreadable.fill(data, document)
    return _Read(document, data, [*findings, *told], recovered.is_complete)


def _is_replaced(text: str, finding: Finding) -> bool:
    """Tell whether a finding only repeats that the bytes are not UTF-8."""
    return finding.span is not None and "\ufffd" in text[slice(*finding.span)]


def _report(path: str, read: _Read, tally: Tally, most_told: int, today: date | None = None) -> Report:
    """Return the problems that a tally takes of a file; without a day, those alone that keep it from being read."""
    for findings in _every(read, today):
        tally.take(findings)
    if not read.is_complete:
        tally.stop()
    placed = sorted((_Placed(_span(read.document, each), each) for each in tally.kept), key=_by_place)
    if len(placed) > most_told:
        placed.sort(key=lambda each: each.finding.code.severity is Severity.WARNING)
        placed = sorted(placed[:most_told], key=_by_place)
    problems = [_problem(read.document, read.data or {}, each) for each in placed]
    return Report(path, read.document, problems, tally.counts, is_complete=tally.is_complete)


def _every(read: _Read, today: date | None) -> Iterator[Iterable[Finding]]:
    """Yield what is wrong with a file: as TOML, as the records of a catalogue, and by each of the rules."""
    yield read.findings
    if read.data is None or not read.is_complete:
        return
    entries: list[Entry] = []
    yield examine(read.data, entries)
    if today is not None:
        contents = Contents(entries, today)
        yield from (rule(contents) for rule in _RULES)


def _by_place(placed: _Placed) -> tuple[Span, int]:
    return placed.span, _ORDER[placed.finding.code]


def _span(document: Document, finding: Finding) -> Span:
    if finding.span is not None:
        return finding.span
    if finding.part is Part.RECORD:
        return document.find(finding.path[:-1])[1]
    key_span, value_span = document.find(finding.path)
    return key_span if finding.part is Part.KEY else value_span


def _problem(document: Document, data: "Data", placed: _Placed) -> Problem:
    span, finding = placed
    message = finding.message
    if finding.first is not None:
        message += f" in line {document.place(document.find(finding.first)[0]).line}"
    hint = finding.hint if isinstance(finding.hint, Hint) else finding.hint(document.text[slice(*span)])
    edit = None if hint.text is None else Edit(hint.span or span, hint.text)
    path = finding.path
    # A line of [show] that is not TOML is in the show; what is said of the key "show" is said at the top.
    is_in_show = path == ("show",) and finding.code is Code.SYNTAX
    record = label(data, path) if is_in_show or len(path) > 1 else ""
    return Problem(
        document.place(span), finding.code, record, "" if is_in_show else key(path), message, hint.words, edit
    )
