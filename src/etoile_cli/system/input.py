"""Standard input, read completely."""

import sys
from io import BufferedReader

from etoile_cli.system.nonblocking import WaitingIO
from etoile_cli.system.output import blocks


def read_input(most: int) -> bytes | None:
    """Return standard input up to so many bytes; `None` if it is closed."""
    if sys.stdin is None:
        return None
    stream = sys.stdin.buffer
    complete = stream if blocks(stream) else BufferedReader(WaitingIO(stream.fileno()))
    return complete.read(most)
