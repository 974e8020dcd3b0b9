import re
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from etoile_cli.check.check import check
from etoile_cli.check.codes import BAD_VALUE, MISSING_KEY, SYNTAX, UNSOURCED, WRONG_TYPE
from etoile_cli.check.problem import Code, Problem
from etoile_cli.check.toml.advice.declarations import NO_DECLARATIONS, Declarations
from etoile_cli.check.toml.outline import Path
from etoile_cli.check.toml.recovery.recovery import recover
from etoile_cli.check.toml_adapter import CatalogueDeclarations
from tests.check.notation import is_told_apart, seeds, tables, write
from tests.check.slips import JSON, NO_HEADER, NO_VALUE, SLIPS, Slip
from tests.strategies import examples

# A wrong type before and after the slip, in its record, in the next ones and in a later section.
BEFORE = """\
format = "1"

[show]
title = "A show"
premise = 1
"""
AFTER = """\
themes = 1

[[cast]]
name = 2

[[cast]]
name = 3

[[episodes]]
season = 1
number = "É"
title = ""
"""
WRONG_BEFORE = [("format", 1, 10), ("premise", 5, 11)]
WRONG_AFTER = [("themes", 1, 10), ("name", 4, 8), ("name", 7, 8), ("number", 11, 10), ("title", 12, 9)]

SHOW = '[show]\ntitle = "A show"\n'
EPISODES = '[[episodes]]\nseason = 1\nnumber = 1\ntitle = "One"\n'

# They take in what follows, up to the quotes of the next such string or to a header.
NEVER_CLOSED = [slip for slip in SLIPS if slip.text.count('"""') == 1 or slip.text.count("'''") == 1]

# Below a key without a value it is taken for an array.
QUOTED_HEADER = re.compile(r"""(?:\s|#.*)*\[+[ \t]*["']""")

many = examples(300)


class WithoutSections(CatalogueDeclarations):
    """A catalogue in which any name is a single table: what hypothesis draws may have the name of a section."""

    def __init__(self) -> None:
        super().__init__()
        self.arrays = ()


def told(text: str | bytes) -> list[Problem]:
    content = text if isinstance(text, bytes) else text.encode()
    problems = check(content, "x", date(2026, 11, 22)).problems
    return [each for each in problems if each.code is not UNSOURCED]


def lines(text: str | bytes) -> list[tuple[int, int, Code, str]]:
    return [(each.place.line, each.place.column, each.code, each.message) for each in told(text)]


def syntax_errors(text: str) -> list[tuple[int, int, str]]:
    assert {code for _, _, code, _ in lines(text)} == {SYNTAX}
    return [(line, column, message) for line, column, _, message in lines(text)]


def keys(problems: list[Problem]) -> list[tuple[str, int, int]]:
    return [(problem.key, problem.place.line, problem.place.column) for problem in problems]


def assert_only_told_between(content: str | bytes, slip_lines: int) -> Problem:
    """Assert that one problem is told in the lines between BEFORE and AFTER, and that theirs are, and only those."""
    begin = BEFORE.count("\n")
    problems = told(content)
    (slip,) = (each for each in problems if begin < each.place.line <= begin + slip_lines)
    after = [(key, line + begin + slip_lines, column) for key, line, column in WRONG_AFTER]
    assert keys([each for each in problems if each is not slip]) == WRONG_BEFORE + after
    return slip


def test_without_a_slip_only_the_wrong_types_are_told() -> None:
    assert keys(told(BEFORE + AFTER)) == WRONG_BEFORE + [(key, line + 5, column) for key, line, column in WRONG_AFTER]


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: ascii(slip.text[:30]))
def test_a_slip_hides_nothing_and_nothing_untrue_is_told(slip: Slip) -> None:
    assert_only_told_between(f"{BEFORE}{slip.text}\n{AFTER}", slip.text.count("\n") + 1)


