"""Work by several processes: the same as by one, in the same order, and nothing is left of them.

Each is tried in a program of its own: where other threads run, as in a test, none should be forked.
"""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from etoile_cli.system.parallel import _parted
from tests.door import PATIENCE, environment

BEGIN = """
import os, signal, sys, time
from etoile_cli.errors import CatalogueError, DeliveryError
from etoile_cli.system import parallel, workers
from etoile_cli.system.parallel import mapped
first = os.getpid()
def waited(number):
    time.sleep((number * 7 % 5) / 500)
    return number * 2
"""


def told(program: str, *options: str) -> str:
    """Return what a program prints that does work; a warning in it is an error."""
    done = subprocess.run(
        [sys.executable, "-W", "error", *options, "-c", BEGIN + program],
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("processes", [0, 1, 2, 3, 8])
@pytest.mark.parametrize("number", [0, 1, 2, 3, 7, 200])
def test_results_come_in_the_order_of_the_work(number: int, processes: int) -> None:
    assert told(f"print(list(mapped(waited, range({number}), {processes})))").strip() == str(
        [each * 2 for each in range(number)]
    )


def test_other_processes_do_the_work() -> None:
    program = (
        "ids = set(mapped(lambda _: (time.sleep(0.01), os.getpid())[1], range(100), 3)); print(len(ids - {first}))"
    )
    assert told(program) == "3\n"


def test_two_long_pieces_are_worked_on_by_two() -> None:
    program = "ids = list(mapped(lambda _: (time.sleep(0.1), os.getpid())[1], range(2), 2)); print(len(set(ids)))"
    assert told(program) == "2\n"


@pytest.mark.parametrize("processes", [1, 2])
def test_what_the_work_raises_is_raised_where_its_result_would_be(processes: int) -> None:
    program = f"""
def work(number):
    if number == 70:
        raise CatalogueError("no", hint="what", lines=["a", "b"])
    return number
done = []
try:
    for each in mapped(work, range(200), {processes}):
        done.append(each)
except CatalogueError as error:
    print(done == list(range(70)), error.message, error.hint, error.lines)
"""
    assert told(program) == "True no what ('a', 'b')\n"


def test_a_bug_says_where_it_was_raised() -> None:
    program = """
def work(number):
    return 1 // number
try:
    list(mapped(work, range(9), 2))
except ZeroDivisionError as error:
    print(error.__notes__[0])
"""
    shown = told(program)
    assert "in work" in shown
    assert shown.strip().endswith("ZeroDivisionError: integer division or modulo by zero")


def test_an_error_that_cannot_be_sent_is_told_all_the_same() -> None:
    program = """
class Odd(Exception):
    def __init__(self, one, two):
        super().__init__(one)
def work(number):
    raise Odd(1, lambda: 2)
try:
    list(mapped(work, range(9), 2))
except RuntimeError as error:
    print(error, "Odd: 1" in error.__notes__[0])
"""
    assert told(program) == "Odd True\n"


def test_no_process_is_far_ahead_of_what_is_asked_for(tmp_path: Path) -> None:
    program = f"""
def work(number):
    open({str(tmp_path)!r} + f"/{{number}}", "w").close()
results = mapped(work, range(10_000), 2)
next(results)
time.sleep(0.5)
print(len(os.listdir({str(tmp_path)!r})))
"""
    assert 1 <= int(told(program)) <= 40


def test_no_piece_waits_for_many_others_at_first_nor_at_last() -> None:
    for number, processes, together in [(0, 2, 16), (1, 8, 16), (60, 2, 16), (10_000, 2, 16), (10_000, 2, 1)]:
        groups = list(_parted(number, processes, together))
        assert [each for group in groups for each in group] == list(range(number))
        assert [len(each) for each in groups[:4]] == [1] * min(number, 4)
        assert max(map(len, groups), default=0) <= min(together, number // (8 * processes) + 1)


@pytest.mark.parametrize("forks", [0, 1, 2])
def test_fewer_processes_do_it_where_the_system_lets_no_more_begin(forks: int) -> None:
    program = f"""
fork, begun = os.fork, []
def refused():
    if len(begun) == {forks}:
        raise BlockingIOError(11, "Resource temporarily unavailable")
    begun.append(None)
    return fork()
os.fork = refused
print(list(mapped(waited, range(50), 4)) == [each * 2 for each in range(50)], len(begun))
"""
    assert told(program) == f"True {forks}\n"


def test_this_process_does_it_where_no_more_files_can_be_opened() -> None:
    program = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (4, 4))
print(list(mapped(waited, range(50), 4)) == [each * 2 for each in range(50)])
"""
    assert told("import etoile_cli.system.workers" + program) == "True\n"


def test_no_semaphores_are_needed() -> None:
    program = """
import _multiprocessing
for name in ("SemLock", "sem_unlink"):
    if hasattr(_multiprocessing, name):
        delattr(_multiprocessing, name)
print(list(mapped(waited, range(50), 4)) == [each * 2 for each in range(50)])
"""
    assert told(program) == "True\n"


def test_processes_that_are_not_forked_do_the_same() -> None:
    program = """
workers._METHOD = "spawn"
if __name__ == "__main__":
    import operator
    print(list(mapped(operator.neg, range(50), 2)) == [-each for each in range(50)])
"""
    assert told(program) == "True\n"


@pytest.mark.parametrize("at", [0, 30, 199])
def test_a_process_that_is_killed_is_told(at: int) -> None:
    program = f"""
def work(number):
    if number == {at}:
        os.kill(os.getpid(), signal.SIGKILL)
    return number
try:
    list(mapped(work, range(200), 2))
except DeliveryError as error:
    print(error.message, "/", error.hint)
"""
    assert told(program) == "a process that did part of the work was killed / there may be too little memory\n"


def test_what_nobody_wants_any_more_is_ended_at_once() -> None:
    program = """
def work(number):
    return os.getpid() if number < 4 else time.sleep(3600)
results = mapped(work, range(50), 2)
ids = [next(results), next(results)]
results.close()
for each in ids:
    try:
        os.kill(each, 0)
        print("alive")
    except ProcessLookupError:
        print("gone")
"""
    assert told(program) == "gone\ngone\n"


# What holds the interpreter's lock: no other thread of a process runs meanwhile.
BUSY = """
def work(number):
    if number < 4:
        return os.getpid()
    return len(str(7 ** 20_000_000)) if number % 2 else time.sleep(3600)
sys.set_int_max_str_digits(0)
results = mapped(work, range(50), 3)
print(*{next(results) for _ in range(4)}, flush=True)
next(results)
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGHUP, signal.SIGINT])
@pytest.mark.usefixtures("interruptible")
def test_no_process_outlives_the_first(number: int) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", BEGIN + BUSY], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment()
    ) as process:
        assert process.stdout
        ids = list(map(int, process.stdout.readline().split()))
        assert all(map(_runs, ids))
        process.send_signal(number)
    assert _are_gone(ids)


def _are_gone(ids: Sequence[int]) -> bool:
    """Return whether processes end: in moments, on a machine that is not busy."""
    for _ in range(PATIENCE * 100):
        if not any(map(_runs, ids)):
            return True
        time.sleep(0.01)
    return False


def _runs(id_: int) -> bool:
    try:
        status = Path(f"/proc/{id_}/stat").read_text(encoding="utf-8")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
