"""Every hint that proposes something to write: it is followed, and what it was about is right."""

import re
from datetime import date
from itertools import count

import pytest
import tomli_w
from hypothesis import example, given
from hypothesis import strategies as st

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.check.check import check
from etoile_cli.check.codes import BAD_VALUE, INVISIBLE_CHARACTER, SYNTAX, WRONG_TYPE
from etoile_cli.check.problem import Problem, Report, Severity
from etoile_cli.check.toml.notation import is_value
from tests.check.slips import DECLARED, HEADERS, SLIPS, Slip
from tests.strategies import thorough
from tests.thoroughness import THOROUGH, breadth

TODAY = date(2026, 11, 22)
A_DATE = 'a date, or a string like "2025-04" or "2025"'
PART_AND_NOTE = "write only the year or the month, and put the rest in note"
ALL_IN_NOTE = "leave the key out, and put what is known in note"
# What keeps a value from being what its key takes.
WRONG = (SYNTAX, WRONG_TYPE, BAD_VALUE)

FIELDS = [("show", name) for name in Show.__struct_encode_fields__] + [
    (section, name) for section, record_type in RECORD_TYPES.items() for name in record_type.__struct_encode_fields__
]
NASTY = """
"01"            "2025-W17-4"    "2025-W17"      "٣"             "1_0"           " 7 "           "TRUE"
"true"          "20250424"      "2025-04-24 "   "24 April 2025" "April 2025"    renewed         "renewed"
"canceled"      canceled        recuring        Running         "say \\"hi\\""  'a "b" c'       O'Neil
The Show"       “The Show”      The Show'       "x              "2025-04-24     2025-04-24"     3"
"3              'FR             [comedy", "drama"]              [comedy", drama"]               [a, b]
[NO]            NO              no              yes             None            unknown         three
1,000           April 2025      24 April 2025   2025/4/24       2025-4-4        2025-02-30      2025-04
1.0             7.10            1_000           0x10            1e400           nan             "nan"
"inf"           ["x"]           [3]             7               -1              007             [007]
'''it's'''      'it's'          "he said "hi""   "FRA"           "UK"            UK              [UK]
"english"       english         "fr_CA"         "1x01"          1x01            "S1E1"          [S1E1]
null            "a, b"          "a\\\\b, c\\"d" "a\\\\"b"       C:\\x           "C:\\x"         "\\%\\%"
www.a.org       "www.a.org"     example.org     "Ta\\u200btort" "\\u200b"       "www.\\u200bx"  "FR\\u200b"
"52-75"         "60 min"        [75, 52]        52-75           "2025-04-??"    2025.04         "04/2025"
"2025-00"       "2025-4"        "c. 2025"       2025            "2025"          2025-04-00      2025-13
"ended\\u200b"  [1, 2]          {a = 1}         {a = b}         {a = b"}        [{a = b}]       [[a]]
{imdb = 7}      {imdb = tt1}    {tvdb = 007}    "sub\\tscript"  Grey's Anatomy  The "great" One text\"\"\"
["a"; "b"]      ["a"; "b";]     ["a", "b")      ["a"}           [a, b)          [a; b]          ["a"\u00a0, b]
["a"、 "b"]     [Area #51]      [A #1, "b"]     [,,"a"]         {a = 1; b = 2}  {a =}           {a = 1, a = 2}
[{a = 1]        [{a = 1], {}]   ["a"), "b"]     [{a: 1}]        {a = 1\u00a0}  ["a, "b""]      ["a" b", "c"]
„x              ‹x              ＂x＂           「x」           “x”, “y”        ＂7＂           ＂2025-04-24＂
>               > "x"           = x             "a # b" c"      "a" # "b" c"    ``x''           ’x’             "x＂
['it's', a, b]  ['it's',,, 'b'] ["it"s"; "b"]   ['a'b'; 'c']
"a" "b"         ["a" "b"]       ["a, "b"]       = 1             1,              1;              ["a"],
[               {               ["a"            ["a", # x       {a = "b"        2025-04-24T10:00:00
"""
MANY = [*(value for line in NASTY.splitlines() for value in line.replace("  ", "\t").split("\t") if value.strip())]
MANY = [value.strip() for value in MANY] + [f'"{"x" * 200}"', "x" * 200, '["a\n"b"]', '[\n a,\n b",\n]', "1\u00a0"]


