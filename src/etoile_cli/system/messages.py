"""Messages on standard error: errors, hints, and what is said about the output."""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TextIO

from etoile_cli.errors import EtoileError
from etoile_cli.system import progress
from etoile_cli.system.output import Color, blocks, discard, encoding_of, has_color, width_of
from etoile_cli.text.escaping import escape_message

if TYPE_CHECKING:
    from etoile_cli.text.styles import Line, Style

# `etoile: error: …`, `hint: …`, `file:1:2: error[code]: …`, or a sentence without any of these labels. A problem that
# was mended is `fixed[code]`.
_MESSAGE = (
    r"(?s)(etoile: |)((?:.+?:\d+:\d+:(?= (?:error|warning|fixed)\[))?)( ?)"
    r"((?:(?:error|warning|fixed)(?:\[[a-z-]+\])?:|hint:)?)(.*)"
)
_INDENT = 2


def say(message: str) -> None:
    """Say something about the output: `etoile: …`."""
    _write([f"etoile: {escape_message(message)}"], Color.NEVER)


def say_line(message: str) -> None:
    """Say a sentence by itself, as in a dialogue with a person."""
    _write(map(escape_message, message.split("\n")), Color.NEVER)


def say_lines(lines: Iterable[str], color: Color = Color.AUTO) -> None:
    """Say lines as they are, such as `file:1:2: error[code]: …`; their characters are escaped already."""
    _write(lines, color)


def say_done(message: str) -> None:
    """Say what was done, if standard error is a terminal; a script gets no such message."""
    if sys.stderr is not None and sys.stderr.isatty():
        say(message)


def say_error(error: EtoileError, color: Color = Color.AUTO) -> None:
    """Say what went wrong and, if something can be done, what to do next."""
    lines = list(error.lines)
    if error.message:
        lines.append(labelled(error))
    if error.hint:
        lines.append(f"hint: {escape_message(error.hint)}")
    _write(lines, color)


def labelled(error: EtoileError) -> str:
    """Return the message of an error with the program's name: `etoile: error: …`, or `etoile: …` if it is no fault."""
    label = "error: " if error.is_fault else ""
    return f"etoile: {label}{escape_message(error.message)}"


def message_lines(message: str, width: int) -> "list[Line]":
    """Return a message in lines of a width in columns, the second and later ones indented.

    They break between words, but not in the place of a problem, `file:1:2:`.
    """
    from etoile_cli.text.styles import STRONG, styled, wrapped_line

    found = re.fullmatch(_MESSAGE, message)
    if found is None:
        raise ValueError(message)  # the pattern matches any text
    program, place, gap, label, text = found.groups()
    line = styled(program, (place, STRONG), gap, (label, _style(label)), text)
    return wrapped_line(line, width, hanging=_INDENT, whole=len(program) + len(place))


def _style(label: str) -> "Style":
    from etoile_cli.text.styles import CAME, FAULT, QUIET, WARNING

    if label == "hint:":
        return QUIET
    if label.startswith("fixed"):
        return CAME
    return WARNING if label.startswith("warning") else FAULT


def _write(messages: Iterable[str], color: Color) -> None:
    if sys.stderr is None:
        return
    progress.end()
    try:
        is_drawn = sys.stderr.isatty() or has_color(color, sys.stderr)
        lines = _drawn(messages, color, sys.stderr) if is_drawn else _encodable(messages, encoding_of(sys.stderr))
        _write_all("".join(f"{line}\n" for line in lines), sys.stderr)
    except OSError:
        discard(sys.stderr)  # no message can be written; the exit code still says how the program ended


def _write_all(text: str, stream: TextIO) -> None:
    """Write a text completely, even to a stream that doesn't block."""
    stream.flush()
    if blocks(stream):
        stream.write(text)
        stream.flush()
        return
    from etoile_cli.system.nonblocking import WaitingIO

    with io.BufferedWriter(WaitingIO(stream.fileno())) as complete:
        complete.write(text.encode(stream.encoding, stream.errors or "strict"))


def _drawn(messages: Iterable[str], color: Color, stream: TextIO) -> Iterator[str]:
    """Yield messages as a stream shows them: coloured if it is, wrapped if it is a terminal."""
    from etoile_cli.text.styles import drawn

    room = width_of(stream) if stream.isatty() else sys.maxsize
    colored, encoding = has_color(color, stream), encoding_of(stream)
    for message in _encodable(messages, encoding):
        yield from (drawn(line, colored=colored) for line in message_lines(message, room))


def _encodable(messages: Iterable[str], encoding: str) -> Iterator[str]:
    """Yield messages with characters that an encoding lacks replaced."""
    for message in messages:
        if message.isascii():
            yield message
            continue
        from etoile_cli.text.encoding import encode

        valid = message.encode(errors="backslashreplace").decode()  # a path may hold bytes that are not UTF-8
        yield encode(valid, encoding).decode(encoding)
