"""Every command, and a quick way to run many command lines, each in a process or terminal as real as the doors'.

Walking all commands over catalogues, widths and environments takes hundreds of processes. Here one interpreter imports
the program, and forks for every command line; what the child does from there on, its end included, is what the entry
point does.
"""

import fcntl
import json
import os
import pty
import shlex
import struct
import subprocess
import sys
import tempfile
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path

from etoile_cli import registry
from etoile_cli.formats import ExportFormat, Format, ReportFormat
from tests.door import Run, arguments, entry_point, environment, read_all

# Words for the commands that need them; what is not here runs as it is, and fails if it can't.
_ARGUMENTS: Mapping[str, Sequence[str]] = {
    "search": ["e"],
    "export": [name for name in ExportFormat if name is not ExportFormat.NFO],  # it is several files
}

# The formats that `--format` takes; what is not here takes those of records.
_FORMATS: Mapping[str, Sequence[str]] = {"check": list(ReportFormat), "schema": [], "export": []}

NAMES = [str(command.name) for command in registry.COMMANDS]
COMMANDS = [f"etoile {name} {words}".rstrip() for name in NAMES for words in _ARGUMENTS.get(name, [""])]


# A shell's words for files of that many blocks at most. Python would write its own bytecode cut off there, too.
FULL_DISK = "trap '' XFSZ; export PYTHONDONTWRITEBYTECODE=1; ulimit -f {};"


def formats_of(command: str) -> Sequence[str]:
    """Return the formats that a command line can ask for."""
    return _FORMATS.get(command.split()[1], list(Format))


def drawn(command: str) -> str | None:
    """Return a command line with the option that makes it draw as for a terminal, `None` if it never does."""
    formats = formats_of(command)
    if Format.TABLE in formats:
        return f"{command} -f {Format.TABLE}"
    return f"{command} --excerpt" if ReportFormat.TEXT in formats else None


_DRIVER = """
import gc, json, os, sys
import babel, iso3166, language_tags
from etoile_cli.app import app
from etoile_cli.checking import check
from etoile_cli.checking.reports import text
from etoile_cli.render import card, table

gc.freeze()  # or every child would copy all of it when it ends
directory = sys.argv[1]
for number, arguments in enumerate(json.loads(sys.argv[2])):
    child = os.fork()
    if not child:
        break
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.write(1, f"\\x1e{code}\\x1e".encode())
else:
    os._exit(0)

if directory:
    for stream, name in (1, "out"), (2, "err"):
        os.dup2(os.open(f"{directory}/{number}.{name}", os.O_WRONLY | os.O_CREAT), stream)
sys.argv[1:] = arguments
app(prog_name="etoile")
"""


def run_all(commands: Sequence[str], *, env: Mapping[str, str] | None = None) -> list[Run]:
    """Run command lines, standard output being no terminal; text that is not UTF-8 comes as surrogates."""
    with tempfile.TemporaryDirectory() as directory:
        driver = _driver(directory, commands)
        done = subprocess.run(driver, stdin=subprocess.DEVNULL, capture_output=True, env=environment(env), check=True)
        codes = done.stdout.decode().split("\x1e")[1::2]
        assert len(codes) == len(commands)
        return [
            Run(_text(Path(directory, f"{number}.out")), _text(Path(directory, f"{number}.err")), int(code))
            for number, code in enumerate(codes)
        ]


def run_all_in_terminal(commands: Sequence[str], *, width: int, env: Mapping[str, str] | None = None) -> list[Run]:
    """Run command lines in a terminal `width` columns wide; standard output holds what it received of each."""
    main, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    given = environment({"TERM": "xterm-256color"} | dict(env or {}))
    process = subprocess.Popen(_driver("", commands), stdin=child, stdout=child, stderr=child, env=given)
    os.close(child)
    parts = read_all(main).replace("\r\n", "\n").split("\x1e")
    os.close(main)
    assert process.wait(timeout=60) == 0
    assert len(parts) == 2 * len(commands) + 1, parts
    return [Run(received, "", int(code)) for received, code in zip(parts[0::2], parts[1::2], strict=False)]


def _driver(directory: str, commands: Sequence[str]) -> list[str]:
    return [sys.executable, "-c", _DRIVER, directory, json.dumps([arguments(command) for command in commands])]


def _text(path: Path) -> str:
    return path.read_bytes().decode(errors="surrogateescape")


def shell(line: str, *, code: int = 0, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Run:
    """Run a line of a shell in which `etoile` is the installed command."""
    path = f"{Path(entry_point()).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", line],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment({"PATH": path} | dict(env or {})),
        cwd=cwd,
        timeout=60,
        check=False,
    )
    ran = Run(done.stdout.decode(), done.stderr.decode(), done.returncode)
    assert ran.code == code, ran
    return ran


def with_options(command: str, options: str) -> str:
    """Return a command line with options behind it."""
    return shlex.join([*shlex.split(command), *shlex.split(options)])