@pytest.mark.parametrize(
    ("slip", "column"),
    [
        pytest.param(b'note = "caf\xe9"', 12, id="not UTF-8"),
        pytest.param(b'note = "\xff\xfe"', 9, id="two bytes that are not UTF-8"),
        pytest.param('note = "É '.encode() + b'caf\xe9"', 14, id="UTF-8 at first"),
        pytest.param(b"# caf\xe9", 6, id="a comment that is not UTF-8"),
        pytest.param(b"# \x07", 3, id="a control in a comment"),
        pytest.param(b"# a\r# b", 4, id="a carriage return in a comment"),
    ],
)
def test_bytes_that_no_text_holds_are_told_and_hide_nothing(slip: bytes, column: int) -> None:
    problem = assert_only_told_between(BEFORE.encode() + slip + b"\n" + AFTER.encode(), 1)
    assert (problem.code, problem.place.column) == (SYNTAX, column)


def test_a_text_without_statements_may_have_a_slip() -> None:
    assert lines("# \x07") == [
        (1, 1, MISSING_KEY, '"format" is missing'),
        (1, 1, MISSING_KEY, '"show" is missing'),
        (1, 3, SYNTAX, "a comment can't hold the character U+0007"),
    ]


def test_lines_are_counted_alike_before_what_is_not_utf_8() -> None:
    text = b'format = 1\r\n[show]\r\ntitle = "\xe9"\r\n'
    assert lines(text) == [(3, 10, SYNTAX, "not UTF-8: byte 0xe9")]


@many
@given(tables, seeds, st.sampled_from(SLIPS), st.data())
def test_a_slip_takes_nothing_from_the_data_around_it(
    table: dict[str, Any], seed: int, slip: Slip, data: st.DataObject
) -> None:
    assert_nothing_else_is_lost(WithoutSections(), table, seed, slip, data)


@many
@given(tables, seeds, st.sampled_from(SLIPS), st.data())
def test_nor_does_it_where_nothing_is_declared(
    table: dict[str, Any], seed: int, slip: Slip, data: st.DataObject
) -> None:
    assert_nothing_else_is_lost(NO_DECLARATIONS, table, seed, slip, data)


def assert_nothing_else_is_lost(
    declarations: Declarations, table: dict[str, Any], seed: int, slip: Slip, data: st.DataObject
) -> None:
    """Assert that a text with a slip somewhere has one fault, and its data but for the slip's key."""
    assume(slip not in NEVER_CLOSED)
    written = write(table, seed)
    assume(is_told_apart(written))
    offset, path = data.draw(st.sampled_from(written.gaps))
    assume(slip.message != NO_VALUE or not QUOTED_HEADER.match(written.text, offset))
    assume(not seems_to_go_on(slip, written.text[offset:]))
    text = f"{written.text[:offset]}{slip.text}\n{written.text[offset:]}"
    _, recovered, faults, _, _ = recover(text, declarations, 10_000)
    assert len(faults) == 1
    unreadable = table_at(recovered, path)
    for name in set(unreadable) - set(table_at(table, path)):
        assert unreadable.pop(name) in (None, {"imdb": None})
    assert recovered == table


def seems_to_go_on(slip: Slip, rest: str) -> bool:
    """Tell whether what follows looks like the inside of an open inline table, or like the value that a key lacks."""
    is_indented = rest.startswith((" ", "\t"))
    return is_indented and ("{" in slip.text or QUOTED_HEADER.match(rest) is not None)


def table_at(data: Any, path: Path) -> dict[str, Any]:
    for step in path:
        data = data[step]
    return data


@pytest.mark.parametrize(
    "slip",
    [
        "title = “A show”",
        'title = "A show',
        "title = A show",
        "title =",
        'title: "A show"',
        'title = "C:\\Users"',
        'title = "A show" and more',
    ],
)
def test_a_key_whose_value_is_broken_is_not_missing(slip: str) -> None:
    (problem,) = told(f"format = 1\n[show]\n{slip}\n")
    assert (problem.code, problem.place.line) == (SYNTAX, 3)


