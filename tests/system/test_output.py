import io
import sys
from collections.abc import Iterator

import pytest

from etoile_cli.system.output import Color, has_color, takes_links, width, write, write_lines
from etoile_cli.text.styles import styled
from tests.door import run, run_process


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


def test_lines_leave_before_the_next_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written))

    def texts() -> Iterator[str]:
        yield "one"
        assert written.getvalue().endswith(b"one\n")
        yield "two"

    write(texts())
    write_lines((styled(text) for text in texts()), Color.AUTO)
    assert written.getvalue() == b"one\ntwo\none\ntwo\n"


@pytest.mark.parametrize(
    ("color", "env", "takes"),
    [
        (Color.ALWAYS, {"TERM": "xterm-256color"}, True),
        (Color.ALWAYS, {}, True),
        (Color.NEVER, {"TERM": "xterm-256color"}, False),
        (Color.ALWAYS, {"TERM": "linux"}, False),
        (Color.ALWAYS, {"TERM": "tmux-256color"}, False),
        (Color.ALWAYS, {"TERM": "screen.xterm-256color"}, False),
        (Color.ALWAYS, {"TERM": "xterm-256color", "TERM_PROGRAM": "tmux"}, False),
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
