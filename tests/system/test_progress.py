"""What takes long says so: on standard error, while it lasts, and to people only."""

import fcntl
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import termios
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.door import PATIENCE, Run, entry_point, environment, read_all, run_terminal, screen

# What `environment` switches off for all other tests.
TOLD = {"ETOILE_PROGRESS": ""}

RECORD = '[[cast]]\nname = "Actor {}"\nsources = ["a"]\nnote = "{}"\n'
SOURCE = '[[sources]]\nid = "a"\ntitle = "A"\nurl = "https://example.org/"\n'


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a catalogue of 13 MB, which is told at once, that is read in no time."""
    path = tmp_path_factory.mktemp("large") / "large.toml"
    records = "".join(RECORD.format(number, "x" * 100_000) for number in range(130))
    path.write_text(f'format = 1\n[show]\ntitle = "x"\nsources = ["a"]\n{records}{SOURCE}', encoding="utf-8")
    return path


def watched(*command: str | Path, **env: str) -> Run:
    """Run a program whose standard error is a terminal, and return what that received beside the output."""
    main, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 60, 0, 0))
    settings = environment(TOLD | {"TERM": "xterm-256color"} | env)
    with (
        ThreadPoolExecutor() as reader,
        subprocess.Popen(command, stdin=child, stdout=subprocess.PIPE, stderr=child, env=settings) as process,
    ):
        os.close(child)
        assert process.stdout
        told = reader.submit(read_all, main)  # a terminal that nobody reads makes the program wait
        output = process.stdout.read()
        received = told.result().replace("\r\n", "\n")
        os.close(main)
    return Run(output.decode(), received, process.returncode)


def stages(told: str) -> list[str]:
    """Return what a terminal was told, without the time and what moves the cursor."""
    lines = re.split(r"[\r\n]+|\x1b\[K", told)
    return list(dict.fromkeys(re.sub(r", \d+ s$", "", line) for line in lines if line))


def test_reading_a_large_catalogue_is_told_while_it_lasts(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(large.parent)
    done = watched(entry_point(), "-c", large.name, "cast", "actor 12", "--sort=-name", "--columns", "name")
    assert done.stdout.split("\n")[:2] == ["Actor 129", "Actor 128"]
    assert stages(done.stderr)[0] == "reading large.toml"
    assert screen(done.stderr, 60) == []
    assert set(re.findall(r"\x1b[^a-zA-Z]*[a-zA-Z]", done.stderr)) == {"\x1b[K"}


def test_a_file_fills_while_it_is_told(large: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.toml"
    done = watched("sh", "-c", f"{entry_point()} -c {large} export toml > {output}")
    assert stages(done.stderr)[-1] == "writing"
    assert screen(done.stderr, 60) == []
    assert output.read_text(encoding="utf-8").count("[[cast]]") == 130


def test_checking_a_large_catalogue_is_told_while_it_lasts(large: Path) -> None:
    done = watched(entry_point(), "check", large)
    assert stages(done.stderr)[-1] == "etoile: no problems"
    assert screen(done.stderr, 60) == ["etoile: no problems"]


def test_rows_take_the_place_of_what_is_told(large: Path) -> None:
    received = run_terminal(f"etoile -c {large} cast --columns name", width=80, env=TOLD).stdout
    assert f"reading {large}" in received
    assert screen(received, 80) == ["name", "─────────", *(f"Actor {number}" for number in range(130))]


def test_a_closed_output_is_told_as_ever(large: Path) -> None:
    done = watched("sh", "-c", f"{entry_point()} -c {large} cast >&-")
    assert screen(done.stderr, 60) == ["etoile: error: cannot write: standard output is closed"]
    assert done.code == 4


def test_many_small_catalogues_are_told_together(tmp_path: Path) -> None:
    records = "".join(f'[[cast]]\nname = "Actor {number}"\nsources = ["a"]\n' for number in range(4_000))
    for number in range(12):
        text = f'format = 1\n[show]\ntitle = "x"\nsources = ["a"]\n{records}{SOURCE}'
        tmp_path.joinpath(f"{number}.toml").write_text(text, encoding="utf-8")
    files = [str(path) for path in tmp_path.iterdir()]
    told = _told_by(
        f"import sys; sys.argv = ['etoile', 'check', *{files}]; from etoile_cli.__main__ import main; main()",
        second=0.001,
    )
    assert re.search(r"\d+\.toml(, \d+ s)?\x1b\[K", told)
    assert screen(told, 60) == ["etoile: no problems in 12 files"]


def test_nobody_is_told_through_a_pipe(large: Path) -> None:
    command = [entry_point(), "-c", str(large), "cast", "--columns", "name"]
    settings = environment(TOLD | {"FORCE_COLOR": "1"})
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=settings, check=True)
    assert done.stderr == ""


def _told_by(program: str, *, second: float) -> str:
    """Return what a program tells to which a second is so long; `drawn` in it waits until something is told."""
    begin = (
        "import time; from etoile_cli.system import progress\n"
        f"progress._SECOND = {second}\n"
        "def drawn():\n"
        "    while not progress._lines[0]._is_drawn:\n"
        "        time.sleep(0.001)\n"
    )
    return watched(sys.executable, "-c", begin + program).stderr


def test_what_is_done_before_a_second_has_passed_is_not_told() -> None:
    assert _told_by("progress.stage('reading'); progress.stage('writing'); progress.end()", second=3_600) == ""


def test_nothing_is_told_any_more_once_something_is_printed() -> None:
    program = (
        "from etoile_cli.system.output import write; progress.stage('reading')\n"
        "def rows():\n"
        "    drawn()\n"
        "    for each in range(3):\n"
        "        yield str(each)\n"
        "        time.sleep(0.01)\n"
        "write(rows())"
    )
    told = _told_by(program, second=0.001)
    assert "reading" in told
    assert told.endswith("\r\x1b[K")


def test_what_lasts_over_a_second_is_told_stage_by_stage() -> None:
    program = "progress.stage('reading \\x1b[2J'); drawn(); progress.stage('searching 2 records'); progress.end()"
    told = _told_by(program, second=0.001)
    assert stages(told) == ["reading \\u001b[2J", "searching 2 records"]
    assert screen(told, 60) == []


def test_nobody_is_told_where_that_is_not_wanted(large: Path) -> None:
    command = (entry_point(), "-c", large, "cast", "--columns", "name")
    assert watched(*command, ETOILE_PROGRESS=" Never").stderr == ""


def test_a_dumb_terminal_is_told_nothing(large: Path) -> None:
    assert watched(entry_point(), "-c", large, "cast", "--columns", "name", TERM="dumb").stderr == ""


def test_the_end_of_a_long_line_is_told() -> None:
    path = "a/very/long/way/to/a/catalogue/that/is/in/a/deep/folder/large.toml"
    told = _told_by(f"progress.stage('reading {path}', 13 << 20); progress.end()", second=3_600)
    (shown,) = stages(told)
    assert len(shown) == 59
    assert shown.startswith("...")
    assert f"reading {path}".endswith(shown.removeprefix("..."))


def test_nothing_is_told_in_the_background(large: Path) -> None:
    """A process of another group than the terminal's foreground works behind a prompt."""
    program = f"exec {entry_point()} -c {large} cast --columns name > /dev/null"
    told = _as_job(program, in_foreground=False)
    assert told == ""
    assert "reading" in _as_job(program, in_foreground=True)


