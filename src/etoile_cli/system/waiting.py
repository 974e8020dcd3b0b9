"""Streams that wait: what stands at O_NONBLOCK is read and written whole all the same.

Of a pipe that doesn't block, Python's own streams return what is there, or nothing, or fail half-way.
"""

import io
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, TextIO

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer


def blocks(stream: BinaryIO | TextIO) -> bool:
    """Tell whether a stream waits where it isn't ready; whoever began us, or shares it, may have set it not to."""
    try:
        return os.get_blocking(stream.fileno())
    except (AttributeError, OSError):  # Windows before Python 3.12; no file at all, but a stream in memory
        return True


class WaitingIO(io.RawIOBase):
    """An open file, read and written as if it blocked; whoever opened it closes it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._descriptor

    def readable(self) -> bool:
        """Return true: what can't be read says so itself."""
        return True

    def writable(self) -> bool:
        """Return true, likewise."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Read what there is, once there is something; 0 bytes at the end."""
        from select import select

        return self._once_ready(lambda: os.readv(self._descriptor, [buffer]), lambda here: select(here, [], []))

    def write(self, data: "ReadableBuffer") -> int:
        """Write what the reader has room for, once there is some."""
        from select import select

        return self._once_ready(lambda: os.write(self._descriptor, data), lambda here: select([], here, []))

    def _once_ready(self, act: Callable[[], int], wait: Callable[[list[int]], object]) -> int:
        while True:
            try:
                return act()
            except BlockingIOError:
                wait([self._descriptor])
