"""Which file a path means, and whether it may be written."""

import os
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from etoile_cli.errors import DeliveryError, ExistsError, ReaderGoneError
from etoile_cli.system.reasons import NOT_A_FILE, WHEN_WRITING, reason_of
from etoile_cli.text.values import count

_MOST_LINKS = 40  # Linux follows no more
_STANDARD = ("/dev/stdin", "/dev/stdout", "/dev/stderr")


def open_descriptor(path: str) -> int | None:
    """Return the number of our own open file that a path leads to, such as `/dev/fd/3`; `None` if there is none."""
    for _ in range(_MOST_LINKS):
        directory, name = os.path.split(path)
        try:
            path = os.path.join(os.path.realpath(directory), name)  # noqa: PTH118 a Path would drop a slash at the end
            number = _number(path)
            if number is not None or not os.path.islink(path):  # noqa: PTH114 likewise
                return number
            path = os.path.join(os.path.dirname(path), os.readlink(path))  # noqa: PTH115, PTH118, PTH120 likewise
        except (OSError, ValueError):  # a path that can't be looked up, or holds a NUL byte
            return None
    return None


def _number(path: str) -> int | None:
    if path in _STANDARD:
        return _STANDARD.index(path)
    found = re.fullmatch(rf"/(?:dev|proc/(?:self|{os.getpid()}(?:/task/[0-9]+)?))/fd/([0-9]{{1,9}})", path)
    return int(found[1]) if found else None


def is_stream(path: str) -> bool:
    """Return whether a path leads to a device, a pipe or an open file, which is written to and never replaced."""
    if open_descriptor(path) is not None:
        return True
    with suppress(OSError, ValueError):
        mode = os.stat(path).st_mode  # noqa: PTH116 an empty Path would be the current directory
        return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))
    return False


def destination(path: str) -> Path:
    """Return the file that a path means: the file a link leads to, in a directory that exists.

    Raises DeliveryError if the path names no file, its directory does not exist, or a link leads to itself.
    """
    directory, name = os.path.split(path)
    if not name:
        raise DeliveryError("this names a directory, not a file" if directory else "an empty name names no file")
    try:
        found = Path(os.path.realpath(directory or os.curdir, strict=True), name)
    except FileNotFoundError:
        raise DeliveryError(
            f"no such directory: {directory}" if directory else "the current directory is gone"
        ) from None
    found = Path(os.path.realpath(found)) if found.is_symlink() else found
    if found.is_symlink():
        raise DeliveryError("this link leads to itself")
    return found


def refuse(target: Path, *, replace: bool) -> None:
    """Raise DeliveryError if a file must not be written: it is a directory, or exists and is not to be replaced."""
    if target.is_dir():
        raise DeliveryError(NOT_A_FILE)
    if target.exists() and not replace:
        raise taken()


def refuse_any(targets: Mapping[str, Path], *, replace: bool) -> None:
    """Raise DeliveryError if any file must not be written; `targets` has the files by their names in a directory."""
    existing = [name for name, target in targets.items() if os.path.lexists(target)]
    for name in existing:
        if not targets[name].is_file():
            raise DeliveryError(f"{name} in it is no file")
    if existing and not replace:
        raise taken(*existing)


def taken(*names: str) -> ExistsError:
    """Return the error that a file exists, or several do; a single file needs no name if its path is the subject."""
    if names[1:]:
        more = count(len(names) - 1, "more file")
        return ExistsError(f"{names[0]} and {more} already exist", hint="--force replaces them")
    return ExistsError(" ".join([*names, "already exists"]), hint="--force replaces it")


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Begin the message of any error with the path that it concerns."""
    shown = path or '""'
    try:
        yield
    except DeliveryError as error:
        raise type(error)(f"{shown}: {error.message}", hint=error.hint) from None
    except BrokenPipeError:
        raise ReaderGoneError from None
    except (OSError, ValueError) as error:
        raise DeliveryError(f"{shown}: {reason_of(error, WHEN_WRITING)}") from error
