"""Files that are too large, too deep or all wrong: a clear message, soon, within a little memory."""

import gc
import json
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from etoile_cli.check.check import check, refusals
from etoile_cli.check.codes import BAD_VALUE, SYNTAX
from etoile_cli.check.problem import Code, Severity
from etoile_cli.check.reports.line import lines, totals
from etoile_cli.check.tally import MOST_COUNTED, MOST_REPORTED
from tests.door import PATIENCE, TODAY, Run, arguments, entry_point, environment, run
from tests.thoroughness import THOROUGH, breadth

DAY = date.fromisoformat(TODAY)
MEMORY = 1_500_000_000
LARGEST = 32 << 20
TOO_LARGE = "larger than 32 MB, the most that etoile reads"
LEVELS = 100_000
LONG = 10_000_000 if THOROUGH else 1_000_000
SHOWN = f"{'x' * 60}…"

# A catalogue without a problem, with room for problems in the show.
HEAD = 'format = 1\n[show]\ntitle = "x"\nsources = ["s"]\n'
TAIL = '[[sources]]\nid = "s"\ntitle = "t"\nurl = "https://example.org/"\n'
FIRST_LINE = 5


def run_limited(command: str, directory: Path, *, code: int, stdin: Path | None = None) -> Run:
    """Run a command line in a process that gets no more than some memory."""
    limited = f'ulimit -v {MEMORY >> 10}; exec "$@"'
    given = ["sh", "-c", limited, "sh", entry_point(), *arguments(command)]
    with (stdin or Path("/dev/null")).open("rb") as source:
        done = subprocess.run(
            given, stdin=source, capture_output=True, cwd=directory, env=environment(), timeout=PATIENCE, check=False
        )
    ran = Run(done.stdout.decode(), done.stderr.decode(), done.returncode)
    assert ran.code == code, ran.stderr[-2000:]
    return ran


def written(directory: Path, content: str) -> Path:
    path = directory / "it.toml"
    path.write_text(content, encoding="utf-8")
    return path


def catalogue(statements: str) -> str:
    return f"{HEAD}{statements}{TAIL}"


NESTED = {
    "arrays": f"a = {'[' * LEVELS}{']' * LEVELS}\n",
    "arrays without an end": f"a = {'[' * LEVELS}\n",
    "inline tables": f"a = {'{b=' * LEVELS}1{'}' * LEVELS}\n",
    "inline tables without an end": f"a = {'{b=' * LEVELS}1\n",
    "both in turn": f"a = {'[{b=' * LEVELS}1{'}]' * LEVELS}\n",
    "a dotted key": f"a{'.a' * LEVELS} = 1\n",
    "a dotted key in a table": f"a = {{b{'.b' * LEVELS} = 1}}\n",
}
NESTED_HEADERS = {
    "a header": f"[a{'.a' * LEVELS}]\n",
    "a header of an array": f"[[a{'.a' * LEVELS}]]\n",
}


@pytest.mark.parametrize("statement", NESTED.values(), ids=NESTED)
def test_what_is_nested_too_deeply_is_told_as_that(statement: str, tmp_path: Path) -> None:
    written(tmp_path, catalogue(statement))
    told = (
        'it.toml:5:1: error[unknown-key]: show: no such key "a"\n'
        'it.toml:5:1: error[syntax]: show: "a": nested too deeply\n'
    )
    assert run_limited("etoile check it.toml", tmp_path, code=1) == Run(told, "etoile: 2 errors\n", 1)


@pytest.mark.parametrize("statement", NESTED_HEADERS.values(), ids=NESTED_HEADERS)
def test_a_header_that_is_nested_too_deeply_is_told_as_that(statement: str, tmp_path: Path) -> None:
    written(tmp_path, catalogue(statement))
    told = "it.toml:5:1: error[syntax]: nested too deeply\n"
    assert run_limited("etoile check it.toml", tmp_path, code=1) == Run(told, "etoile: 1 error\n", 1)
    assert run_limited("etoile -c it.toml cast", tmp_path, code=3) == Run("", told, 3)