BEGIN = 'format = 1\n[show]\ntitle = "x"\n'
AFTER = '[[companies]]\nid = "m\\"b"\nname = "M"\n[[sources]]\nid = "an id"\ntitle = "A"\nurl = "https://a.org/"\n'


def catalogue(section: str, statement: str) -> str:
    if section == "show" and statement.startswith("title"):
        return f"format = 1\n[show]\n{statement}\n{AFTER}"
    header = "" if section == "show" else f"[[{section}]]\n"
    return f"{BEGIN}{header}{statement}\n{AFTER}"


def report(text: str) -> Report:
    return check(text.encode(), "x.toml", TODAY)


def followed(text: str, problem: Problem) -> str:
    """Return a catalogue as it is once somebody did what a hint proposes."""
    assert problem.edit is not None
    begin, end = problem.edit.span
    return text[:begin] + problem.edit.text + text[end:]


def offsets(text: str, problem: Problem) -> tuple[int, int]:
    line, column, end_line, end_column = problem.place
    starts = [0, *(each + 1 for each, letter in enumerate(text) if letter == "\n")]
    return starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1


def like(problem: Problem, found: Report) -> int:
    """Return how many problems of a report are told in the same words, of the same line."""
    told = [(each.code, each.message, each.place.line) for each in found.problems]
    return told.count((problem.code, problem.message, problem.place.line))


def syntax_errors(found: Report) -> int:
    return sum(each.code is SYNTAX for each in found.problems)


def assert_hint_helps(text: str, problem: Problem) -> str:
    """Assert that a problem is gone where its hint is followed, and that nothing else is wrong in its place."""
    assert problem.edit is not None
    mended = followed(text, problem)
    before, after = report(text), report(mended)
    assert like(problem, after) < like(problem, before), (problem, mended)
    # Behind what is mended, TOML may find what it did not come to before.
    assert syntax_errors(after) <= syntax_errors(before), (problem, mended)
    begin, end = problem.edit.span[0], problem.edit.span[0] + len(problem.edit.text)
    for each in after.problems:
        if each.code in WRONG and problem.edit.text:
            left, right = offsets(mended, each)
            assert (left, right) != (begin, end), (problem, each, mended)
            assert each.code is not SYNTAX or not begin <= left < end, (problem, each, mended)
    return mended


def follow(text: str) -> int:
    """Follow every proposal, and then all of them until there is none; return how many there were at first."""
    proposed = [each for each in report(text).problems if each.edit]
    for problem in proposed:
        assert_hint_helps(text, problem)
    for steps in count():
        problem = next((each for each in report(text).problems if each.edit), None)  # type: ignore[assignment]
        if problem is None:
            return len(proposed)
        assert steps < 20, text
        text = assert_hint_helps(text, problem)
    raise AssertionError


# Where not all is tried, every key meets some values, and every value some keys.
PAIRS = [(value, FIELDS if THOROUGH else FIELDS[at % 3 :: 3]) for at, value in enumerate(breadth(MANY, MANY[::3]))]


@pytest.mark.parametrize(("value", "fields"), PAIRS)
def test_hints_to_every_key_are_right(value: str, fields: list[tuple[str, str]]) -> None:
    for section, name in fields:
        follow(catalogue(section, f"{name} = {value}"))


def test_many_hints_are_followed() -> None:
    names = dict.fromkeys(name for section, name in FIELDS if section == "show")
    values = breadth(MANY, MANY[1::5])
    assert sum(follow(catalogue("show", f"{name} = {value}")) for name in names for value in values) > 3 * len(values)


@pytest.mark.parametrize("slip", [*SLIPS, *DECLARED, *HEADERS], ids=lambda slip: ascii(slip.text[:30]))
def test_hints_to_slips_are_right(slip: Slip) -> None:
    follow(f"format = 1\n{slip.text}\n{AFTER}" if slip in HEADERS else catalogue("show", slip.text))


