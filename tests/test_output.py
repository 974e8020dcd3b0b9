import fcntl
import io
import os
import pty
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.errors import CatalogueError, NoMatchError
from etoile_cli.output import Color, has_color, say, say_error, takes_links, width, write
from tests.door import arguments, entry_point, environment, read_all, run, run_process
from tests.strategies import characters, thorough


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


PIPE = io.StringIO()
TERMINAL = Terminal()


@pytest.mark.parametrize(
    ("color", "env", "stream", "colored"),
    [
        # The option decides alone.
        (Color.ALWAYS, {"NO_COLOR": "1", "FORCE_COLOR": "0", "TERM": "dumb"}, PIPE, True),
        (Color.NEVER, {"FORCE_COLOR": "1"}, TERMINAL, False),
        # Then NO_COLOR, if it holds anything.
        (Color.AUTO, {"NO_COLOR": "1"}, TERMINAL, False),
        (Color.AUTO, {"NO_COLOR": "0"}, TERMINAL, False),
        (Color.AUTO, {"NO_COLOR": ""}, TERMINAL, True),
        (Color.AUTO, {"NO_COLOR": ""}, PIPE, False),
        (Color.AUTO, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, TERMINAL, False),
        # Then FORCE_COLOR, of which 0 means off.
        (Color.AUTO, {"FORCE_COLOR": "1"}, PIPE, True),
        (Color.AUTO, {"FORCE_COLOR": "3"}, PIPE, True),
        (Color.AUTO, {"FORCE_COLOR": "true", "TERM": "dumb"}, PIPE, True),
        (Color.AUTO, {"FORCE_COLOR": "0"}, TERMINAL, False),
        (Color.AUTO, {"FORCE_COLOR": ""}, TERMINAL, True),
        (Color.AUTO, {"FORCE_COLOR": ""}, PIPE, False),
        (Color.AUTO, {"NO_COLOR": "", "FORCE_COLOR": "1"}, PIPE, True),
        # Then whether somebody looks, with a terminal that knows colours.
        (Color.AUTO, {}, TERMINAL, True),
        (Color.AUTO, {}, PIPE, False),
        (Color.AUTO, {"TERM": "dumb"}, TERMINAL, False),
        (Color.AUTO, {"CLICOLOR_FORCE": "1"}, PIPE, False),
    ],
)
def test_colour_follows_the_option_then_the_environment_then_the_stream(
    color: Color, env: dict[str, str], stream: io.StringIO, colored: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert has_color(color, stream) is colored


def replaced(text: str, encoding: str) -> str:
    return text.encode(encoding, errors="etoile-plain").decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("Étoile, Lou de Laâge", "ascii", "Etoile, Lou de Laage"),
        ("Łódź ÆØ æø œ ß", "ascii", "Lodz AO ao o s"),
        ("Łódź", "latin-1", "Lódz"),
        ("Łódź – Étoile", "cp1252", "Lódz – Étoile"),
        ("─│╭╮╰╯✦·", "ascii", "-|++++*-"),
        ("‘a’ “b” «c» d–e—f‑g", "ascii", '\'a\' "b" "c" d-e-f-g'),
        ("€ § ¬", "ascii", "? ? ?"),
        ("\xa0Étoile\xa0a\u202fb\u2007c\u2009d\u3000e", "ascii", " Etoile a b c d  e"),
        ("a\u2010b\u2011c\u2012d\u2015e\u2212f\u2e3ag", "ascii", "a-b-c-d-e-f-g"),
        ("so\u00adft w\u200bo\u2060rd…", "ascii", "soft word."),
        # One column for one: wide characters take two, combining ones none.
        ("日本語 👩", "ascii", "?????? ??"),
        ("E\u0301toile", "ascii", "Etoile"),
        ("plain", "ascii", "plain"),
    ],
)
def test_what_an_encoding_lacks_is_replaced(text: str, encoding: str, shown: str) -> None:
    assert replaced(text, encoding) == shown


@thorough
@given(st.text(characters), st.sampled_from(["ascii", "latin-1", "cp1252", "koi8-r"]))
def test_any_text_fits_any_encoding_and_keeps_what_that_has(text: str, encoding: str) -> None:
    shown = [each if has(encoding, each) else replaced(each, encoding) for each in text]
    assert replaced(text, encoding) == "".join(shown)


