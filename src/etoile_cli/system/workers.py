"""Other processes that do work: they are told which pieces, and send what comes of them."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess, parent_process
from typing import Any

from etoile_cli.errors import DeliveryError, EtoileError

# A forked process has all modules already, and begins in a few milliseconds. On macOS, forked processes crash in the
# system's own libraries; Windows has none.
_METHOD = "fork" if sys.platform == "linux" else "spawn"

Done = tuple[int, list[Any], BaseException | None]
"""The number of a group of pieces, the results of these, and what the work raised at the next piece, if it did."""


class Worker:
    """A process, and the numbers of the groups of pieces that it has to work on."""

    def __init__(self, process: BaseProcess, connection: Any) -> None:
        self.process = process
        self.connection = connection
        self.groups: deque[int] = deque()

    def hand(self, number: int, group: range) -> None:
        """Let it work on a group of pieces, by their positions, once it has done with those before."""
        self.groups.append(number)
        with suppress(OSError):  # it was killed, which is told where its results are missed
            self.connection.send(group)

    def receive(self) -> Done:
        """Return what came of the first group that it has; raises DeliveryError if it was killed."""
        try:
            results, error = self.connection.recv()
        except (EOFError, OSError):
            raise DeliveryError(
                "a process that did part of the work was killed", hint="there may be too little memory"
            ) from None
        return self.groups.popleft(), results, error


def begin(processes: int, work: Callable[[Any], Any], pieces: Sequence[Any]) -> list[Worker]:
    """Return so many processes that wait for pieces to work on; fewer, or none, if the system lets no more begin."""
    workers: list[Worker] = []
    context: Any = get_context(_METHOD)
    with suppress(OSError), _interrupts_put_off():  # too many processes, or files
        while len(workers) < processes:
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, work, pieces), daemon=True)
            process.start()
            theirs.close()  # or it would not be noticed that the process has ended
            workers.append(Worker(process, ours))
    return workers


def end(workers: Sequence[Worker]) -> None:
    """End processes at once, whatever they are doing: nobody wants it any more."""
    for worker in workers:
        worker.process.kill()
    for worker in workers:
        worker.process.join()
        worker.connection.close()


def received(workers: Sequence[Worker]) -> Iterator[Done]:
    """Wait until some processes have done a group, and yield what came of these; raises DeliveryError likewise."""
    by_connection = {worker.connection: worker for worker in workers if worker.groups}
    for ready in wait(list(by_connection)):
        yield by_connection[ready].receive()


@contextmanager
def _interrupts_put_off() -> Iterator[None]:
    """Let no interrupt come while a process begins, which would print how it was interrupted."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Any, work: Callable[[Any], Any], pieces: Sequence[Any]) -> None:
    """Work on pieces, in the other process, until the first one has ended."""
    os.environ["ETOILE_PROGRESS"] = "never"
    # What interrupts the program is for the first process to see.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, each):
            signal.signal(getattr(signal, each), signal.SIG_DFL)
    _end_with_first()
    with suppress(EOFError, OSError):
        while True:
            connection.send(_done(work, [pieces[at] for at in connection.recv()]))
    os._exit(0)


def _end_with_first() -> None:
    """Let the system end this process when the first one ends, in whatever way, and whatever is being done here."""
    first = parent_process()
    if sys.platform != "linux" or first is None:
        return
    import fcntl

    # The pipe that closes with the first process sends SIGIO then, which ends a process that doesn't handle it.
    with suppress(OSError):
        fcntl.fcntl(first.sentinel, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(first.sentinel, fcntl.F_SETFL, fcntl.fcntl(first.sentinel, fcntl.F_GETFL) | os.O_ASYNC)


def _done(work: Callable[[Any], Any], pieces: Sequence[Any]) -> tuple[list[Any], BaseException | None]:
    results = []
    for each in pieces:
        try:
            results.append(work(each))
        except Exception as error:  # noqa: BLE001 the first process raises it
            return results, error if isinstance(error, EtoileError) else _with_traceback(error)
    return results, None


def _with_traceback(error: Exception) -> Exception:
    """Return an error that can be sent, with a note of where it was raised, which is not sent with it."""
    import pickle  # nosec B403 only what this program has made is read
    from traceback import format_exception

    told = "".join(format_exception(error))
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 # nosec B301 likewise
    except Exception:  # noqa: BLE001 whatever an error has that can't be sent
        error = RuntimeError(type(error).__name__)
    error.add_note(told)
    return error
