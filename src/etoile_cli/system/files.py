"""A file that is written completely or not at all, and replaces another only on request.

No library does all of it: atomicwrites is unmaintained; AtomicSaver of boltons 26.2 replaces a device by a file.
"""

import os
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from io import BufferedWriter
from pathlib import Path
from typing import BinaryIO

from etoile_cli.errors import DeliveryError
from etoile_cli.system.destinations import destination, is_stream, naming, open_descriptor, refuse, taken
from etoile_cli.system.drafts import (
    attributes_lost,
    closing_file,
    draft_directory,
    encoded,
    name_all,
    name_draft,
    new_file,
    say_lost,
    write_chunks,
    write_drafts,
)
from etoile_cli.system.nonblocking import WaitingIO
from etoile_cli.system.signals import exiting_on_signals
from etoile_cli.system.temporary import copy_unnamed, name_unnamed, open_unnamed, remove_abandoned

_CHUNK = 1 << 16


def write_file(path: str, lines: Iterable[str], *, replace: bool) -> None:
    """Write lines of text to a file, as UTF-8; raises what `write_content` does."""
    write_content(path, encoded(lines), replace=replace)


@exiting_on_signals()
def write_content(path: str, chunks: Iterable[bytes], *, replace: bool) -> None:
    """Write bytes to a file. A link is followed, and a device or a pipe is written to.

    Raises DeliveryError if the file can't be written, ExistsError if it exists and is not to be replaced.
    """
    if is_stream(path):
        with _open_stream(path) as stream:
            write_chunks(path, stream, chunks)
        return
    write_whole(path, new_destination(path, replace=replace), chunks, replace=replace)


@exiting_on_signals()
def write_made(path: str, make: Callable[[Path], None], *, replace: bool) -> None:
    """Write a file that `make` fills at a path of its own, which is in a hidden directory until the file is whole.

    A device or a pipe gets a copy of it. Raises what `write_content` does, and what `make` raises; a DeliveryError of
    `make` gets the name of the file.
    """
    if is_stream(path):
        with _open_stream(path) as stream, closing(copied(partial(_make, path, make))) as chunks:
            write_chunks(path, stream, chunks)
        return
    target = new_destination(path, replace=replace)
    with draft_directory(path, target.parent) as hidden:
        draft = hidden / target.name
        with new_file(path, draft):  # with the permissions of any other new file
            pass
        _make(path, make, draft)
        with naming(path):
            file = draft.open("r+b")
        with closing_file(file):
            lost = attributes_lost(path, file, like=target)
            with naming(path):
                os.fsync(file.fileno())
                name_all({target: draft}, replace=replace)
        say_lost({target: lost})


def _make(path: str, make: Callable[[Path], None], draft: Path) -> None:
    try:
        make(draft)
    except DeliveryError as error:
        with naming(path):
            raise error from None


def copied(make: Callable[[Path], None]) -> Generator[bytes, None, None]:
    """Yield the bytes of a file that `make` makes at a path of its own, in a temporary directory.

    The directory goes when all is read; if that may not come to pass, whoever asked must close the generator.
    """
    from tempfile import TemporaryDirectory  # 5 ms

    with TemporaryDirectory(prefix="etoile-") as directory:
        file = Path(directory, "made")
        make(file)
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                yield chunk


def new_destination(path: str, *, replace: bool) -> Path:
    """Return the file that a path means; raises DeliveryError, ExistsError likewise, if it can't be written."""
    with naming(path):
        file = destination(path)
        refuse(file, replace=replace)
    return file


@contextmanager
def _open_stream(path: str) -> Iterator[BinaryIO]:
    """Open a device, a pipe or an open file, to be written completely even if it doesn't block."""
    number = open_descriptor(path)
    with naming(path):
        # An open file is not opened again: that would empty it, and write over what other programs write to it.
        opened = os.open(path, os.O_WRONLY) if number is None else os.dup(number)
    with os.fdopen(opened, "wb", buffering=0) as raw, closing_file(BufferedWriter(WaitingIO(raw.fileno()))) as stream:
        yield stream


def write_whole(
    path: str,
    target: Path,
    chunks: Iterable[bytes],
    *,
    replace: bool,
    before_naming: Callable[[], None] | None = None,
) -> None:
    """Write a file that has no name until it is complete; where that is impossible, one in a hidden directory.

    `before_naming` is called when all is written; what it raises leaves everything as it was.
    """
    remove_abandoned(target.parent)
    descriptor = open_unnamed(target.parent)
    if descriptor is None:
        write_drafts(path, [(target, chunks)], replace=replace, waits=True, before_naming=before_naming)
        return
    with closing_file(os.fdopen(descriptor, "wb")) as file:
        write_chunks(path, file, chunks)
        lost = attributes_lost(path, file, like=target)
        with naming(path):
            os.fsync(descriptor)
            if before_naming:
                before_naming()
            if _is_named(descriptor, target, replace=replace):
                return
        _name_by_draft(path, descriptor, target, replace=replace)
        say_lost({target: lost})


def _is_named(descriptor: int, target: Path, *, replace: bool) -> bool:
    """Give a file its name, and return whether that worked: not if a file that may be replaced has the name.

    Raises DeliveryError if the file with that name may not be replaced.
    """
    try:
        name_unnamed(descriptor, target)
    except FileExistsError:
        if not replace:
            raise taken() from None
        return False
    except OSError:  # a system that can't name such files, such as a sandbox
        return False
    return True


def _name_by_draft(path: str, descriptor: int, target: Path, *, replace: bool) -> None:
    """Give a file without a name a hidden name first, and then its own, by which it can replace another."""
    with draft_directory(path, target.parent) as hidden, naming(path):
        draft = hidden / target.name
        try:
            name_unnamed(descriptor, draft)
        except OSError:
            copy_unnamed(descriptor, draft)
        name_draft(draft, target, replace=replace)
