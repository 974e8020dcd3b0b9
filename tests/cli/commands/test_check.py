import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pyte
import pytest
from wcwidth import wcswidth

from etoile_cli.check.codes import FOUND_BY
from etoile_cli.check.problem import Code
from tests.controls import controls_in
from tests.door import CHECKOUT, TODAY, Run, environment, run, run_terminal, screen
from tests.processes import COMMANDS, run_all, run_all_in_terminal
from tests.thoroughness import breadth

SHOW = 'format = 1\n[show]\ntitle = "x"\n'
SOURCE = '[[sources]]\nid = "a"\ntitle = "A page"\nurl = "https://example.org/"\n'
CLEAN = f'{SHOW}sources = ["a"]\n{SOURCE}'
WARNING = "2:1: warning[unsourced]: show: names no source\n"
WRONG = "format = 1\n[show]\ntitle = 3\n"
ERROR = '3:9: error[wrong-type]: show: "title" must be a string, found the integer 3 (write "3", in quotes)\n'
FILES = {"clean": CLEAN, "unsourced": SHOW, "other": SHOW, "wrong": WRONG}

STYLE = re.compile(r"\x1b\[[0-9;]*m")
# The line number, the rule, and what stands behind them.
EXCERPT = re.compile(r" ([0-9]+| +) │ (.*)")
MOST = 32 << 20


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with catalogues that the command line can name without a path."""
    monkeypatch.chdir(tmp_path)
    for name, content in FILES.items():
        (tmp_path / f"{name}.toml").write_text(content, encoding="utf-8")
    return tmp_path


def check(content: str, options: str = "", *, code: int = 0, env: Mapping[str, str] | None = None) -> Run:
    """Check what comes through standard input."""
    return run(f"etoile check - {options}", code=code, stdin=content, env=env)


def written(here: Path, content: str, name: str = "it.toml") -> str:
    (here / name).write_text(content, encoding="utf-8")
    return name


# The keys that a source with an id, a title and an address can have besides.
LEFT = "publisher, authors, language, archived, published, accessed, sources, cites and note"
BROKEN = 'format = 1\n[show]\ntitel = "x"\n[[cast]]\nname = 3\nbilling = "lead"\n'
BROKEN_COUNT = "etoile: 3 errors and 2 warnings\n"


def test_every_problem_is_told_with_its_line_and_column() -> None:
    done = check(BROKEN, code=1)
    assert (done.stdout, done.stderr) == (
        """\
<stdin>:2:1: warning[unsourced]: show: names no source
<stdin>:3:1: error[unknown-key]: show: no such key "titel" (did you mean "title"?)
<stdin>:4:1: warning[unsourced]: cast number 1: names no source
<stdin>:5:8: error[wrong-type]: cast number 1: "name" must be a string, found the integer 3 (write "3", in quotes)
<stdin>:6:11: error[bad-value]: cast number 1: "billing" must be one of "main", "recurring", "guest", \
found the string "lead" (did you mean "main"?)
""",
        BROKEN_COUNT,
    )


# Which files are checked.


def test_without_a_file_the_built_in_catalogue_is_checked_and_has_only_honest_warnings() -> None:
    done = run("etoile check --json")
    path = str(CHECKOUT / "data" / "etoile.toml")
    trailer = 'trailer "Étoile – Official Trailer | Prime Video"'
    assert [(each["file"], each["code"], each["record"]) for each in json.loads(done.stdout)["problems"]] == [
        (path, "search-link", 'offer "Prime Video"'),
        (path, "stale-availability", 'offer "Prime Video"'),
        (path, "search-link", trailer),
    ]
    assert done.stderr == "etoile: 3 warnings\n"


@pytest.mark.parametrize(
    ("command", "env", "checked"),
    [
        ("etoile -c unsourced.toml check", {}, "unsourced.toml"),
        ("etoile check -c unsourced.toml", {}, "unsourced.toml"),
        ("etoile check", {"ETOILE_CATALOGUE": "unsourced.toml"}, "unsourced.toml"),
        ("etoile check -c other.toml", {"ETOILE_CATALOGUE": "unsourced.toml"}, "other.toml"),
        ("etoile check unsourced.toml", {"ETOILE_CATALOGUE": "nowhere.toml"}, "unsourced.toml"),
        ("etoile check ./unsourced.toml", {}, "./unsourced.toml"),
        ("etoile check -", {"ETOILE_CATALOGUE": "nowhere.toml"}, "<stdin>"),
        ("etoile check -c -", {}, "<stdin>"),
        ("etoile check", {"ETOILE_CATALOGUE": "-"}, "<stdin>"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_file_goes_before_the_option_before_the_environment(
    command: str, env: Mapping[str, str], checked: str
) -> None:
    done = run(command, stdin=SHOW, env=env)
    assert (done.stdout, done.stderr) == (f"{checked}:{WARNING}", "etoile: 1 warning\n")


@pytest.mark.parametrize("command", ["etoile -c other.toml check unsourced.toml", "etoile check - -c other.toml"])
@pytest.mark.usefixtures("here")
def test_a_file_and_the_option_are_wrong_usage(command: str) -> None:
    done = run(command, code=2, stdin=SHOW)
    assert (done.stdout, done.stderr) == (
        "",
        "etoile: error: --catalogue and FILE both name what to check\nhint: leave one of them out\n",
    )


def test_a_file_whose_name_looks_like_an_option_goes_behind_two_dashes(here: Path) -> None:
    written(here, SHOW, "-x.toml")
    assert run("etoile check -- -x.toml").stdout == f"-x.toml:{WARNING}"


@pytest.mark.usefixtures("here")
def test_files_are_told_in_their_order() -> None:
    done = run("etoile check wrong.toml clean.toml - unsourced.toml", stdin=SHOW, code=1)
    assert (done.stdout, done.stderr) == (
        f"wrong.toml:{WARNING}wrong.toml:{ERROR}<stdin>:{WARNING}unsourced.toml:{WARNING}",
        "etoile: 1 error and 3 warnings in 4 files\n",
    )


@pytest.mark.usefixtures("here")
def test_a_file_that_is_named_twice_is_told_once() -> None:
    done = run("etoile check - unsourced.toml unsourced.toml -", stdin=SHOW)
    assert (done.stdout, done.stderr) == (
        f"<stdin>:{WARNING}unsourced.toml:{WARNING}",
        "etoile: 2 warnings in 2 files\n",
    )


NO_CATALOGUE = """\
empty: no catalogue is in this directory
hint: a catalogue is a file *.toml with format = 1; etoile init begins one"""


@pytest.mark.usefixtures("here")
def test_a_file_that_cannot_be_read_keeps_the_others_from_nothing() -> None:
    Path("empty").mkdir()
    done = run("etoile check wrong.toml nowhere.toml unsourced.toml empty", code=3)
    assert (done.stdout, done.stderr) == (
        f"wrong.toml:{WARNING}wrong.toml:{ERROR}unsourced.toml:{WARNING}",
        """\