def test_other_commands_tell_that_something_is_nested_too_deeply(tmp_path: Path) -> None:
    written(tmp_path, catalogue(NESTED["both in turn"]).replace("\na = ", "\ntitle = "))
    told = 'it.toml:5:1: error[syntax]: show: "title": nested too deeply\n'
    assert run_limited("etoile cast -c it.toml", tmp_path, code=3) == Run("", told, 3)


@pytest.mark.parametrize(
    "levels", breadth([100, 399, 400, 401, 900, 950, 1000, 1001, 2000], [100, 400, 401, 1001, 2000])
)
@pytest.mark.parametrize("broken", ["", "x\n"], ids=["alone", "beside a broken line"])
def test_any_depth_is_told_of(levels: int, broken: str) -> None:
    key = ".".join(["a"] * levels)
    for statement in (
        f"known_for = {'[' * levels}{']' * levels}\n",
        f"known_for = {'{a=' * levels}1{'}' * levels}\n",
        f"{key}.b = 1\n{key}.c = 1\n",
        f"ids.{key}.b = 1\nids.{key}.c = 1\n",
        f"[{key}]\nb = 1\n[{key}.c]\nb = 1\n",
    ):
        content = catalogue(statement + broken).encode()
        assert check(content, "it.toml", DAY).counts[Severity.ERROR] > 0
        assert refusals(content, "it.toml").counts[Severity.ERROR] > 0


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    start = catalogue("")
    written(tmp_path, f"{start}# {'x' * (LARGEST - len(start) - 2)}")
    assert run_limited("etoile check it.toml", tmp_path, code=0) == Run("", "etoile: no problems\n", 0)
    written(tmp_path, f"{start}# {'x' * (LARGEST - len(start) - 1)}")
    told = f"etoile: error: it.toml: {TOO_LARGE}\n"
    assert run_limited("etoile check it.toml", tmp_path, code=3) == Run("", told, 3)


@pytest.mark.parametrize("command", ["etoile check", "etoile cast -c"])
def test_a_file_of_50_mb_is_too_large(command: str, tmp_path: Path) -> None:
    path = tmp_path / "it.toml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert run_limited(f"{command} it.toml", tmp_path, code=3) == Run("", f"etoile: error: it.toml: {TOO_LARGE}\n", 3)
    assert run_limited(f"{command} -", tmp_path, code=3, stdin=path) == Run(
        "", f"etoile: error: <stdin>: {TOO_LARGE}\n", 3
    )


@pytest.mark.parametrize("command", ["etoile check", "etoile cast -c"])
def test_a_device_that_never_ends_is_too_large(command: str, tmp_path: Path) -> None:
    zero = Path("/dev/zero")
    assert run_limited(f"{command} {zero}", tmp_path, code=3) == Run("", f"etoile: error: {zero}: {TOO_LARGE}\n", 3)
    assert run_limited(f"{command} -", tmp_path, code=3, stdin=zero) == Run(
        "", f"etoile: error: <stdin>: {TOO_LARGE}\n", 3
    )


OF_A_STRING = '(end it with ", or put """ at both ends of several lines)'
# What stands in line 5 with 10 MB for the braces, the problem that is told, and how the line is drawn in 80 columns.
LONG_ONES = {
    "a value": (
        'premise = "{}"\n',
        f'11: error[bad-value]: show: "premise" must be a string of at most 100,000 characters, found {LONG:,}',
        f' 5 │ premise = "{"x" * 63}…\n   │           {"^" * 65}\n',
    ),
    "a value without quotes": (
        "premise = {}\n",
        f'11: error[syntax]: show: "premise": {SHOWN} is not a value (text must be in quotes)',
        f" 5 │ premise = {'x' * 64}…\n   │           {'^' * 65}\n",
    ),
    "a value without an end": (
        'premise = "{}\n',
        f'11: error[syntax]: show: "premise": this string is not closed {OF_A_STRING}',
        f' 5 │ premise = "{"x" * 63}…\n   │           {"^" * 65}\n',
    ),
    "a key": (
        "{} = 1\n",
        f'1: error[unknown-key]: show: no such key "{SHOWN}"',
        f" 5 │ {'x' * 74}…\n   │ {'^' * 75}\n",
    ),
    "no key at all": (
        "{}\n",
        '1: error[syntax]: show: expected a key, "=" and a value',
        f" 5 │ {'x' * 74}…\n   │ {'^' * 75}\n",
    ),
    "a header": (
        "[{}]\n",
        f'2: error[unknown-key]: no such key "{SHOWN}"',
        f" 5 │ [{'x' * 73}…\n   │  {'^' * 74}\n",
    ),
}


