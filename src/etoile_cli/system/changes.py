"""A file that is read, changed and written while no other etoile changes it."""

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from etoile_cli.errors import DeliveryError
from etoile_cli.system.attributes import copy_attributes
from etoile_cli.system.destinations import destination, is_stream, naming
from etoile_cli.system.files import write_whole
from etoile_cli.system.progress import stage
from etoile_cli.system.signals import deferred_signals, exiting_on_signals

_ANY_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


@contextmanager
def locked(path: str) -> Iterator[Path]:
    """Keep other commands from changing a file until the end, and yield the file that the path leads to.

    Another program, such as an editor, is not kept from it: `change_file` sees what that has done. Raises
    DeliveryError if the path leads to a device, a pipe or an open file, which can't be changed.
    """
    target = file_at(path)
    with ExitStack() as opened:
        while not _is_locked(path, target, opened):
            pass
        yield target


def file_at(path: str) -> Path:
    """Return the file that a path leads to; raises DeliveryError if that is a device, a pipe or an open file."""
    with naming(path):
        if is_stream(path):
            raise DeliveryError("only a file can be changed, and this is a device or a pipe")
        return destination(path)


def _is_locked(path: str, target: Path, opened: ExitStack) -> bool:
    """Wait for the lock of a file, and return whether it is the lock of the file that is now there.

    The command that held the lock has put a new file in place of the old one. Where there are no locks, or no such
    file, there is nothing to wait for.
    """
    try:
        from fcntl import LOCK_EX, flock
    except ImportError:  # Windows
        return True
    stage(f"waiting for another command to change {path}")
    try:
        file = opened.enter_context(target.open("rb"))
        flock(file, LOCK_EX)
        return os.path.samestat(os.fstat(file.fileno()), target.stat())
    except OSError:  # a file system without locks, or a file that can't be read: reading it says why
        return True


@exiting_on_signals()
def change_file(path: str, target: Path, old: bytes, new: bytes) -> None:
    """Replace the bytes of a file, all or nothing; its mode, owner, links and extended attributes stay.

    `target` is what `locked` gave. Raises DeliveryError if the file does not hold the old bytes any more, is
    read-only, or can't be written.
    """
    refuse_read_only(path, target)
    with naming(path):
        has_several_names = target.stat().st_nlink > 1
    if has_several_names:
        _write_in_place(path, target, old, new)
    else:
        write_whole(path, target, [new], replace=True, before_naming=partial(_refuse_changed, target, old))


def refuse_read_only(path: str, target: Path) -> None:
    """Raise DeliveryError if a file is read-only."""
    with naming(path):
        if not target.stat().st_mode & _ANY_WRITE or not os.access(target, os.W_OK):
            raise DeliveryError("read-only")


def _refuse_changed(target: Path, old: bytes) -> None:
    if not target.exists() or target.read_bytes() != old:
        raise DeliveryError("another program has changed it meanwhile", hint="nothing was written: try again")


def _write_in_place(path: str, target: Path, old: bytes, new: bytes) -> None:
    """Write over the bytes of a file that has several names: a new file would have only one of them.

    That can't be done all at once. Meanwhile, the new bytes are whole in a second file.
    """
    whole = target.with_name(f".{target.name}.etoile")
    with naming(path):
        if whole.exists():
            hint = f"its whole text is in {whole.name}, beside it: keep the right one of the two, and remove that one"
            raise DeliveryError("a change of it has been cut short", hint=hint)
        with deferred_signals():
            try:
                _write_second(whole, target, new)
                _refuse_changed(target, old)
                _write_over(target, new)
            finally:
                whole.unlink(missing_ok=True)


def _write_second(whole: Path, target: Path, new: bytes) -> None:
    with whole.open("xb") as file:
        copy_attributes(file.fileno(), target)
        file.write(new)
        file.flush()
        os.fsync(file.fileno())


def _write_over(target: Path, new: bytes) -> None:
    with target.open("r+b") as file:
        if hasattr(os, "posix_fallocate"):  # a full disk shows before a byte is written over
            os.posix_fallocate(file.fileno(), 0, len(new))
        file.write(new)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
