"""A library read by several processes: what is printed is the same, it leaves early, and no process stays behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from etoile_cli.listing.formats import Format
from tests.door import PATIENCE, environment
from tests.system.test_parallel import _are_gone, _runs
from tests.system.test_progress import TOLD, stages, watched

SOURCE = '[[sources]]\nid = "a"\ntitle = "A"\nurl = "https://example.org/"\n'
BROKEN = "format = 1\n[show]\ntitle = Dark\n"

# The program with so many processes, even where there is little to read.
PROGRAM = """
import sys
from etoile_cli.library import library
library.cores, library._LEAST_FOR_SEVERAL = lambda: {processes}, 0
sys.argv = ["etoile", *sys.argv[1:]]
from etoile_cli.__main__ import main
main()
"""
TELLING_MEMORY = """
import atexit, resource
who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
atexit.register(lambda: print(*(resource.getrusage(each).ru_maxrss for each in who), file=sys.stderr))
"""


def library(folder: Path, number: int, records: int) -> Path:
    """Write so many catalogues with so many parts each."""
    folder.mkdir()
    for each in range(number):
        parts = "".join(
            f'[[cast]]\nname = "Actor {each} {part}"\nrole = "{"dancer " * 20}"\nsources = ["a"]\n'
            for part in range(records)
        )
        text = f'format = 1\n[show]\ntitle = "Show {each:04}"\nsources = ["a"]\n{parts}{SOURCE}'
        folder.joinpath(f"{each:04}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = library(tmp_path_factory.mktemp("small") / "shows", 30, 5)
    folder.joinpath("0007.toml").write_text(BROKEN, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a library of which a pipe holds little."""
    return library(tmp_path_factory.mktemp("large") / "shows", 120, 300)


def command(processes: int, *arguments: str | Path) -> list[str]:
    program = PROGRAM.format(processes=processes)
    return [sys.executable, "-W", "error", "-c", program, *map(str, arguments)]


@pytest.mark.parametrize("arguments", ["", "--sort=-name", "'actor 3'", "show:002 --columns all"])
@pytest.mark.parametrize("format_", Format)
def test_several_processes_print_what_one_prints(small: Path, arguments: str, format_: str) -> None:
    told = set()
    for processes in (1, 2, 8):
        options = [each.strip("'") for each in arguments.split(" --")]
        words = [options[0], *(part for each in options[1:] for part in f"--{each}".split())]
        asked = ["-c", small, "cast", *filter(None, words), "-f", format_]
        done = subprocess.run(
            command(processes, *asked), capture_output=True, env=environment(), timeout=PATIENCE, check=False
        )
        told.add((done.stdout, done.stderr, done.returncode))
    ((stdout, stderr, code),) = told
    assert stdout
    assert (stderr.count(b"\n"), code) == ((0, 0) if "show:" in arguments else (1, 3))


def begun(large: Path, *arguments: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        command(3, "-c", large, *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )


def children(id_: int) -> list[int]:
    """Return the processes that a process has begun."""
    return [each for each in _processes() if _runs(each) and _parent(each) == id_]


def _processes() -> Iterator[int]:
    return (int(each.name) for each in Path("/proc").iterdir() if each.name.isdecimal())


def _parent(id_: int) -> int:
    try:
        return int(Path(f"/proc/{id_}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    except (FileNotFoundError, ProcessLookupError):
        return 0


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_what_ends_the_program_ends_all_its_processes(large: Path, number: int, code: int) -> None:
    with begun(large, "cast") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        ids = children(process.pid)
        assert len(ids) == 3
        process.send_signal(number)
        process.stdout.close()
        assert (process.stderr.read(), process.wait(PATIENCE)) == (b"", code)
    assert _are_gone(ids)


@pytest.mark.usefixtures("interruptible")
def test_keys_that_interrupt_reach_all_processes_and_one_message_is_not_told_thrice(large: Path) -> None:
    with subprocess.Popen(
        command(3, "-c", large, "cast"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        process_group=0,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        ids = children(process.pid)
        os.killpg(process.pid, signal.SIGINT)
        process.stdout.close()
        assert (process.stderr.read(), process.wait(PATIENCE)) == (b"", 130)
    assert _are_gone(ids)


@pytest.mark.parametrize("format_", ["tsv", "csv", "json", "jsonl"])
def test_a_reader_that_takes_one_line_ends_it(large: Path, format_: str) -> None:
    with begun(large, "cast", "-f", format_) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        ids = children(process.pid)
        process.stdout.close()
        assert (process.stderr.read(), process.wait(PATIENCE)) == (b"", 0)
    assert _are_gone(ids)


@pytest.mark.parametrize("format_", ["tsv", "csv", "json", "jsonl", "md --columns show,name,role"])
def test_the_first_line_leaves_before_the_last_file_is_read(tmp_path: Path, format_: str) -> None:
    """The program waits until more than a pipe holds is taken: a file that vanishes until then was not read yet."""
    folder = library(tmp_path / "shows", 40, 200)
    last = folder / "0039.toml"
    with begun(folder, "cast", "-f", *format_.split()) as process:
        assert process.stdout
        assert process.stderr
        first = process.stdout.readline()
        last.unlink()
        assert process.stdout.read().count(b"Actor") >= 39 * 200 - first.count(b"Actor")
        told = process.stderr.read().decode()
    assert (told, process.returncode) == (f"etoile: error: {last}: no such file\n", 3)


def test_a_process_that_is_killed_is_told_and_nothing_hangs(large: Path) -> None:
    with begun(large, "cast") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        ids = children(process.pid)
        os.kill(ids[1], signal.SIGKILL)
        while process.stdout.read(1 << 16):
            pass
        told = process.stderr.read().decode()
    assert told == (
        "etoile: error: a process that did part of the work was killed\nhint: there may be too little memory\n"
    )
    assert process.returncode == 4
    assert _are_gone(ids)


@pytest.mark.parametrize("arguments", ["cast -f jsonl", "cast -f tsv", "search nobody", "check --strict"])
def test_memory_is_that_of_what_is_read_at_once_and_not_of_all(tmp_path: Path, arguments: str) -> None:
    most = []
    for number in (60, 600):
        folder = library(tmp_path / str(number), number, 60)
        program = PROGRAM.format(processes=2).replace("main()\n", f"{TELLING_MEMORY}main()\n", 1)
        done = subprocess.run(
            [sys.executable, "-c", program, "-c", folder, *arguments.split()],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment(),
            timeout=PATIENCE,
            check=False,
        )
        most.append(max(map(int, done.stderr.decode().splitlines()[-1].split())))
    assert most[1] < 2 * most[0]


def test_progress_says_how_many_of_how_many_are_read(large: Path) -> None:
    """On a terminal for messages, while a file takes the output; the terminal is drawn by a thread of its own."""
    for processes in (1, 3):
        program = PROGRAM.format(processes=processes).replace(
            "main()\n", "from etoile_cli.system import progress\nprogress._SECOND = 0.001\nmain()\n", 1
        )
        told = watched(
            "sh", "-c", f"{sys.executable} -W error -c '{program}' -c {large} search actor > {os.devnull}", **TOLD
        ).stderr
        shown = [each for each in stages(told) if each.startswith("reading")]
        assert shown
        assert set(shown) <= {f"reading {done} of 120 catalogues" for done in range(121)}
