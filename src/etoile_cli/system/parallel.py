"""Work done by several processes at once: as many as there are cores, the results in the order of the work.

`concurrent.futures` is not used: it needs semaphores, which some systems lack, and a thread, which must not be there
when a process is forked; and it waits for what is being done when nobody wants it any more.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from etoile_cli.system import progress

if TYPE_CHECKING:  # imported where there is work for several processes
    from etoile_cli.system.workers import Worker

T = TypeVar("T")
R = TypeVar("R")

# So many pieces are handed out together, once the first are done: the first result must not wait for many.
_MOST_TOGETHER = 16
# A process has so many groups to work on, so that it need not wait for the next; and the results of so many groups for
# each process may wait for those of one before them.
_AHEAD = 2
_MOST_WAITING = 4
# There are at least so many groups for each process, where there are so many pieces: none is to wait long for another.
_LEAST_GROUPS = 8


def cores() -> int:
    """Return how many cores this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def mapped(work: Callable[[T], R], pieces: Sequence[T], processes: int, together: int = _MOST_TOGETHER) -> Iterator[R]:
    """Return an iterator of the result for each piece, in their order, worked on by so many processes.

    They are no more than a little ahead of what is asked for. What the work raises is raised here; DeliveryError if a
    process is killed. With fewer than two processes, or where no other can begin, this one does the work, piece by
    piece. No process is given more pieces `together`: their results are in memory at once.
    """
    if processes < 2:
        return map(work, pieces)
    from etoile_cli.system.workers import begin

    progress.end(and_wait=True)
    workers = begin(processes, work, pieces)
    return _results(workers, list(_parted(len(pieces), len(workers), together))) if workers else map(work, pieces)


def _results(workers: "Sequence[Worker]", groups: Sequence[range]) -> Iterator:  # type: ignore[type-arg]
    from etoile_cli.system.workers import end, received

    done: dict[int, tuple[list[object], BaseException | None]] = {}
    begun = 0
    try:
        for wanted in range(len(groups)):
            while wanted not in done:
                most = min(wanted + _MOST_WAITING * len(workers), len(groups))
                begun = _hand_out(workers, groups[begun:most], begun)
                for number, results, error in received(workers):
                    done[number] = results, error
            results, error = done.pop(wanted)
            yield from results
            if error is not None:
                raise error
    finally:
        end(workers)


def _hand_out(workers: "Sequence[Worker]", groups: Iterable[range], begun: int) -> int:
    """Give groups of pieces to processes that have few; return how many have been given then."""
    for group in groups:
        worker = min(workers, key=lambda each: len(each.groups))
        if len(worker.groups) == _AHEAD:
            break
        worker.hand(begun, group)
        begun += 1
    return begun


def _parted(number: int, processes: int, together: int) -> Iterator[range]:
    """Yield the positions of pieces in groups: first each by itself, then, of many, more and more together."""
    most = min(number // (_LEAST_GROUPS * processes) + 1, together)
    begin, size = 0, 1
    while begin < number:
        yield range(begin, min(begin + size, number))
        begin += size
        size = min(1 + begin // 4, most)
