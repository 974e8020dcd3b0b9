"""Standard output: whether a terminal shows it, what that can show, and writing to it.

Standard output is data; everything said about the data goes to standard error (see `messages`). Every function here
flushes what it writes, so that a full disk or a closed pipe is noticed now and not when Python shuts down.
"""

import io
import os
import re
import stat
import sys
from collections.abc import Iterable
from enum import StrEnum
from time import monotonic
from typing import TYPE_CHECKING, BinaryIO, TextIO

from etoile_cli.errors import DeliveryError, ReaderGoneError
from etoile_cli.system import progress

if TYPE_CHECKING:
    from etoile_cli.text.styles import Line

_DEFAULT_WIDTH = 80
_LEAST_WIDTH = 20
# What comes slowly, file by file, is not held back for so many seconds; the first piece, not at all.
_LONGEST_HELD = 0.1

# Consoles of Linux and the BSDs, and the terminal of macOS, which don't follow links: their addresses must be printed.
_WITHOUT_LINKS = frozenset({"linux", "cons25", "wsvt25", "vt100", "vt220", "Apple_Terminal", "screen", "tmux"})


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def on_terminal() -> bool:
    """Return whether standard output is a terminal, so that a person reads it."""
    return sys.stdout is not None and sys.stdout.isatty()


def has_color(color: Color, stream: TextIO) -> bool:
    """Return whether to colour a stream: the option decides, else NO_COLOR, else FORCE_COLOR, else the terminal."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def is_colored(color: Color) -> bool:
    """Return whether to colour standard output."""
    return sys.stdout is not None and has_color(color, sys.stdout)


def takes_links(color: Color) -> bool:
    """Return whether to write links (OSC 8) to standard output: where there is colour and the terminal has links."""
    known = re.split("[.-]", os.environ.get("TERM", ""))[0], os.environ.get("TERM_PROGRAM")
    return is_colored(color) and not _WITHOUT_LINKS.intersection(known)


def width() -> int:
    """Return the width of standard output in columns: COLUMNS, else the terminal's, else 80; at least 20."""
    return width_of(sys.__stdout__)


def width_of(stream: TextIO | None) -> int:
    """Return the width of a stream in columns, found in the same way."""
    asked = re.fullmatch("[0-9]{1,9}", os.environ.get("COLUMNS", ""))
    columns = int(asked[0]) if asked else 0
    try:
        columns = columns or (os.get_terminal_size(stream.fileno()).columns if stream else 0)
    except (OSError, ValueError):  # no terminal; a stream in memory, or a closed one
        columns = 0
    return max(columns or _DEFAULT_WIDTH, _LEAST_WIDTH)


def encoding_of(stream: TextIO | None) -> str:
    """Return the encoding of a stream; UTF-8 if it has none."""
    return (stream and stream.encoding) or "utf-8"


def blocks(stream: BinaryIO | TextIO) -> bool:
    """Return whether a stream waits until it is ready; the parent process may have set it to O_NONBLOCK."""
    try:
        return os.get_blocking(stream.fileno())
    except (AttributeError, OSError):  # Windows before Python 3.12; a stream in memory
        return True


def write(lines: Iterable[str], end: str = "\n") -> None:
    """Write lines of data to standard output, each with its end, as UTF-8 whatever the locale.

    Raises ReaderGoneError if the reader has closed the pipe, DeliveryError if writing fails.
    """
    _deliver(f"{line}{end}".encode(errors="surrogateescape") for line in lines)


def write_bytes(content: bytes) -> None:
    """Write bytes to standard output as they are; raises the same errors."""
    write_chunks([content])


def write_chunks(chunks: Iterable[bytes]) -> None:
    """Write successive bytes to standard output as they are; raises the same errors."""
    _deliver(chunks)


def write_lines(lines: Iterable["Line"], color: Color) -> None:
    """Write styled lines to standard output, in its own encoding; raises the same errors."""
    from etoile_cli.text.encoding import encode
    from etoile_cli.text.styles import drawn

    colored, encoding = is_colored(color), encoding_of(sys.stdout)
    _deliver(encode(f"{drawn(line, colored=colored)}\n", encoding) for line in lines)


def _deliver(chunks: Iterable[bytes]) -> None:
    if sys.stdout is None:
        raise DeliveryError("cannot write: standard output is closed")
    try:
        sys.stdout.flush()
        stream = _complete(sys.stdout.buffer)
        is_seen, flushed, has_begun = _is_seen(stream), 0.0, False
        for chunk in chunks:
            if is_seen:
                progress.end()
            elif not has_begun:
                progress.stage("writing")  # as long as nothing else is to be said
                has_begun = True
            stream.write(chunk)
            if is_seen and monotonic() > flushed + _LONGEST_HELD:
                stream.flush()
                flushed = monotonic()
        stream.flush()
        progress.end()
    except (KeyboardInterrupt, SystemExit):
        discard(sys.stdout)  # the reader may have paused, and writing the rest would wait for it
        raise
    except BrokenPipeError:
        discard(sys.stdout)
        raise ReaderGoneError from None
    except OSError as error:
        from etoile_cli.system.reasons import reason_of

        discard(sys.stdout)
        raise DeliveryError(f"cannot write: {reason_of(error)}") from error


def _is_seen(stream: BinaryIO) -> bool:
    """Return whether what is written may appear on a terminal, directly or through a pipe, and not only in a file."""
    try:
        kind = os.fstat(stream.fileno()).st_mode
    except OSError:  # a stream in memory
        return False
    return stream.isatty() or stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind)


def _complete(stream: BinaryIO) -> BinaryIO:
    """Return a stream whose `write` writes all the bytes or fails.

    One that doesn't block may write only some of them, and so may an unbuffered one (PYTHONUNBUFFERED).
    """
    if not blocks(stream):
        from etoile_cli.system.nonblocking import WaitingIO

        return io.BufferedWriter(WaitingIO(stream.fileno()))
    if isinstance(stream, io.RawIOBase):
        return open(stream.fileno(), "wb", closefd=False)
    return stream


def settle() -> None:
    """Flush what Typer has printed by itself; where that fails, discard it: the exit code says what happened."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        discard(sys.stdout)


def discard(stream: TextIO | BinaryIO) -> None:
    """Discard what a stream still holds, so that Python doesn't try to write it again when it exits."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 a device, not a path
        os.dup2(nowhere.fileno(), stream.fileno())


def divert_output() -> None:
    """Send to standard error what other programs write to our standard output from now on."""
    if sys.stdout is not None and sys.stderr is not None:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
