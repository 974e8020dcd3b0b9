"""Questions to a person at a terminal, whose answers come line by line from standard input."""

import sys
from contextlib import suppress

from etoile_cli.system import progress

_PROMPT = "> "


def can_ask() -> bool:
    """Return whether a person can be asked: standard input and standard error are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def answer() -> str | None:
    """Return the next line that a person types, without the blanks around it; `None` at the end, Ctrl-D.

    Bytes that are no text come as surrogates.
    """
    progress.end()
    try:
        if sys.stdout is not None and sys.stdout.isatty():
            with suppress(ImportError):  # Windows
                import readline  # noqa: F401 it gives `input` the keys that edit a line
            return input(_PROMPT).strip()
        print(_PROMPT, end="", file=sys.stderr, flush=True)  # noqa: T201 standard output is not for questions
        line = sys.stdin.readline()
    except UnicodeDecodeError as error:
        return error.object.decode(errors="surrogateescape")
    except EOFError:
        line = ""
    if not line:
        print(file=sys.stderr, flush=True)  # noqa: T201 what is said next begins a line
        return None
    return line.strip()