@pytest.mark.parametrize(("statement", "told", "drawn"), LONG_ONES.values(), ids=LONG_ONES)
def test_a_text_of_megabytes_is_told_in_a_line(statement: str, told: str, drawn: str, tmp_path: Path) -> None:
    written(tmp_path, catalogue(statement.format("x" * LONG)))
    line = f"it.toml:5:{told}\n"
    assert run_limited("etoile cast -c it.toml", tmp_path, code=3) == Run("", line, 3)
    assert run_limited("etoile check it.toml --excerpt", tmp_path, code=1).stdout.endswith(f"\n{drawn}\n")


MANY = range(20_000)
# What is long and can be read, and the codes of what is told of it.
READABLE = {
    "a text": ('premise = "' + "word " * 20_000 + '"\n', []),
    "a text that is too long": ('premise = "' + "word " * 30_000 + '"\n', [BAD_VALUE]),
    "a text of many lines": ('premise = """' + "word\n" * 20_000 + '"""\n', []),
    "an array in one line": ("genres = [" + ",".join(f'"genre {number}"' for number in MANY) + "]\n", []),
    "an array of many lines": ("genres = [\n" + "".join(f'"genre {number}",\n' for number in MANY) + "]\n", []),
    "an inline table": ("ids = { " + ", ".join(f'key{number} = "x"' for number in MANY) + " }\n", []),
}


@pytest.mark.parametrize(("long", "codes"), READABLE.values(), ids=READABLE)
def test_what_is_long_is_read_beside_something_broken(long: str, codes: list[Code]) -> None:
    told = check(catalogue(f"{long}title = @\n").encode(), "it.toml", DAY)
    assert [problem.code for problem in told.problems] == [*codes, SYNTAX]


def test_a_comment_of_10_mb_is_no_problem(tmp_path: Path) -> None:
    written(tmp_path, catalogue(f"# {'x' * LONG}\n"))
    assert run_limited("etoile check it.toml", tmp_path, code=0) == Run("", "etoile: no problems\n", 0)


@dataclass(frozen=True)
class Wrong:
    """A way to have very many problems: what a file holds for a number of them, and what is told of each.

    In `told`, `{0}` is the number of the problem from 0 on, `{1}` from 1 on. `line` is the line of the first, `lines`
    how many each takes. `others` is what there is to tell beside them.
    """

    content: Callable[[int], str]
    told: str
    line: int = FIRST_LINE
    lines: int = 1
    others: str = ""

    def problems(self, number: int) -> str:
        return "".join(
            f"it.toml:{self.line + position * self.lines}:{self.told}\n".format(position, position + 1)
            for position in range(number)
        )


def each(statement: str) -> Callable[[int], str]:
    """Return what repeats a statement behind those of the show; `{0}` in it is its number."""
    return lambda number: catalogue("".join(map(statement.format, range(number))))


def items(number: int) -> str:
    return catalogue(f"genres = [\n{'1,' * number}]\n".replace(",", ",\n"))


def of_sources(number: int) -> str:
    """Return a catalogue with 30,000 sources, and parts that each name another."""
    sources = "".join(
        map('[[sources]]\nid = "a{0}"\ntitle = "t"\nurl = "https://example.org/"\n'.format, range(30_000))
    )
    return f"{each(PART_OF_NO_SOURCE)(number)}{sources}"


PART_OF_NO_SOURCE = '[[cast]]\nname = "N{0}"\nsources = ["b{0}"]\n'

