"""Files that are written whole or not at all, and never over others unless that is asked for.

What is written has a hidden name in the same directory until it is complete; then it is renamed. No library does all
of it: atomicwrites is given up; AtomicSaver of boltons 26.2 puts a plain file in the place of /dev/null, and knows
nothing of files that belong together.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from etoile_cli.errors import DeliveryError
from etoile_cli.escaping import escape_controls
from etoile_cli.progress import stage


def write_file(path: str, lines: Iterable[str], *, replace: bool) -> None:
    """Write lines of text to a file, as UTF-8; a link goes on pointing to it, a device or a pipe is written to.

    Raises DeliveryError if the file is there and is not to be replaced, or can't be written.
    """
    with _told(path):
        target = _real(path)
        if target.is_dir():
            raise DeliveryError("this is a directory, not a file")
        if target.exists() and not target.is_file():
            _write(target, lines)
            return
        if target.exists() and not replace:
            raise DeliveryError("there is such a file already", hint="--force replaces it")
        staged = _beside(target)
        try:
            _write(staged, lines)
            if target.exists():
                staged.chmod(target.stat().st_mode)
            staged.replace(target)
        finally:
            staged.unlink(missing_ok=True)


def write_directory(path: str, files: Mapping[str, Iterable[str]], *, replace: bool) -> None:
    """Write files of text into a directory, all of them or none; what else it holds stays there.

    Raises DeliveryError if one of them is there and is not to be replaced, or can't be written.
    """
    from shutil import rmtree

    with _told(path):
        directory = _real(path)
        is_new = not directory.exists()
        _refuse(directory, files, replace=replace)
        staged = _beside(directory if is_new else directory / "files")
        staged.mkdir()
        try:
            for name, lines in files.items():
                _write(staged / name, lines)
            if is_new:
                staged.replace(directory)
            else:
                _move_all(staged, directory, files)
        finally:
            rmtree(staged, ignore_errors=True)


def _refuse(directory: Path, names: Iterable[str], *, replace: bool) -> None:
    if directory.exists() and not directory.is_dir():
        raise DeliveryError("this is a file, not a directory")
    there = [name for name in names if os.path.lexists(directory / name)]
    for name in there:
        if (directory / name).is_dir():
            raise DeliveryError(f"{name} in it is a directory, not a file")
    if there and not replace:
        others = f" and {len(there) - 1:,} more of the files" if there[1:] else ""
        raise DeliveryError(f"{there[0]}{others} in it already", hint=f"--force replaces {'them' if others else 'it'}")


def _move_all(source: Path, directory: Path, names: Iterable[str]) -> None:
    """Move files into a directory, and those they replace out of it; all back again if one can't be moved."""
    replaced = source / "replaced"
    replaced.mkdir()
    with ExitStack() as undo:
        for name in names:
            for old, new in ((directory / name, replaced / name), (source / name, directory / name)):
                if os.path.lexists(old):
                    old.replace(new)
                    undo.callback(new.replace, old)
        undo.pop_all()


def _write(path: Path, lines: Iterable[str]) -> None:
    with path.open("wb") as file:
        for line in lines:
            stage("writing")
            file.write(f"{line}\n".encode(errors="surrogateescape"))


def _real(path: str) -> Path:
    if not path:
        raise DeliveryError("an empty name names no file")
    return Path(os.path.realpath(path))


def _beside(path: Path) -> Path:
    """Return a hidden name beside a path that nobody else uses."""
    return path.with_name(f".etoile-{os.urandom(8).hex()}")


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Tell what goes wrong with a file by its name."""
    shown = escape_controls(path) or '""'
    try:
        yield
    except DeliveryError as error:
        raise DeliveryError(f"{shown}: {error.message}", hint=error.hint) from None
    except OSError as error:
        raise DeliveryError(f"{shown}: {_reason(error)}") from error
    except ValueError:  # a NUL byte in the path
        raise DeliveryError(f"{shown}: not a possible file name") from None


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "its directory is not there"
        case PermissionError():
            return "no permission to write there"
        case _:
            return (error.strerror or str(error)).lower()