@pytest.mark.parametrize("slip", ["some prose", "- an item", "// a comment", "title is = what", "= 1", '"', "}"])
def test_a_line_of_prose_is_no_key(slip: str) -> None:
    (problem,) = told(f"format = 1\n{SHOW}{slip}\n")
    assert (problem.code, problem.place.line) == (SYNTAX, 4)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            f'format = 1\n{SHOW}sources = ["a"\n[[sources]]\nid = "a"\ntitle = "A"\nurl = "https://example.org/"\n',
            id="no unused source, as the sources of a record are unknown",
        ),
        pytest.param(
            f'format = 1\n{SHOW}[[companies]]\nid = mbt\nname = "MBT"\n[[cast]]\nname = "A"\ncompany = "mbt"\n',
            id="no unknown company, as the id of a company is unknown",
        ),
        pytest.param(
            f'format = 1\n{SHOW}sources = ["a"]\n[[sources]]\nid = “a”\ntitle = "A"\nurl = "https://example.org/"\n',
            id="no unknown source, as the id of a source is unknown",
        ),
        pytest.param(
            f'format = 1\n{SHOW}{EPISODES}[[episodes]]\nseason = 1\nnumber = two\ntitle = "Two"\n'
            f'[[cast]]\nname = "A"\nepisodes = ["S01E02"]\n',
            id="no unknown episode, as the number of an episode is unknown",
        ),
        pytest.param(
            f'format = 1\n{SHOW}{EPISODES}[[episodes]]\nseason = 1\nnumber = two\ntitle = "Two"\n'
            '[[episodes]]\nseason = 1\nnumber = 3\ntitle = "Three"\n',
            id="no gap, as the number of an episode is unknown",
        ),
    ],
)
def test_of_what_could_not_be_read_nothing_is_concluded(text: str) -> None:
    assert [problem.code for problem in told(text)] == [SYNTAX]


def test_what_stands_twice_is_told_with_the_line_of_the_first() -> None:
    assert syntax_errors(f'format = 1\nformat = 2\n{SHOW}title = "B"\nids.a = "1"\nids.a = "2"\ntitle.x = 1\n') == [
        (2, 1, '"format" is there already in line 1'),
        (5, 1, '"title" is there already in line 4'),
        (7, 1, '"ids.a" is there already in line 6'),
        (8, 1, '"title" is no table in line 4'),
    ]


def test_a_table_that_stands_twice_is_examined_twice() -> None:
    assert lines(f'format = 1\n{SHOW}[[cast]]\nname = "A"\n[show]\nseasons = "1"\n[show]\nseasons = 2\n') == [
        (6, 1, SYNTAX, "[show] is there already in line 2"),
        (7, 11, WRONG_TYPE, '"seasons" must be an integer from 1 to 99999, found the string "1"'),
        (8, 1, SYNTAX, "[show] is there already in line 2"),
        (9, 1, SYNTAX, '"seasons" is there already in line 7'),
    ]


def test_single_brackets_are_told_at_each_record_and_all_are_examined() -> None:
    array = '"cast" must be an array of tables, found a table'
    string = "must be a string, found the integer"
    assert lines(f"format = 1\n{SHOW}[cast]\nname = 1\n[cast]\nname = 2\n[[cast]]\nname = 3\n") == [
        (4, 1, WRONG_TYPE, array),
        (5, 8, WRONG_TYPE, f'"name" {string} 1'),
        (6, 1, WRONG_TYPE, array),
        (7, 8, WRONG_TYPE, f'"name" {string} 2'),
        (9, 8, WRONG_TYPE, f'"name" {string} 3'),
    ]


def test_an_array_of_tables_can_not_go_on_what_stands_as_a_value() -> None:
    assert lines(f'format = 1\ncast = [{{name = "A"}}]\n{SHOW}[[cast]]\nname = 3\n') == [
        (5, 1, SYNTAX, '[[cast]] contradicts "cast" in line 2'),
        (6, 8, WRONG_TYPE, '"name" must be a string, found the integer 3'),
    ]


@pytest.mark.parametrize("value", ['show = {title = "A show"}', 'show.title = "A show"'])
@pytest.mark.parametrize("slip", ["", "note = x\n"])
def test_a_table_can_not_go_on_what_stands_as_a_value(value: str, slip: str) -> None:
    problems = told(f'format = 1\n{value}\n[show]\n{slip}seasons = "1"\n')
    found = [(each.place.line, each.code) for each in problems]
    assert found == [(3, SYNTAX), *[(4, SYNTAX)] * bool(slip), (4 + bool(slip), WRONG_TYPE)]


