"""How problems are written: in a line, as JSON, as a command of GitHub, and with the line of the file."""

import json
import time
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from etoile_cli.check.codes import BAD_VALUE, SYNTAX, UNSOURCED
from etoile_cli.check.problem import Problem, Report, Severity
from etoile_cli.check.reports.excerpt import excerpt
from etoile_cli.check.reports.github import github
from etoile_cli.check.reports.json_ import json as json_report
from etoile_cli.check.reports.line import line, lines, totals
from etoile_cli.check.reports.text import text
from etoile_cli.check.toml.document import Document, Place
from etoile_cli.text.escaping import escape_message
from etoile_cli.text.styles import drawn as drawn_line
from etoile_cli.text.values import count
from tests.controls import controls_in
from tests.strategies import characters, examples, thorough
from tests.widths import columns as columns_of

CAST = 'format = 1\n[[cast]]\nname = "Luke Kirby"\nbilling = "lead"\nepisodes = [\n  1,\n]\n'
BILLING = Problem(
    Place(4, 11, 4, 17),
    BAD_VALUE,
    record='cast "Luke Kirby"',
    key="billing",
    message='"billing" must be one of "main", "guest", found the string "lead"',
    hint='did you mean "main"?',
)
EPISODES = Problem(Place(5, 12, 7, 2), UNSOURCED, record="", key="", message="names no source", hint="")


def report(
    *problems: Problem, path: str = "my.toml", content: str = CAST, errors: int = 1, warnings: int = 1
) -> Report:
    return Report(path, Document(content), problems, {Severity.ERROR: errors, Severity.WARNING: warnings})


BOTH = report(BILLING, EPISODES)
BILLING_SENTENCE = (
    'cast "Luke Kirby": "billing" must be one of "main", "guest", found the string "lead" (did you mean "main"?)'
)
BILLING_LINE = f"my.toml:4:11: error[bad-value]: {BILLING_SENTENCE}"


def test_a_line_says_where_what_of_which_record_and_what_to_do() -> None:
    assert lines([BOTH]) == [BILLING_LINE, "my.toml:5:12: warning[unsourced]: names no source"]


def test_a_line_holds_no_controls() -> None:
    hostile = Problem(Place(1, 1, 1, 1), SYNTAX, record="a\x1b", key="", message="b\n\x9b", hint="\u202ec\t")
    assert (
        line("d\r\u2066.toml", hostile) == "d\\r\\u2066.toml:1:1: error[syntax]: a\\u001b: b\\n\\u009b (\\u202ec\\t)"
    )


@pytest.mark.parametrize(
    ("reports", "told"),
    [
        ([(0, 0)], "no problems"),
        ([(1, 0)], "1 error"),
        ([(0, 1)], "1 warning"),
        ([(2, 0)], "2 errors"),
        ([(1, 1)], "1 error and 1 warning"),
        ([(1200, 1_000_000)], "1,200 errors and 1,000,000 warnings"),
        ([(0, 0), (0, 0)], "no problems in 2 files"),
        ([(1, 0), (0, 1), (1, 0)], "2 errors and 1 warning in 3 files"),
    ],
)
def test_problems_are_counted(reports: Sequence[tuple[int, int]], told: str) -> None:
    assert totals([report(errors=errors, warnings=warnings) for errors, warnings in reports]) == told


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (1000, "1,000 errors")]
)
def test_only_one_is_singular(number: int, told: str) -> None:
    assert count(number, "error") == told


BILLING_JSON = {
    "file": "my.toml",
    "line": 4,
    "column": 11,
    "end_line": 4,
    "end_column": 17,
    "code": "bad-value",
    "severity": "error",
    "record": 'cast "Luke Kirby"',
    "key": "billing",
    "message": '"billing" must be one of "main", "guest", found the string "lead"',
    "hint": 'did you mean "main"?',
}
EPISODES_JSON = {
    "file": "my.toml",
    "line": 5,
    "column": 12,
    "end_line": 7,
    "end_column": 2,
    "code": "unsourced",
    "severity": "warning",
    "record": None,
    "key": None,
    "message": "names no source",
    "hint": None,
}