etoile: 1 error and 2 warnings in 2 files; 2 more files can't be read
etoile: error: nowhere.toml: no such file
etoile: error: empty: no catalogue is in this directory
""",
    )


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("nowhere.toml", "nowhere.toml: no such file"),
        ("empty", NO_CATALOGUE),
        ("''", '"": no such file'),
        ("clean.toml/x", "clean.toml/x: not a directory"),
    ],
)
@pytest.mark.usefixtures("here")
def test_a_file_that_cannot_be_read_is_one_message(file: str, message: str) -> None:
    Path("empty").mkdir()
    done = run(f"etoile check {file}", code=3)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {message}\n")


def test_a_catalogue_in_use_that_cannot_be_read_is_told_with_who_names_it() -> None:
    done = run("etoile check", code=3, env={"ETOILE_CATALOGUE": "nowhere.toml"})
    assert (done.stdout, done.stderr) == (
        "",
        "etoile: error: nowhere.toml: no such file\nhint: ETOILE_CATALOGUE names this catalogue\n",
    )


@pytest.mark.parametrize(
    "file",
    ["big.toml", pytest.param("/dev/zero", marks=pytest.mark.skipif(not Path("/dev/zero").exists(), reason=""))],
)
@pytest.mark.parametrize("command", ["check {}", "cast -c {}"])
def test_a_file_that_is_too_large_is_not_read_on(here: Path, file: str, command: str) -> None:
    with (here / "big.toml").open("wb") as big:
        big.truncate(MOST + 1)
    done = run(f"etoile {command.format(file)}", code=3)
    assert (done.stdout, done.stderr) == (
        "",
        f"etoile: error: {file}: larger than 32 MB, the most that etoile reads\n",
    )


@pytest.mark.usefixtures("here")
def test_formats_for_programs_tell_what_cannot_be_read() -> None:
    Path("empty").mkdir()
    as_json = run("etoile check nowhere.toml clean.toml empty --json", code=3)
    assert (
        as_json.stdout
        == """\
{
  "version": 1,
  "errors": 0,
  "warnings": 0,
  "complete": true,
  "problems": [],
  "unreadable": [
    {
      "file": "nowhere.toml",
      "message": "no such file"
    },
    {
      "file": "empty",
      "message": "no catalogue is in this directory"
    }
  ]
}
"""
    )
    github = run("etoile check nowhere.toml clean.toml empty -f github", code=3)
    assert (
        github.stdout
        == """\
