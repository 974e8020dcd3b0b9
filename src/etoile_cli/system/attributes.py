"""What a new file takes over from the file that it replaces: owner, group, mode and extended attributes."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_ACL = "system.posix_acl_access"
# They describe the content, which is replaced.
_OF_CONTENT = frozenset({"security.capability", "security.evm", "security.ima"})


def copy_attributes(descriptor: int, like: Path | int) -> list[str]:
    """Give a file the owner, group, mode and extended attributes (ACLs, say) of another.

    Return the names of those that can't be given.
    """
    status = os.stat(like)  # noqa: PTH116 a descriptor has no Path
    lost = sorted(_owners_not_given(descriptor, status), reverse=True)
    mode = stat.S_IMODE(status.st_mode)
    if lost:
        mode &= ~(stat.S_ISUID | stat.S_ISGID)  # the program would run as another user than before
    try:
        os.chmod(descriptor, mode)
    except OSError:  # a file system without modes
        if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode:
            lost.append("mode")
    return lost + _attributes_not_given(descriptor, like) if hasattr(os, "listxattr") else lost


def _owners_not_given(descriptor: int, status: os.stat_result) -> Iterator[str]:
    """Give a file its owner and its group, and yield the names of those that are not allowed."""
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


def _attributes_not_given(descriptor: int, like: Path | int) -> list[str]:
    """Give a file the extended attributes of another, and return the names of those that can't be given."""
    ours, theirs = _attributes(descriptor), _attributes(like)
    if _ACL in ours and _ACL not in theirs:  # a default ACL of the directory
        os.removexattr(descriptor, _ACL)
    differing = [name for name, value in theirs.items() if value is None or ours.get(name) != value]
    return [name for name in differing if not _is_given(descriptor, name, theirs[name])]


def _attributes(file: Path | int) -> dict[str, bytes | None]:
    """Return the extended attributes of a file, `None` for those that can't be read."""
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
