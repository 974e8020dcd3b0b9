"""Files that are written whole or not at all, and never over others unless that is asked for.

What is written has a hidden name beside its own until all of it is there; then it is renamed. No library does all of
it: atomicwrites is given up; AtomicSaver of boltons 26.2 puts a plain file in the place of a device.
"""

import os
import stat
from collections.abc import Iterable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO

from etoile_cli.destinations import descriptor, destination, is_stream, refuse, refuse_all, told
from etoile_cli.errors import DeliveryError
from etoile_cli.interrupts import ending_in_order
from etoile_cli.progress import stage


@ending_in_order()
def write_file(path: str, lines: Iterable[str], *, replace: bool) -> None:
    """Write lines of text to a file, as UTF-8; a link goes on pointing to it, a device or a pipe is written to.

    Raises DeliveryError if the file is there and is not to be replaced, or can't be written.
    """
    if is_stream(path):
        _write(path, _stream(path), lines)
        return
    with told(path):
        file = destination(path)
        refuse(file, replace=replace)
    _write_all(path, {file: lines}, replace=replace)


def _stream(path: str) -> BinaryIO:
    number = descriptor(path)
    with told(path):
        # Opened anew, a file would be emptied, and written over what others write.
        return Path(path).open("wb") if number is None else os.fdopen(os.dup(number), "wb")


@ending_in_order()
def write_directory(path: str, files: Mapping[str, Iterable[str]], *, replace: bool) -> None:
    """Write files of text into a directory, each whole or not at all; what else it holds stays there.

    Nothing is replaced before all of them are written under hidden names. Raises DeliveryError if one of them is there
    and is not to be replaced, or can't be written.
    """
    with told(path):
        directory = _directory(path)
        if directory.exists() and not directory.is_dir():
            raise DeliveryError("this is a file, not a directory")
    if directory.exists():
        with told(path):
            targets = {name: destination(str(directory / name)) for name in files}
            if len(set(targets.values())) < len(targets):
                raise DeliveryError("links make one file of several in it")
            refuse_all(targets, replace=replace)
        _write_all(path, {targets[name]: lines for name, lines in files.items()}, replace=replace)
    else:
        _make(path, directory, files)


def _directory(path: str) -> Path:
    """Return the directory that is meant; what is to be one may end in a slash."""
    return Path(os.path.realpath(path)) if path and Path(path).is_dir() else destination(path.rstrip(os.sep))


def _make(path: str, directory: Path, files: Mapping[str, Iterable[str]]) -> None:
    """Make a directory that is there once all its files are."""
    from shutil import rmtree

    hidden = _hidden(directory)
    try:
        with told(path):
            hidden.mkdir()
        for name, lines in files.items():
            with told(path):
                file = (hidden / name).open("xb")
            _write(path, file, lines)
        with told(path):
            hidden.rename(directory)
    finally:
        rmtree(hidden, ignore_errors=True)


def _write_all(path: str, files: Mapping[Path, Iterable[str]], *, replace: bool) -> None:
    """Write files under hidden names and, once all of them are whole, give them their own."""
    hidden = {target: _hidden(target) for target in files}
    with ExitStack() as tidying:
        for target, lines in files.items():
            tidying.callback(_remove, hidden[target])
            with told(path):
                file = _new_file(hidden[target], like=target)
            # Of many files, to wait for the disk at each would take seconds.
            _write(path, file, lines, is_synced=len(files) == 1)
        with told(path):
            for target, whole in hidden.items():
                _name(whole, target, called=target.name if len(hidden) > 1 else "", replace=replace)


def _name(file: Path, target: Path, *, called: str, replace: bool) -> None:
    """Give a file its name; `called` tells which of a directory's it is."""
    if replace:
        file.replace(target)
        return
    try:
        target.hardlink_to(file)  # unlike a renaming, it never replaces what somebody else wrote meanwhile
    except FileExistsError:
        raise DeliveryError(f"{called} already exists".strip(), hint="--force replaces it") from None
    except OSError:  # a file system without links
        refuse(target, replace=False)
        file.rename(target)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()


def _write(path: str, file: BinaryIO, lines: Iterable[str], *, is_synced: bool = False) -> None:
    """Write lines and close the file; what goes wrong while they are made is not told as the file's fault."""
    try:
        for line in lines:
            stage("writing")
            with told(path):
                file.write(f"{line}\n".encode(errors="surrogateescape"))
        with told(path):
            file.flush()
            if is_synced:
                os.fsync(file.fileno())
    finally:
        with suppress(OSError):
            file.close()


def _new_file(path: Path, *, like: Path) -> BinaryIO:
    """Make a file with the permissions of another, or those of any new file if that is not there."""
    if not like.exists():
        return path.open("xb")
    mode = stat.S_IMODE(like.stat().st_mode)
    file = open(path, "xb", opener=lambda name, flags: os.open(name, flags, mode))  # noqa: SIM115 likewise
    path.chmod(mode)
    return file


def _hidden(path: Path) -> Path:
    """Return a hidden name beside a path that nobody else uses."""
    return path.with_name(f".etoile-{os.urandom(8).hex()}")
