"""Whatever the file holds: no exception, no hang, and what is told of it agrees with what can be read of it."""

import json

import tomli_w
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import InvalidCatalogueError, parse
from etoile_cli.check.check import check, refusals
from etoile_cli.check.problem import Report, Severity
from etoile_cli.check.reports.formats import ReportFormat
from etoile_cli.check.reports.github import github
from etoile_cli.check.reports.json_ import json as json_report
from etoile_cli.check.reports.line import line, lines
from etoile_cli.check.reports.text import text
from etoile_cli.check.tally import MOST_REPORTED
from etoile_cli.listing.search import search
from etoile_cli.text.styles import bare
from tests.controls import controls_in
from tests.door import CHECKOUT, run
from tests.fragments import FRAGMENTS, HOSTILE_BYTES
from tests.processes import COMMANDS
from tests.promises import DAY, within
from tests.strategies import examples, spoilt

SHIPPED = (CHECKOUT / "data" / "etoile.toml").read_bytes()

# What an example may cost: seconds of this process, so that a busy machine is no hang.
MOST_SECONDS = 5
# What other commands tell of a catalogue that they can't read.
MOST_TOLD_BY_OTHERS = 10
READERS = [command for command in COMMANDS if command.split()[1] not in {"check", "schema", "path"}]

# What TOML or a record begins with, what the code treats specially, and bytes that are no text.
BYTES = st.sampled_from(FRAGMENTS).map(str.encode) | st.sampled_from(HOSTILE_BYTES) | st.binary(min_size=1, max_size=3)


@st.composite
def mutated(draw: st.DrawFn, origin: SearchStrategy[bytes], most: int = 6) -> bytes:
    """Draw bytes in which some are left out, replaced, repeated elsewhere, or added, or which end early."""
    content = draw(origin)
    for _ in range(draw(st.integers(1, most))):
        begin, end = sorted(draw(st.tuples(*[st.integers(0, len(content))] * 2)))
        few = min(end, begin + draw(st.integers(0, 60)))
        match draw(st.sampled_from(["insert", "delete", "replace", "duplicate", "truncate"])):
            case "insert":
                content = content[:begin] + draw(BYTES) + content[begin:]
            case "delete":
                content = content[:begin] + content[few:]
            case "replace":
                content = content[:begin] + draw(BYTES) + content[few:]
            case "duplicate":
                content = content[:end] + content[begin:few] + content[end:]
            case "truncate":
                content = content[:end]
    return content


written = spoilt().map(tomli_w.dumps).map(str.encode)
files = mutated(st.just(SHIPPED)) | written | mutated(written)
# Of a file with one small change, many can still be read.
nearly = mutated(st.just(SHIPPED), most=1) | written


def checked(content: bytes) -> Report:
    with within(MOST_SECONDS):
        return check(content, "it.toml", DAY)


def catalogue_of(content: bytes) -> Catalogue | None:
    try:
        return parse(content)
    except InvalidCatalogueError:
        return None


def code_of(report: Report) -> int:
    return 1 if report.counts[Severity.ERROR] else 0


@examples(80)
@given(files)
def test_check_finds_an_error_in_what_cannot_be_read(content: bytes) -> None:
    report = checked(content)
    with within(MOST_SECONDS):
        refused = refusals(content, "it.toml")
    assert (catalogue_of(content) is None) == bool(refused.problems)
    assert refused.problems == [problem for problem in report.problems if problem in refused.problems]
    assert refused.counts[Severity.WARNING] == 0
    assert report.counts[Severity.ERROR] >= refused.counts[Severity.ERROR]


def lines_of(content: bytes) -> list[str]:
    """Return the lines of a file as an editor counts them: where none ends with LF, CR ends them."""
    text = content.decode(errors="replace").removeprefix("\ufeff").replace("\r\n", "\n")
    return text.split("\n" if "\n" in text else "\r")


@examples(80)
@given(files)
def test_every_problem_stands_somewhere_in_the_text_in_order(content: bytes) -> None:
    report = checked(content)
    text_lines = lines_of(content)
    for problem in report.problems:
        place = problem.place
        assert 1 <= place.line <= place.end_line <= len(text_lines)
        assert 1 <= place.column <= len(text_lines[place.line - 1]) + 1
        assert 1 <= place.end_column <= len(text_lines[place.end_line - 1]) + 1
        assert place[:2] <= place[2:]
    assert list(report.problems) == sorted(report.problems, key=lambda problem: problem.place)
    assert len(report.problems) == min(sum(report.counts.values()), MOST_REPORTED)


@examples(80)
@given(files, st.integers(20, 120))
def test_a_report_of_any_file_can_be_written_in_every_format(content: bytes, width: int) -> None:
    report = checked(content)
    with within(MOST_SECONDS):
        as_lines, as_commands, as_json = lines([report]), github([report]), json_report([report])
        drawn = [bare(each) for each in text([report], excerpts=True, wrapped=True, width=width)]
    assert controls_in("".join(set().union(*as_lines, *as_commands))) == set()
    assert controls_in("".join(set().union(*as_json, *drawn))) <= {"\n"}
    assert len(as_lines) == len(as_commands) == len(report.problems)

    document = json.loads("\n".join(as_json))
    assert document["errors"] == report.counts[Severity.ERROR]
    assert document["warnings"] == report.counts[Severity.WARNING]
    places = [
        tuple(each[key] for key in ("line", "column", "end_line", "end_column")) for each in document["problems"]
    ]
    assert places == [problem.place for problem in report.problems]


@examples(40)
@given(files, st.sampled_from(ReportFormat))
def test_etoile_check_exits_0_or_1_and_prints_what_it_found(content: bytes, format_: ReportFormat) -> None:
    report = checked(content)
    with within(MOST_SECONDS):
        done = run(f"etoile check - -f {format_}", stdin=content, code=code_of(report))
    assert controls_in(done.stderr) == {"\n"}
    if format_ is ReportFormat.TEXT:
        assert done.stdout.splitlines() == [line("<stdin>", problem) for problem in report.problems]


@examples(15)
@given(nearly)
def test_every_command_reads_what_has_no_error_and_says_why_it_cannot_read_the_rest(content: bytes) -> None:
    report = checked(content)
    catalogue = catalogue_of(content)
    assert catalogue or code_of(report) == 1
    told = lines([refusals(content, "<stdin>")])[:MOST_TOLD_BY_OTHERS]
    for command in READERS:
        with within(MOST_SECONDS):
            done = run(f"{command} -c -", stdin=content, code=answer(command, catalogue) if catalogue else 3)
        if catalogue is None:
            assert done.stdout == "", command
            assert [each for each in done.stderr.splitlines() if not each.startswith("hint: ")] == told, command


def answer(command: str, catalogue: Catalogue) -> int:
    """Return with which code a command that can read the catalogue exits: 1 if the answer is no."""
    match command.split()[1]:
        case "trailer":
            return 0 if catalogue.trailers else 1
        case "diff":
            return 0 if catalogue == parse(SHIPPED) else 1
        case "search":
            return 0 if search(catalogue, command.split()[2:]) else 1
        case _:
            return 0