::error file=nowhere.toml::no such file
::error file=empty::no catalogue is in this directory
"""
    )
    assert github.stderr == as_json.stderr


# What the exit code and the count say.


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("clean.toml", 0),
        ("clean.toml --strict", 0),
        ("unsourced.toml", 0),
        ("unsourced.toml --strict", 1),
        ("clean.toml unsourced.toml --strict", 1),
        ("wrong.toml", 1),
        ("wrong.toml --strict", 1),
        ("wrong.toml clean.toml", 1),
        ("nowhere.toml", 3),
        ("wrong.toml nowhere.toml", 3),
    ],
)
@pytest.mark.parametrize("format_", ["text", "json", "github"])
@pytest.mark.usefixtures("here")
def test_the_exit_code_is_the_same_in_every_format(arguments: str, code: int, format_: str) -> None:
    run(f"etoile check {arguments} -f {format_}", code=code)


@pytest.mark.parametrize(
    ("content", "code", "count"),
    [
        (CLEAN, 0, "no problems"),
        (SHOW, 0, "1 warning"),
        (f"{SHOW}{SOURCE}", 0, "2 warnings"),
        (f"{CLEAN}x = 1\n", 1, "1 error"),
        (f"{CLEAN}x = 1\ny = 1\n", 1, "2 errors"),
        (WRONG, 1, "1 error and 1 warning"),
        (BROKEN, 1, "3 errors and 2 warnings"),
        ("", 1, "2 errors"),
    ],
)
@pytest.mark.parametrize("options", ["", "--json", "-f github", "--excerpt", "--strict"])
def test_the_count_is_a_sentence_on_standard_error(content: str, code: int, count: str, options: str) -> None:
    done = check(content, options, code=max(code, int("--strict" in options and count != "no problems")))
    assert done.stderr == f"etoile: {count}\n"


@pytest.mark.usefixtures("here")
def test_the_count_says_in_how_many_files() -> None:
    assert run("etoile check clean.toml - ", stdin=CLEAN).stderr == "etoile: no problems in 2 files\n"
    assert run("etoile check clean.toml other.toml").stderr == "etoile: 1 warning in 2 files\n"


def test_of_very_many_problems_the_first_thousand_are_told() -> None:
    many = f"{CLEAN}{''.join(f'x{number} = 1{chr(10)}' for number in range(1200))}"
    done = check(many, code=1)
    assert done.stdout == "".join(
        f'<stdin>:{9 + number}:1: error[unknown-key]: source "A page": no such key "x{number}" (it can have {LEFT})\n'
        for number in range(1000)
    )
    assert (
        done.stderr == "etoile: <stdin>: only the first 1,000 of 1,200 problems are reported\netoile: 1,200 errors\n"
    )
    document = json.loads(check(many, "--json", code=1).stdout)
    assert (document["errors"], len(document["problems"])) == (1200, 1000)


NO_FORMAT = '<stdin>:1:1: error[missing-key]: "format" is missing (write format = 1 in the first line)\n'
NO_SHOW = '<stdin>:1:1: error[missing-key]: "show" is missing (begin with [show])\n'


def test_an_empty_file_lacks_everything() -> None:
    done = check("", code=1)
    assert (done.stdout, done.stderr) == (NO_FORMAT + NO_SHOW, "etoile: 2 errors\n")


# Formats.

SEVERAL_LINES = f'{CLEAN}note = """\nA\\u0007\n50%, or: less"""\n"100%, or: more" = 1\n'


def test_json_is_a_versioned_document_with_every_key() -> None:
    done = check(f"{SHOW}titel = 1\n", "--json", code=1)
    assert (
        done.stdout
        == """\
{
  "version": 1,
  "errors": 1,
  "warnings": 1,
  "complete": true,
  "problems": [
    {
      "file": "<stdin>",
      "line": 2,
      "column": 1,
      "end_line": 2,
      "end_column": 7,
      "code": "unsourced",
      "severity": "warning",
      "record": "show",
      "key": "sources",
      "message": "names no source",
      "hint": null
    },
    {
      "file": "<stdin>",
      "line": 4,
      "column": 1,
      "end_line": 4,
      "end_column": 6,
      "code": "unknown-key",
      "severity": "error",
      "record": "show",
      "key": "titel",
      "message": "no such key \\"titel\\"",
      "hint": "\\"title\\" is there already"
    }
  ],
  "unreadable": []
}
"""
    )
    assert done.stderr == "etoile: 1 error and 1 warning\n"


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        (CLEAN, []),
        ("", [("missing-key", None, "format"), ("missing-key", None, "show")]),
        ("format = 1\nx = 1\n", [("missing-key", None, "show"), ("unknown-key", None, "x")]),
        (f"{CLEAN}[[cast]]\nname = 'Z'\n", [("unsourced", 'cast "Z"', "sources")]),
        (f"{CLEAN}[[cast]]\nsources = ['a']\n", [("missing-key", "cast number 1", "name")]),
        (f"{CLEAN}sources = ['a', 'b']\n", [("unknown-source", 'source "A page"', "sources")]),
        (f"{CLEAN}[show.ids]\nimdb = 1\n", [("wrong-type", "show", "ids.imdb")]),
        (f"{CLEAN}x\n", [("syntax", 'source "A page"', None)]),
    ],
)
def test_json_names_the_record_and_the_key(content: str, problems: list[tuple[str, str | None, str | None]]) -> None:
    done = check(content, "--json", code=1 if any(code != "unsourced" for code, _, _ in problems) else 0)
    told = [(each["code"], each["record"], each["key"]) for each in json.loads(done.stdout)["problems"]]
    assert told == problems


def test_json_and_text_say_the_same() -> None:
    hostile = CHECKOUT / "tests" / "data" / "hostile.toml"
    document = json.loads(run(f"etoile check {hostile} --json", code=1).stdout)
    lines = []
    for each in document["problems"]:
        assert " ".join(each) == "file line column end_line end_column code severity record key message hint"
        assert (each["line"], each["column"]) < (each["end_line"], each["end_column"])
        hint = f" ({each['hint']})" if each["hint"] else ""
        place = f"{each['file']}:{each['line']}:{each['column']}"
        lines.append(f"{place}: {each['severity']}[{each['code']}]: {each['record']}: {each['message']}{hint}")
    # A text has no line breaks or escapes inside a line; JSON has the values as they are.
    shown = [re.sub(r"[\x00-\x1f\x7f-\x9f\u061c\u200e-\u202e\u2066-\u2069]", "*", line) for line in lines]
    text = run(f"etoile check {hostile}", code=1).stdout
    assert len(text.splitlines()) == len(lines) == document["errors"] + document["warnings"]
    for line, told in zip(shown, text.splitlines(), strict=True):
        pattern = re.escape(line).replace(r"\*", r"(?:\*|\\[tnr]|\\u[0-9a-f]{4})")
        assert re.fullmatch(pattern, told)


@pytest.mark.parametrize("options", ["--json", "--json -f json", "-f json", "-f JSON"])
def test_json_is_short_for_format_json(options: str) -> None:
    assert check(SHOW, options) == check(SHOW, "--format json")


def test_github_is_told_in_its_own_commands() -> None:
    done = check(SEVERAL_LINES, "--format github", code=1)
    # Columns are given only within one line. Of the message, only the percent sign means something.
    assert (done.stdout, done.stderr) == (
        """\
