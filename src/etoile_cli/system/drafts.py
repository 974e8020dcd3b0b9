"""Where files are written before they have their names, and what is kept of those that they replace.

On Linux a single file has no name at all until it is whole (O_TMPFILE): even SIGKILL leaves nothing. Elsewhere, and
for several files, there is a hidden directory beside them. Whoever writes in it holds a lock on it, so that one that
was killed is known, and removed by whoever writes there next.
"""

import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import copyfileobj, rmtree

from etoile_cli.system.interrupts import deferred

_NAME = r"\.etoile-[0-9a-f]{16}"
_MODE = 0o700
_ACL = "system.posix_acl_access"
# They speak of what the file holds, which is no longer that.
_OF_CONTENT = frozenset({"security.capability", "security.evm", "security.ima"})


@contextmanager
def draft_directory(beside: Path) -> Iterator[Path]:
    """Make a hidden directory in another, which is gone at the end with what it still holds."""
    remove_dead(beside)
    hidden = beside / f".etoile-{os.urandom(8).hex()}"
    lock = None
    try:
        try:
            lock = _begun(hidden)
            yield hidden
        finally:
            with deferred():
                rmtree(hidden, ignore_errors=True)
    finally:
        rmtree(hidden, ignore_errors=True)  # an interrupt may have come before it was deferred
        if lock is not None:
            os.close(lock)


def _begun(hidden: Path) -> int | None:
    """Make a hidden directory and return what locks it, `None` where there are no locks."""
    while True:
        hidden.mkdir(mode=_MODE, exist_ok=True)
        with suppress(FileNotFoundError, BlockingIOError):  # taken for dead before it was locked: made anew
            return _locked(hidden)


def remove_dead(directory: Path) -> None:
    """Remove the hidden directories in another of programs that were killed; nothing of somebody else's."""
    with suppress(OSError), os.scandir(directory) as entries:
        for entry in entries:
            if re.fullmatch(_NAME, entry.name) and entry.is_dir(follow_symlinks=False):
                _remove_if_dead(Path(entry.path))


def _remove_if_dead(hidden: Path) -> None:
    with suppress(OSError):
        lock = _locked(hidden)
        if lock is None:
            return
        try:
            status = os.fstat(lock)
            if status.st_uid == os.geteuid() and stat.S_IMODE(status.st_mode) == _MODE:
                rmtree(hidden, ignore_errors=True)
        finally:
            os.close(lock)


def _locked(directory: Path) -> int | None:
    """Return a descriptor that locks a directory until it is closed or its process ends; `None` if that can't be.

    Raises BlockingIOError if somebody else holds the lock, FileNotFoundError if the directory is gone meanwhile.
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
    """Return the descriptor of a new file in a directory that has no name; `None` where there are none such."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not Path("/proc/self/fd").is_dir():
        return None
    with suppress(OSError):  # a file system or a Linux without them
        return os.open(directory, flag | os.O_RDWR, 0o666)
    return None


def name_unnamed(descriptor: int, path: Path) -> None:
    """Give a file without a name one; raises FileExistsError if that is taken, OSError where it can't have one."""
    # With a directory Python asks the system to follow the link, which leads to no other name.
    with_directory = os.open("/", os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=with_directory, follow_symlinks=True)
    finally:
        os.close(with_directory)


def copy_unnamed(descriptor: int, path: Path) -> None:
    """Write what a file without a name holds, and is like, into a new one."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    with os.fdopen(os.dup(descriptor), "rb") as unnamed, path.open("xb") as named:
        copyfileobj(unnamed, named)
        keep_attributes(named.fileno(), descriptor)
        named.flush()
        os.fsync(named.fileno())


def keep_attributes(descriptor: int, like: Path | int) -> list[str]:
    """Give a file owner, group, mode and extended attributes (ACL are some) of another; return what it can't have."""
    status = os.stat(like)  # noqa: PTH116 a descriptor has no Path
    lost = sorted(_lost_owners(descriptor, status), reverse=True)
    mode = stat.S_IMODE(status.st_mode)
    if lost:
        mode &= ~(stat.S_ISUID | stat.S_ISGID)  # nobody else is to be acted for
    try:
        os.chmod(descriptor, mode)
    except OSError:  # a file system without modes
        if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
            lost.append("mode")
    return lost + _lost_attributes(descriptor, like) if hasattr(os, "listxattr") else lost


def _lost_owners(descriptor: int, status: os.stat_result) -> Iterator[str]:
    """Give a file owner and group, each where it may have it, and yield those that it may not."""
    ours = os.fstat(descriptor)
    for name, is_same, owners in (
        ("group", ours.st_gid == status.st_gid, (-1, status.st_gid)),
        ("owner", ours.st_uid == status.st_uid, (status.st_uid, -1)),
    ):
        if not is_same:
            try:
                os.fchown(descriptor, *owners)
            except OSError:
                yield name


def _lost_attributes(descriptor: int, like: Path | int) -> list[str]:
    """Give a file extended attributes and return the names of those that it can't have."""
    ours, theirs = _attributes(descriptor), _attributes(like)
    if _ACL in ours and _ACL not in theirs:  # the directory's, for new files
        os.removexattr(descriptor, _ACL)
    differing = [name for name, value in theirs.items() if value is None or ours.get(name) != value]
    return [name for name in differing if not _is_given(descriptor, name, theirs[name])]


def _attributes(file: Path | int) -> dict[str, bytes | None]:
    """Return the extended attributes of a file, `None` for what can't be read."""
    found: dict[str, bytes | None] = {}
    with suppress(OSError):  # a file system without them
        for name in os.listxattr(file):
            found[name] = None
            with suppress(OSError):
                found[name] = os.getxattr(file, name)
    return {name: value for name, value in found.items() if name not in _OF_CONTENT}


def _is_given(descriptor: int, name: str, value: bytes | None) -> bool:
    if value is None:
        return False
    try:
        os.setxattr(descriptor, name, value)
    except OSError:
        return False
    return True