def test_what_a_hint_says_is_what_it_does() -> None:
    elsewhere = ("end it with", "leave it out", "for a plain backslash", "write a plain blank")
    for name in Show.__struct_encode_fields__:
        for value in breadth(MANY, MANY[2::3]):
            for problem in report(catalogue("show", f"{name} = {value}")).problems:
                said = re.fullmatch(
                    r"(?:write|did you mean|text must be in quotes:) (.+?)(?:\?|, [a-z ]+)?", problem.hint
                )
                if problem.edit is None:
                    assert said is None or not is_value(said[1]), problem
                elif not problem.hint.startswith(elsewhere):
                    assert problem.edit.text in problem.hint, problem


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        ('seasons = "01"', "write 1, without quotes"),
        ('seasons = "٣"', "write 3, without quotes"),
        ('seasons = 3"', "write 3"),
        ("seasons = three", "it must be an integer from 1 to 99999"),
        ('premiere = "2025-W17-4"', "write 2025-04-24, without quotes"),
        ('premiere = "2025-W17"', PART_AND_NOTE),
        ('premiere = "spring 2025"', PART_AND_NOTE),
        ("premiere = c. 2025", ALL_IN_NOTE),
        ('premiere = "2025?"', ALL_IN_NOTE),
        ('premiere = "early April 2025"', PART_AND_NOTE),
        ("premiere = 2025-04", 'write "2025-04", in quotes'),
        ("premiere = 2025", 'write "2025", in quotes'),
        ("premiere = 2025.04", 'write "2025-04", in quotes'),
        ("premiere = 2025-04-00", 'write "2025-04", in quotes'),
        ("premiere = 2025-00-00", 'write "2025", in quotes'),
        ("premiere = 2025-02-30", ""),
        ('premiere = "2025-4"', 'write "2025-04"'),
        ('premiere = "2025-04-??"', 'write "2025-04"'),
        ('premiere = "2025-XX"', 'write "2025"'),
        ('premiere = "2025-00"', 'write "2025"'),
        ('premiere = "2025-13"', ""),
        ('premiere = "13/2025"', ""),
        ('premiere = "04/2025"', 'write "2025-04"'),
        ('premiere = "Sept. 2025"', 'write "2025-09"'),
        ('premiere = "April of 2025"', 'write "2025-04"'),
        ('premiere = "24 April 2025"', "write 2025-04-24, without quotes"),
        ('premiere = "April 24th, 2025"', "write 2025-04-24, without quotes"),
        ("premiere = 24. Sept. 2025", "write 2025-09-24"),
        ('premiere = "31 April 2025"', "there is no such day"),
        ('premiere = "2025/04/31"', "there is no such day"),
        ('premiere = "1990s"', ALL_IN_NOTE),
        ('premiere = "1977 or 1978"', ALL_IN_NOTE),
        ('premiere = "late 1990s"', ALL_IN_NOTE),
        ('premiere = "late 1990"', PART_AND_NOTE),
        ('premiere = "0000"', "leave out what is not known"),
        ('ended = "Until further notice"', "leave out what is not known"),
        ("premiere = 2025-13", f"it must be {A_DATE}"),
        ('runtime = "60 min"', "write 60, without quotes"),
        ('runtime = "52–75 minutes"', "write [52, 75], without quotes"),
        ("runtime = 52 - 75", "write [52, 75]"),
        ("runtime = [75, 52]", "write [52, 75]"),
        ("runtime = [60]", "write 60, without brackets"),
        ("runtime = [60.0, 75]", "write [60, 75]"),
        ("runtime = 60.0", "write 60"),
        ("runtime = [45, 52, 75]", ""),
        ("runtime = [[52], 75]", ""),
        ('runtime = "an hour"', ""),
        ("runtime = 0", ""),
        ('premiere = 2025-04-24"', "write 2025-04-24"),
        ('premiere = "2025-04-24', "write 2025-04-24"),
        ("premiere = April 2025", 'write "2025-04", in quotes'),
        ("premiere = 20250424", "write 2025-04-24"),
        ("premiere = soon", f"it must be {A_DATE}"),
        ('status = "renewed"', ""),
        (
            "status = renewed",
            'it must be one of "announced", "in-production", "running", "hiatus", "ended", "cancelled"',
        ),
        ("status = canceled", 'did you mean "cancelled"?'),
        ('status = "uncancelled"', ""),
        ('status = "canceled"', 'did you mean "cancelled"?'),
        ("countries = [NO]", 'text must be in quotes: "NO"'),
        ("countries = [UK]", 'did you mean "GB"?'),
        ('countries = ["EU"]', "name its countries one by one"),
        ('countries = ["Latin America"]', "name its countries one by one"),
        ('languages = ["Europe"]', ""),
        ('original_title = { fr = "Y" }', 'write "Y", without braces'),
        ('original_title = { fr = "Y", de = "Z" }', ""),
        ("original_title = { fr = 1 }", ""),
        ("note = no", 'text must be in quotes: "no"'),
        ("note = 7.10", 'write "7.10", in quotes'),
        ("networks = ABC", 'write ["ABC"]'),
        ('networks = ABC"', 'write ["ABC"]'),
        ("sources = tvdb", 'write ["tvdb"]'),
        ('logline = ["a \\"b\\""]', 'write "a \\"b\\"", without brackets'),
        (f'logline = ["{"x" * 61}"]', ""),
        ('genres = "a \\"b\\", c"', 'write ["a \\"b\\"", "c"]'),
        ('logline = The Show"', 'write "The Show"'),
        ("logline = The Show' # or so", "text must be in quotes"),
        ("logline = Grey's Anatomy", 'text must be in quotes: "Grey\'s Anatomy"'),
        ('logline = "a\\\\"b"', r'write \" for each " inside "…"'),
        ('genres = [comedy", "drama"]', 'write "comedy"'),
        ('ids = {imdb = tt0000001"}', 'write "tt0000001"'),
        ("ids = {imdb = 1234567}", 'write "tt1234567", in quotes'),
        ('logline = „The Show"', 'write "The Show"'),
        ('logline = "The\\u200b Show"', 'write "The Show"'),
        ('also known as = ["A"]', "write also_known_as"),
        ('“note” = "A"', "write note"),
        ('no*te = "A"', 'did you mean "note"?'),
        ("[[show", "write [show]"),
        ('["cast"', "write [[cast]]"),
        ("[my show", "a name is one word, or is written in quotes"),
        ('countries = "USA"', 'write ["US"]'),
        ('languages = "English; fr_CA"', 'write ["en", "fr-CA"]'),
        ('sources = ["https://example.org/"]', "write the id of a record in [[sources]]"),
        ("[[images]]\nstatus = 'ended'\ntitle = 'A'\ncredit = 'B'\nurl = 'https://a.org/'", "write it below [show]"),
        ("cast = []", "each record begins with [[cast]]"),
    ],
)
def test_a_hint_says_what_toml_reads_as_what_is_wanted_or_nothing(statement: str, hint: str) -> None:
    told = [each for each in report(catalogue("show", statement)).problems if each.severity is Severity.ERROR]
    warned = [each for each in report(catalogue("show", statement)).problems if each.code is INVISIBLE_CHARACTER]
    assert [each.hint for each in (told or warned)[:1]] == [hint]


