"""What a program leaves behind that is killed or ended by a signal while it writes a file."""

import fcntl
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from etoile_cli.system import files, temporary
from etoile_cli.system.directories import write_directory
from etoile_cli.system.files import write_file
from tests.door import environment
from tests.written import held, laid

OLD = "old\n"

# Writes a file and ends by a signal when the second line is asked for, or while it tidies up.
ENDED = """
import os, signal, sys
from etoile_cli.system import temporary
from etoile_cli.system import files

if "named" in sys.argv:
    del os.O_TMPFILE

def end(name=sys.argv[2]):
    os.kill(os.getpid(), getattr(signal, name))

def lines():
    yield "new"
    if "writing" in sys.argv:
        end()

if "tidying" in sys.argv:
    removed = temporary.rmtree
    second = [name for name in sys.argv[4:] if name.startswith("SIG")]
    temporary.rmtree = lambda path, **options: (end(), *map(end, second), removed(path, **options))

files.write_file(sys.argv[1], lines(), replace=True)
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ended(path: str, name: str, *how: str) -> int:
    """Return the exit code of a program that is ended while it writes a file, or tidies up behind it."""
    command = [sys.executable, "-c", ENDED, path, name, *how]
    return subprocess.run(command, capture_output=True, env=environment(), check=False).returncode


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="this system has no files without names")
def test_one_that_is_killed_while_it_writes_a_file_leaves_nothing(here: Path) -> None:
    before = laid(here, {"it": OLD})
    assert ended("it", "SIGKILL", "writing") == -signal.SIGKILL
    assert held(here) == before


def test_what_one_that_was_killed_has_left_is_removed_by_the_next(here: Path) -> None:
    assert ended("it", "SIGKILL", "writing", "named") == -signal.SIGKILL
    (left,) = here.iterdir()
    assert left.name.startswith(".etoile-")
    with locked(left):
        write(here / "one")
    assert left.exists(), "somebody writes in it"
    write(here / "two")
    assert sorted(held(here)) == ["one", "two"]


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="this system has no files without names")
def test_a_file_without_a_name_removes_what_was_left_too(here: Path) -> None:
    assert ended("it", "SIGKILL", "writing", "named") == -signal.SIGKILL
    write_file("new", ["x"], replace=False)
    assert sorted(held(here)) == ["new"]


def test_files_for_a_directory_remove_what_was_left_when_it_was_made(here: Path) -> None:
    laid(here, {"them": None})
    (here / ".etoile-0123456789abcdef").mkdir(mode=0o700)
    write_directory("them", {"it": ["x"]}, replace=False)
    assert [each.name for each in here.iterdir()] == ["them"]


def test_one_that_is_taken_for_dead_before_it_is_locked_begins_anew(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Path.mkdir

    def mkdir(path: Path, **options: Any) -> None:
        monkeypatch.setattr(Path, "mkdir", made)
        made(path, **options)
        temporary.remove_abandoned(here)

    monkeypatch.setattr(Path, "mkdir", mkdir)
    write(here / "it")
    assert sorted(held(here)) == ["it"]


def test_what_only_looks_like_it_stays(here: Path) -> None:
    hidden = ".etoile-0123456789abcde"
    before = laid(here, {".etoile-notes": None, ".etoile-notes/it": OLD, f"{hidden}0": OLD, "elsewhere": None})
    before |= laid(here, {"elsewhere/it": OLD, f"{hidden}1": None, f"{hidden}1/it": OLD})
    (here / ".etoile-notes").chmod(0o700)
    (here / "elsewhere").chmod(0o700)
    (here / f"{hidden}1").chmod(0o755)
    (here / f"{hidden}f").symlink_to(here / "elsewhere")
    write(here / "new")
    assert (here / f"{hidden}f").is_symlink()
    assert {path: text for path, text in held(here).items() if path in before} == before


def write(path: Path) -> None:
    """Write a file by way of a hidden directory."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(os, "O_TMPFILE", raising=False)
        write_file(str(path), ["x"], replace=False)


@contextmanager
def locked(directory: Path) -> Iterator[None]:
    descriptor = os.open(directory, os.O_RDONLY)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield
    os.close(descriptor)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_while_it_tidies_up_leaves_nothing_and_is_heard_then(name: str, here: Path) -> None:
    number = signal.Signals[name]
    code = ended("it", name, "tidying", "named")
    assert code in (-number, 128 + number)
    assert sorted(held(here)) == ["it"]


def test_an_interrupt_before_the_tidying_is_deferred_leaves_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(temporary, "deferred_signals", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write(here / "it")
    assert sorted(held(here)) == ["it"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can lay a directory of another owner")
def test_what_somebody_else_has_left_stays(here: Path) -> None:
    left = here / ".etoile-0123456789abcdef"
    left.mkdir(mode=0o700)
    os.chown(left, 12345, 54321)
    write(here / "new")
    assert left.exists()


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="this system has no files without names")
@pytest.mark.parametrize("replace", [False, True])
def test_a_system_that_gives_such_a_file_no_name_gets_a_copy(
    replace: bool, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(files, "name_unnamed", refused)
    if replace:
        laid(here, {"it": OLD})
        (here / "it").chmod(0o604)
    write_file("it", ["new"], replace=replace)
    assert held(here) == {"it": "new\n"}
    assert not replace or stat.S_IMODE((here / "it").stat().st_mode) == 0o604


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="this system has no files without names")
def test_what_somebody_writes_there_meanwhile_is_replaced_as_asked(here: Path) -> None:
    def lines() -> Iterator[str]:
        yield "new"
        laid(here, {"it": OLD})

    write_file("it", lines(), replace=True)
    assert held(here) == {"it": "new\n"}


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("second", ["SIGTERM", "SIGHUP"])
def test_a_second_signal_ends_it_at_once(second: str) -> None:
    assert ended("it", "SIGTERM", "tidying", second, "named") == -signal.Signals[second]