def test_every_statement_that_contradicts_another_is_told() -> None:
    text = f'format = 1\n{SHOW}ids = {{a = "1"}}\nids.b = "2"\n[[cast]]\nname = "A"\nnote = {{}}\nnote.a = 1\n'
    assert [line for line, _, code, _ in lines(text) if code is SYNTAX] == [5, 9]


def test_a_control_in_a_comment_is_told_beside_other_slips() -> None:
    assert syntax_errors(f"# \0\nformat = 1 # \x07\n{SHOW}note = x\n") == [
        (1, 3, "a comment can't hold the character U+0000"),
        (2, 14, "a comment can't hold the character U+0007"),
        (5, 8, '"note": x is not a value'),
    ]


def test_a_show_in_double_brackets_takes_nothing_from_the_first() -> None:
    text = 'format = 1\n[show]\ntitle = 1\n[[cast]]\nname = "A"\n[[show]]\nseasons = "1"\n'
    assert [(line, column, code) for line, column, code, _ in lines(text)] == [
        (3, 9, WRONG_TYPE),
        (6, 1, WRONG_TYPE),
        (7, 11, WRONG_TYPE),
    ]


def test_an_array_may_be_longer_than_any_value() -> None:
    records = "".join(f'    {{ name = "A{number}", sources = ["{"x" * 60}"] }},\n' for number in range(2_000))
    source = f'[[sources]]\nid = "{"x" * 60}"\ntitle = "A source"\nurl = "https://example.org/"\n'
    assert syntax_errors(f"format = 1\ncrew = [\n{records}]\n{SHOW}note = x\n{source}") == [
        (2006, 8, '"note": x is not a value'),
    ]


HEADERS = [
    ("[show", "this header is not closed"),
    ("[show.]", NO_HEADER),
    ("[“show”]", NO_HEADER),
]


@pytest.mark.parametrize(("header", "message"), HEADERS)
def test_a_broken_header_is_taken_for_what_it_resembles(header: str, message: str) -> None:
    assert lines(f'format = 1\n{header}\ntitle = "A show"\nseasons = "1"\n') == [
        (2, 1, SYNTAX, message),
        (4, 11, WRONG_TYPE, '"seasons" must be an integer from 1 to 99999, found the string "1"'),
    ]


def test_what_stands_below_a_header_that_resembles_none_is_no_unknown_key() -> None:
    assert syntax_errors(f"format = 1\n{SHOW}[my show]\nbudget = 1\n[]\nx = y\n") == [
        (4, 1, NO_HEADER),
        (6, 1, NO_HEADER),
        (7, 5, '"x": y is not a value'),
    ]


def test_an_unclosed_string_ends_with_its_table_at_the_latest() -> None:
    text = f'format = 1\n{SHOW}note = """\nfor ever\n[[cast]]\nname = 1\nnote = """\nlong\n"""\n[[cast]]\nname = 2\n'
    assert [(line, column, code) for line, column, code, _ in lines(text)] == [
        (4, 8, SYNTAX),
        (7, 8, WRONG_TYPE),
        (12, 8, WRONG_TYPE),
    ]


def test_an_inline_table_of_several_lines_that_is_not_closed_is_told_once() -> None:
    text = f'format = 1\n{SHOW}ids = {{\n    imdb = "tt1",\n    tmdb = "2",\nseasons = "1"\n[[cast]]\nname = 1\n'
    assert [(line, column, code) for line, column, code, _ in lines(text)] == [
        (4, 7, SYNTAX),
        (7, 11, WRONG_TYPE),
        (9, 8, WRONG_TYPE),
    ]


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        ("show = {", "a table begins with [show], and its keys come below"),
        ("cast = [", "each record begins with [[cast]]"),
        ("cast = [{", "each record begins with [[cast]]"),
        ("[show]\nids = {", "end it with }"),
        ("[show]\ngenres = [", "end it with ]"),
    ],
)
def test_brackets_with_nothing_in_them_are_not_closed_by_a_proposal(statement: str, hint: str) -> None:
    problem = next(each for each in told(f"format = 1\n{statement}\ntitle = 'A show'\n") if each.code is SYNTAX)
    assert (problem.hint, problem.edit) == (hint, None)


