"""The two streams: what is written where, with which colour and width, and what happens when it can't be.

Standard output is data, standard error is everything said about it. Every write to standard output goes through
`write`, which flushes: a full disk or a closed pipe shows here and not when Python shuts down.
"""

import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO, TextIO

from etoile_cli.errors import DeliveryError, EtoileError, ReaderGoneError, reason_of
from etoile_cli.system import progress
from etoile_cli.system.waiting import WaitingIO, blocks
from etoile_cli.text.escaping import escape_message

if TYPE_CHECKING:
    from etoile_cli.text.styles import Line

_DEFAULT_WIDTH = 80
_LEAST_WIDTH = 20

# Consoles of Linux and the BSDs, and the terminal of macOS: there an address must be read to be followed.
_WITHOUT_LINKS = frozenset({"linux", "cons25", "wsvt25", "vt100", "vt220", "Apple_Terminal", "screen", "tmux"})


class Color(StrEnum):
    """When to colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def on_terminal() -> bool:
    """Tell whether a person looks at standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def has_color(color: Color, stream: TextIO) -> bool:
    """Tell whether a stream gets colour: the option says, else NO_COLOR, else FORCE_COLOR, else the terminal."""
    if color is not Color.AUTO:
        return color is Color.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if forced := os.environ.get("FORCE_COLOR"):
        return forced != "0"
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def is_colored(color: Color) -> bool:
    """Tell whether standard output gets colour."""
    return sys.stdout is not None and has_color(color, sys.stdout)


def takes_links(color: Color) -> bool:
    """Tell whether standard output shows links (OSC 8): where there is colour, save on terminals that have none."""
    known = re.split("[.-]", os.environ.get("TERM", ""))[0], os.environ.get("TERM_PROGRAM")
    return is_colored(color) and not _WITHOUT_LINKS.intersection(known)


def write(lines: Iterable[str]) -> None:
    """Write lines of data to standard output, as UTF-8 whatever the locale.

    Raises ReaderGoneError if nobody reads any more, DeliveryError if it can't be written.
    """
    _deliver(f"{line}\n".encode(errors="surrogateescape") for line in lines)


def write_lines(lines: Iterable["Line"], color: Color) -> None:
    """Write lines that are drawn for people to standard output, in characters that its encoding has."""
    from etoile_cli.text.styles import drawn

    colored, encoding = is_colored(color), _encoding(sys.stdout)
    _deliver(_encoded(f"{drawn(line, colored=colored)}\n", encoding) for line in lines)


def _encoded(text: str, encoding: str) -> bytes:
    """Return a text in an encoding; what that lacks is replaced by what is as wide."""
    from etoile_cli.text.substitutes import SUBSTITUTE

    if not encoding.lower().startswith("utf"):
        from etoile_cli.text.composition import normal

        text = normal("NFC", text)  # a letter and its accent are replaced as one
    return text.encode(encoding, errors=SUBSTITUTE)


def _deliver(chunks: Iterable[bytes]) -> None:
    if sys.stdout is None:
        raise DeliveryError("cannot write: standard output is closed")
    try:
        sys.stdout.flush()
        stream = _whole_writes(sys.stdout.buffer)
        is_seen = _is_seen(stream)
        for chunk in chunks:
            if is_seen:
                progress.end()
            else:
                progress.stage("writing")
            stream.write(chunk)
        stream.flush()
        progress.end()
    except (KeyboardInterrupt, SystemExit):
        discard(sys.stdout)  # whoever reads it may have paused: what is left would be waited for
        raise
    except BrokenPipeError:
        discard(sys.stdout)
        raise ReaderGoneError from None
    except OSError as error:
        discard(sys.stdout)
        raise DeliveryError(f"cannot write: {reason_of(error)}") from error


def _is_seen(stream: BinaryIO) -> bool:
    """Tell whether what is written may be seen, on a terminal or behind a pipe, and doesn't only fill a file."""
    try:
        kind = os.fstat(stream.fileno()).st_mode
    except OSError:  # no file at all: a stream in memory
        return False
    return stream.isatty() or stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind)


