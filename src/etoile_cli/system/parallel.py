"""Work done by several processes at once: as many as there are cores, the results in the order of the work."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from etoile_cli.system import progress

if TYPE_CHECKING:  # imported where there is work for several processes
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
R = TypeVar("R")

# So many pieces are handed out together, once the first are done: the first result must not wait for many.
_MOST_TOGETHER = 16


def cores() -> int:
    """Return how many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def mapped(work: Callable[[T], R], pieces: Sequence[T], processes: int) -> Iterator[R]:
    """Return an iterator of the result for each piece, in their order, worked on by so many processes.

    They begin at once, and are no more than a little ahead of what is asked for. What the work raises is raised here.
    With fewer than two processes, this one does the work, piece by piece.
    """
    if processes < 2:
        return map(work, pieces)
    progress.end()  # no other thread writes while processes are forked
    pool = _pool(processes)
    remaining = (pool.submit(_all, work, each) for each in _parted(pieces))
    return _results(pool, deque(islice(remaining, 2 * processes)), remaining)


def _results(pool: "ProcessPoolExecutor", begun: deque, remaining: Iterator) -> Iterator:  # type: ignore[type-arg]
    try:
        while begun:
            done = begun.popleft().result()
            begun.extend(islice(remaining, 1))
            yield from done
    finally:
        pool.shutdown(cancel_futures=True)


def _all(work: Callable[[T], R], pieces: Sequence[T]) -> list[R]:
    return list(map(work, pieces))


def _parted(pieces: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield pieces in groups: first each by itself, then more and more together."""
    begin, size = 0, 1
    while begin < len(pieces):
        yield pieces[begin : begin + size]
        begin += size
        size = min(1 + begin // 4, _MOST_TOGETHER)


def _pool(processes: int) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # A forked process has all modules already, and begins in a few milliseconds. No other thread of ours holds a lock
    # that it could need. On macOS, forked processes crash in the system's own libraries; Windows has none.
    method = "fork" if sys.platform == "linux" else "spawn"
    return ProcessPoolExecutor(processes, mp_context=get_context(method), initializer=_begin)


def _begin() -> None:
    """Prepare a process for work: what ends the program is for the first process to see, and ends this one, too."""
    from multiprocessing import parent_process
    from threading import Thread

    os.environ["ETOILE_PROGRESS"] = "never"
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for each in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, each):
            signal.signal(getattr(signal, each), signal.SIG_DFL)
    # What the first process has not written yet is not to be written again by this one when it ends.
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 a device, not a path
        os.dup2(nowhere.fileno(), 1)
    Thread(target=_end_with, args=[parent_process()], daemon=True).start()


def _end_with(first: "BaseProcess") -> None:
    """End this process as soon as the first one has ended, in whatever way."""
    first.join()
    os._exit(1)
