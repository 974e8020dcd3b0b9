"""A quick way to run many command lines, each in a process of its own: a fork of a program that has already begun.

An interpreter that has imported everything waits for command lines and forks for each. The fork takes its own streams,
environment and directory, and does from there on what the entry point does. What Python does before and behind that is
left out; `run_process` shows it, and the shells of `test_process.py`.
"""

import atexit
import gc
import json
import os
import socket
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, suppress
from functools import cache
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

# What an interpreter reads from its environment when it begins.
_OF_INTERPRETERS = ("PYTHON", "LC_", "LANG")
_NUMBER = struct.Struct("!I")

# What imports and remembers most of what any command needs. None of it depends on what is asked for later.
_WARMING = ("export html", "export md", "check --excerpt", "search e -f table", "summary -f table", "cast --help")


def fork(arguments: Sequence[str], streams: Sequence[int], env: Mapping[str, str]) -> Callable[[], int]:
    """Begin a command line in the current directory, with files for its streams; return what waits for its code."""
    interpreter = {name: value for name, value in env.items() if name.startswith(_OF_INTERPRETERS)}
    return _begun(tuple(sorted(interpreter.items()))).fork(arguments, streams, env)


class Begun:
    """A program that waits for command lines, one after the other."""

    def __init__(self, interpreter: Mapping[str, str]) -> None:
        self._connection, theirs = socket.socketpair()
        path = {"PATH": os.environ["PATH"]}
        with theirs:
            # Its own directory must not be searched for modules (-P): files there have names that are common.
            command = [sys.executable, "-P", __file__, str(theirs.fileno())]
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env=path | interpreter,
                pass_fds=[theirs.fileno()],
            )
        atexit.register(self.end)

    def fork(self, arguments: Sequence[str], streams: Sequence[int], env: Mapping[str, str]) -> Callable[[], int]:
        told = json.dumps([list(arguments), dict(env), str(Path.cwd())]).encode()
        socket.send_fds(self._connection, [_NUMBER.pack(len(told))], list(streams))
        self._connection.sendall(told)
        return lambda: int.from_bytes(_received(self._connection, 1))

    def end(self) -> None:
        self._connection.close()
        self._process.wait()


@cache
def _begun(interpreter: tuple[tuple[str, str], ...]) -> Begun:
    return Begun(dict(interpreter))


def _received(connection: socket.socket, size: int) -> bytes:
    whole = b""
    while len(whole) < size:
        part = connection.recv(size - len(whole))
        if not part:
            raise EOFError
        whole += part
    return whole


# In the program that waits.


def _serve(connection: socket.socket) -> None:
    """Fork for each command line that comes, until nobody is there to send one."""
    while True:
        size, streams, *_ = socket.recv_fds(connection, _NUMBER.size, 3)
        if not size:
            return
        arguments, env, directory = json.loads(_received(connection, _NUMBER.unpack(size)[0]))
        child = os.fork()
        if not child:
            connection.close()
            _take(streams, env, directory)
            _run(arguments)
        for each in streams:
            os.close(each)
        connection.sendall(bytes([os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) & 0xFF]))


def _take(streams: Sequence[int], env: Mapping[str, str], directory: str) -> None:
    """Make streams, an environment and a directory one's own, as if one had been begun with them."""
    for number, each in enumerate(streams):
        os.dup2(each, number)
        os.close(each)
    sys.stdin = sys.__stdin__ = _opened(0, "rb", sys.stdin)
    sys.stdout = sys.__stdout__ = _opened(1, "wb", sys.stdout)
    sys.stderr = sys.__stderr__ = _opened(2, "wb", sys.stderr)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(directory)


def _opened(number: int, mode: str, like: TextIO) -> Any:
    """Open a standard stream as Python does when it begins."""
    stream = open(number, mode, closefd=False)  # noqa: SIM115 it stays open
    is_shown = number == 2 or stream.isatty()
    newline = None if number == 0 else "\n"
    return TextIOWrapper(stream, like.encoding, like.errors, newline=newline, line_buffering=is_shown)


def _run(arguments: Sequence[str]) -> None:
    """Run a command line, and end."""
    from etoile_cli.__main__ import main

    sys.argv = ["etoile", *arguments]
    try:
        main()
    finally:
        ended = sys.exception()
        if ended and not isinstance(ended, SystemExit):
            sys.excepthook(type(ended), ended, ended.__traceback__)
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(ended.code or 0) if isinstance(ended, SystemExit) else 1)


def _warm() -> None:
    """Import and remember what many commands need."""
    from etoile_cli.cli.app import app

    for line in _WARMING:
        with suppress(SystemExit), redirect_stderr(StringIO()):
            app(line.split(), prog_name="etoile")
    gc.collect()
    gc.freeze()  # or every fork would copy all of it


if __name__ == "__main__":
    _warm()
    _serve(socket.socket(fileno=int(sys.argv[1])))