::warning file=<stdin>,line=9,endLine=11,title=control-character::source "A page": "note" holds what is printed \
as an escape: U+0007 as \\u0007 (write it without)
::error file=<stdin>,line=12,endLine=12,col=1,endColumn=17,title=unknown-key::source "A page": no such key \
"100%25, or: more" (it can have publisher, authors, language, archived, published, accessed, sources and cites)
""",
        "etoile: 1 error and 1 warning\n",
    )


@pytest.mark.parametrize("format_", ["text", "github"])
def test_two_formats_are_wrong_usage(format_: str) -> None:
    done = check(SHOW, f"--json --format {format_}", code=2)
    message = f"--json and --format {format_} ask for different formats"
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {message}\n")


NAMES = {
    "red\x1b[31m.toml": r"red\u001b[31m.toml",
    "two\nlines.toml": r"two\nlines.toml",
    "\u202egnp.toml": r"\u202egnp.toml",
    "[bold]x[].toml": "[bold]x[].toml",
    ":star: 50%, a:b.toml": ":star: 50%, a:b.toml",
    "日本 it's.toml": "日本 it's.toml",
    "\udcff.toml": r"\udcff.toml",
    "\udc9b31m.toml": r"\udc9b31m.toml",
}


@pytest.fixture(params=NAMES)
def odd(request: pytest.FixtureRequest, here: Path) -> str:
    """A file with an odd name, and one warning."""
    (here / request.param).write_text(SHOW, encoding="utf-8")
    return str(request.param)


def quoted(name: str) -> str:
    return "'{}'".format(name.replace("'", "'\"'\"'"))


def test_odd_names_of_files_break_no_format(odd: str) -> None:
    formats = ("-f text", "-f github", "-f json", "--excerpt")
    text, github, as_json, excerpt = run_all([f"etoile check {quoted(odd)} {format_}" for format_ in formats])
    assert [(done.code, done.stderr) for done in (text, github, as_json, excerpt)] == [(0, "etoile: 1 warning\n")] * 4
    assert text.stdout == f"{NAMES[odd]}:{WARNING}"

    file, place = re.fullmatch(
        r"::warning file=([^,:\n]+),(.+),title=unsourced::show: names no source\n", github.stdout
    ).groups()
    assert place == "line=2,endLine=2,col=1,endColumn=7"
    assert file.replace("%3A", ":").replace("%2C", ",").replace("%25", "%") == NAMES[odd]

    # Not every name is UTF-8, JSON is.
    assert json.loads(as_json.stdout)["problems"][0]["file"] == re.sub("[\udc80-\udcff]", "\ufffd", odd)

    assert excerpt.stdout == f"{NAMES[odd]}:{WARNING} 2 │ [show]\n   │ ^^^^^^\n\n"
    for done in (text, github, as_json, excerpt):
        assert controls_in(done.stdout) == {"\n"}

    (shown,) = run_all_in_terminal([f"etoile check {quoted(odd)}"], width=80)
    assert STYLE.sub("", shown.stdout) == excerpt.stdout + excerpt.stderr


def test_odd_names_of_files_that_are_not_there_are_shown(tmp_path: Path) -> None:
    names = [str(tmp_path / name) for name in NAMES]
    for name, done in zip(names, run_all([f"etoile check {quoted(name)}" for name in names]), strict=True):
        shown = f"{tmp_path}/{NAMES[Path(name).name]}"
        assert (done.code, done.stdout, done.stderr) == (3, "", f"etoile: error: {shown}: no such file\n")


AUTOMATIC = {
    "GITHUB_ACTIONS": "true",
    "CI": "true",
    "GITHUB_WORKSPACE": "/",
    "PY_COLORS": "1",
    "ETOILE_FORMAT": "json",
}


def test_where_it_runs_changes_nothing() -> None:
    assert check(BROKEN, code=1, env=AUTOMATIC) == check(BROKEN, code=1)


@pytest.mark.usefixtures("here")
def test_where_it_runs_changes_nothing_on_a_terminal() -> None:
    usual, automatic = (
        run_terminal("etoile check wrong.toml", width=80, code=1, env=env).stdout for env in ({}, AUTOMATIC)
    )
    assert automatic == usual


# The day.


def offer(checked: date) -> str:
    keys = 'service = "S"\noffer = "buy"\nregions = ["FR"]\nsources = ["a"]'
    return f"{CLEAN}[[availability]]\n{keys}\nchecked = {checked}\n"


STALE = (
    '<stdin>:14:11: warning[stale-availability]: offer "S": "checked" {} is {} days ago '
    "(look whether the offer still stands, and write the day)\n"
)


@pytest.mark.parametrize(
    ("options", "env", "today"),
    [
        ("", {}, TODAY),
        ("", {"ETOILE_TODAY": "2030-03-01"}, "2030-03-01"),
        ("--today 2031-01-01", {}, "2031-01-01"),
        ("--today 2031-01-01", {"ETOILE_TODAY": "2030-03-01"}, "2031-01-01"),
        ("--today 2031-01-01", {"ETOILE_TODAY": "nonsense"}, "2031-01-01"),
    ],
)
def test_an_offer_is_stale_after_180_days(options: str, env: Mapping[str, str], today: str) -> None:
    for days, stale in ((180, ""), (181, STALE), (182, STALE)):
        checked = date.fromisoformat(today) - timedelta(days)
        assert check(offer(checked), options, env=env).stdout == stale.format(checked, days)


@pytest.mark.parametrize("day", ["2026-02-29", "tomorrow", ""])
def test_a_day_that_is_none_is_wrong_usage(day: str) -> None:
    done = check(SHOW, f"--today '{day}'", code=2)
    assert (done.stdout, done.stderr) == (
        "",
        f'etoile: error: --today must be a date like 2025-04-24, found "{day}"\n',
    )


# What the codes mean.


@pytest.mark.parametrize("code", FOUND_BY, ids=str)
def test_every_code_is_explained(code: Code) -> None:
    done = run(f"etoile check --explain {code}")
    heading, means, why, _ = done.stdout.split("\n\n", 3)
    assert heading == f"{code.severity}[{code}]"
    assert means.endswith(".")
    assert why.endswith(".")
    assert re.search(r"\n\nWrong:\n\n( {4}.+\n|\n)+\nRight:\n\n( {4}.+\n|\n)+$", done.stdout)
    assert done.stderr == ""
    assert done == run(f"etoile check --explain {code.name.upper()}")


def test_explanations_fit_the_terminal() -> None:
    commands = [f"etoile check --explain {code}" for code in FOUND_BY]
    for command, done in zip(commands, run_all_in_terminal(commands, width=40), strict=True):
        text, _, examples = done.stdout.partition("\n\nWrong:\n")
        assert [line for line in text.splitlines() if len(line) > 40] == [], command
        meant = run(command).stdout
        # Words stay whole, and examples are lines to copy.
        joined = "\n\n".join(paragraph.replace("\n", " ") for paragraph in text.split("\n\n"))
        assert f"{joined}\n\nWrong:\n{examples}" == meant
        assert done.code == 0


@pytest.mark.parametrize(
    ("code", "guess"),
    [
        ("unknwn-key", ' (did you mean "unknown-key"?)'),
        ("Stale", ' (did you mean "stale-availability"?)'),
        ("", ""),
        ("zzz", ""),
        ("x" * 200_000, ""),
    ],
    ids=["misspelt", "shortened", "empty", "nothing", "long"],
)
def test_an_unknown_code_is_wrong_usage_and_lists_the_codes(code: str, guess: str) -> None:
    done = run(f"etoile check --explain '{code}'", code=2)
    assert (done.stdout, done.stderr) == (
        "",
        f'etoile: error: no such code "{code}"{guess}\nhint: the codes are {", ".join(map(str, FOUND_BY))}\n',
    )


def test_a_file_and_a_code_to_explain_are_wrong_usage() -> None:
    done = check(SHOW, "--explain syntax", code=2)
    assert (done.stdout, done.stderr) == ("", "etoile: error: --explain checks no files\nhint: leave the files out\n")


# The lines of the file.

BROKEN_EXCERPTS = """\
it.toml:2:1: warning[unsourced]: show: names no source
 2 │ [show]
   │ ^^^^^^

