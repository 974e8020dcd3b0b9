"""Streams set to O_NONBLOCK, read and written completely all the same.

Python's own streams, on a pipe that doesn't block, return what there is so far, or nothing, or fail half-way.
"""

import io
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer


class WaitingIO(io.RawIOBase):
    """An open file that waits until it is ready, as a blocking one does; whoever opened the file closes it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._descriptor

    def readable(self) -> bool:
        """Return true: reading a file that can't be read fails by itself."""
        return True

    def writable(self) -> bool:
        """Return true: writing a file that can't be written fails by itself."""
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        """Wait for something to read, and read it; 0 bytes at the end of the file."""
        from select import select

        return self._once_ready(lambda: os.readv(self._descriptor, [buffer]), lambda here: select(here, [], []))

    def write(self, data: "ReadableBuffer") -> int:
        """Wait until the reader has room, and write what fits."""
        from select import select

        return self._once_ready(lambda: os.write(self._descriptor, data), lambda here: select([], here, []))

    def _once_ready(self, act: Callable[[], int], wait: Callable[[list[int]], object]) -> int:
        while True:
            try:
                return act()
            except BlockingIOError:
                wait([self._descriptor])
