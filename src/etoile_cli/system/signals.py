"""Signals that end the program, handled where something must be tidied up first."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# Sent when a terminal is closed and when a service is stopped. At SIGINT, Python raises KeyboardInterrupt by itself.
_ENDING = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))


@contextmanager
def exiting_on_signals() -> Iterator[None]:
    """Raise SystemExit, with the shell's exit code, at a signal to end, so that `finally` blocks run."""
    before = {each: signal.getsignal(each) for each in _ENDING}
    try:
        for each, handler in before.items():
            if handler is signal.SIG_DFL:
                signal.signal(each, _exit)
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@contextmanager
def deferred_signals() -> Iterator[None]:
    """Put off an interrupt, or a signal to end, until the block is left; a second one ends the program at once."""
    received = []

    def defer(number: int, _: FrameType | None) -> None:
        received.append(number)
        for each in handled:
            signal.signal(each, signal.SIG_DFL)

    before = {each: signal.getsignal(each) for each in (*_ENDING, signal.SIGINT)}
    handled = [each for each, handler in before.items() if handler is not signal.SIG_IGN]
    try:
        for each in handled:
            signal.signal(each, defer)
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    for number in received:
        signal.raise_signal(number)


@contextmanager
def left_to_child() -> Iterator[None]:
    """Ignore the keys that interrupt: while another program has the terminal, they are meant for that one.

    Unlike signals that are set to be ignored, those with a handler work in the other program as ever.
    """
    before = {each: signal.getsignal(each) for each in (signal.SIGINT, getattr(signal, "SIGQUIT", signal.SIGINT))}
    try:
        for each, handler in before.items():
            if handler is not signal.SIG_IGN:
                signal.signal(each, _ignore)
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _ignore(_number: int, _frame: FrameType | None) -> None:
    pass


def _exit(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