it.toml:3:1: error[unknown-key]: show: no such key "titel" (did you mean
  "title"?)
 3 │ titel = "x"
   │ ^^^^^

it.toml:4:1: warning[unsourced]: cast number 1: names no source
 4 │ [[cast]]
   │ ^^^^^^^^

it.toml:5:8: error[wrong-type]: cast number 1: "name" must be a string, found
  the integer 3 (write "3", in quotes)
 5 │ name = 3
   │        ^

it.toml:6:11: error[bad-value]: cast number 1: "billing" must be one of "main",
  "recurring", "guest", found the string "lead" (did you mean "main"?)
 6 │ billing = "lead"
   │           ^^^^^^

"""


def test_a_terminal_shows_the_lines_with_the_places_marked(here: Path) -> None:
    done = run_terminal(f"etoile check {written(here, BROKEN)}", width=80, code=1)
    assert STYLE.sub("", done.stdout) == BROKEN_EXCERPTS + BROKEN_COUNT


def test_a_pipe_shows_them_if_asked_to(here: Path) -> None:
    done = run(f"etoile check {written(here, BROKEN)} --excerpt", code=1)
    assert (done.stdout, done.stderr) == (BROKEN_EXCERPTS, BROKEN_COUNT)


def test_a_terminal_shows_none_if_asked_not_to(here: Path) -> None:
    done = run_terminal(f"etoile check {written(here, BROKEN)} --no-excerpt", width=80, code=1)
    lines = [line for line in BROKEN_EXCERPTS.splitlines() if line and not EXCERPT.match(line)]
    assert STYLE.sub("", done.stdout) == "".join(f"{line}\n" for line in lines) + BROKEN_COUNT


def test_a_pipe_shows_none_and_no_line_is_wrapped(here: Path) -> None:
    done = run(f"etoile check {written(here, BROKEN)}", code=1)
    assert done == run(f"etoile check {written(here, BROKEN)} --no-excerpt", code=1, env={"COLUMNS": "40"})
    assert max(map(len, done.stdout.splitlines())) > 80


def test_an_empty_file_has_a_place_too() -> None:
    shown = check("", "--excerpt", code=1, env={"COLUMNS": "200"})
    assert shown.stdout == f"{NO_FORMAT} 1 │\n   │ ^\n\n{NO_SHOW} 1 │\n   │ ^\n\n"


def test_of_several_lines_the_first_is_shown() -> None:
    assert check(SEVERAL_LINES, "--excerpt", code=1).stdout.splitlines()[:4] == [
        '<stdin>:9:8: warning[control-character]: source "A page": "note" holds what is',
        r"  printed as an escape: U+0007 as \u0007 (write it without)",
        ' 9 │ note = """',
        "   │        ^^^",
    ]


