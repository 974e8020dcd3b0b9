"""What a command is doing, told on standard error when it takes over a second, and only where a person looks.

A stage is begun with `stage` and lasts until the next; whoever writes something calls `end` before.
"""

import sys
from typing import TYPE_CHECKING

from etoile_cli.escaping import escape_controls

if TYPE_CHECKING:
    from rich.progress import Progress

_AFTER_SECONDS = 1.0
# A catalogue of fewer bytes keeps nobody waiting: to read and check it takes half a second.
_LEAST = 1 << 20
# To read one of more takes a second by itself, in compiled code that lets no other thread run: it is told at once.
_LARGE = 12 << 20


class _Display:
    """One line that says what is being done and for how long, shown when a second has passed."""

    def __init__(self, what: str) -> None:
        from threading import Lock, Timer

        self._what = what
        self._lock = Lock()
        self._shown: Progress | None = None
        self._is_over = False
        self._timer = Timer(_AFTER_SECONDS, self.show)
        self._timer.daemon = True
        self._timer.start()

    def show(self) -> None:
        """Show the line, unless it is shown already or there is nothing to wait for any more."""
        with self._lock:
            if self._shown is None and not self._is_over:
                self._shown = _line(self._what)
                self._shown.start()

    def change(self, what: str) -> None:
        """Say something else from here on."""
        with self._lock:
            self._what = what
            if self._shown is not None:
                self._shown.update(self._shown.task_ids[0], description=what)

    def close(self) -> None:
        """Take the line away."""
        self._timer.cancel()
        with self._lock:
            self._is_over = True
            if self._shown is not None:
                self._shown.stop()


_displays: list[_Display] = []
"""The display that there is, if there is one."""


def stage(what: str, size: int = 0) -> None:
    """Say what is being done from here on, with a catalogue of so many bytes or, without a size, the one before."""
    shown = escape_controls(what)
    if _displays:
        _displays[0].change(shown)
    elif size >= _LEAST and sys.stderr is not None and sys.stderr.isatty():
        _displays.append(_Display(shown))
    if _displays and size >= _LARGE:
        _displays[0].show()


def end() -> None:
    """Take away what is shown: something is about to be written, or everything is done."""
    while _displays:
        _displays.pop().close()


def _line(what: str) -> "Progress":
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    text = TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True, overflow="ellipsis"))
    # No colour: what --color says is meant for standard output. A spinner that every encoding has.
    console = Console(stderr=True, no_color=True)
    line = Progress(SpinnerColumn("line"), text, TimeElapsedColumn(), console=console, transient=True)
    line.add_task(what)
    return line