words = st.text("aeinrst01-_ \"'\\.,:/é“”\u200b٣#[]{}=", max_size=12)
scalars = words | st.integers() | st.booleans() | st.dates() | st.floats() | st.sampled_from(["main", "Free ", "FRA"])


@thorough
@given(
    st.sampled_from(FIELDS),
    st.one_of(
        st.one_of(scalars, st.lists(scalars, max_size=3)).map(lambda value: tomli_w.dumps({"x": value})[4:-1]),
        words,
        words.map('"{}"'.format),
        st.lists(words, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.sampled_from(MANY).flatmap(
            lambda value: st.integers(0, len(value)).map(lambda at: value[:at] + value[at + 1 :])
        ),
    ),
)
@example(("show", "genres"), '"a, b\\"c"')
def test_whatever_hint_is_given_helps(field: tuple[str, str], value: str) -> None:
    section, name = field
    follow(catalogue(section, f"{name} = {value}"))


def spoilt(name: str) -> st.SearchStrategy[str]:
    """Return what a name becomes where a character too many, one too few or another one is typed."""
    others = st.sampled_from([*"*é“” ._-\"'[]=:\u200b\u00a0s", ""])
    return st.tuples(st.integers(0, len(name)), others, st.booleans()).map(
        lambda slip: name[: slip[0]] + slip[1] + name[slip[0] + slip[2] :]
    )


@thorough
@given(st.sampled_from(FIELDS).flatmap(lambda field: st.tuples(st.just(field[0]), spoilt(field[1]))), st.booleans())
def test_whatever_hint_to_a_key_is_given_helps(field: tuple[str, str], is_name: bool) -> None:
    section, key = field
    follow(catalogue(section, f"{key} = 'x'" if is_name else f"{key} 'x'"))


@thorough
@given(
    st.sampled_from([*RECORD_TYPES, "show"]).flatmap(
        lambda name: st.sampled_from([f"[{name}]", f"[[{name}]]", f"[{name}.ids]", f"[[{name}.x]]"]).flatmap(spoilt)
    )
)
def test_whatever_hint_to_a_header_is_given_helps(header: str) -> None:
    follow(f"format = 1\n{header}\nname = 'x'\n[[sources]]\nid = 'x'\n")
