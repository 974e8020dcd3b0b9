"""A private copy of a file, to be edited, which is kept where its text would be lost otherwise."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

from etoile_cli.errors import DeliveryError, EtoileError
from etoile_cli.system.destinations import naming
from etoile_cli.system.messages import say
from etoile_cli.system.reasons import WHEN_READING, reason_of
from etoile_cli.system.signals import exiting_on_signals

_SUFFIX = ".toml"


@contextmanager
def working_copy(path: str, content: bytes) -> Iterator[Path]:
    """Make a copy of the bytes of a file, with its name, in a directory of its own; both are removed at the end.

    After an error the copy stays if it holds another text, and the hint of the error says where. It stays after a
    signal, too: the editor may still be open. Raises DeliveryError if it can't be made.
    """
    with exiting_on_signals():
        file = _made(path, content)
        try:
            yield file
        except EtoileError as error:
            if not _holds_other(file, content):
                rmtree(file.parent, ignore_errors=True)
                raise
            raise _with_place(error, file) from None
        except BaseException:
            say(f"your text is kept in {file}")
            raise
        rmtree(file.parent, ignore_errors=True)


def _made(path: str, content: bytes) -> Path:
    from tempfile import gettempdir, mkdtemp

    try:
        place = gettempdir()
    except OSError:
        raise DeliveryError("no directory takes a copy to edit", hint="TMPDIR names another") from None
    with naming(place):
        directory = Path(mkdtemp(prefix="etoile-"))
        name = Path(path).name
        file = directory / (name if name.endswith(_SUFFIX) else f"{name}{_SUFFIX}")
        try:
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as copy:
                copy.write(content)
        except OSError:
            rmtree(directory, ignore_errors=True)
            raise
    return file


def copied_back(file: Path) -> bytes:
    """Return the bytes that a copy holds now; raises DeliveryError if it is gone, or can't be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise DeliveryError(f"the editor has left no text: {file}: {reason_of(error, WHEN_READING)}") from None


def _holds_other(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() != content
    except OSError:
        return False


def _with_place(error: EtoileError, file: Path) -> EtoileError:
    kept = f"your text is kept in {file}"
    return type(error)(error.message, hint="; ".join(filter(None, (error.hint, kept))), lines=error.lines)
