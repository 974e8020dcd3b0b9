"""A line on standard error that says what a command is doing, once it takes over a second.

`stage` begins a stage, which lasts until the next one; `end` removes the line, and is called before anything is
written. There is no line where standard error is no terminal, where the terminal can't erase a line, or where
ETOILE_PROGRESS is `never`.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic

from etoile_cli.text.escaping import escape_controls

_SECOND = 1.0
_USUAL_WIDTH = 80
_CUT = "..."
# Reading a larger catalogue takes over a second, in compiled code during which no other thread runs: the line is drawn
# before.
_LARGE = 12 << 20


class _Line:
    """The line: what is being done and for how long, drawn again every second.

    The cursor stays visible, so that nothing is left to repair if the program is stopped or killed.
    """

    def __init__(self, what: str) -> None:
        from threading import Event, Lock, Thread

        self.what = what
        self._begun = monotonic()
        self._lock = Lock()
        self._is_closed = Event()
        self._is_drawn = False
        self._thread = Thread(target=self._tick, daemon=True)
        self._thread.start()

    def _tick(self) -> None:
        while not self._is_closed.wait(_SECOND):
            self.draw()

    def change(self, what: str) -> None:
        """Show another text from now on."""
        self.what = what
        if self._is_drawn:
            self.draw()

    def draw(self) -> None:
        """Draw the line, unless it is closed or the program runs in the background."""
        with self._lock, suppress(OSError):  # the terminal may be closed
            if not self._is_closed.is_set() and _is_in_foreground():
                seconds = int(monotonic() - self._begun)
                line = _fitting(f"{self.what}, {seconds} s" if seconds else self.what)
                self._is_drawn = True  # set before: an interrupt may come while it is drawn
                _write(f"\r{line}\x1b[K")

    def close(self) -> None:
        """Erase the line."""
        with self._lock, suppress(OSError):
            self._is_closed.set()
            if self._is_drawn:
                _write("\r\x1b[K")

    def join(self) -> None:
        """Wait until nothing draws the line any more."""
        self._thread.join()


_lines: list[_Line] = []
"""The line, if there is one: never more."""

_parts: list[None] = []
"""The stages that are only a part of what is told."""


def stage(what: str, size: int = 0) -> None:
    """Say what is being done from now on; where that is reading a catalogue, `size` is its number of bytes."""
    if _parts:
        return
    if not _lines:
        if not _is_wanted():
            return
        _lines.append(_Line(escape_controls(what)))
    elif _lines[0].what != what:
        _lines[0].change(escape_controls(what))
    if size >= _LARGE:
        _lines[0].draw()


@contextmanager
def part_of_stage() -> Iterator[None]:
    """Let no other stage begin: what is done is a part of the one that is told."""
    _parts.append(None)
    try:
        yield
    finally:
        _parts.pop()


def end(*, and_wait: bool = False) -> None:
    """Remove the line: something is about to be written, or the command is done.

    Before a process is forked, no other thread may run: then wait until the one that draws the line has ended.
    """
    while _lines:
        line = _lines.pop()
        line.close()
        if and_wait:
            line.join()


def _is_wanted() -> bool:
    if os.environ.get("ETOILE_PROGRESS", "").strip().lower() == "never":
        return False
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") not in {"dumb", "unknown"}


def _is_in_foreground() -> bool:
    """Return whether the program may draw now; in the background, it would overwrite the shell's prompt."""
    if sys.platform == "win32":
        return True
    try:
        return os.tcgetpgrp(sys.stderr.fileno()) == os.getpgrp()
    except OSError:  # a terminal without job control
        return True


def _fitting(text: str) -> str:
    """Return as much of the end of a text as fits the line; the end says which file and how long."""
    from etoile_cli.text.widths import ending, text_width

    room = (os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_WIDTH) - 1
    if text_width(text) <= room:
        return text
    return f"{_CUT}{ending(text, room - len(_CUT))}"


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