@pytest.mark.parametrize(
    ("reports", "unreadable", "document"),
    [
        ([], {}, {"version": 1, "errors": 0, "warnings": 0, "complete": True, "problems": [], "unreadable": []}),
        (
            [BOTH],
            {},
            {
                "version": 1,
                "errors": 1,
                "warnings": 1,
                "complete": True,
                "problems": [BILLING_JSON, EPISODES_JSON],
                "unreadable": [],
            },
        ),
        (
            [report(BILLING, errors=5000, warnings=3), report(EPISODES, path="\udcff.toml", errors=0)],
            {"\udcfe.toml": "\udcfe.toml: no such file"},
            # A file's name need not be UTF-8, JSON must; and not every problem is told.
            {
                "version": 1,
                "errors": 5000,
                "warnings": 4,
                "complete": True,
                "problems": [BILLING_JSON, EPISODES_JSON | {"file": "\ufffd.toml"}],
                "unreadable": [{"file": "\ufffd.toml", "message": "\ufffd.toml: no such file"}],
            },
        ),
    ],
)
def test_json_is_one_document_with_every_key_in_order(
    reports: Sequence[Report], unreadable: Mapping[str, str], document: object
) -> None:
    told = json.loads("\n".join(json_report(reports, unreadable)))
    assert json.dumps(told) == json.dumps(document)


def test_json_keeps_what_it_escapes() -> None:
    hostile = Problem(Place(1, 1, 1, 1), SYNTAX, record="a\x1b", key="\x7f", message="b\n\x9b", hint="\u202ec\t")
    written = "\n".join(json_report([report(hostile, path="d\u2066.toml")]))
    assert controls_in(written) == {"\n"}
    (told,) = json.loads(written)["problems"]
    assert [told[key] for key in ("file", "record", "key", "message", "hint")] == [
        "d\u2066.toml",
        "a\x1b",
        "\x7f",
        "b\n\x9b",
        "\u202ec\t",
    ]


def test_github_gets_a_command_for_each_problem() -> None:
    assert github([BOTH, report(path="other.toml")]) == [
        f"::error file=my.toml,line=4,endLine=4,col=11,endColumn=17,title=bad-value::{BILLING_SENTENCE}",
        # Columns only within a line.
        "::warning file=my.toml,line=5,endLine=7,title=unsourced::names no source",
    ]


def test_github_gets_a_command_for_each_file_that_cannot_be_read() -> None:
    assert github([], {"no,where.toml": "no,where.toml: no such file"}) == [
        "::error file=no%2Cwhere.toml::no,where.toml: no such file"
    ]


def test_github_gets_nothing_that_ends_a_command_early() -> None:
    hostile = Problem(Place(1, 1, 1, 1), SYNTAX, record="", key="", message="100 %0A, a::b\r\n::error::", hint="")
    (command,) = github([report(hostile, path="50%, a:b\n::\x1b.toml")])
    properties = "file=50%25%2C a%3Ab\\n%3A%3A\\u001b.toml,line=1,endLine=1,col=1,endColumn=1,title=syntax"
    assert command == f"::error {properties}::100 %250A, a::b\\r\\n::error::"


# A line, the columns from the part that is wrong to behind it, the width to draw in; what is drawn.
EXCERPTS = [
    ("a = 1 # x", (5, 6), 20, "a = 1 # x", "    ^"),
    ("a = 1 # x", (1, 10), 20, "a = 1 # x", "^^^^^^^^^"),
    # Wrong is that something is not there.
    ("", (1, 1), 20, "", "^"),
    ("a =", (4, 4), 20, "a =", "   ^"),
    ("a = # x", (4, 4), 20, "a = # x", "   ^"),
    # As wide as there is room, and one column wider.
    ("a = 23456789 # 67890", (5, 13), 20, "a = 23456789 # 67890", "    ^^^^^^^^"),
    ("a = 23456789 # 678901", (5, 13), 20, "a = 23456789 # 6789…", "    ^^^^^^^^"),
    ("a = 23456789 #     0 1", (5, 13), 20, "a = 23456789 #…", "    ^^^^^^^^"),
    ("a = 2345678901234567", (5, 21), 20, "a = 2345678901234567", "    ^^^^^^^^^^^^^^^^"),
    ("a = 23456789012345678", (5, 22), 20, "a = 234567890123456…", "    ^^^^^^^^^^^^^^^^"),
    # What is wrong is far to the right.
    ("known_for = [1, 2, 3, 4, x, 5, 6, 7]", (26, 27), 20, "…, 2, 3, 4, x, 5, 6…", "            ^"),
    ("known_for = [1, 2, 3, 4, 5, 6, 7, x]", (35, 36), 20, "…, 5, 6, 7, x]", "            ^"),
    # Characters of two columns and of none, tabs, controls.
    ('名 = "日本語" # 語', (5, 10), 30, '名 = "日本語" # 語', "     ^^^^^^^^"),
    ('名名名 = "日本語日本語日本語"', (7, 18), 20, '名名名 = "日本語日…', "         ^^^^^^^^^^"),
    ("日本語日本語日本語日本語 = x # y", (16, 17), 20, "…語日本語 = x # y", "            ^"),
    ('a = "e\u0301e\u0301" # e\u0301', (5, 11), 20, 'a = "e\u0301e\u0301" # e\u0301', "    ^^^^"),
    ("\ta\t= 1\t# x", (6, 7), 20, " a = 1 # x", "     ^"),
    ("a = \x1b[31m # \u202e", (5, 6), 40, "a = \\u001b[31m # \\u202e", "    ^^^^^^"),
    ("a = \u202ebc", (6, 7), 20, "a = \\u202ebc", "          ^"),
    # What nobody sees, and what is meant though nobody sees it.
    ('ti\u200btle = "x"', (1, 7), 20, 'ti\\u200btle = "x"', "^^^^^^^^^^^"),
    ("a = 1\u200b", (6, 7), 20, "a = 1\\u200b", "     ^^^^^^"),
    ("a = '👩\u200d🎤'", (7, 8), 20, "a = '👩\u200d🎤'", "       ^"),
]