# What stands in a line before what is wrong.
BEFORE = [
    "",
    "a\tb",
    "\t" * 9,
    "日本語の名前",
    "e\u0301toile\u0301 noe\u0308l",
    "\u202eright\u202c \u0085",
    "[bold]x[/] :star:",
    "x" * 300,
    "日" * 300,
    "e\u0301" * 150,
    "\u202e" * 300,
]
# What is wrong, and how it looks.
WRONG_WORDS = {
    '"lead"': '"lead"',
    '"日本"': '"日本"',
    '"e\u0301\u0301"': '"é\u0301"',
    '"\u202e\t"': r'"\u202e "',
    "3": "3",
}
BEHIND = ["", f" # {'behind ' * 40}", " # 日本\t\u202e"]
LINES = [(before, wrong, behind) for before in BEFORE for wrong in WRONG_WORDS for behind in BEHIND]
LINES += [("x" * number, '"lead"', behind) for number in range(120) for behind in BEHIND]


def with_lines(lines: Iterable[tuple[str, str, str]]) -> str:
    """Return a catalogue with a line for each part of the cast, its billing wrong."""
    parts = (
        f'{{ name = "{before}", billing = {wrong}, sources = ["a"] }},{behind}\n' for before, wrong, behind in lines
    )
    return f"format = 1\ncast = [\n{''.join(parts)}]\n{CLEAN.removeprefix('format = 1')}"