def has(encoding: str, character: str) -> bool:
    return character.encode(encoding, errors="ignore").decode(encoding) == character


def test_a_table_is_drawn_in_the_characters_of_its_stream() -> None:
    command = "etoile cast laage -f table --columns name,character,role"
    drawn = run_process(command, env={"PYTHONIOENCODING": "ascii", "COLUMNS": "80"})
    assert drawn.stderr == ""
    assert drawn.stdout.isascii()
    assert drawn.stdout.splitlines()[-2:] == [
        "Lou de Laage  Cheyenne Toussaint  star dancer (etoile), magnetic and",
        "                                  temperamental, sent to New York",
    ]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_lines_are_utf8_whatever_the_encoding(encoding: str) -> None:
    printed = run_process("etoile cast laage", env={"PYTHONIOENCODING": encoding})
    assert printed == run("etoile cast laage")


@pytest.mark.parametrize(("columns", "expected"), [("40", 40), ("1000", 1000), ("", 80), ("x", 80), ("0", 80)])
def test_the_width_is_that_of_the_environment_else_eighty(
    columns: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == expected


@pytest.mark.parametrize(
    ("error", "stderr"),
    [
        (CatalogueError("x.toml: no such file"), "etoile: error: x.toml: no such file\n"),
        (CatalogueError("a\x1b[0m\nb", hint="c\td"), "etoile: error: a\\u001b[0m\\nb\nhint: c\\td\n"),
        (CatalogueError(lines=["x:1:1: a", "x:2:1: b"], hint="c"), "x:1:1: a\nx:2:1: b\nhint: c\n"),
        (NoMatchError('nothing matches "x"'), 'etoile: nothing matches "x"\n'),
    ],
)
def test_errors_are_said_on_standard_error(
    error: CatalogueError | NoMatchError, stderr: str, capsys: pytest.CaptureFixture[str]
) -> None:
    say_error(error)
    assert capsys.readouterr() == ("", stderr)


def _said(command: str, *, errors: int, output: int, **env: str) -> str:
    """Return what a terminal of so many columns gets on standard error, standard output being one of other width."""
    sides = [pty.openpty(), pty.openpty()]
    for (_, child), columns in zip(sides, (output, errors), strict=True):
        fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    (main_out, out), (main_err, err) = sides
    settings = environment({"TERM": "xterm"} | env)
    process = subprocess.Popen([entry_point(), *arguments(command)], stdin=out, stdout=out, stderr=err, env=settings)
    os.close(out)
    os.close(err)
    told = read_all(main_err).replace("\r\n", "\n")
    read_all(main_out)
    assert process.wait(timeout=600) == 3
    return told


def test_what_is_said_fits_its_own_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a directory").mkdir()
    path = "a directory/my show.toml"
    (tmp_path / path).write_text('format = 1\n[show]\ntitle = "x"\nstatus = "over"\n', encoding="utf-8")
    command = f"etoile --color never -c '{path}' cast"
    narrow = (
        "a directory/my show.toml:4:10:\n"
        '  error[bad-value]: show: "status" must\n'
        '  be one of "announced", "running",\n'
        '  "ended", "cancelled", found the string\n'
        '  "over"\n'
    )
    assert _said(command, errors=40, output=120) == narrow
    assert _said(command, errors=120, output=40, COLUMNS="40") == narrow
    assert _said(command, errors=24, output=80).startswith("a directory/\n  my show.toml:4:10:\n  error[bad-value]:\n")


def test_what_is_said_has_no_controls(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[31m\nb")
    assert capsys.readouterr() == ("", "etoile: a\\u001b[31m\\nb\n")


def test_lines_leave_before_the_next_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written))

    def lines() -> Iterator[str]:
        yield "one"
        assert written.getvalue() == b"one\n"
        yield "two"

    write(lines())
    assert written.getvalue() == b"one\ntwo\n"


@pytest.mark.parametrize(
    ("color", "env", "takes"),
    [
        (Color.ALWAYS, {"TERM": "xterm-256color"}, True),
        (Color.ALWAYS, {}, True),
        (Color.NEVER, {"TERM": "xterm-256color"}, False),
        (Color.ALWAYS, {"TERM": "linux"}, False),
        (Color.ALWAYS, {"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
    ],
)
def test_links_are_for_terminals_that_show_them(
    color: Color, env: dict[str, str], takes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TERM", raising=False)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert takes_links(color) is takes