def test_a_value_on_the_next_line_is_no_header() -> None:
    text = f'format = 1\n{SHOW}genres =\n    ["drama"]\nseasons = "1"\n'
    assert [(line, column, code) for line, column, code, _ in lines(text)] == [
        (4, 1, SYNTAX),
        (6, 11, WRONG_TYPE),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '{"format": 1, "show": {"title": "A show"}}',
        '{\n  "format": 1,\n  "show": {\n    "title": "A show"\n  }\n}\n',
    ],
)
def test_json_is_called_so_and_nothing_else_is_told(text: str) -> None:
    assert lines(text) == [(1, 1, SYNTAX, JSON)]


@pytest.mark.parametrize(
    "content", ["format = 1\n".encode("utf-16"), b"\x7fELF\x01\0\xff", b"\xff\xd8\xff\xe0\0\x10JFIF"]
)
def test_of_what_is_no_text_nothing_else_is_told(content: bytes) -> None:
    (problem,) = told(content)
    assert (problem.code, problem.hint) == (SYNTAX, "save the file as UTF-8")


def test_every_slip_of_a_file_is_told() -> None:
    slips = [slip for slip in SLIPS if slip not in NEVER_CLOSED]
    expected = []
    text = f"format = 1\n{SHOW}"
    for slip in slips:
        text += "[[cast]]\n"
        expected.append(text.count("\n") + slip.text[: slip.wrong[0]].count("\n") + 1)
        text += f"{slip.text}\n"
    assert [each.place.line for each in told(text) if each.code in {SYNTAX, BAD_VALUE}] == expected


NOT_TOML = "this is not TOML, so it is no catalogue"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("A show\n\nIt is about dancers.\nIt has a season.\n", 1, NOT_TOML),
        ("# Étoile\n\nA show: with a list\n\n- an item\n- [a link](https://example.org/)\n\n> quoted\n", 3, NOT_TOML),
        ("name,character\nA,B\nC,D\n", 1, NOT_TOML),
        ("#!/bin/sh\nset -e\nprint() { echo; }\nname=x\nprint\n", 2, NOT_TOML),
        ("<html>\n<body>\n<p>A show</p>\n", 1, "this looks like HTML or XML, and a catalogue is TOML"),
        ("<?xml version='1.0'?>\n<tvshow/>\n", 1, "this looks like HTML or XML, and a catalogue is TOML"),
        ("---\n- show\n- cast\n", 1, "this looks like YAML, and a catalogue is TOML"),
    ],
)
def test_what_is_not_toml_at_all_is_called_so_and_nothing_else_is_told(text: str, line: int, message: str) -> None:
    assert [(at, code, words) for at, _, code, words in lines(text)] == [(line, SYNTAX, message)]


def test_a_catalogue_with_prose_in_it_is_told_line_by_line() -> None:
    text = f"format = 1\n{SHOW}It is about dancers.\nIt has a season.\nOr two.\nOr three, who knows.\n"
    assert [line for line, *_ in lines(text)] == [4, 5, 6, 7]


@pytest.mark.parametrize(
    ("most", "kept", "read"),
    [
        (9, 6, {"cast": [{"name": "C", "role": "D"}], "crew": [{"name": "E"}]}),
        (1, 5, {"cast": [{"name": "C", "role": "D"}], "crew": [{}]}),
        (0, 3, {"cast": [{}]}),
    ],
)
def test_nothing_is_read_after_more_faults_than_are_counted(most: int, kept: int, read: dict[str, object]) -> None:
    """What is kept is counted, too: of a text of which more is rejected, little is told."""
    text = f'{SHOW}logline = "B"\n[[cast]\nname = "C"\nrole = "D"\n[[crew]\nname = "E"\n'
    recovered = recover(text, CatalogueDeclarations(), most)
    assert recovered.unreadable.kept == kept
    assert recovered.data == {"show": {"title": "A show", "logline": "B"}} | read
