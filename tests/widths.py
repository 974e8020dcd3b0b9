"""How many columns a line takes, by measures that are not ours: the C library's and that of wcwidth."""

import ctypes
from collections.abc import Callable

from wcwidth import wcswidth, wcwidth


def _of_c() -> Callable[[str], int] | None:
    """Return the C library's width of a character, `None` where it has none for UTF-8."""
    try:
        width = ctypes.CDLL(None).wcwidth
    except (AttributeError, OSError, TypeError):
        return None
    width.argtypes, width.restype = [ctypes.c_wchar], ctypes.c_int
    return width if width("語") == 2 else None


_C_WIDTH = _of_c()


def columns(line: str) -> int:
    """Return the columns of a line without controls, the larger if the measures differ."""
    letters = wcswidth(line)
    if _C_WIDTH is None:
        return letters
    # What the C library is too old to know, it calls -1.
    known = [(character, _C_WIDTH(character)) for character in line]
    return max(letters, sum(width if width >= 0 else max(wcwidth(character), 0) for character, width in known))