@pytest.mark.parametrize("width", breadth([40, 80, 120], [40]))
def test_marks_stand_under_what_is_wrong(width: int, here: Path) -> None:
    written(here, with_lines(LINES))
    problems = json.loads(run("etoile check it.toml --json", code=1).stdout)["problems"]
    received = run_terminal("etoile check it.toml", width=width, code=1).stdout
    assert [line for line in STYLE.sub("", received).splitlines() if wcswidth(line) > width] == []
    assert [each["line"] for each in problems if each["key"] == "billing"] == list(range(3, 3 + len(LINES)))
    for problem, (line, marks) in zip(problems, marked(received, width), strict=True):
        if problem["key"] == "billing":
            _, word, _ = LINES[problem["line"] - 3]
            assert re.fullmatch(r" +\^+ +", f"{marks} ")
            assert "".join(line[marks.index("^") : marks.rindex("^") + 1]) == WRONG_WORDS[word], problem


def marked(received: str, width: int) -> Iterator[tuple[list[str], str]]:
    """Yield each line of the file that a terminal shows, cell by cell, and the line of marks below."""
    display = pyte.Screen(width, received.count("\n") + 200)
    pyte.Stream(display).feed(received.replace("\n", "\r\n"))
    rows = [[display.buffer[y][x].data for x in range(width)] for y in range(display.lines)]
    for line, marks in pairwise(rows):
        if (shown := EXCERPT.match("".join(line))) and shown[1].isdigit():
            begin = line.index("│") + 1
            yield line[begin:], "".join(marks[begin:])


def test_a_long_line_is_cut_on_both_sides_of_what_is_wrong(here: Path) -> None:
    written(here, with_lines([("x" * 300, '"lead"', f" # {'behind ' * 40}")]))
    shown = screen(run_terminal("etoile check it.toml", width=60, code=1).stdout, 60)
    assert [line for line in shown if EXCERPT.match(line)] == [
        ' 3 │ … billing = "lead", sources = ["a"] }, # behind behind…',
        "   │             ^^^^^^",
    ]


@pytest.mark.parametrize("width", [40, 80, 120])
def test_nothing_is_wider_than_the_screen_and_no_word_is_lost(width: int, here: Path) -> None:
    written(here, f"{BROKEN}{SOURCE}{'long_' * 50} = 1\n", "a file with a long name, " + "long " * 10 + ".toml")
    (name,) = [path.name for path in here.glob("a file*")]
    plain = run(f"etoile check '{name}'", code=1)
    done = run_terminal(f"etoile check '{name}'", width=width, code=1)
    lines = STYLE.sub("", done.stdout).splitlines()
    assert [line for line in lines if len(line) > width] == []
    told = "".join(line for line in lines if not EXCERPT.match(line))
    assert re.sub(r"\s", "", told) == re.sub(r"\s", "", plain.stdout + plain.stderr)


def test_a_file_of_windows_is_shown_like_any_other(here: Path) -> None:
    (here / "it.toml").write_bytes(BROKEN.replace("\n", "\r\n").encode())
    assert run("etoile check it.toml --excerpt", code=1).stdout == BROKEN_EXCERPTS


# Colour.


@pytest.mark.usefixtures("here")
def test_problems_are_coloured_on_a_terminal_by_how_bad_they_are() -> None:
    done = run_terminal("etoile check wrong.toml --no-excerpt", width=200, code=1)
    assert done.stdout == (
        "\x1b[1mwrong.toml:2:1:\x1b[0m \x1b[1;33mwarning[unsourced]:\x1b[0m show: names no source\n"
        "\x1b[1mwrong.toml:3:9:\x1b[0m \x1b[1;31merror[wrong-type]:\x1b[0m "
        'show: "title" must be a string, found the integer 3 (write "3", in quotes)\n'
        "etoile: 1 error and 1 warning\n"
    )


@pytest.mark.parametrize(("options", "env"), [("--color never", {}), ("", {"NO_COLOR": "1"}), ("", {"TERM": "dumb"})])
@pytest.mark.usefixtures("here")
def test_a_terminal_gets_no_colour_if_asked_not_to(options: str, env: Mapping[str, str]) -> None:
    coloured = run_terminal("etoile check wrong.toml", width=80, code=1).stdout
    plain = run_terminal(f"etoile check wrong.toml {options}", width=80, code=1, env=env).stdout
    assert plain == STYLE.sub("", coloured) != coloured