def _as_job(program: str, *, in_foreground: bool) -> str:
    """Run a program as a job of a session that controls the terminal, as a shell does; return what it was told."""
    main, child = pty.openpty()
    setting = (
        "import fcntl, os, signal, subprocess, sys, termios\n"
        "os.setsid(); fcntl.ioctl(2, termios.TIOCSCTTY, 0); signal.signal(signal.SIGTTOU, signal.SIG_IGN)\n"
        "job = subprocess.Popen(['sh', '-c', sys.argv[1]], process_group=0)\n"
        f"if {in_foreground}: os.tcsetpgrp(2, job.pid)\n"
        "job.wait()"
    )
    command = [sys.executable, "-c", setting, program]
    with subprocess.Popen(command, stdin=child, stderr=child, env=environment(TOLD | {"TERM": "xterm"})):
        os.close(child)
        told = read_all(main)
    os.close(main)
    return told


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_leaves_no_line_and_shows_the_cursor(tmp_path: Path) -> None:
    path = tmp_path / "slow.toml"
    records = "".join(f'[[cast]]\nname = "Actor {number}"\nsources = ["a"]\n' for number in range(300_000))
    path.write_text(f'format = 1\n[show]\ntitle = "x"\n{records}{SOURCE}', encoding="utf-8")
    main, child = pty.openpty()
    process = subprocess.Popen(
        [entry_point(), "check", path],
        stdout=subprocess.DEVNULL,
        stderr=child,
        env=environment(TOLD | {"TERM": "xterm"}),
    )
    os.close(child)
    received = os.read(main, 1)  # something is shown
    process.send_signal(signal.SIGINT)
    told = received.decode() + read_all(main)
    os.close(main)
    assert process.wait(timeout=PATIENCE) == 130
    assert screen(told.replace("\r\n", "\n"), 80) == []
