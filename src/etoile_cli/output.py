"""The two streams: what is written where, with which colour and width, and what happens when it can't be.

Standard output is data, standard error is everything said about it. Every write to standard output goes through
`write`, which flushes: a full disk or a closed pipe shows here and not when Python shuts down.
"""

import codecs
import io
import os
import re
import shutil
import stat
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, BinaryIO, TextIO

from etoile_cli import progress
from etoile_cli.colors import styled_message
from etoile_cli.errors import DeliveryError, EtoileError, ReaderGoneError
from etoile_cli.escaping import escape_controls
from etoile_cli.widths import hanging_lines

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from etoile_cli.styles import Line

_DEFAULT_WIDTH = 80
_INDENT = "  "
# `file:line:column:`, as the line of a problem begins.
_PLACE = r".*?:[0-9]+:[0-9]+:"
_LEAST_WIDTH = 20
# Nothing that is drawn depends on it, but without it Rich takes a dumb terminal to be 80 columns wide.
_ANY_HEIGHT = 25

# The end of a line: blanks, and ends of styles and links between them.
_LINE_END = r"(?m)(?: |\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\)+$"

# What an encoding that lacks these gets instead, one column for one.
_ALIKE = dict(zip("─│╭╮╰╯✦·", "-|++++*-", strict=True))
# Blanks, among them those that don't break, and dashes.
_ALIKE_KINDS = {"Zs": " ", "Pd": "-"}
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})

# Consoles of Linux and the BSDs, and the terminal of macOS: there an address must be read to be followed.
_WITHOUT_LINKS = frozenset({"linux", "cons25", "wsvt25", "vt100", "vt220", "Apple_Terminal"})


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
    known = os.environ.get("TERM"), os.environ.get("TERM_PROGRAM")
    return is_colored(color) and not _WITHOUT_LINKS.intersection(known)


def write(lines: Iterable[str]) -> None:
    """Write lines of data to standard output, as UTF-8 whatever the locale.

    Raises ReaderGoneError if nobody reads any more, DeliveryError if it can't be written.
    """
    _deliver(f"{line}\n".encode(errors="surrogateescape") for line in lines)


def write_rich(parts: Iterable["RenderableType"], color: Color) -> None:
    """Draw a table or card for people on standard output, part by part, in characters that its encoding has."""
    console = _console(color)
    _deliver(_drawn(console, part) for part in parts)


def write_lines(lines: Iterable["Line"], color: Color) -> None:
    """Write lines that are drawn for people to standard output, in characters that its encoding has."""
    from etoile_cli.styles import drawn

    colored = is_colored(color)
    _deliver(_encoded(f"{drawn(line, colored=colored)}\n") for line in lines)


def _drawn(console: "Console", part: "RenderableType") -> bytes:
    with console.capture() as drawing:
        console.print(part, crop=False)
    return _encoded(re.sub(_LINE_END, lambda end: end.group().replace(" ", ""), drawing.get()))


def _encoded(text: str) -> bytes:
    from unicodedata import normalize

    encoding = _encoding()
    if not encoding.lower().startswith("utf"):
        text = normalize("NFC", text)  # a letter and its accent are replaced as one
    return text.encode(encoding, errors="etoile-plain")


def _plain(error: UnicodeError) -> tuple[str, int]:
    """Stand in for a character that the stream's encoding lacks: a blank, the bare letter, a sign alike, or `?`.

    What stands there takes as many columns.
    """
    from unicodedata import category, east_asian_width

    from etoile_cli.folding import fold

    if not isinstance(error, UnicodeEncodeError):
        raise error
    character = error.object[error.start]
    columns = 2 if east_asian_width(character) in "WF" else 1
    kind = category(character)
    letter = fold(character)[:1]
    if kind in _NO_WIDTH:
        plain = ""
    elif kind in _ALIKE_KINDS:
        plain = _ALIKE_KINDS[kind] * columns
    elif letter and letter.isascii():
        plain = letter.upper() if character.isupper() else letter
    else:
        plain = _ALIKE.get(character, "?" * columns)
    return plain, error.start + 1


