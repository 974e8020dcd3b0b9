"""Writing a new catalogue: to a file that there is not yet, or to standard output."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from shlex import quote

from etoile_cli.errors import ExistsError
from etoile_cli.system.messages import say, say_line
from etoile_cli.system.output import on_terminal, width_of, write, write_bytes

STANDARD_OUTPUT = "-"


def refuse_existing(file: str, hint: str) -> None:
    """Raise ExistsError if there is a file of that name; the hint says what to do about it."""
    from etoile_cli.system.destinations import is_stream
    from etoile_cli.system.files import new_destination

    if file != STANDARD_OUTPUT and not is_stream(file):
        with _hinting(hint):
            new_destination(file, replace=False)


@contextmanager
def _hinting(hint: str) -> Iterator[None]:
    try:
        yield
    except ExistsError as error:
        raise ExistsError(error.message, hint=hint) from None


def deliver(file: str, chunks: Sequence[bytes], hint: str, *, replace: bool = False) -> None:
    """Write a catalogue, `-` for standard output; `hint` says what to do if there is a file of that name.

    Raises what `write_content` does.
    """
    from etoile_cli.system.files import write_content

    if file == STANDARD_OUTPUT:
        _print(chunks)
        return
    with _hinting(hint):
        write_content(file, chunks, replace=replace)


def _print(chunks: Sequence[bytes]) -> None:
    """Print a catalogue: on a terminal with controls as escapes, else byte for byte."""
    if on_terminal():
        from etoile_cli.text.escaping import escape_lines

        text = b"".join(chunks).decode(errors="replace").replace("\r\n", "\n").removesuffix("\n")
        write([escape_lines(text)])
    else:
        write_bytes(b"".join(chunks))


def say_what_next(file: str, next_step: str) -> None:
    """Say what was made and, as commands to be copied, what to do with it; nothing of what is no file."""
    from etoile_cli.cli.help import command_lines
    from etoile_cli.system.destinations import is_stream

    if file == STANDARD_OUTPUT or is_stream(file):
        return
    path = quote(file) if file.startswith("/") else f'"$PWD"/{quote(file)}'
    say(f"wrote {file}; to go on with it:")
    for command in dict.fromkeys((f"export ETOILE_CATALOGUE={path}", next_step, "etoile check")):
        say_line("\n".join(command_lines(command, width_of(sys.stderr))))
