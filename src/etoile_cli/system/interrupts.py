"""Signals that ask the program to end, heard where something has to be tidied up first."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

# What closes a terminal, what ends a service; an interrupt is an exception in Python anyway.
_ENDING = tuple(getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name))


@contextmanager
def ending_in_order() -> Iterator[None]:
    """Turn a signal to end into SystemExit with the shell's code for it, so that what was begun is tidied up."""
    before = {each: signal.getsignal(each) for each in _ENDING}
    try:
        for each, handler in before.items():
            if handler is signal.SIG_DFL:
                signal.signal(each, _end)
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


@contextmanager
def deferred() -> Iterator[None]:
    """Hear an interrupt, or a signal to end, only once what is done here is done; a second one ends at once."""
    heard = []

    def hear(number: int, _: FrameType | None) -> None:
        heard.append(number)
        for each in minded:
            signal.signal(each, signal.SIG_DFL)

    before = {each: signal.getsignal(each) for each in (*_ENDING, signal.SIGINT)}
    minded = [each for each, handler in before.items() if handler is not signal.SIG_IGN]
    try:
        for each in minded:
            signal.signal(each, hear)
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)
    for number in heard:
        signal.raise_signal(number)


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)
