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
from etoile_cli.system.reasons import WHEN_WRITING
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
            opened.close()  # those who wait for the lock of the old file have to see that there is a new one
        _refuse_cut_short(path, target)
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
        # On NFS, Linux locks only what is open for writing.
        file = opened.enter_context(target.open("r+b" if os.access(target, os.W_OK) else "rb"))
        flock(file, LOCK_EX)
        return os.path.samestat(os.fstat(file.fileno()), target.stat())
    except OSError:  # a file system without locks, or a file that can't be read: reading it says why
        return True


def _refuse_cut_short(path: str, target: Path) -> None:
    """Raise DeliveryError if a command that wrote over the bytes of the file was killed meanwhile."""
    whole = _second(target)
    if os.path.lexists(whole):  # unlike `Path.exists`, not confused by a name that is too long
        raise DeliveryError(
            f"{path}: a change of it was cut short",
            hint=f"{whole.name} beside it has the whole text of that change: keep the right one of the two under the "
            f"name {target.name}, and remove the other",
        )


def _second(target: Path) -> Path:
    """Return the file in which the new bytes are whole while those of the file are written over."""
    return target.with_name(f".{target.name}.etoile")


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
    """Raise DeliveryError if a file is gone, or can't be written."""
    with naming(path):
        if not target.exists():
            raise DeliveryError("it is not there any more", hint="nothing was written")
        if not target.stat().st_mode & _ANY_WRITE:
            raise DeliveryError("this file is read-only", hint="chmod u+w makes it writable")
        if not os.access(target, os.W_OK):
            raise DeliveryError(WHEN_WRITING[PermissionError])


def _refuse_changed(target: Path, old: bytes) -> None:
    if target.read_bytes() != old:
        raise DeliveryError("another program has changed it meanwhile", hint="nothing was written: try again")


def _write_in_place(path: str, target: Path, old: bytes, new: bytes) -> None:
    """Write over the bytes of a file that has several names: a new file would have only one of them.

    That can't be done all at once. Meanwhile, the new bytes are whole in a second file.
    """
    whole = _second(target)
    with naming(path), deferred_signals():
        with ExitStack() as undone:
            _write_second(whole, target, new, undone)
            _refuse_changed(target, old)
            undone.pop_all()
        try:
            _write_over(target, new)
        except OSError:
            _write_over(target, old)  # if that fails as well, the second file stays
            whole.unlink()
            raise
        whole.unlink()


def _write_second(whole: Path, target: Path, new: bytes, undone: ExitStack) -> None:
    with whole.open("xb") as file:
        undone.callback(whole.unlink)
        copy_attributes(file.fileno(), target)
        file.write(new)
        file.flush()
        os.fsync(file.fileno())


def _write_over(target: Path, new: bytes) -> None:
    with target.open("r+b") as file:
        if new and hasattr(os, "posix_fallocate"):  # a full disk shows before a byte is written over
            os.posix_fallocate(file.fileno(), 0, len(new))
        file.write(new)
        file.truncate()
        file.flush()
        os.fsync(file.fileno())
