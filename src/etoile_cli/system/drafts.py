"""Files written completely before they get their names, several of them all at once.

In every function `path` is what the user named: a file, or the directory that the files belong to. Error messages
begin with it.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from etoile_cli.errors import DeliveryError
from etoile_cli.system.attributes import copy_attributes
from etoile_cli.system.destinations import naming, refuse, taken
from etoile_cli.system.messages import say
from etoile_cli.system.output import discard
from etoile_cli.system.progress import stage
from etoile_cli.system.reasons import WHEN_WRITING, reason_of
from etoile_cli.system.signals import deferred_signals
from etoile_cli.system.temporary import hidden_directory
from etoile_cli.text.values import enumerate_words


def write_drafts(
    path: str,
    files: Iterable[tuple[Path, Iterable[bytes]]],
    *,
    replace: bool,
    waits: bool = False,
    before_naming: Callable[[], None] | None = None,
) -> int:
    """Write files in hidden directories beside them and, once all are complete, give them their names.

    Returns how many there are. A directory that doesn't exist is made when its first file gets its name. It `waits`
    for the disk if it is told to: at each of many files that would take seconds.
    """
    with ExitStack() as stack:
        folders = _Folders(path, stack)
        drafts, lost = {}, {}
        for target, chunks in files:
            drafts[target] = folders.beside(target.parent) / target.name
            with new_file(path, drafts[target]) as file:
                write_chunks(path, file, chunks)
                if names := attributes_lost(path, file, like=target):
                    lost[target] = names
                if waits:
                    with naming(path):
                        os.fsync(file.fileno())
        with naming(path):
            if before_naming:
                before_naming()
            name_all(drafts, replace=replace)
        say_lost(lost)
    return len(drafts)


class _Folders:
    """Where the drafts of files are: in a hidden directory beside them, or beside the new directory that they get."""

    def __init__(self, path: str, stack: ExitStack) -> None:
        self._path = path
        self._stack = stack
        self._hidden: dict[Path, Path] = {}

    def beside(self, parent: Path) -> Path:
        """Return a directory for the drafts of the files that another one will hold."""
        if parent not in self._hidden:
            self._hidden[parent] = self._made(parent)
        return self._hidden[parent]

    def _made(self, parent: Path) -> Path:
        if parent.exists():
            return self._stack.enter_context(draft_directory(self._path, parent))
        folder = self.beside(parent.parent) / parent.name
        with naming(self._path):
            folder.mkdir()
        return folder


@contextmanager
def draft_directory(path: str, parent: Path) -> Iterator[Path]:
    """Make a hidden directory for drafts in another, and remove it at the end."""
    with ExitStack() as stack:
        with naming(path):
            hidden = stack.enter_context(hidden_directory(parent))
        yield hidden


@contextmanager
def new_file(path: str, draft: Path) -> Iterator[BinaryIO]:
    """Make and open a file, and close it at the end."""
    with naming(path):
        file = draft.open("xb")
    with closing_file(file):
        yield file


@contextmanager
def closing_file(file: BinaryIO) -> Iterator[BinaryIO]:
    """Close a file at the end; after an error, drop the rest: writing it could wait for a reader that has paused."""
    try:
        yield file
    except BaseException:
        discard(file)
        raise
    finally:
        with suppress(OSError):
            file.close()


def encoded(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield lines of text as the bytes of a file, UTF-8."""
    return (f"{line}\n".encode(errors="surrogateescape") for line in lines)


def write_chunks(path: str, file: BinaryIO, chunks: Iterable[bytes]) -> None:
    """Write bytes; an error in making them is raised as it is, since the file is not at fault."""
    for chunk in chunks:
        stage("writing")
        with naming(path):
            file.write(chunk)
    with naming(path):
        file.flush()


def name_all(drafts: Mapping[Path, Path], *, replace: bool) -> None:
    """Give drafts their names, all of them before a signal ends the program.

    Raises DeliveryError, with the file's name if there are several, if one can't have its name.
    """
    with deferred_signals():
        for target, draft in drafts.items():
            subject = [target.name] if len(drafts) > 1 else []
            try:
                if not target.parent.is_dir():
                    target.parent.mkdir(exist_ok=True)
                name_draft(draft, target, *subject, replace=replace)
            except OSError as error:
                raise DeliveryError(": ".join([*subject, reason_of(error, WHEN_WRITING)])) from error


def name_draft(draft: Path, target: Path, *subject: str, replace: bool) -> None:
    """Give a draft its name; raises DeliveryError, about the subject, if a file has that name and is to keep it."""
    if replace:
        draft.replace(target)
        return
    try:
        target.hardlink_to(draft)  # unlike renaming, this never replaces a file that another program has just written
    except FileExistsError:
        raise taken(*subject) from None
    except OSError:  # a file system without hard links
        refuse(target, replace=False)
        draft.rename(target)


def attributes_lost(path: str, file: BinaryIO, *, like: Path) -> list[str]:
    """Give a file the attributes of the file that it will replace, if any; return the names of those it can't have."""
    if not like.exists():
        return []
    with naming(path):
        return copy_attributes(file.fileno(), like)


def say_lost(lost: Mapping[Path, Sequence[str]]) -> None:
    """Say which attributes of the files that were replaced the new files don't have."""
    for target, names in lost.items():
        if names:
            say(f"{target.name}: could not keep {enumerate_words(names)}")
