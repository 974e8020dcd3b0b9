"""Several files in one directory, each written completely or not at all, and replacing others only on request."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from etoile_cli.errors import DeliveryError
from etoile_cli.system.destinations import destination, naming, refuse_any
from etoile_cli.system.drafts import draft_directory, encoded, name_all, new_file, write_chunks, write_drafts
from etoile_cli.system.signals import exiting_on_signals
from etoile_cli.system.temporary import remove_abandoned


@exiting_on_signals()
def write_directory(path: str, files: Mapping[str, Iterable[str]], *, replace: bool) -> None:
    """Write files of text, by their names, into a directory, whose other files stay.

    No file is replaced before all of them are complete. Raises DeliveryError if one of them exists and is not to be
    replaced, or can't be written.
    """
    with naming(path):
        directory = _directory(path)
        if directory.exists() and not directory.is_dir():
            raise DeliveryError("this is a file, not a directory")
    if directory.exists():
        with naming(path):
            targets = _targets(directory, files, replace=replace)
        remove_abandoned(directory.parent)  # left by a process that was killed when it had just made this directory
        write_drafts(path, {targets[name]: encoded(lines) for name, lines in files.items()}, replace=replace)
    else:
        _make(path, directory, files, replace=replace)


def _directory(path: str) -> Path:
    """Return the directory that a path means; the path of one that does not exist yet may end in a slash."""
    return Path(os.path.realpath(path)) if path and Path(path).is_dir() else destination(path.rstrip(os.sep))


def _targets(directory: Path, names: Iterable[str], *, replace: bool) -> dict[str, Path]:
    """Return where each file of a directory is; raises DeliveryError if one of them must not be written."""
    targets = {name: destination(str(directory / name)) for name in names}
    if len(set(targets.values())) < len(targets):
        raise DeliveryError("several of the files in it are links to one file")
    refuse_any(targets, replace=replace)
    return targets


def _make(path: str, directory: Path, files: Mapping[str, Iterable[str]], *, replace: bool) -> None:
    """Make a directory that appears with all its files; if another program makes it meanwhile, add them to it."""
    with draft_directory(path, directory.parent) as hidden:
        with naming(path):
            draft = hidden / directory.name
            draft.mkdir()
        for name, lines in files.items():
            with new_file(path, draft / name) as file:
                write_chunks(path, file, encoded(lines))
        with naming(path):
            if not _is_renamed(draft, directory):
                targets = _targets(directory, files, replace=replace)
                name_all({targets[name]: draft / name for name in files}, replace=replace)


def _is_renamed(draft: Path, directory: Path) -> bool:
    """Rename a directory, and return whether that worked; it does not if another with content has the name."""
    try:
        draft.rename(directory)
    except OSError:
        if not directory.is_dir():
            raise
        return False
    return True
