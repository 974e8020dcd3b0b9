"""Streams that don't block, which are read and written whole; readers that have paused."""

import fcntl
import os
import signal
import struct
import subprocess
import termios
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.door import PATIENCE, entry_point, environment

# More than a pipe holds: whoever reads or writes it finds it empty or full.
NAMES = [f"Person {number}" for number in range(10_000)]
CATALOGUE = "\n".join(["format = 1", 'show.title = "x"', *(f'[[cast]]\nname = "{name}"' for name in NAMES)]).encode()


@pytest.mark.parametrize("env", [{}, {"PYTHONUNBUFFERED": "1"}])
def test_pipes_that_never_block_are_read_and_written_whole(env: dict[str, str]) -> None:
    (stdin, feeding), (reading, stdout) = os.pipe(), os.pipe()
    for end in (stdin, stdout):
        os.set_blocking(end, False)
    process = subprocess.Popen(
        [entry_point(), "-c", "-", "cast"], stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, env=environment(env)
    )
    os.close(stdin)
    os.close(stdout)
    with ThreadPoolExecutor() as pool, os.fdopen(feeding, "wb") as writer, os.fdopen(reading, "rb") as reader:
        fed = pool.submit(lambda: (writer.write(CATALOGUE), writer.close()))
        printed = reader.read().decode().splitlines()
        fed.result()
    _, stderr = process.communicate(timeout=PATIENCE)
    assert ([line.split("\t")[0] for line in printed], stderr, process.returncode) == (NAMES, b"", 0)


@pytest.mark.parametrize("env", [{}, {"PYTHONUNBUFFERED": "1"}])
@pytest.mark.parametrize("file", ["/dev/fd/{}", "/dev/stderr"])
def test_an_export_to_an_open_pipe_that_never_blocks_is_whole(file: str, env: dict[str, str]) -> None:
    expected = subprocess.run(
        [entry_point(), "-c", "-", "export", "toml"], input=CATALOGUE, capture_output=True, check=True
    ).stdout
    assert printed_slowly(["-c", "-", "export", "toml", "-o", file], env) == (expected, 0)


@pytest.mark.parametrize("env", [{}, {"PYTHONUNBUFFERED": "1"}])
def test_all_that_is_said_reaches_a_standard_error_that_never_blocks(env: dict[str, str]) -> None:
    missing = [f"missing {number}" for number in range(4_000)]
    said, code = printed_slowly(["check", *missing], env)
    assert (said.decode().splitlines(), code) == ([f"etoile: error: {each}: no such file" for each in missing], 3)


def printed_slowly(command: list[str], env: dict[str, str]) -> tuple[bytes, int]:
    """Return what a command writes to standard error, a pipe that never blocks, read once full; its exit code."""
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    process = subprocess.Popen(
        [entry_point(), *(each.format(writing) for each in command)],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=writing,
        pass_fds=[writing],
        env=environment(env),
    )
    os.close(writing)
    assert process.stdin is not None
    process.stdin.write(CATALOGUE if "-" in command else b"")
    process.stdin.close()
    wait_until_full(reading, process)
    with os.fdopen(reading, "rb") as reader:
        return reader.read(), process.wait(PATIENCE)


def wait_until_full(descriptor: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until a pipe holds nearly all that it can, or its writer has ended."""
    held = struct.Struct("i")
    while process.poll() is None:
        (count,) = held.unpack(fcntl.ioctl(descriptor, termios.FIONREAD, bytes(held.size)))
        if count > 60_000:
            return
        os.sched_yield()


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("file", ["/dev/stderr", "fifo"])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_one_signal_ends_an_export_whose_reader_has_paused(number: signal.Signals, file: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    pausing = os.open(tmp_path / "fifo", os.O_RDONLY | os.O_NONBLOCK)
    (tmp_path / "it.toml").write_bytes(CATALOGUE)
    command = [entry_point(), "-c", "it.toml", "export", "toml", "-o", file]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, env=environment(), cwd=tmp_path)
    assert process.stderr is not None
    wait_until_full(pausing if file == "fifo" else process.stderr.fileno(), process)
    process.send_signal(number)
    assert process.wait(PATIENCE) == 128 + number
    process.stderr.close()
    os.close(pausing)
