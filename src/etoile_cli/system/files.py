"""Files that are written whole or not at all, and never over others unless that is asked for.

No library does all of it: atomicwrites is given up; AtomicSaver of boltons 26.2 puts a plain file in the place of a
device.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from io import BufferedWriter
from pathlib import Path
from typing import BinaryIO

from etoile_cli.errors import WHEN_WRITING, DeliveryError, reason_of
from etoile_cli.system.destinations import descriptor, destination, is_stream, refuse, refuse_all, taken, told
from etoile_cli.system.drafts import (
    copy_unnamed,
    draft_directory,
    keep_attributes,
    name_unnamed,
    open_unnamed,
    remove_dead,
)
from etoile_cli.system.interrupts import deferred, ending_in_order
from etoile_cli.system.output import discard, say
from etoile_cli.system.progress import stage
from etoile_cli.system.waiting import WaitingIO
from etoile_cli.text.values import enumerate_words


@ending_in_order()
def write_file(path: str, lines: Iterable[str], *, replace: bool) -> None:
    """Write lines of text to a file, as UTF-8; a link goes on pointing to it, a device or a pipe is written to.

    Raises DeliveryError if the file is there and is not to be replaced, or can't be written.
    """
    if is_stream(path):
        with _stream(path) as stream:
            _write(path, stream, lines)
        return
    with told(path):
        file = destination(path)
        refuse(file, replace=replace)
    _write_one(path, file, lines, replace=replace)


@contextmanager
def _stream(path: str) -> Iterator[BinaryIO]:
    """Open a device, a pipe or an open file, which waits for its reader even where it is set not to."""
    number = descriptor(path)
    with told(path):
        # Opened anew, a file would be emptied, and written over what others write.
        opened = os.open(path, os.O_WRONLY) if number is None else os.dup(number)
    with os.fdopen(opened, "wb", buffering=0) as raw, _closing(BufferedWriter(WaitingIO(raw.fileno()))) as stream:
        yield stream


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
            targets = _targets(directory, files, replace=replace)
        remove_dead(directory.parent)  # of one that was killed when it had just made this directory
        _write_all(path, {targets[name]: lines for name, lines in files.items()}, replace=replace)
    else:
        _make(path, directory, files, replace=replace)


def _targets(directory: Path, names: Iterable[str], *, replace: bool) -> dict[str, Path]:
    """Return where each file of a directory is; raises DeliveryError if one of them must not be written."""
    targets = {name: destination(str(directory / name)) for name in names}
    if len(set(targets.values())) < len(targets):
        raise DeliveryError("links make one file of several in it")
    refuse_all(targets, replace=replace)
    return targets


def _directory(path: str) -> Path:
    """Return the directory that is meant; what is to be one may end in a slash."""
    return Path(os.path.realpath(path)) if path and Path(path).is_dir() else destination(path.rstrip(os.sep))


def _make(path: str, directory: Path, files: Mapping[str, Iterable[str]], *, replace: bool) -> None:
    """Make a directory that is there once all its files are; one that somebody else made meanwhile gets them."""
    with _drafts(path, directory.parent) as hidden:
        with told(path):
            made = hidden / directory.name
            made.mkdir()
        for name, lines in files.items():
            with told(path):
                file = (made / name).open("xb")
            with _closing(file):
                _write(path, file, lines)
        with told(path):
            if not _is_renamed(made, directory):
                targets = _targets(directory, files, replace=replace)
                _name_all({targets[name]: made / name for name in files}, replace=replace)


def _is_renamed(made: Path, directory: Path) -> bool:
    """Give a directory its name; tell if it has it now, and not another that holds something."""
    try:
        made.rename(directory)
    except OSError:
        if not directory.is_dir():
            raise
        return False
    return True


def _write_all(path: str, files: Mapping[Path, Iterable[str]], *, replace: bool) -> None:
    """Write files into hidden directories beside them and, once all of them are whole, give them their names."""
    with ExitStack() as drafts:
        hidden = {parent: drafts.enter_context(_drafts(path, parent)) for parent in {each.parent for each in files}}
        whole = {target: hidden[target.parent] / target.name for target in files}
        lost = {}
        for target, lines in files.items():
            with told(path):
                file = whole[target].open("xb")
            with _closing(file):
                _write(path, file, lines)
                lost[target] = _kept(path, file, like=target)
                if len(files) == 1:  # of many, to wait for the disk at each would take seconds
                    with told(path):
                        os.fsync(file.fileno())
        with told(path):
            _name_all(whole, replace=replace)
        _say_lost(lost)


def _write_one(path: str, target: Path, lines: Iterable[str], *, replace: bool) -> None:
    """Write a file that has no name until it is whole, or where there are none such one in a hidden directory."""
    remove_dead(target.parent)
    descriptor = open_unnamed(target.parent)
    if descriptor is None:
        _write_all(path, {target: lines}, replace=replace)
        return
    with _closing(os.fdopen(descriptor, "wb")) as file:
        _write(path, file, lines)
        lost = _kept(path, file, like=target)
        with told(path):
            os.fsync(descriptor)
            if _is_named(descriptor, target, replace=replace):
                return
        with _drafts(path, target.parent) as hidden, told(path):
            draft = hidden / target.name
            try:
                name_unnamed(descriptor, draft)
            except OSError:
                copy_unnamed(descriptor, draft)
            _name(draft, target, called="", replace=replace)
        _say_lost({target: lost})


def _is_named(descriptor: int, target: Path, *, replace: bool) -> bool:
    """Give a file without a name its own; tell if it has it now, and not another that is to be replaced."""
    try:
        name_unnamed(descriptor, target)
    except FileExistsError:
        if not replace:
            raise taken() from None
        return False
    except OSError:  # a system that doesn't name such files, a sandbox say
        return False
    return True


@contextmanager
def _closing(file: BinaryIO) -> Iterator[BinaryIO]:
    """Close a file at the end; after a failure, what it still holds is not wanted, and its reader may have paused."""
    try:
        yield file
    except BaseException:
        discard(file)
        raise
    finally:
        with suppress(OSError):
            file.close()


@contextmanager
def _drafts(path: str, beside: Path) -> Iterator[Path]:
    with ExitStack() as stack:
        with told(path):
            hidden = stack.enter_context(draft_directory(beside))
        yield hidden


def _name_all(drafts: Mapping[Path, Path], *, replace: bool) -> None:
    """Give files their names, all before a signal ends it; tell which of several can't have it."""
    with deferred():
        for target, draft in drafts.items():
            called = target.name if len(drafts) > 1 else ""
            try:
                _name(draft, target, called=called, replace=replace)
            except OSError as error:
                raise DeliveryError(": ".join(filter(None, (called, reason_of(error, WHEN_WRITING))))) from error


