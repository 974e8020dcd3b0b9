"""How many instructions a command takes: the same on a busy machine, where times are not."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from environments import variables
from measure import Case


def counter() -> str | None:
    """Return what counts here: `perf`, where the machine lets it, else `valgrind`; `None` if nothing does."""
    if shutil.which("perf") and _perf(Case("true", ("true",))) is not None:
        return "perf"
    return "valgrind" if shutil.which("valgrind") else None


def count(case: Case, with_: str) -> int | None:
    """Return how many million instructions a command takes in user space; `None` for one on a terminal."""
    if case.on_terminal:
        return None
    counted = _perf(case) if with_ == "perf" else _callgrind(case)
    return None if counted is None else round(counted / 1e6)


def _perf(case: Case) -> int | None:
    told = _run(("perf", "stat", "-x", ",", "-e", "instructions:u", *case.command), case)
    found = re.search(r"^(\d+),", told, re.MULTILINE)
    return int(found[1]) if found else None


def _callgrind(case: Case) -> int | None:
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "log")
        options = ("--tool=callgrind", "--callgrind-out-file=/dev/null", f"--log-file={log}", "--trace-children=no")
        _run(("valgrind", *options, *_interpreted(case)), case)
        found = re.search(r"Collected : (\d+)", log.read_text(encoding="utf-8"))
    return int(found[1]) if found else None


def _interpreted(case: Case) -> tuple[str, ...]:
    """Return a command with its interpreter: valgrind follows a program, not the first line of a script."""
    program, *arguments = case.command
    with open(program, "rb") as file:
        first = file.readline()
    interpreter = (first[2:].decode().strip(),) if first.startswith(b"#!") else ()
    return (*interpreter, program, *arguments)


def _run(command: tuple[str, ...], case: Case) -> str:
    settings = variables(PYTHONHASHSEED="0", **case.variables)
    done = subprocess.run(command, env=settings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    return done.stderr
