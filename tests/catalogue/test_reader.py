import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import InvalidCatalogueError, Location, locate, parse
from etoile_cli.catalogue.records import Show
from etoile_cli.check.check import refusals
from etoile_cli.check.reports.line import lines
from tests.controls import controls_in
from tests.door import CHECKOUT, run
from tests.strategies import thorough

HINT = "hint: give a catalogue with --catalogue or ETOILE_CATALOGUE\n"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def catalogue(title: str) -> bytes:
    return f'format = 1\n\n[show]\ntitle = "{title}"\nlogline = """\nA\nB"""\n'.encode()


def show_of(command: str, *, stdin: bytes = b"", env: Mapping[str, str] | None = None) -> dict[str, object]:
    done = run(command, stdin=stdin, env=env)
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with catalogues that the command line can name without a path."""
    monkeypatch.chdir(tmp_path)
    for name in ("option", "other", "environment"):
        (tmp_path / f"{name}.toml").write_bytes(catalogue(name))
    return tmp_path


@pytest.mark.parametrize(
    ("command", "env", "title"),
    [
        ("etoile summary --json", {}, "Étoile"),
        ("etoile summary --json", {"ETOILE_CATALOGUE": ""}, "Étoile"),
        ("etoile summary --json", {"ETOILE_CATALOGUE": "environment.toml"}, "environment"),
        ("etoile summary --json", {"ETOILE_CATALOGUE": "-"}, "stdin"),
        ("etoile -c option.toml summary --json", {}, "option"),
        ("etoile summary --json -c option.toml", {}, "option"),
        ("etoile summary --json --catalogue=option.toml", {}, "option"),
        ("etoile -c option.toml summary --json", {"ETOILE_CATALOGUE": "environment.toml"}, "option"),
        ("etoile -c ./option.toml summary --json", {}, "option"),
        ("etoile -c - summary --json", {}, "stdin"),
        ("etoile summary --json -c -", {"ETOILE_CATALOGUE": "environment.toml"}, "stdin"),
    ],
)
@pytest.mark.usefixtures("here")
def test_the_option_goes_before_the_environment_before_the_built_in(
    command: str, env: Mapping[str, str], title: str
) -> None:
    assert show_of(command, stdin=catalogue("stdin"), env=env)["title"] == title


@pytest.mark.parametrize(
    ("option", "environment", "location"),
    [
        ("a.toml", None, Location("a.toml", "option")),
        ("a.toml", "b.toml", Location("a.toml", "option")),
        ("-", "b.toml", Location("-", "option")),
        ("", "b.toml", Location("", "option")),
        (None, "b.toml", Location("b.toml", "environment")),
    ],
)
def test_a_location_says_why_it_is_the_one(
    option: str | None, environment: str | None, location: Location, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ETOILE_CATALOGUE", environment or "")
    assert locate(None if option is None else [option]) == [location]


def test_the_built_in_catalogue_is_the_one_in_data() -> None:
    [found] = locate(None)
    assert found.origin == "built in"
    assert Path(found.path).read_bytes() == (CHECKOUT / "data" / "etoile.toml").read_bytes()


@pytest.mark.parametrize(
    "content",
    [
        BYTE_ORDER_MARK + catalogue("Łódź"),
        catalogue("Łódź").replace(b"\n", b"\r\n"),
        BYTE_ORDER_MARK + catalogue("Łódź").replace(b"\n", b"\r\n"),
    ],
    ids=["byte-order mark", "CRLF", "both"],
)
@pytest.mark.parametrize("command", ["etoile -c it.toml summary --json", "etoile -c - summary --json"])
def test_a_file_made_on_windows_reads_like_any_other(here: Path, command: str, content: bytes) -> None:
    (here / "it.toml").write_bytes(content)
    assert show_of(command, stdin=content) == show_of("etoile -c - summary --json", stdin=catalogue("Łódź"))


@pytest.mark.parametrize(
    ("path", "stderr"),
    [
        ("nowhere.toml", "etoile: error: nowhere.toml: no such file\n"),
        ("nowhere/x.toml", "etoile: error: nowhere/x.toml: no such file\n"),
        ("option.toml/x", "etoile: error: option.toml/x: not a directory\n"),
        ("loop.toml", "etoile: error: loop.toml: too many levels of symbolic links\n"),
        ("a\0b", "etoile: error: a\\u0000b: not a possible file name\n"),
        ("x" * 300, f"etoile: error: {'x' * 300}: file name too long\n"),
        ("red\x1b[31m\nfile", "etoile: error: red\\u001b[31m\\nfile: no such file\n"),
        ("[bold]Łódź[/]", "etoile: error: [bold]Łódź[/]: no such file\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_message(here: Path, path: str, stderr: str) -> None:
    (here / "loop.toml").symlink_to("loop.toml")
    done = run(f"etoile -c '{path}' cast", code=3)
    assert (done.stdout, done.stderr) == ("", stderr + HINT)


def test_a_file_that_the_environment_names_is_told_of_like_any_other() -> None:
    done = run("etoile cast", code=3, env={"ETOILE_CATALOGUE": "nowhere.toml"})
    assert (done.stdout, done.stderr) == (
        "",
        "etoile: error: nowhere.toml: no such file\nhint: ETOILE_CATALOGUE names this catalogue\n",
    )


def test_an_empty_path_is_no_file() -> None:
    done = run("etoile -c '' cast", code=3)
    assert (done.stdout, done.stderr) == ("", f'etoile: error: "": no such file\n{HINT}')


def test_an_unreadable_file_is_one_message(here: Path) -> None:
    path, reason = unreadable(here / "option.toml")
    done = run(f"etoile -c {path} cast", code=3)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {path}: {reason}\n{HINT}")


def unreadable(path: Path) -> tuple[str, str]:
    """Return a file that cannot be read, and why; no permission keeps root from a file."""
    if os.geteuid() == 0:
        return "/proc/self/mem", "input/output error"
    path.chmod(0)
    return path.name, "no permission to read it"


SHOW = b'format = 1\n[show]\ntitle = "x"\n'
UTF8_HINT = "(save the file as UTF-8)"
BROKEN = {
    SHOW + b"# caf\xe9\n": f"4:6: error[syntax]: not UTF-8: byte 0xe9 {UTF8_HINT}",
    b"\xff\xfef\0o\0": f"1:1: error[syntax]: not UTF-8: byte 0xff {UTF8_HINT}",
    SHOW.replace(b"\n", b"\r\n") + b"\r\n# \xf0\x9f": f"5:3: error[syntax]: not UTF-8: byte 0xf0 {UTF8_HINT}",
    SHOW + b"# \xc3\xa9\xa0": f"4:4: error[syntax]: not UTF-8: byte 0xa0 {UTF8_HINT}",
    BYTE_ORDER_MARK + b"#\xe9\n" + SHOW: f"1:2: error[syntax]: not UTF-8: byte 0xe9 {UTF8_HINT}",
    SHOW + b"[[cast\nname = 'x'": '4:1: error[syntax]: cast "x": this header is not closed (write [[cast]])',
    SHOW.replace(b"\n", b"\r\n") + b"note\r\n": ('4:1: error[syntax]: show: expected a key, "=" and a value'),
    BYTE_ORDER_MARK + b"= 1\n" + SHOW: "1:1: error[syntax]: neither a key with a value nor a header",
    SHOW
    + b'note = "\x1b[31m"': '4:9: error[syntax]: show: "note": a string can\'t hold the character U+001B as it is',
    SHOW + b"note = \xe2\x80\xae": '4:8: error[syntax]: show: "note": \\u202e is not a value (text must be in quotes)',
    SHOW + b"note = " + b"[" * 100_000: '4:1: error[syntax]: show: "note": nested too deeply',
    SHOW + b"note = " + b"[" * 5000 + b"]" * 5000: '4:1: error[syntax]: show: "note": nested too deeply',
    SHOW + b"note = " + b"{b=" * 5000 + b"1" + b"}" * 5000: '4:1: error[syntax]: show: "note": nested too deeply',
    SHOW.replace(b"x", b"\xef\xbf\xbd").removesuffix(b"\n") + b" \xef\xbf\xbd": (
        '3:13: error[syntax]: show: "title": unexpected \ufffd after the value'
    ),
    SHOW + b"note = " + b"1" * 5000: '4:8: error[syntax]: show: "note": a number with too many digits',
}


@pytest.mark.parametrize(("content", "told"), BROKEN.items(), ids=[str(number) for number in range(len(BROKEN))])
def test_what_is_not_toml_is_told_with_its_place(here: Path, content: bytes, told: str) -> None:
    (here / "it.toml").write_bytes(content)
    in_file = run("etoile -c it.toml cast", code=3)
    assert (in_file.stdout, in_file.stderr) == ("", f"it.toml:{told}\n")

    piped = run("etoile -c - cast", code=3, stdin=content)
    assert (piped.stdout, piped.stderr) == ("", f"<stdin>:{told}\n")


@pytest.mark.parametrize("content", [b"", BYTE_ORDER_MARK, b"\n# nothing\n"])
def test_an_empty_file_lacks_everything(content: bytes) -> None:
    done = run("etoile -c - cast", code=3, stdin=content)
    assert (done.stdout, done.stderr) == (
        "",
        """\