@pytest.mark.parametrize(("source", "columns", "width", "drawn", "marks"), EXCERPTS)
def test_an_excerpt_marks_what_is_wrong_in_its_line(
    source: str, columns: tuple[int, int], width: int, drawn: str, marks: str
) -> None:
    begin, end = columns
    shown = excerpt(Document(source), Place(1, begin, 1, end), width)
    assert f"{shown.before}{shown.marked}{shown.after}\n{shown.indent}{shown.marks}" == f"{drawn}\n{marks}"


def test_of_several_lines_an_excerpt_marks_the_first_to_its_end() -> None:
    shown = excerpt(Document(CAST), EPISODES.place, 40)
    assert shown == ("episodes = ", "[", "")


@examples(300)
@example("x" * 20, 20, 0, 0)
@example("x" * 30, 4, 16, 0)
@given(
    # What stands for what is cut off is left out of the line, to be told from it.
    st.text(characters.filter(lambda each: each not in "\n…"), min_size=12, max_size=60),
    st.integers(0, 60),
    st.integers(0, 60),
    st.integers(-4, 20),
)
def test_an_excerpt_fits_and_shows_where_it_leaves_something_out(
    source: str, begin: int, size: int, room: int
) -> None:
    start = min(begin, len(source))
    end = min(start + size, len(source))
    width = max(columns_of(escape_message(source[:end])) + room, 16)
    shown = excerpt(Document(source), Place(1, start + 1, 1, end + 1), width)
    drawn = f"{shown.before}{shown.marked}{shown.after}"
    assert columns_of(drawn) <= width
    assert columns_of(f"{shown.indent}{shown.marks}") <= width
    whole = escape_message(source.replace("\t", " "))
    if "…" in drawn:
        assert all(part in whole for part in drawn.split("…"))
    else:
        assert drawn == whole


@pytest.mark.parametrize("column", [1, 5, 5_000_000, 10_000_001])
def test_an_excerpt_of_a_line_of_10_mb_takes_no_time(column: int) -> None:
    document = Document("x" * 10_000_000)
    start = time.process_time()
    for end in (column, min(column + 1, 10_000_001), 10_000_001):
        excerpt(document, Place(1, column, 1, end), 80)
    assert time.process_time() - start < 1


def drawn(*, excerpts: bool, wrapped: bool, width: int = 40) -> list[str]:
    """Return the lines of both problems as they are drawn without colour."""
    lines = text([BOTH], excerpts=excerpts, wrapped=wrapped, width=width)
    return [drawn_line(line, colored=False) for line in lines]


def test_people_get_a_line_for_each_problem() -> None:
    assert drawn(excerpts=False, wrapped=False) == lines([BOTH])


def test_people_get_the_line_of_the_file_below_each_problem() -> None:
    assert drawn(excerpts=True, wrapped=False) == [
        BILLING_LINE,
        ' 4 │ billing = "lead"',
        "   │           ^^^^^^",
        "",
        "my.toml:5:12: warning[unsourced]: names no source",
        " 5 │ episodes = [",
        "   │            ^",
        "",
    ]


def test_in_a_terminal_a_problem_is_wrapped_at_words() -> None:
    assert drawn(excerpts=False, wrapped=True) == [
        "my.toml:4:11: error[bad-value]: cast",
        '  "Luke Kirby": "billing" must be one of',
        '  "main", "guest", found the string',
        '  "lead" (did you mean "main"?)',
        "my.toml:5:12: warning[unsourced]: names",
        "  no source",
    ]


@thorough
@given(st.text(characters, max_size=40), st.integers(20, 80))
def test_everything_that_people_get_fits_the_terminal(word: str, width: int) -> None:
    problem = Problem(Place(1, 5, 1, 6), SYNTAX, record=word, key="", message=word * 4, hint=word)
    told = report(problem, path=word, content=f"a = {word}")
    lines = text([told], excerpts=True, wrapped=True, width=width)
    shown = [drawn_line(line, colored=False) for line in lines]
    assert [each for each in shown if columns_of(each) > width] == []
    assert controls_in("".join(shown)) == set()