@pytest.mark.parametrize(("options", "env"), [("--color always", {}), ("", {"FORCE_COLOR": "1"})])
def test_a_pipe_gets_colour_if_asked_to_and_lines_stay_whole(options: str, env: Mapping[str, str]) -> None:
    coloured = check(BROKEN, options, code=1, env=env)
    plain = check(BROKEN, code=1)
    assert coloured.stdout != plain.stdout
    assert (STYLE.sub("", coloured.stdout), coloured.stderr) == (plain.stdout, plain.stderr)


@pytest.mark.parametrize("format_", ["json", "github"])
def test_formats_for_programs_have_no_colour(format_: str) -> None:
    plain = check(BROKEN, f"-f {format_}", code=1)
    assert check(BROKEN, f"-f {format_} --color always --excerpt", code=1, env={"FORCE_COLOR": "1"}) == plain


def test_a_pipe_does_not_wait_for_rich() -> None:
    program = (
        "import atexit, sys; from etoile_cli.cli.app import app; "
        "atexit.register(lambda: print('rich' in sys.modules)); app(['check'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", env=environment(), check=True
    )
    assert done.stdout.splitlines()[-1] == "False"


def test_of_more_errors_than_are_counted_each_format_says_that_there_are_more(here: Path) -> None:
    written(here, f"{SHOW}{''.join(f'x{each} = 1{chr(10)}' for each in range(10_001))}", "it.toml")
    written(here, SHOW + "titel = 1\n", "other.toml")
    done = run("etoile check it.toml other.toml", code=1)
    assert len(done.stdout.splitlines()) == 1_000 + len(run("etoile check other.toml", code=1).stdout.splitlines())
    assert done.stderr == (
        "etoile: it.toml: only 1,000 of over 10,000 problems are reported\n"
        "etoile: over 10,001 errors and 1 warning in 2 files\n"
    )
    document = json.loads(run("etoile check --json it.toml other.toml", code=1).stdout)
    assert (document["errors"], document["warnings"], document["complete"]) == (10_001, 1, False)
    github = run("etoile check -f github it.toml", code=1)
    assert len(github.stdout.splitlines()) == 1_000
    assert github.stderr == (
        "etoile: it.toml: only 1,000 of over 10,000 problems are reported\netoile: over 10,000 errors\n"
    )


# What other commands make of such files.


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        (10, ""),
        (11, "hint: 1 more problem, see {}\n"),
        (1_000, "hint: 990 more problems, see {}\n"),
        (1_001, "hint: over 990 more problems, see {}\n"),
    ],
)
@pytest.mark.parametrize(
    ("name", "told", "command"),
    [
        ("it.toml", "it.toml", "etoile check it.toml"),
        ("my file's.toml", "my file's.toml", "etoile check 'my file'\"'\"'s.toml'"),
        ("-", "<stdin>", "etoile check -"),
    ],
)
def test_other_commands_tell_ten_problems_and_where_the_others_are(
    here: Path, number: int, hint: str, name: str, told: str, command: str
) -> None:
    content = f"{SHOW}{''.join(f'x{each} = 1{chr(10)}' for each in range(number))}"
    written(here, content, name)
    lines = "".join(f'{told}:{4 + each}:1: error[unknown-key]: show: no such key "x{each}"\n' for each in range(10))
    for ran in (
        run(f"etoile cast -c {quoted(name)}", stdin=content, code=3),
        run("etoile cast", env={"ETOILE_CATALOGUE": name}, stdin=content, code=3),
    ):
        assert (ran.stdout, ran.stderr) == ("", lines + hint.format(command))
    # The hint is a command to copy.
    checked = run(command, stdin=content, code=1)
    assert f"{told}:14:1:" in checked.stdout or number == 10


READABLE = f"""\
{SHOW}sources = ["a", "nowhere"]
languages = ["xx"]
countries = ["ZZ", "ZZ"]
genres = [" "]
{SOURCE}
[[sources]]
id = "a"
title = "The same id"
url = "example.org"
[[trailers]]
title = "T"
url = "http://example.org/\\u001b"
[[cast]]
name = "N"
company = "nowhere"
episodes = ["S01E07"]
[[cast]]
name = "N"
"""


def test_what_only_check_minds_keeps_nobody_from_reading(here: Path) -> None:
    written(here, READABLE)
    errors = {
        each["code"]
        for each in json.loads(run("etoile check it.toml --json", code=1).stdout)["problems"]
        if each["severity"] == "error"
    }
    assert errors == {"bad-value", "duplicate", "unknown-source", "unknown-company", "unknown-episode"}
    for command in COMMANDS:
        if not command.startswith(("etoile check", "etoile diff")):
            run(f"{command} -c it.toml")
    assert run("etoile cast -c it.toml").stdout == "N\t\t\tnowhere\nN\t\t\t\n"
