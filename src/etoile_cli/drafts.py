"""Where files are written before they have their names, and what is kept of those that they replace.

On Linux a single file has no name at all until it is whole (O_TMPFILE): even SIGKILL leaves nothing. Elsewhere, and
for several files, there is a hidden directory beside them. Whoever writes in it holds a lock on it, so that one that
was killed is known, and removed by whoever writes there next.
"""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree

from etoile_cli.interrupts import deferred

_PREFIX = ".etoile-"
# Between making its directory and holding the lock a program lives, too.
_DEAD_AFTER = 60


@contextmanager
def draft_directory(beside: Path) -> Iterator[Path]:
    """Make a hidden directory in another, which is gone at the end with what it still holds."""
    _remove_dead(beside)
    hidden = beside / f"{_PREFIX}{os.urandom(8).hex()}"
    lock = None
    try:
        hidden.mkdir(mode=0o700)
        lock = _locked(hidden)
        yield hidden
    finally:
        try:
            with deferred():
                rmtree(hidden, ignore_errors=True)
        finally:
            rmtree(hidden, ignore_errors=True)  # an interrupt may have come before it was deferred
            if lock is not None:
                os.close(lock)


def open_unnamed(directory: Path) -> int | None:
    """Return the descriptor of a new file in a directory that has no name; `None` where there are none such."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not Path("/proc/self/fd").is_dir():
        return None
    with suppress(OSError):  # a file system or a Linux without them
        return os.open(directory, flag | os.O_WRONLY, 0o666)
    return None


def name_unnamed(descriptor: int, path: Path) -> None:
    """Give a file without a name one; raises FileExistsError if that is taken."""
    # With a directory Python asks the system to follow the link, which leads to no other name.
    with_directory = os.open("/", os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=with_directory, follow_symlinks=True)
    finally:
        os.close(with_directory)


def keep_attributes(descriptor: int, like: Path) -> list[str]:
    """Give a file owner, group, mode and extended attributes (ACL are some) of another; return what it can't have."""
    status = like.stat()
    lost = []
    ours = os.fstat(descriptor)
    if (ours.st_uid, ours.st_gid) != (status.st_uid, status.st_gid):
        try:
            os.fchown(descriptor, status.st_uid, status.st_gid)
        except OSError:
            lost.append("owner and group")
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
    if hasattr(os, "listxattr"):
        lost += [name for name in _attributes(like) if not _is_copied(name, like, descriptor)]
    return lost


def _attributes(path: Path) -> list[str]:
    try:
        return os.listxattr(path)
    except OSError:  # a file system without them
        return []


def _is_copied(name: str, source: Path, target: int) -> bool:
    try:
        os.setxattr(target, name, os.getxattr(source, name))
    except OSError:
        return False
    return True


def _remove_dead(directory: Path) -> None:
    with suppress(OSError), os.scandir(directory) as entries:
        for entry in entries:
            if entry.name.startswith(_PREFIX) and entry.is_dir(follow_symlinks=False) and _is_dead(Path(entry.path)):
                rmtree(entry.path, ignore_errors=True)


def _is_dead(hidden: Path) -> bool:
    with suppress(OSError):
        if time.time() - hidden.stat().st_mtime > _DEAD_AFTER and (lock := _locked(hidden)) is not None:
            os.close(lock)
            return True
    return False


def _locked(directory: Path) -> int | None:
    """Return a descriptor that locks a directory until it is closed or its process ends; `None` if that can't be."""
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # Windows
        return None
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
    except OSError:  # somebody's, or a file system without locks
        os.close(descriptor)
        return None
    return descriptor
