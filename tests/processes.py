"""Every command that prints a catalogue, and ways to run many command lines, or a line of a shell."""

import os
import shlex
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from etoile_cli.check.reports.formats import ReportFormat
from etoile_cli.cli import registry
from etoile_cli.export.formats import ExportFormat
from etoile_cli.listing.formats import Format
from tests.door import CHECKOUT, PATIENCE, Run, arguments, entry_point, environment, run_in_terminal
from tests.forks import fork

# The exports that are one text: nfo is several files, sqlite is a database.
TEXT_FORMATS = tuple(each for each in ExportFormat if each not in {ExportFormat.NFO, ExportFormat.SQLITE})

# Words for the commands that need them; what is not here runs as it is, and fails if it can't.
_ARGUMENTS: Mapping[str, Sequence[str]] = {
    "diff": [str(CHECKOUT / "data" / "etoile.toml")],
    "search": ["e"],
    "get": ["show.title", "show --json"],
    "export": list(TEXT_FORMATS),
}

# The formats that `--format` takes; what is not here takes those of records.
_FORMATS: Mapping[str, Sequence[str]] = {"check": list(ReportFormat), "schema": [], "export": [], "get": []}

# What they print depends on what there is to change: they have tests of their own.
CHANGING = frozenset({"add", "edit", "import", "init", "remove", "set"})

NAMES = [str(command.name) for command in registry.COMMANDS]
PRINTING = [name for name in NAMES if name not in CHANGING]
COMMANDS = [f"etoile {name} {words}".rstrip() for name in PRINTING for words in _ARGUMENTS.get(name, [""])]


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


def run_all(commands: Sequence[str], *, env: Mapping[str, str] | None = None) -> list[Run]:
    """Run command lines, standard output being no terminal; text that is not UTF-8 comes as surrogates."""
    with open(os.devnull, "rb") as stdin:  # noqa: PTH123 a device, not a path
        return [_run(command, stdin.fileno(), environment(env)) for command in commands]


def _run(command: str, stdin: int, env: Mapping[str, str]) -> Run:
    with TemporaryFile() as stdout, TemporaryFile() as stderr:
        code = fork(arguments(command), [stdin, stdout.fileno(), stderr.fileno()], env)()
        return Run(_text(stdout), _text(stderr), code)


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="surrogateescape")


def run_all_in_terminal(commands: Sequence[str], *, width: int, env: Mapping[str, str] | None = None) -> list[Run]:
    """Run command lines, each in a terminal `width` columns wide; standard output holds what it received."""
    return [run_in_terminal(command, width=width, env=env) for command in commands]


def shell(line: str, *, code: int = 0, env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Run:
    """Run a line of a shell in which `etoile` is the installed command."""
    path = f"{Path(entry_point()).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", line],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment({"PATH": path} | dict(env or {})),
        cwd=cwd,
        timeout=PATIENCE,
        check=False,
    )
    ran = Run(done.stdout.decode(), done.stderr.decode(), done.returncode)
    assert ran.code == code, ran
    return ran


def with_options(command: str, options: str) -> str:
    """Return a command line with options behind it."""
    return shlex.join([*shlex.split(command), *shlex.split(options)])
