"""A file that is changed is the old or the new one, whole, whatever happens; what it is besides its bytes stays."""

import os
import resource
import signal
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from etoile_cli.errors import DeliveryError
from etoile_cli.system.changes import change_file, locked
from tests.written import held, refused

OLD = b"old\n" * 1000
NEW = b"new, and longer\n" * 1000
SHORTER = b"new\n"

# Nothing here asks the system for so much.
MOST = 200


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("it").write_bytes(OLD)
    return tmp_path


@pytest.fixture(params=["unnamed", "named"], autouse=True)
def draft(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is written without a name until it is whole, where the system has that, or with a hidden one."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)


def change(path: str = "it", new: bytes = NEW, old: bytes = OLD) -> None:
    with locked(path) as target:
        change_file(path, target, old, new)


def names() -> list[str]:
    """Return the names that there are here, hidden or not."""
    return sorted(each.name for each in Path().iterdir())


def test_a_name_may_be_as_long_as_the_system_takes_it() -> None:
    longest = "é" * 127
    Path("it").rename(longest)
    change(longest)
    assert Path(longest).read_bytes() == NEW
    Path("other").hardlink_to(longest)
    with refused(f"{longest}: file name too long"):
        change(longest, new=OLD, old=NEW)
    assert {Path(name).read_bytes() for name in names()} == {NEW}


@pytest.mark.parametrize("bits", [0o600, 0o640, 0o664, 0o666, 0o755])
def test_the_mode_stays(bits: int) -> None:
    Path("it").chmod(bits)
    change()
    assert (Path("it").read_bytes(), stat.S_IMODE(Path("it").stat().st_mode)) == (NEW, bits)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can lay a file of another owner")
@pytest.mark.parametrize("links", [1, 2])
def test_owner_and_group_stay(links: int) -> None:
    if links > 1:
        Path("other").hardlink_to("it")
    os.chown("it", 12345, 54321)
    change()
    status = Path("it").stat()
    assert (Path("it").read_bytes(), status.st_uid, status.st_gid, status.st_nlink) == (NEW, 12345, 54321, links)


@pytest.mark.skipif(not hasattr(os, "setxattr"), reason="only Linux has these functions")
@pytest.mark.parametrize("links", [1, 2])
def test_extended_attributes_stay(links: int) -> None:
    if links > 1:
        Path("other").hardlink_to("it")
    try:
        os.setxattr("it", "user.note", b"kept")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    change()
    assert (Path("it").read_bytes(), os.getxattr("it", "user.note")) == (NEW, b"kept")


@pytest.mark.parametrize("new", [NEW, SHORTER, b""])
def test_every_name_of_a_file_sees_the_change(new: bytes, here: Path) -> None:
    Path("sub").mkdir()
    Path("sub/other").hardlink_to("it")
    before = Path("it").stat().st_ino
    change(new=new)
    assert held(here) == {"it": new.decode(), "sub": None, "sub/other": new.decode()}
    assert {Path("it").stat().st_ino, Path("sub/other").stat().st_ino} == {before}


def test_a_chain_of_links_leads_to_the_file_and_stays() -> None:
    Path("sub").mkdir()
    Path("sub/second").symlink_to("../it")
    Path("first").symlink_to("sub/second")
    change("first")
    assert (str(Path("first").readlink()), str(Path("sub/second").readlink())) == ("sub/second", "../it")
    assert Path("it").read_bytes() == NEW
    assert not Path("it").is_symlink()
    assert names() == ["first", "it", "sub"]


@pytest.mark.parametrize("links", [1, 2])
@pytest.mark.parametrize("bits", [0o444, 0o400, 0o000])
def test_a_read_only_file_is_not_changed_not_even_by_root(bits: int, links: int, here: Path) -> None:
    if links > 1:
        Path("other").hardlink_to("it")
    Path("it").chmod(bits)
    with refused("it: this file is read-only", "chmod u+w makes it writable"):
        change()
    Path("it").chmod(0o600)
    assert set(held(here).values()) == {OLD.decode()}


@pytest.mark.parametrize("links", [1, 2])
def test_what_another_program_has_written_meanwhile_is_kept(links: int, here: Path) -> None:
    if links > 1:
        Path("other").hardlink_to("it")
    with (
        refused("it: another program has changed it meanwhile", "nothing was written: try again"),
        locked("it") as target,
    ):
        Path("it").write_bytes(b"theirs\n")
        change_file("it", target, OLD, NEW)
    assert set(held(here).values()) == {"theirs\n"}


def test_a_file_that_is_gone_meanwhile_is_not_made_again(here: Path) -> None:
    with refused("it: it is not there any more", "nothing was written"), locked("it") as target:
        Path("it").unlink()
        change_file("it", target, OLD, NEW)
    assert held(here) == {}


def test_nothing_is_changed_after_a_change_that_was_cut_short(here: Path) -> None:
    Path("other").hardlink_to("it")
    Path(".it.etoile").write_bytes(NEW)
    before = held(here)
    with refused(
        "it: a change of it was cut short",
        ".it.etoile beside it has the whole text of that change: keep the right one of the two under the name it, "
        "and remove the other",
    ):
        change()
    assert held(here) == before


@pytest.mark.parametrize("path", ["fifo", "/dev/null", "/dev/stdin"])
def test_what_is_no_file_is_not_changed(path: str) -> None:
    os.mkfifo("fifo")
    with refused(f"{path}: only a file can be changed, and this is a device or a pipe"), locked(path):
        pytest.fail("it can be changed")


@pytest.mark.parametrize("links", [1, 2])
def test_a_disk_that_is_full_loses_nothing(links: int, here: Path) -> None:
    """The system's own calls fail as they do where there is no room: nothing is written over before."""
    if links > 1:
        Path("other").hardlink_to("it")
    with no_file_larger(len(OLD) + 10), refused("it: file too large"):
        change()
    assert set(held(here).values()) == {OLD.decode()}
    change()
    assert set(held(here).values()) == {NEW.decode()}


@contextmanager
def no_file_larger(size: int) -> Iterator[None]:
    """Let no file be larger than so many bytes."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


# What changes something that others can see, or makes sure of it.
CALLS = ("open", "replace", "rename", "link", "unlink", "mkdir", "rmdir", "fsync", "chmod", "posix_fallocate")


def _killed_at(number: int, *, after: bool) -> bool:
    """Change the file in a process that is killed before or after a call of the system; return whether it was."""
    child = os.fork()
    if not child:
        made = 0

        def counted(call: Callable[..., object]) -> Callable[..., object]:
            def called(*args: object, **options: object) -> object:
                nonlocal made
                made += 1
                if made == number and not after:
                    os.kill(os.getpid(), signal.SIGKILL)
                try:
                    return call(*args, **options)
                finally:
                    if made == number:
                        os.kill(os.getpid(), signal.SIGKILL)

            return called

        for name in CALLS:
            if hasattr(os, name):
                setattr(os, name, counted(getattr(os, name)))
        status = 1
        try:
            change()
            status = 0
        finally:
            os._exit(status)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, -signal.SIGKILL}
    return status != 0


def _every_kill() -> Iterator[None]:
    for number in range(1, MOST):
        for after in (False, True):
            if not _killed_at(number, after=after):
                Path("it").write_bytes(OLD)
                return
            yield
    pytest.fail("there is no end of calls")


def test_a_program_that_is_killed_leaves_the_old_file_or_the_new_one() -> None:
    seen = set()
    for _ in _every_kill():
        content = Path("it").read_bytes()
        assert content in {OLD, NEW}
        seen.add(content)
        assert [name for name in names() if not name.startswith(".")] == ["it"]
        Path("it").write_bytes(OLD)
    assert seen == {OLD, NEW}
    change()  # what was left behind is in nobody's way
    assert names() == ["it"]


def test_of_a_file_with_several_names_one_whole_text_is_left_and_told_of() -> None:
    Path("other").hardlink_to("it")
    Path("it").chmod(0o600)
    whole = Path(".it.etoile")
    for _ in _every_kill():
        content = Path("it").read_bytes()
        assert content in {OLD, NEW} or whole.read_bytes() == NEW
        if whole.exists():
            assert not whole.read_bytes() or stat.S_IMODE(whole.stat().st_mode) == 0o600
            with pytest.raises(DeliveryError, match="it: a change of it was cut short"):
                change(old=content)
            whole.unlink()
        Path("it").write_bytes(OLD)
    change()
    assert names() == ["it", "other"]


def test_what_cannot_be_written_over_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("other").hardlink_to("it")
    fsync = os.fsync
    calls = []

    def failing(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:  # the first makes sure of the second file
            raise OSError(5, "Input/output error")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", failing)
    with refused("it: input/output error"):
        change()
    assert {Path(name).read_bytes() for name in names()} == {OLD}