def _whole_writes(stream: BinaryIO) -> BinaryIO:
    """Return a stream that writes all of a chunk or fails.

    Unbuffered, as PYTHONUNBUFFERED makes it, it may not; nor does one with O_NONBLOCK, which a parent may have set.
    """
    if not blocks(stream):
        return io.BufferedWriter(WaitingIO(stream.fileno()))
    if isinstance(stream, io.RawIOBase):
        return open(stream.fileno(), "wb", closefd=False)
    return stream


def settle() -> None:
    """Flush what Typer printed by itself, and give it up if it can't be written: the exit code tells."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        discard(sys.stdout)


def discard(stream: TextIO | BinaryIO) -> None:
    """Send what a stream still holds nowhere, so that Python doesn't try to write it again, at its end say."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 a device, not a path
        os.dup2(nowhere.fileno(), stream.fileno())


def divert_output() -> None:
    """Send to standard error what other programs would write to our standard output from here on."""
    if sys.stdout is not None and sys.stderr is not None:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())


def width() -> int:
    """Return how many columns there are to draw in: COLUMNS, else the terminal's, else 80; never fewer than 20."""
    return _width(sys.__stdout__)


def _width(stream: TextIO | None) -> int:
    asked = re.fullmatch("[0-9]{1,9}", os.environ.get("COLUMNS", ""))
    columns = int(asked[0]) if asked else 0
    try:
        columns = columns or (os.get_terminal_size(stream.fileno()).columns if stream else 0)
    except (OSError, ValueError):  # no terminal; no file at all, or one that is closed
        columns = 0
    return max(columns or _DEFAULT_WIDTH, _LEAST_WIDTH)


def _encoding(stream: TextIO | None) -> str:
    return (stream and stream.encoding) or "utf-8"


def say(message: str) -> None:
    """Say something about the output on standard error: `etoile: …`."""
    _say_lines([f"etoile: {escape_message(message)}"], Color.NEVER)


def say_done(message: str) -> None:
    """Say what was done, likewise, where a person looks at standard error; a script hears nothing."""
    if sys.stderr is not None and sys.stderr.isatty():
        say(message)


def say_error(error: EtoileError, color: Color = Color.AUTO) -> None:
    """Say on standard error what went wrong, and what to do next where something can be done."""
    lines = list(error.lines)
    if error.message:
        label = "error: " if error.is_fault else ""
        lines.append(f"etoile: {label}{escape_message(error.message)}")
    if error.hint:
        lines.append(f"hint: {escape_message(error.hint)}")
    _say_lines(lines, color)


def _say_lines(lines: Iterable[str], color: Color) -> None:
    if sys.stderr is None:
        return
    progress.end()
    try:
        is_drawn = sys.stderr.isatty() or has_color(color, sys.stderr)
        told = _drawn_messages(lines, color, sys.stderr) if is_drawn else _spelt(lines, _encoding(sys.stderr))
        _say_whole("".join(f"{line}\n" for line in told), sys.stderr)
    except OSError:
        discard(sys.stderr)  # nobody can be told; the exit code still tells


def _say_whole(text: str, stream: TextIO) -> None:
    """Write all of a text to standard error, which may be set not to wait for its reader."""
    stream.flush()
    if blocks(stream):
        stream.write(text)
        stream.flush()
        return
    with io.BufferedWriter(WaitingIO(stream.fileno())) as whole:
        whole.write(text.encode(stream.encoding, stream.errors or "strict"))


def _drawn_messages(messages: Iterable[str], color: Color, stream: TextIO) -> Iterator[str]:
    """Yield messages as a stream shows them: in colour if it has any, wrapped if it is a terminal."""
    from sys import maxsize

    from etoile_cli.system.messages import message_lines
    from etoile_cli.text.styles import drawn

    room = _width(stream) if stream.isatty() else maxsize
    colored, encoding = has_color(color, stream), _encoding(stream)
    for message in _spelt(messages, encoding):
        yield from (drawn(line, colored=colored) for line in message_lines(message, room))


def _spelt(messages: Iterable[str], encoding: str) -> Iterator[str]:
    """Yield messages in characters that an encoding has."""
    for message in messages:
        if message.isascii():
            yield message
            continue
        shown = message.encode(errors="backslashreplace").decode()  # bytes of a path that are no UTF-8
        yield _encoded(shown, encoding).decode(encoding)
