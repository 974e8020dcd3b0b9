"""The doors to the program: `run` in this process, `run_process` and `run_terminal` in a real one."""

import fcntl
import os
import pty
import shlex
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyte
from typer.testing import CliRunner

from etoile_cli.cli.app import app
from tests.forks import fork

CHECKOUT = Path(__file__).resolve().parents[1]
TODAY = "2026-11-22"

# After so many seconds something hangs: no machine that runs the tests at all is so slow.
PATIENCE = 600

# What a developer's or a CI machine's own settings would change.
UNSET = (
    "PYTHONUNBUFFERED",
    "PYTHONDONTWRITEBYTECODE",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLUMNS",
    "LINES",
    "BROWSER",
    "TERM_PROGRAM",
)


@dataclass(frozen=True)
class Run:
    """What a command printed, and its exit code."""

    stdout: str
    stderr: str
    code: int


def run(command: str, *, code: int = 0, stdin: bytes | str = b"", env: Mapping[str, str] | None = None) -> Run:
    """Run a command line in this process, split as a shell would; standard output is no terminal."""
    given = {"COLUMNS": "80"} | dict(env or {})
    result = CliRunner().invoke(app, arguments(command), input=stdin, env=given, prog_name="etoile")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return _checked(command, Run(result.stdout, result.stderr, result.exit_code), code)


def run_process(
    command: str, *, code: int = 0, stdin: bytes = b"", env: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Run:
    """Run a command line in a process of its own, through the installed entry point."""
    done = subprocess.run(
        [entry_point(), *arguments(command)],
        input=stdin,
        capture_output=True,
        env=environment(env),
        cwd=cwd,
        timeout=PATIENCE,
        check=False,
    )
    return _checked(command, Run(done.stdout.decode(), done.stderr.decode(), done.returncode), code)


def run_terminal(command: str, *, width: int, code: int = 0, env: Mapping[str, str] | None = None) -> Run:
    """Run a command line in a terminal `width` columns wide; standard output holds what the terminal received."""
    return _checked(command, run_in_terminal(command, width=width, env=env), code)


def run_in_terminal(command: str, *, width: int, env: Mapping[str, str] | None = None) -> Run:
    """Run a command line likewise, whatever its exit code."""
    main, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    code = fork(arguments(command), [child] * 3, environment({"TERM": "xterm-256color"} | dict(env or {})))
    os.close(child)
    received = read_all(main)
    os.close(main)
    return Run(received.replace("\r\n", "\n"), "", code())


def screen(received: str, width: int) -> list[str]:
    """Return the lines that a terminal shows of what it received, without the blanks at their ends."""
    display = pyte.Screen(width, received.count("\n") + 200)
    pyte.Stream(display).feed(received.replace("\n", "\r\n"))
    lines = [line.rstrip() for line in display.display]
    while lines and not lines[-1]:
        lines.pop()
    return lines


def entry_point() -> str:
    """Return the installed command."""
    return str(Path(sys.executable).with_name("etoile"))


def environment(env: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return an environment without the settings that change what etoile prints, and with those given.

    How long something takes depends on the machine, so nothing is told of it: test_progress.py alone asks for that.
    """
    kept = {name: value for name, value in os.environ.items() if name not in UNSET and not name.startswith("ETOILE")}
    return kept | {"ETOILE_TODAY": TODAY, "ETOILE_PROGRESS": "never"} | dict(env or {})


def arguments(command: str) -> list[str]:
    program, *arguments = shlex.split(command)
    assert program == "etoile"
    return arguments


def read_all(descriptor: int) -> str:
    """Read a terminal's other end until nobody holds it open.

    Linux says so with an error. It looks for text first and for the end then: on a busy machine a program can write
    and end between the two. So only a second error, with nothing read before it, is the end.
    """
    received, ends = b"", 0
    while ends < 2:
        try:
            chunk = os.read(descriptor, 65536)
        except OSError:
            chunk = b""
        ends = 0 if chunk else ends + 1
        received += chunk
    return received.decode()


def _checked(command: str, done: Run, code: int) -> Run:
    assert done.code == code, f"{command}: exit {done.code}\n--- stdout\n{done.stdout}\n--- stderr\n{done.stderr}"
    return done
