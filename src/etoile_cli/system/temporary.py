"""Where a file is written before it gets its name: in a file without a name, or in a hidden directory.

On Linux a single file can be without a name until it is complete (O_TMPFILE): even SIGKILL leaves nothing behind. On
other systems, and for several files, a hidden directory is made beside their destination. The process that uses it
holds a lock on it; one without a lock was left by a process that was killed, and is removed by the next that writes
there.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copyfileobj, rmtree

from etoile_cli.system.attributes import copy_attributes
from etoile_cli.system.signals import deferred_signals

_NAME = r"\.etoile-[0-9a-f]{16}"
_MODE = 0o700


@contextmanager
def hidden_directory(parent: Path) -> Iterator[Path]:
    """Make a hidden directory in another, and remove it at the end with all that it still holds."""
    remove_abandoned(parent)
    hidden = parent / f".etoile-{os.urandom(8).hex()}"
    lock = None
    try:
        try:
            lock = _made(hidden)
            yield hidden
        finally:
            with deferred_signals():
                rmtree(hidden, ignore_errors=True)
    finally:
        rmtree(hidden, ignore_errors=True)  # an interrupt may come before signals are deferred
        if lock is not None:
            os.close(lock)


def _made(hidden: Path) -> int | None:
    """Make a hidden directory and return the descriptor that locks it, `None` where there are no locks."""
    while True:
        hidden.mkdir(mode=_MODE, exist_ok=True)
        # Another process may take it for abandoned before it is locked, and remove it: then it is made again.
        with suppress(FileNotFoundError, BlockingIOError):
            return _lock(hidden)


def remove_abandoned(parent: Path) -> None:
    """Remove the hidden directories that killed processes have left in a directory; nothing of other users."""
    with suppress(OSError), os.scandir(parent) as entries:
        for entry in entries:
            if re.fullmatch(_NAME, entry.name) and entry.is_dir(follow_symlinks=False):
                _remove_if_abandoned(Path(entry.path))


def _remove_if_abandoned(hidden: Path) -> None:
    with suppress(OSError):
        lock = _lock(hidden)
        if lock is None:
            return
        try:
            status = os.fstat(lock)
            if status.st_uid == os.geteuid() and stat.S_IMODE(status.st_mode) == _MODE:
                rmtree(hidden, ignore_errors=True)
        finally:
            os.close(lock)


def _lock(directory: Path) -> int | None:
    """Lock a directory until the returned descriptor is closed or the process ends; `None` where there are no locks.

    Raises BlockingIOError if another process holds the lock, FileNotFoundError if the directory has been removed.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock
    except ImportError:  # Windows
        return None
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        flock(descriptor, LOCK_EX | LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), directory.lstat()):
            return descriptor
    except (BlockingIOError, FileNotFoundError):
        os.close(descriptor)
        raise
    except OSError:  # a file system without locks
        os.close(descriptor)
        return None
    os.close(descriptor)
    raise FileNotFoundError(directory)


def open_unnamed(directory: Path) -> int | None:
    """Return the descriptor of a new file without a name in a directory; `None` where that is not possible."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not Path("/proc/self/fd").is_dir():
        return None
    with suppress(OSError):  # a file system or a Linux without such files
        return os.open(directory, flag | os.O_RDWR, 0o666)
    return None


def name_unnamed(descriptor: int, path: Path) -> None:
    """Give a name to a file without one; raises FileExistsError if the name is taken, OSError if it can't be given."""
    # The link in /proc must be followed, which Python asks for only when a directory is given with it.
    root = os.open("/", os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=root, follow_symlinks=True)
    finally:
        os.close(root)


def copy_unnamed(descriptor: int, path: Path) -> None:
    """Copy a file without a name, with its attributes, into a new one that has a name."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    with os.fdopen(os.dup(descriptor), "rb") as unnamed, path.open("xb") as named:
        copyfileobj(unnamed, named)
        copy_attributes(named.fileno(), descriptor)
        named.flush()
        os.fsync(named.fileno())