<stdin>:1:1: error[missing-key]: "format" is missing (write format = 1 in the first line)
<stdin>:1:1: error[missing-key]: "show" is missing (begin with [show])
""",
    )


@thorough
@given(st.binary() | st.text("[]{}=\"'\\\n\r #.,ab01-:é\0", max_size=30).map(str.encode))
def test_any_bytes_are_a_catalogue_or_lines_that_say_where_they_are_none(content: bytes) -> None:
    told = lines([refusals(content, "it.toml")])
    assert bool(told) != is_catalogue(content)
    for line in told:
        assert re.match(r"it\.toml:[1-9][0-9]*:[1-9][0-9]*: error\[[a-z-]+\]: .", line)
        assert controls_in(line) == set()


def is_catalogue(content: bytes) -> bool:
    try:
        parse(content)
    except InvalidCatalogueError:
        return False
    return True


def test_bytes_are_parsed_to_a_catalogue() -> None:
    assert parse(SHOW) == Catalogue(format=1, show=Show(title="x"))


def test_the_reason_that_a_bug_of_ours_is_told_with_holds_nothing_that_a_terminal_obeys() -> None:
    with pytest.raises(InvalidCatalogueError, match=r"unknown field `\\u001b\[31m`"):
        parse(SHOW + b'"\\u001b[31m" = 1\n')
