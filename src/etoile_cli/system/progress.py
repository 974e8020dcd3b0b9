"""What a command is doing, told on standard error when it takes over a second, and only where a person looks.

A stage is begun with `stage` and lasts until the next; whoever writes something calls `end` before. A terminal that
can't take a line back is told nothing, nor is anybody where ETOILE_PROGRESS is `never`.
"""

import os
import sys
from contextlib import suppress
from time import monotonic

from etoile_cli.text.escaping import escape_controls

_SECOND = 1.0
_USUAL_WIDTH = 80
_CUT = "..."
# To read a catalogue of more bytes takes a second, in compiled code that lets no other thread run: it is told at once.
_LARGE = 12 << 20


class _Line:
    """One line that says what is being done and for how long, drawn anew every second.

    It leaves the cursor as it is, so that nothing has to be mended where the program is stopped or killed.
    """

    def __init__(self, what: str) -> None:
        from threading import Event, Lock, Thread

        self.what = what
        self._begun = monotonic()
        self._lock = Lock()
        self._is_over = Event()
        self._is_drawn = False
        Thread(target=self._tick, daemon=True).start()

    def _tick(self) -> None:
        while not self._is_over.wait(_SECOND):
            self.draw()

    def change(self, what: str) -> None:
        """Say something else from here on."""
        self.what = what
        if self._is_drawn:
            self.draw()

    def draw(self) -> None:
        """Draw the line, unless it is over or the program works in the background."""
        with self._lock, suppress(OSError):  # a terminal that is gone can't be told
            if not self._is_over.is_set() and _is_in_foreground():
                seconds = int(monotonic() - self._begun)
                line = _fitting(f"{self.what}, {seconds} s" if seconds else self.what)
                self._is_drawn = True  # before it is: an interrupt may come at any time
                _write(f"\r{line}\x1b[K")

    def close(self) -> None:
        """Take the line away."""
        with self._lock, suppress(OSError):
            self._is_over.set()
            if self._is_drawn:
                _write("\r\x1b[K")


_lines: list[_Line] = []
"""The line that there is, if there is one."""


def stage(what: str, size: int = 0) -> None:
    """Say what is being done from here on; `size` is that of a catalogue to be read, in bytes."""
    if not _lines:
        if not _is_watched():
            return
        _lines.append(_Line(escape_controls(what)))
    elif _lines[0].what != what:
        _lines[0].change(escape_controls(what))
    if size >= _LARGE:
        _lines[0].draw()


def end() -> None:
    """Take away what is told: something is about to be written, or everything is done."""
    while _lines:
        _lines.pop().close()


def _is_watched() -> bool:
    if os.environ.get("ETOILE_PROGRESS", "").strip().lower() == "never":
        return False
    return sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") not in {"dumb", "unknown"}


def _is_in_foreground() -> bool:
    """Tell whether the terminal is ours at the moment: a job in the background would write over the shell's prompt."""
    if sys.platform == "win32":
        return True
    try:
        return os.tcgetpgrp(sys.stderr.fileno()) == os.getpgrp()
    except OSError:  # a terminal that controls no jobs
        return True


def _fitting(text: str) -> str:
    """Return as much of the end of a text as fits the line: the end tells the file and the time."""
    from etoile_cli.text.widths import text_width

    room = (os.get_terminal_size(sys.stderr.fileno()).columns or _USUAL_WIDTH) - 1
    if text_width(text) <= room:
        return text
    while text and text_width(text) > room - len(_CUT):
        text = text[1:]
    return f"{_CUT}{text}"


def _write(text: str) -> None:
    sys.stderr.write(text)
    sys.stderr.flush()
