"""What is said on standard error, as its terminal shows it: within its own width, in colour, places in one piece."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etoile_cli.errors import CatalogueError, NoMatchError
from etoile_cli.system.messages import message_lines, say, say_error
from etoile_cli.text.escaping import escape_controls
from etoile_cli.text.styles import bare, drawn
from tests.door import PATIENCE, arguments, entry_point, environment, read_all, run_process
from tests.strategies import characters, thorough
from tests.widths import columns


def said(command: str, *, width: int, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> str:
    """Return what a terminal of some width receives on standard error while standard output is a pipe."""
    main, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    process = subprocess.Popen(
        [entry_point(), *arguments(command)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=child,
        env=environment({"TERM": "xterm-256color"} | dict(env or {})),
        cwd=cwd,
    )
    os.close(child)
    received = read_all(main)
    os.close(main)
    process.wait(timeout=PATIENCE)
    return received.replace("\r\n", "\n")


PLAIN = {"NO_COLOR": "1"}
NONESUCH = """\
etoile: error: no such column "nonesuch"
hint: the columns are name, sort_name,
  aliases, character, role, company,
  billing, profession, known_for,
  episodes, ids, sources, cites, note
"""


def test_standard_error_has_the_width_of_its_own_terminal() -> None:
    assert said("etoile cast --columns nonesuch", width=40, env=PLAIN) == NONESUCH


def test_columns_of_the_environment_win() -> None:
    env = PLAIN | {"COLUMNS": "40"}
    assert said("etoile cast --columns nonesuch", width=120, env=env) == NONESUCH


def test_in_a_pipe_a_message_is_one_line_without_color() -> None:
    done = run_process("etoile cast --columns nonesuch", code=2, env={"COLUMNS": "40"})
    assert done.stderr == (
        'etoile: error: no such column "nonesuch"\n'
        "hint: the columns are name, sort_name, aliases, character, role, company, billing, profession, known_for, "
        "episodes, ids, sources, cites, note\n"
    )


def test_labels_have_the_colors_of_check(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("format = 1\n[show]\ntitle = 1\n", encoding="utf-8")
    assert said("etoile -c a.toml cast", width=200, cwd=tmp_path) == (
        '\x1b[1ma.toml:3:9:\x1b[0m \x1b[1;31merror[wrong-type]:\x1b[0m show: "title" must be a string, '
        'found the integer 1 (write "1", in quotes)\n'
    )
    assert said("etoile -c nowhere.toml cast", width=200) == (
        "etoile: \x1b[1;31merror:\x1b[0m nowhere.toml: no such file\n"
        "\x1b[2mhint:\x1b[0m give a catalogue with --catalogue or ETOILE_CATALOGUE\n"
    )
    assert said("etoile cast nobody", width=200) == 'etoile: nothing in cast matches "nobody"\n'


@pytest.mark.parametrize(
    ("message", "width", "lines"),
    [
        # A place is one piece, whatever blanks are in it.
        (
            "my shows/a.toml:458:7: error[syntax]: no TOML",
            30,
            ["my shows/a.toml:458:7:", "  error[syntax]: no TOML"],
        ),
        (
            "shows/my best show.toml:458:7: error[syntax]: no TOML",
            28,
            ["shows/", "  my best show.toml:458:7:", "  error[syntax]: no TOML"],
        ),
        # Too long for a line, it breaks behind a slash, and its end stays together.
        (
            "/home/me/all my shows/etoile.toml:458:7: error[syntax]: no TOML",
            24,
            ["/home/me/all my shows/", "  etoile.toml:458:7:", "  error[syntax]: no TOML"],
        ),
        (
            "the-catalogue-of-a-show.toml:458:7: error[syntax]: no TOML",
            30,
            ["the-catalogue-of-a-sh", "  ow.toml:458:7:", "  error[syntax]: no TOML"],
        ),
        (
            "a show/my best show.toml:458:7: error[syntax]: no TOML",
            20,
            ["a show/my best ", "  show.toml:458:7:", "  error[syntax]: no", "  TOML"],
        ),
        ("etoile: error: what fits", 30, ["etoile: error: what fits"]),
        ("hint: see etoile check my.toml", 20, ["hint: see etoile", "  check my.toml"]),
    ],
)
def test_messages_wrap_at_words_and_keep_a_place_together(message: str, width: int, lines: list[str]) -> None:
    assert [bare(line) for line in message_lines(message, width)] == lines


@thorough
@given(
    st.sampled_from(["etoile: error: ", "hint: ", "etoile: ", "a b.toml:1:2: error[syntax]: ", ""]),
    st.text(characters | st.sampled_from("日हिं: /"), max_size=80).map(escape_controls),
    st.integers(20, 80),
)
def test_messages_fit_and_lose_nothing(label: str, text: str, width: int) -> None:
    message = f"{label}{text}"
    shown = [drawn(line, colored=False) for line in message_lines(message, width)]
    assert [line for line in shown if columns(line) > width] == []
    assert "".join(shown).replace(" ", "") == message.replace(" ", "")


def test_a_terminal_that_lacks_letters_gets_others_of_their_width() -> None:
    env = PLAIN | {"PYTHONIOENCODING": "ascii"}
    assert said("etoile cast --columns 'étoile\u00a0—\u202f日'", width=60, env=env) == (
        'etoile: error: no such column "etoile - ??"\n'
        "hint: the columns are name, sort_name, aliases, character,\n"
        "  role, company, billing, profession, known_for, episodes,\n"
        "  ids, sources, cites, note\n"
    )


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


def test_what_is_said_has_no_controls(capsys: pytest.CaptureFixture[str]) -> None:
    say("a\x1b[31m\nb")
    assert capsys.readouterr() == ("", "etoile: a\\u001b[31m\\nb\n")


@pytest.mark.parametrize(
    ("encoding", "told"), [("ascii", "Lodz. Etoile"), ("latin-1", "Lódz. Étoile"), ("utf-8", "Łódź… Étoile")]
)
def test_what_is_said_in_a_pipe_has_the_characters_of_its_encoding(encoding: str, told: str) -> None:
    done = subprocess.run(
        [entry_point(), "cast", "Łódź… Étoile"],
        env=environment({"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}),
        capture_output=True,
        check=False,
    )
    assert done.stderr.decode(encoding) == f'etoile: nothing in cast matches "{told}"\n'
