"""What a program that is killed leaves behind, and what a file keeps that is replaced."""

import fcntl
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from etoile_cli.files import write_file
from tests.door import entry_point, environment
from tests.written import held, laid

OLD = "old\n"

# Writes a file and ends by a signal when the second line is asked for, or while it tidies up.
ENDED = """
import os, signal, sys
from etoile_cli import drafts, files

if "named" in sys.argv:
    del os.O_TMPFILE

def end(*arguments, **options):
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))

def lines():
    yield "new"
    if "writing" in sys.argv:
        end()

if "tidying" in sys.argv:
    removed = drafts.rmtree
    drafts.rmtree = lambda path, **options: (end(), end() if "twice" in sys.argv else None, removed(path, **options))

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
    write(here / "one")
    assert left.exists(), "it may be of somebody who has just begun"
    os.utime(left, (0, 0))
    with locked(left):
        write(here / "two")
    assert left.exists(), "somebody writes in it"
    write(here / "three")
    assert sorted(held(here)) == ["one", "three", "two"]


def test_what_only_looks_like_it_stays(here: Path) -> None:
    before = laid(here, {".etoile-notes": OLD, "elsewhere": None, "elsewhere/it": OLD})
    (here / ".etoile-link").symlink_to(here / "elsewhere")
    for each in here.iterdir():
        os.utime(each, (0, 0), follow_symlinks=False)
    write(here / "new")
    assert (here / ".etoile-link").is_symlink()
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


@pytest.mark.usefixtures("interruptible")
def test_a_second_signal_ends_it_at_once() -> None:
    assert ended("it", "SIGTERM", "tidying", "twice", "named") == -signal.SIGTERM


def test_a_file_that_is_replaced_keeps_owner_and_attributes(here: Path) -> None:
    laid(here, {"it": OLD})
    if os.geteuid() == 0:
        os.chown("it", 12345, 54321)
    try:
        os.setxattr("it", "user.note", b"kept")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    status = Path("it").stat()
    write_file("it", ["new"], replace=True)
    assert (Path("it").stat().st_uid, Path("it").stat().st_gid) == (status.st_uid, status.st_gid)
    assert os.getxattr("it", "user.note") == b"kept"


# The root user may give a file to anybody, but not in a program that has lost the capability for it.
_WITHOUT_CHOWN = """
import ctypes, os, sys
PR_CAPBSET_DROP, CAP_CHOWN = 24, 0
ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_CHOWN, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can lay a file of another owner")
def test_what_it_may_not_keep_is_said(here: Path) -> None:
    laid(here, {"it": OLD})
    os.chown("it", 12345, 54321)
    command = [sys.executable, "-c", _WITHOUT_CHOWN, entry_point(), "export", "csl", "-o", "it", "--force"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment(), check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("", "etoile: it: could not keep owner and group\n", 0)
    assert Path("it").stat().st_uid == 0