codecs.register_error("etoile-plain", _plain)


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
    except BrokenPipeError:
        _discard(sys.stdout)
        raise ReaderGoneError from None
    except OSError as error:
        _discard(sys.stdout)
        raise DeliveryError(f"cannot write: {(error.strerror or str(error)).lower()}") from error


def _is_seen(stream: BinaryIO) -> bool:
    """Tell whether what is written may be seen, on a terminal or behind a pipe, and doesn't only fill a file."""
    try:
        kind = os.fstat(stream.fileno()).st_mode
    except OSError:  # no file at all: a stream in memory
        return False
    return stream.isatty() or stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind)


def _whole_writes(stream: BinaryIO) -> BinaryIO:
    """Return a stream that writes all of a chunk or fails; unbuffered, as PYTHONUNBUFFERED makes it, it may not."""
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
        _discard(sys.stdout)


def _discard(stream: TextIO) -> None:
    """Send what a stream still holds nowhere, so that Python doesn't try to write it again when it shuts down."""
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 a device, not a path
        os.dup2(nowhere.fileno(), stream.fileno())


def divert_output() -> None:
    """Send to standard error what other programs would write to our standard output from here on."""
    if sys.stdout is not None and sys.stderr is not None:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())


def width() -> int:
    """Return how many columns there are to draw in: COLUMNS, else the terminal's, else 80; never fewer than 20."""
    return max(shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns, _LEAST_WIDTH)


def _width_of_errors() -> int:
    """Return how many columns standard error's own terminal has; COLUMNS goes before it."""
    try:
        own = os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        own = 0
    asked = os.environ.get("COLUMNS", "")
    return max(int(asked) if asked.isdecimal() and int(asked) else own or _DEFAULT_WIDTH, _LEAST_WIDTH)


def _encoding() -> str:
    return (sys.stdout and sys.stdout.encoding) or "utf-8"


def _console(color: Color) -> "Console":
    from rich.console import Console

    colored = is_colored(color)
    return Console(
        file=io.StringIO(),  # a file that knows no encoding: Rich would draw otherwise for one that lacks its lines
        width=width(),
        height=_ANY_HEIGHT,
        force_terminal=colored,
        no_color=not colored,
        # The styles use no more; "auto" would let TERM overrule --color.
        color_system="standard" if colored else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )


def say(message: str) -> None:
    """Say something about the output on standard error: `etoile: …`."""
    _say_lines([f"etoile: {escape_controls(message)}"])


def say_done(message: str) -> None:
    """Say what was done, likewise, where a person looks at standard error; a script hears nothing."""
    if sys.stderr is not None and sys.stderr.isatty():
        say(message)


def say_error(error: EtoileError, color: Color = Color.AUTO) -> None:
    """Say on standard error what went wrong, and what to do next where something can be done."""
    lines = list(error.lines)
    if error.message:
        label = "error: " if error.is_fault else ""
        lines.append(f"etoile: {label}{escape_controls(error.message)}")
    if error.hint:
        lines.append(f"hint: {escape_controls(error.hint)}")
    is_styled = sys.stderr is not None and has_color(color, sys.stderr)
    _say_lines(lines, style=styled_message if is_styled else str)


def _say_lines(lines: Iterable[str], style: Callable[[str], str] = str) -> None:
    if sys.stderr is None:
        return
    progress.end()
    try:
        told = map(_wrapped, lines) if sys.stderr.isatty() else lines
        sys.stderr.writelines(f"{style(line)}\n" for line in told)
        sys.stderr.flush()
    except OSError:
        _discard(sys.stderr)  # nobody can be told; the exit code still tells


def _wrapped(line: str) -> str:
    """Return a line in the width of the terminal, wrapped at words, what follows indented.

    The place that it may begin with breaks only at slashes.
    """
    place = re.match(_PLACE, line)
    lines = hanging_lines(line, _width_of_errors(), path=place.end() if place else 0, indent=len(_INDENT))
    return f"\n{_INDENT}".join(line[begin:end] for begin, end in lines)
