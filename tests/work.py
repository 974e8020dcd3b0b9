"""How much work something is, in lines of Python that run: other than the time, a busy machine doesn't change it."""

import gc
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_executed(do: Callable[[], object]) -> int:
    """Return how many lines of Python a function executes, with all that it calls.

    The collector of garbage is off meanwhile: it comes when it likes, and Hypothesis has it call lines of its own.
    """
    number = 0

    def line(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal number
        number += event == "line"
        return line

    before = sys.gettrace()
    gc.disable()
    sys.settrace(lambda *_: line)
    try:
        do()
    finally:
        sys.settrace(before)
        gc.enable()
    return number
