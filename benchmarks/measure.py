"""Whole processes: how long they take, how much memory they need at most, when their first line leaves."""

import fcntl
import os
import random
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import IO

from environments import variables

_COLUMNS = 120
_CHUNK = 1 << 16
_MAXRSS_IN_MEGABYTE = 1 << 20 if sys.platform == "darwin" else 1 << 10


@dataclass(frozen=True)
class Case:
    """A command to measure: into a pipe or on a terminal; `expected` is what it must print, or it doesn't count.

    `code` is how it ends when it does its job, and `seconds` after how many of its own it is ended.
    """

    name: str
    command: Sequence[str]
    expected: Sequence[str] = ()
    on_terminal: bool = False
    variables: Mapping[str, str] = field(default_factory=dict)
    code: int = 0
    seconds: int | None = None


@dataclass
class Samples:
    """What the runs of a case took: seconds, until the first byte, and of the processor; megabytes at the peak."""

    seconds: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def ratio(values: Sequence[float], others: Sequence[float]) -> float:
    """Return how many times as much some values are as others: the median of the rounds, each by itself."""
    return median(value / other for value, other in zip(values, others, strict=True))


class WrongOutputError(Exception):
    """A command failed or did not print what it is measured for."""


class EndedError(Exception):
    """A command was not done after the seconds that its case has."""


def alternate(cases: Sequence[Case], runs: int) -> dict[str, Samples]:
    """Run every case once to see that it does its job, then all of them in turn, and return what they took by name.

    Each round has another order, the same in every run, so that none always follows the same.
    """
    samples = {case.name: Samples() for case in cases}
    in_turn(cases, runs, {case.name: verify(case) for case in cases}, samples)
    return samples


def in_turn(cases: Sequence[Case], runs: int, sizes: Mapping[str, int], samples: Mapping[str, Samples]) -> None:
    """Run cases likewise that did their job and printed so many bytes, and add to the samples what they take."""
    order = list(cases)
    chance = random.Random(0)
    for _ in range(runs):
        chance.shuffle(order)
        for case in order:
            size = _measure(case, samples[case.name])
            if size != sizes[case.name] and not case.on_terminal:
                raise WrongOutputError(f"{case.name}: printed {size:,} bytes, and {sizes[case.name]:,} before")


def verify(case: Case, samples: Samples | None = None) -> int:
    """Run a case once and return how many bytes it prints; raises WrongOutputError if they lack something."""
    printed = bytearray() if case.expected else None
    size = _measure(case, Samples() if samples is None else samples, printed)
    text = " ".join((printed or b"").decode(errors="replace").split())
    if lacking := [each for each in case.expected if each not in text]:
        raise WrongOutputError(f"{case.name}: the output lacks {', '.join(lacking)}\n{text[:2000]}")
    return size


def _measure(case: Case, samples: Samples, printed: bytearray | None = None) -> int:
    """Run a case, add what it took to the samples, and return how many bytes it printed; it must end as it should.

    Raises EndedError where it takes longer than it may.
    """
    reading, writing = _terminal() if case.on_terminal else os.pipe()
    begin = time.perf_counter()
    process = subprocess.Popen(
        _limited(case), stdin=subprocess.DEVNULL, stdout=writing, stderr=writing, env=variables(**case.variables)
    )
    os.close(writing)
    with open(reading, "rb", buffering=0) as output:
        first, size = _read(output, printed)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    samples.seconds.append(time.perf_counter() - begin)
    samples.first.append(first - begin)
    samples.processor.append(used.ru_utime + used.ru_stime)
    samples.megabytes.append(used.ru_maxrss / _MAXRSS_IN_MEGABYTE)
    if process.returncode == -signal.SIGXCPU:
        raise EndedError(f"{case.name}: not done after {case.seconds} s")
    if process.returncode != case.code:
        raise WrongOutputError(f"{case.name}: exit code {process.returncode}\n{(printed or b'').decode()[:2000]}")
    return size


def _limited(case: Case) -> Sequence[str]:
    """Return the command of a case, ended by SIGXCPU where it has a limit."""
    if case.seconds is None:
        return case.command
    return ("sh", "-c", f'ulimit -S -t {case.seconds}; exec "$@"', "sh", *case.command)


def _terminal() -> tuple[int, int]:
    reading, writing = os.openpty()
    fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 40, _COLUMNS, 0, 0))
    return reading, writing


def _read(output: IO[bytes], printed: bytearray | None) -> tuple[float, int]:
    """Read all that a process prints; return when the first of it came, and how many bytes it was."""
    first = None
    size = 0
    while True:
        try:
            chunk = output.read(_CHUNK)
        except OSError:  # a terminal ends with an error
            chunk = b""
        first = first or time.perf_counter()
        if not chunk:
            return first, size
        size += len(chunk)
        if printed is not None:
            printed += chunk