WRONG = {
    "items": Wrong(
        items,
        '1: error[wrong-type]: show: "genres", item {1}: must be a string, found the integer 1 (write "1", in quotes)',
        line=FIRST_LINE + 1,
    ),
    "unknown keys": Wrong(each("key{0} = 1\n"), '1: error[unknown-key]: show: no such key "key{0}"'),
    "wrong values": Wrong(
        each('[[cast]]\nname = "N{0}"\nbilling = "star"\nsources = ["s"]\n'),
        '11: error[bad-value]: cast "N{0}": "billing" must be one of "main", "recurring", "guest", '
        'found the string "star" (did you mean "main"?)',
        line=FIRST_LINE + 2,
        lines=4,
    ),
    "what is no value": Wrong(
        each("title = @\n"), '9: error[syntax]: show: "title": @ is not a value (text must be in quotes)'
    ),
    "arrays without an end": Wrong(
        each("title = [1,\n"), '9: error[syntax]: show: "title": this array is not closed (end it with ])'
    ),
    "repeated keys": Wrong(each('title = "x"\n'), '1: error[syntax]: show: "title" is there already in line 3'),
    "repeated tables": Wrong(each("[show]\n"), "1: error[syntax]: show: [show] is there already in line 2"),
    "unknown sources": Wrong(
        of_sources,
        '12: error[unknown-source]: cast "N{0}": "sources", item 1: names "b{0}", and there is no such source',
        line=FIRST_LINE + 2,
        lines=3,
        others=" and 30,000 warnings",
    ),
}
MANY_PROBLEMS = 5_000
# A source that no record has keeps nothing from being read.
REFUSED = [name for name in WRONG if name != "unknown sources"]


@pytest.mark.parametrize("name", breadth(list(WRONG), list(WRONG)[::3]))
def test_of_very_many_problems_the_first_are_told(name: str, tmp_path: Path) -> None:
    wrong = WRONG[name]
    written(tmp_path, wrong.content(MANY_PROBLEMS))
    done = run_limited("etoile check it.toml", tmp_path, code=1)
    assert done.stdout == wrong.problems(MOST_REPORTED)
    total = MANY_PROBLEMS + (30_000 if wrong.others else 0)
    assert done.stderr == (
        f"etoile: it.toml: only the first 1,000 of {total:,} problems are reported\n"
        f"etoile: {MANY_PROBLEMS:,} errors{wrong.others}\n"
    )


