"""Every hint that proposes something to write: it is followed, and the problem is gone."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
import tomli_w
from hypothesis import example, given
from hypothesis import strategies as st

from etoile_cli.checking.check import check
from etoile_cli.checking.problem import Problem, Report
from etoile_cli.model import SECTIONS, Show
from tests.checking.slips import BRACKETS, KEYS, STRINGS
from tests.strategies import thorough
from tests.thoroughness import breadth

TODAY = date(2026, 11, 22)
MANNER = r"(?:, (?:without quotes|without brackets|without the time|in quotes))?"
PROPOSALS = (rf"write (.+?){MANNER}", r"did you mean (.+)\?", r"text stands in quotes: (.+)")
# What says where to write, and not what.
INSTRUCTIONS = re.compile(r"write (?:it |one, |year|https|a plain|\[|format = 1|\\|\"=\", )")

FIELDS = [("show", name) for name in Show.__struct_fields__] + [
    (section, name) for section, record_type in SECTIONS.items() for name in record_type.__struct_fields__
]
NASTY = [
    *(
        '"01"',
        '"2025-W17-4"',
        '"٣"',
        '"1_0"',
        '" 7 "',
        '"TRUE"',
        '"true"',
        '"20250424"',
        '"2025-04-24 "',
        '"24 April 2025"',
    ),
    *(
        "renewed",
        '"renewed"',
        '"canceled"',
        '"say \\"hi\\""',
        "'a \"quoted\" word'",
        "O'Neil",
        'The Show"',
        "“The Show”",
    ),
    *(
        "The Show'",
        '"x',
        '[comedy", "drama"]',
        "1.0",
        "2025-04-24T10:00:00",
        '["x"]',
        "[3]",
        "7",
        "-1",
        "0x10",
        "1e400",
    ),
    *(
        "'''it's'''",
        "'it's'",
        '"he said "hi""',
        f'"{"x" * 200}"',
        "x" * 200,
        '"FRA"',
        '"UK"',
        '"english"',
        '"fr_CA"',
        '"1x01"',
    ),
    *(
        '"S1E1"',
        "007",
        "yes",
        "null",
        "2025/4/24",
        "2025-4-4",
        '"a, b"',
        '"a\\\\b, c\\"d"',
        "www.example.org",
        '"www.example.org"',
    ),
    *(
        '"Ta\\u200btort"',
        '"\\u200b"',
        '"www.\\u200bx"',
        "nan",
        '"nan"',
        '"inf"',
        "[1, 2]",
        "{a = 1}",
        '"sub\\tscription"',
    ),
]


def catalogue(section: str, statement: str) -> str:
    begin = 'format = 1\n[show]\ntitle = "x"\n'
    if section == "show":
        return f"format = 1\n[show]\n{statement}\n" if statement.startswith("title") else f"{begin}{statement}\n"
    return f'{begin}[[{section}]]\n{statement}\n[[companies]]\nid = "m\\"b"\nname = "M"\n[[sources]]\nid = "an id"\n'


def followed(text: str, problem: Problem) -> str | None:
    """Return a catalogue as it is once somebody wrote what a hint proposes; `None` if it proposes nothing."""
    hint = next((found[1] for form in PROPOSALS if (found := re.fullmatch(form, problem.hint))), None)
    if hint is None or INSTRUCTIONS.match(problem.hint):
        return None
    lines = text.split("\n")
    place = problem.place
    begin = sum(len(line) + 1 for line in lines[: place.line - 1]) + place.column - 1
    end = sum(len(line) + 1 for line in lines[: place.end_line - 1]) + place.end_column - 1
    if text[begin:end] == ":":  # the proposal is the whole statement
        begin, end = text.rindex("\n", 0, begin) + 1, text.index("\n", end)
    if problem.message.endswith("ends the string"):
        begin, end = text.index("= ", text.rindex("\n", 0, begin)) + 2, text.index("\n", end)
    return text[:begin] + hint + text[end:]


def report(text: str) -> Report:
    return check(text.encode(), "x.toml", TODAY)


def is_there(problem: Problem, found: Report) -> bool:
    return any(
        (each.code, each.message, each.place.line) == (problem.code, problem.message, problem.place.line)
        for each in found.problems
    )


def proposals(text: str) -> Iterator[tuple[Problem, str]]:
    for problem in report(text).problems:
        if mended := followed(text, problem):
            yield problem, mended


def assert_hints_help(text: str) -> int:
    number = 0
    for problem, mended in proposals(text):
        again = report(mended)
        assert not is_there(problem, again), (problem.message, problem.hint, mended)
        # Nor is what was written no TOML: that would be the same problem in another shape.
        at_line = [each for each in again.problems if each.code == "syntax" and each.place.line == problem.place.line]
        before = [each for each in report(text).problems if each.code == "syntax"]
        assert len(at_line) <= len(before) - (problem.code == "syntax"), (problem, mended)
        number += 1
    return number


@pytest.mark.parametrize("value", breadth(NASTY, NASTY[::3]))
def test_hints_to_every_key_are_right(value: str) -> None:
    for section, name in FIELDS:
        assert_hints_help(catalogue(section, f"{name} = {value}"))


def test_many_hints_are_followed() -> None:
    names = dict.fromkeys(name for section, name in FIELDS if section == "show")
    assert sum(assert_hints_help(catalogue("show", f"{name} = {value}")) for name in names for value in NASTY) > 100


@pytest.mark.parametrize("slip", [*STRINGS, *BRACKETS, *KEYS], ids=lambda slip: slip.text[:30])
def test_hints_to_slips_are_right(slip) -> None:  # type: ignore[no-untyped-def]
    assert_hints_help(catalogue("show", slip.text))


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        ('seasons = "01"', "write 1, without quotes"),
        ('seasons = "٣"', "write 3, without quotes"),
        ('premiere = "2025-W17-4"', "write 2025-04-24, without quotes"),
        ('status = "renewed"', ""),
        ('status = "uncancelled"', ""),
        ('status = "canceled"', 'did you mean "cancelled"?'),
        ('logline = ["a \\"b\\""]', 'write "a \\"b\\"", without brackets'),
        (f'logline = ["{"x" * 61}"]', ""),
        ('genres = "a \\"b\\", c"', 'write ["a \\"b\\"", "c"]'),
        ('logline = The Show"', 'write "The Show"'),
        ("logline = The Show' # or so", 'write "The Show"'),
        ('genres = [comedy", "drama"]', 'write "comedy"'),
        ('logline = „The Show"', 'write "The Show"'),
        ('logline = "The\\u200b Show"', 'write "The Show"'),
    ],
)
def test_a_hint_is_written_as_toml_writes_it_or_not_at_all(statement: str, hint: str) -> None:
    (problem,) = [each for each in report(catalogue("show", statement)).problems if each.code != "unsourced"]
    assert problem.hint == hint


words = st.text("aeinrst01-_ \"'\\.,:/é“”\u200b٣", max_size=12)
scalars = words | st.integers() | st.booleans() | st.dates() | st.floats() | st.sampled_from(["main", "Free ", "FRA"])


@thorough
@given(
    st.sampled_from(FIELDS),
    st.one_of(
        st.one_of(scalars, st.lists(scalars, max_size=3)).map(lambda value: tomli_w.dumps({"x": value})[4:-1]),
        words,
        words.map('"{}"'.format),
        st.sampled_from(NASTY).flatmap(
            lambda value: st.integers(0, len(value)).map(lambda at: value[:at] + value[at + 1 :])
        ),
    ),
)
@example(("show", "genres"), '"a, b\\"c"')
def test_whatever_hint_is_given_helps(field: tuple[str, str], value: str) -> None:
    section, name = field
    assert_hints_help(catalogue(section, f"{name} = {value}"))
