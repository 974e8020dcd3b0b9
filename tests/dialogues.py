"""Talking with a command on a terminal of its own: it shows a text, and then something is typed."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.door import PATIENCE, Run, arguments, entry_point, environment, read_all

CTRL_C = "\x03"
CTRL_D = "\x04"

# A session of its own, whose terminal is standard input, so that Ctrl-C reaches what runs in it.
_IN_SESSION = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)


def talk(
    command: str,
    typed: Sequence[tuple[str, str]],
    *,
    code: int = 0,
    width: int = 100,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> str:
    """Run a command line in a terminal, and type each text once what it is paired with has been shown.

    Returns all that the terminal has received.
    """
    main, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    program = subprocess.Popen(
        [sys.executable, "-c", _IN_SESSION, entry_point(), *arguments(command)],
        stdin=child,
        stdout=child,
        stderr=child,
        env=environment({"TERM": "dumb"} | dict(env or {})),
        cwd=cwd,
        start_new_session=True,
    )
    os.close(child)
    received = ""
    for shown, text in typed:
        received += _read_until(main, shown)
        _type(main, text)
    received += read_all(main)
    os.close(main)
    done = Run(received.replace("\r\n", "\n"), "", program.wait())
    assert done.code == code, done
    return done.stdout


def _type(descriptor: int, text: str) -> None:
    """Type a text; Ctrl-C until something happens: Python misses one between a prompt and waiting for an answer."""
    os.write(descriptor, text.encode())
    while text == CTRL_C and not select.select([descriptor], (), (), 0.2)[0]:
        os.write(descriptor, text.encode())


def _read_until(descriptor: int, shown: str) -> str:
    received = b""
    while shown.encode() not in received:
        assert select.select([descriptor], (), (), PATIENCE)[0], received
        chunk = os.read(descriptor, 65536)
        received += chunk
    return received.decode()
