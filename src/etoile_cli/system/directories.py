"""Several files in one directory, each written completely or not at all, and replacing others only on request."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from etoile_cli.errors import DeliveryError
from etoile_cli.system.destinations import destination, naming, refuse_any
from etoile_cli.system.drafts import draft_directory, encoded, name_all, new_file, write_chunks, write_drafts
from etoile_cli.system.signals import exiting_on_signals
from etoile_cli.system.temporary import remove_abandoned

Files = Mapping[str, Iterable[str]] | Iterable[tuple[str, Iterable[str]]]
"""The lines of files by their names, or names and lines one after another. A name may have a folder: `people/a`."""


@exiting_on_signals()
def write_directory(path: str, files: Files, *, replace: bool) -> int:
    """Write files of text into a directory, whose other files stay, and return how many there are.

    No file is replaced before all of them are complete; if they come one after another, each is made when the one
    before it is written. Raises DeliveryError if one of them exists and is not to be replaced, or can't be written, or
    if a folder in the directory is a link: before any is made, if all names are known by then.
    """
    with naming(path):
        directory = _directory(path)
        if directory.exists() and not directory.is_dir():
            raise DeliveryError("this is a file, not a directory")
    if not directory.exists():
        return _make(path, directory, _in_order(files), replace=replace)
    targets = _Targets(directory, replace=replace)
    if isinstance(files, Mapping):
        with naming(path):
            targets.add(files)
    remove_abandoned(directory.parent)  # left by a process that was killed when it had just made this directory
    return write_drafts(path, _placed(path, targets, _in_order(files)), replace=replace)


def _directory(path: str) -> Path:
    """Return the directory that a path means; the path of one that does not exist yet may end in a slash."""
    return Path(os.path.realpath(path)) if path and Path(path).is_dir() else destination(path.rstrip(os.sep))


def _in_order(files: Files) -> Iterable[tuple[str, Iterable[str]]]:
    return files.items() if isinstance(files, Mapping) else files


class _Targets:
    """Where each file of a directory is."""

    def __init__(self, directory: Path, *, replace: bool) -> None:
        self._directory = directory
        self._replace = replace
        self._by_name: dict[str, Path] = {}
        self._taken: set[Path] = set()

    def add(self, names: Iterable[str]) -> None:
        """Find out where files are; raises DeliveryError if one of them must not be written."""
        new = {name: self._target(name) for name in names if name not in self._by_name}
        self._taken.update(new.values())
        self._by_name.update(new)
        if len(self._taken) < len(self._by_name):
            raise DeliveryError("several of the files in it are links to one file")
        refuse_any(new, replace=self._replace)

    def of(self, name: str) -> Path:
        """Return where a file is."""
        self.add([name])
        return self._by_name[name]

    def _target(self, name: str) -> Path:
        folder = (self._directory / name).parent
        if os.path.lexists(folder) and not folder.is_dir():
            raise DeliveryError(f"{folder.name} in it is no directory")
        if folder != self._directory and folder.is_symlink():
            raise DeliveryError(f"{folder.name} in it is a link, which leads elsewhere", hint="remove the link")
        return destination(str(self._directory / name)) if folder.is_dir() else self._directory / name


def _placed(
    path: str, targets: _Targets, files: Iterable[tuple[str, Iterable[str]]]
) -> Iterator[tuple[Path, Iterator[bytes]]]:
    """Yield where each file is, and its bytes."""
    for name, lines in files:
        with naming(path):
            target = targets.of(name)
        yield target, encoded(lines)


def _make(path: str, directory: Path, files: Iterable[tuple[str, Iterable[str]]], *, replace: bool) -> int:
    """Make a directory that appears with all its files; if another program makes it meanwhile, add them to it."""
    with draft_directory(path, directory.parent) as hidden:
        with naming(path):
            draft = hidden / directory.name
            draft.mkdir()
        drafts: dict[str, Path] = {}
        for name, lines in files:
            drafts[name] = draft / name
            if not drafts[name].parent.is_dir():
                with naming(path):
                    drafts[name].parent.mkdir()
            with new_file(path, drafts[name]) as file:
                write_chunks(path, file, encoded(lines))
        with naming(path):
            if not _is_renamed(draft, directory):
                targets = _Targets(directory, replace=replace)
                targets.add(drafts)
                name_all({targets.of(name): each for name, each in drafts.items()}, replace=replace)
        return len(drafts)


def _is_renamed(draft: Path, directory: Path) -> bool:
    """Rename a directory, and return whether that worked; it does not if another with content has the name."""
    try:
        draft.rename(directory)
    except OSError:
        if not directory.is_dir():
            raise
        return False
    return True