def _name(file: Path, target: Path, *, called: str, replace: bool) -> None:
    """Give a file its name; `called` tells which of a directory's is taken, if it is and not to be replaced."""
    if replace:
        file.replace(target)
        return
    try:
        target.hardlink_to(file)  # unlike a renaming, it never replaces what somebody else wrote meanwhile
    except FileExistsError:
        raise taken(*filter(None, [called])) from None
    except OSError:  # a file system without links
        refuse(target, replace=False)
        file.rename(target)


def _write(path: str, file: BinaryIO, lines: Iterable[str]) -> None:
    """Write lines; what goes wrong while they are made is not told as the file's fault."""
    for line in lines:
        stage("writing")
        with told(path):
            file.write(f"{line}\n".encode(errors="surrogateescape"))
    with told(path):
        file.flush()


def _kept(path: str, file: BinaryIO, *, like: Path) -> list[str]:
    """Give a file what belongs to another that it replaces, and return what it can't have."""
    if not like.exists():
        return []
    with told(path):
        return keep_attributes(file.fileno(), like)


def _say_lost(lost: Mapping[Path, Sequence[str]]) -> None:
    """Say what files, now that they have their names, don't have of those that they replaced."""
    for target, names in lost.items():
        if names:
            say(f"{target.name}: could not keep {enumerate_words(names)}")
