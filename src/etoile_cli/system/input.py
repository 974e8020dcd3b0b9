"""Standard input, or a file that is given as data, read completely."""

import sys
from io import BufferedReader

from etoile_cli.errors import UsageError
from etoile_cli.system.nonblocking import WaitingIO
from etoile_cli.system.output import blocks
from etoile_cli.system.reasons import WHEN_READING, reason_of

_MOST = 32 << 20


def read_input(most: int) -> bytes | None:
    """Return standard input up to so many bytes; `None` if it is closed."""
    if sys.stdin is None:
        return None
    stream = sys.stdin.buffer
    complete = stream if blocks(stream) else BufferedReader(WaitingIO(stream.fileno()))
    return complete.read(most)


def read_text(path: str, hint: str = "") -> str:
    """Return the text of a file of data, `-` for standard input.

    Raises UsageError if it can't be read as UTF-8; the hint says what to do about its encoding.
    """
    try:
        content = read_input(_MOST + 1) if path == "-" else _read_file(path)
        text = (content or b"").decode()
    except UnicodeDecodeError as error:
        raise UsageError(f"{_shown(path)}: not UTF-8: byte {error.start + 1:,}", hint=hint) from None
    except (OSError, ValueError) as error:
        raise UsageError(f"{_shown(path)}: {reason_of(error, WHEN_READING)}") from None
    if content is None:
        raise UsageError("standard input is closed")
    if len(content) > _MOST:
        raise UsageError(f"{_shown(path)}: larger than {_MOST >> 20} MB, the most that etoile reads")
    return text


def _read_file(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123 an empty Path would be the current directory
        return file.read(_MOST + 1)


def _shown(path: str) -> str:
    return "<stdin>" if path == "-" else path or '""'