@pytest.mark.parametrize("name", breadth(list(WRONG), ["items", "wrong values", "repeated keys"]))
def test_behind_more_errors_than_count_nobody_looks_for_others(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_COUNTED == 10_000
    most = 1_200
    monkeypatch.setattr("etoile_cli.check.check.MOST_COUNTED", most)
    for number in (most, most + 1, 20 * most):
        report = check(WRONG[name].content(number).encode(), "it.toml", DAY)
        told = "".join(f"{each}\n" for each in lines([report]))
        assert told == WRONG[name].problems(MOST_REPORTED)
        others = WRONG[name].others
        assert totals([report]) == (f"1,200 errors{others}" if number == most else "over 1,200 errors")


def test_of_very_many_mistakes_that_bytes_of_no_utf_8_hide_the_bytes_alone_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("etoile_cli.check.check.MOST_COUNTED", 100)
    content = catalogue("title = @\n" + "title = caf\xe9\n" * 150 + "title = @\n").encode("latin-1")
    reports = [check(content, "it.toml", DAY)]
    assert lines(reports) == [
        'it.toml:5:9: error[syntax]: show: "title": @ is not a value (text must be in quotes)',
        "it.toml:6:12: error[syntax]: not UTF-8: byte 0xe9 (save the file as UTF-8)",
    ]
    assert totals(reports) == "2 errors"
    content = catalogue("title = caf\xe9\n" * 1_100).encode("latin-1")
    told = "<stdin>:5:12: error[syntax]: not UTF-8: byte 0xe9 (save the file as UTF-8)\n"
    assert run("etoile check -", stdin=content, code=1) == Run(told, "etoile: 1 error\n", 1)
    assert run("etoile cast -c -", stdin=content, code=3) == Run("", told, 3)


def test_many_control_characters_in_comments_hide_no_mistake_before_them() -> None:
    content = catalogue("title = @\n" + "# \x01\n" * 1_100)
    told = run("etoile check -", stdin=content, code=1).stdout.splitlines()
    assert told[0] == '<stdin>:5:9: error[syntax]: show: "title": @ is not a value (text must be in quotes)'
    assert run("etoile cast -c -", stdin=content, code=3).stderr.splitlines()[:10] == told[:10]


@pytest.mark.parametrize("name", breadth(REFUSED, REFUSED[2::3]))
def test_other_commands_tell_ten_of_very_many_problems_and_look_for_a_thousand(name: str, tmp_path: Path) -> None:
    wrong = WRONG[name]
    written(tmp_path, wrong.content(MANY_PROBLEMS))
    hint = "hint: over 990 more problems, see etoile check it.toml\n"
    assert run_limited("etoile cast -c it.toml", tmp_path, code=3) == Run("", wrong.problems(10) + hint, 3)


@pytest.mark.parametrize("format_", ["json", "github"])
def test_of_very_many_problems_programs_get_the_first(format_: str, tmp_path: Path) -> None:
    written(tmp_path, WRONG["what is no value"].content(MANY_PROBLEMS))
    done = run_limited(f"etoile check it.toml -f {format_}", tmp_path, code=1)
    assert done.stdout.count("is not a value") == MOST_REPORTED
    if format_ == "json":
        document = json.loads(done.stdout)
        assert (document["errors"], len(document["problems"])) == (MANY_PROBLEMS, MOST_REPORTED)


# Further ways, each of which once took, or could take, time that grows with the square of their number.
MORE = {
    "unknown ids": "ids.key{0} = 1\n",
    "unknown tables": "[key{0}]\n",
    "unknown tables in tables": "[key{0}.a]\n",
    "unknown tables in records": "[[cast]]\n[cast.key{0}]\n",
    "unknown tables deep in records": "[[cast]]\n[cast.a.key{0}]\n",
    "unknown arrays of tables": "[[key{0}]]\n",
    "unknown arrays in tables": "[[key{0}.a]]\n",
    "unknown arrays in records": "[[cast]]\n[[cast.a]]\nb = 1\n",
    "unknown arrays in one record": "[[cast.key{0}]]\n",
    "records without anything": "[[cast]]\n",
    "records that are the same": '[[cast]]\nname = "A"\n',
    "episodes that are the same": '[[episodes]]\nseason = 1\nnumber = 1\ntitle = "x"\n',
    "strings without an end": 'title = "x\n',
    "texts without an end": 'title = """\n',
    "texts and arrays without an end": 'key{0} = """\nother{0} = [\n',
    "inline tables without an end": "key{0} = {{\n",
    "headers without an end": "[cast\n",
    "headers that can't be read": "[[ca*st]]\n[cast.x]\n",
    "keys that can't be read": "[[cast]]\nna*me = 'A'\n",
    "texts without an opening quote": '[[cast]]\nname = A"\nknown_for = [It\'s, B"]\n',
    "no statements": "x\n",
    "brackets": "[\n",
    "closing brackets": "]\n",
    "quotes": '"\n',
    "days that are not there": "premiere = 2025-02-30\n",
    "escapes that are not there": 'title = "\\q"\n',
    "inline tables with a key twice": "key{0} = {{ a = 1, a = 2 }}\n",
}
SHAPES = {name: wrong.content for name, wrong in WRONG.items() if name != "unknown sources"} | {
    "unknown sources": each(PART_OF_NO_SOURCE),
    **{name: each(statement) for name, statement in MORE.items()},
    "texts without quotes in one array": lambda number: catalogue(f"genres = [{'drama, ' * number}]\n"),
    "blanks that are none in one array": lambda number: catalogue("genres = [" + '\u00a0"a", ' * number + "]\n"),
    "arrays in arrays that have no end": lambda number: catalogue(f"genres = {'[drama, ' * 40 * number}\n"),
}
FEW = 250


@pytest.mark.parametrize("name", breadth(list(SHAPES), list(SHAPES)[::6]))
def test_four_times_the_problems_take_some_four_times_the_time(name: str) -> None:
    # With the square of the number it would be sixteen times; milliseconds say nothing of it. A machine that does
    # other things meanwhile may spoil a try, not three.
    assert any(_seconds(name, 4 * FEW) < max(11 * _seconds(name, FEW), 0.2) for _ in range(3))


def _seconds(name: str, number: int) -> float:
    """Return the seconds of this process that it takes to check a number of problems."""
    content = SHAPES[name](number).encode()
    gc.disable()  # what the tests before have left is not to be counted
    start = time.process_time()
    report = check(content, "it.toml", DAY)
    taken = time.process_time() - start
    gc.enable()
    assert sum(report.counts.values()) >= min(number // 2, 100)
    return taken
