"""How much of a matrix is tried: all of it before a change lands, a part by whoever waits for the tests.

`.ci/run` sets THOROUGH. What is left out else is breadth, more of the same: no promise is held by it alone.
"""

import os
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

THOROUGH = bool(os.environ.get("THOROUGH"))


def breadth(every: Sequence[T], few: Sequence[T]) -> Sequence[T]:
    """Return all that could be tried, or the few that tell most."""
    return every if THOROUGH else few
