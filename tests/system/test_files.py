"""Files are written whole or not at all: whatever fails, what was there is there, and nothing else is."""

import os
import resource
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from etoile_cli.system.directories import write_directory
from etoile_cli.system.files import write_file
from tests.written import Held, held, laid, refused

LINES = ["Étoile", "", "b\tc"]
TEXT = "Étoile\n\nb\tc\n"
OLD = "old\n"
ALREADY = ("already exists", "--force replaces it")
LONGEST = f"{'é' * 127}x"  # 255 bytes

Write = Callable[[str, Iterable[str]], None]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(params=["unnamed", "named"], autouse=True)
def draft(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How a file is written before it is whole: without a name, where the system has that, or with a hidden one."""
    if request.param == "named":
        monkeypatch.delattr(os, "O_TMPFILE", raising=False)
    return str(request.param)


def mode(path: str) -> str:
    return oct(stat.S_IMODE(Path(path).stat().st_mode))


def test_a_file_holds_the_lines_in_utf8(here: Path) -> None:
    write_file("it", LINES, replace=False)
    assert Path("it").read_bytes() == TEXT.encode()
    assert held(here) == {"it": TEXT}


def test_bytes_that_are_not_utf8_are_written_as_they_were() -> None:
    write_file("it", ["\udcff"], replace=False)
    assert Path("it").read_bytes() == b"\xff\n"


def test_a_file_that_is_there_is_kept_unless_it_is_to_be_replaced(here: Path) -> None:
    before = laid(here, {"it": OLD})
    lines = iter(LINES)
    with refused(f"it: {ALREADY[0]}", ALREADY[1]):
        write_file("it", lines, replace=False)
    assert held(here) == before
    write_file("it", lines, replace=True)  # all of them: they were not made for nothing
    assert held(here) == {"it": TEXT}


@pytest.mark.parametrize("bits", [0o600, 0o640, 0o444, 0o666, 0o755])
def test_a_file_that_is_replaced_keeps_its_permissions(bits: int, here: Path, draft: str) -> None:
    laid(here, {"it": OLD})
    Path("it").chmod(bits)

    def lines() -> Iterator[str]:
        yield "secret"
        assert {mode(str(each)) for each in here.glob(".*")} == ({oct(0o700)} if draft == "named" else set())

    write_file("it", lines(), replace=True)
    assert mode("it") == oct(bits)


@pytest.mark.parametrize("mask", [0o002, 0o022, 0o077])
def test_what_is_new_has_the_permissions_that_the_mask_leaves(mask: int) -> None:
    before = os.umask(mask)
    try:
        write_file("file", LINES, replace=False)
        write_directory("directory", {"a": LINES}, replace=False)
    finally:
        os.umask(before)
    assert [mode("file"), mode("directory/a")] == [oct(0o666 & ~mask)] * 2
    assert mode("directory") == oct(0o777 & ~mask)


@pytest.mark.parametrize("old", [OLD, None], ids=["whole", "dangling"])
def test_a_link_goes_on_pointing_to_the_file(old: str | None, here: Path) -> None:
    laid(here, {"there": None} | ({"there/it": old} if old else {}))
    Path("second").symlink_to("there/it")
    Path("link").symlink_to("second")
    write_file("link", LINES, replace=bool(old))
    assert [str(Path(each).readlink()) for each in ("link", "second")] == ["second", "there/it"]
    assert held(here / "there") == {"it": TEXT}


def test_a_file_that_a_link_points_to_is_kept_too(here: Path) -> None:
    Path("link").symlink_to("it")
    before = laid(here, {"it": OLD})
    with refused(f"link: {ALREADY[0]}", ALREADY[1]):
        write_file("link", LINES, replace=False)
    assert held(here) == before | {"link": OLD}


def test_a_pipe_and_a_device_are_written_to_and_stay_what_they_are() -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDWR)
    write_file("pipe", LINES, replace=False)
    assert os.read(reader, 100) == TEXT.encode()
    os.close(reader)
    # Only if that is so: what the root user would put in the place of a device, the whole machine would miss.
    assert Path("pipe").is_fifo()
    write_file("/dev/null", LINES, replace=True)
    with refused("/dev/full: no space left on device"):
        write_file("/dev/full", LINES, replace=True)
    assert Path("/dev/null").is_char_device()
    assert Path("/dev/full").is_char_device()


def test_a_pipe_that_only_a_descriptor_names_is_written_to() -> None:
    reader, writer = os.pipe()
    write_file(f"/dev/fd/{writer}", LINES, replace=False)
    assert os.read(reader, 100) == TEXT.encode()
    os.close(reader)
    os.close(writer)


def test_a_file_that_somebody_else_writes_meanwhile_is_kept(here: Path) -> None:
    def lines() -> Iterator[str]:
        yield from LINES
        laid(here, {"it": OLD})

    with refused(f"it: {ALREADY[0]}", ALREADY[1]):
        write_file("it", lines(), replace=False)
    assert held(here) == {"it": OLD}


def to_file(path: str, lines: Iterable[str]) -> None:
    write_file(path, lines, replace=True)


def to_directory(path: str, lines: Iterable[str]) -> None:
    write_directory(path, {"a": LINES, "b": lines, "c": LINES}, replace=True)


@pytest.fixture(params=[to_file, to_directory])
def write(request: pytest.FixtureRequest) -> Write:
    """Return what writes lines, replacing what is there, to a file or to one of the files in a directory."""
    return request.param


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("", '"": an empty name names no file'),
        ("nowhere/it", "nowhere/it: no such directory: nowhere"),
        ("file/it", "file/it: not a directory"),
        ("loop", "loop: this link leads to itself"),
        ("a\0b", "a\0b: not a possible file name"),
        (f"{LONGEST}x", f"{LONGEST}x: file name too long"),
    ],
)
def test_what_no_file_can_be_is_told_and_leaves_nothing(write: Write, path: str, message: str, here: Path) -> None:
    laid(here, {"file": OLD})
    Path("loop").symlink_to("loop")
    with refused(message):
        write(path, LINES)
    assert held(here) == {"file": OLD, "loop": None}
    assert Path("loop").is_symlink()


@pytest.mark.parametrize("replace", [False, True])
def test_a_directory_is_no_file_and_a_file_no_directory(here: Path, *, replace: bool) -> None:
    before = laid(here, {"file": OLD, "directory": None})
    for path in ("directory", "./directory", ".", "directory/.."):
        with refused(f"{path}: this is a directory, not a file"):
            write_file(path, LINES, replace=replace)
    with refused("file: this is a file, not a directory"):
        write_directory("file", {"a": LINES}, replace=replace)
    assert held(here) == before


@pytest.mark.parametrize("path", ["new/", "file/", "directory/", "/"])
def test_a_name_that_ends_with_a_slash_is_no_file(path: str, here: Path) -> None:
    before = laid(here, {"file": OLD, "directory": None})
    with refused(f"{path}: this names a directory, not a file"):
        write_file(path, LINES, replace=True)
    assert held(here) == before


def test_a_name_can_be_as_long_as_the_system_lets_it(here: Path) -> None:
    write_file(LONGEST, LINES, replace=False)
    write_directory("x" * 255, {LONGEST: LINES}, replace=False)
    assert held(here) == {LONGEST: TEXT, "x" * 255: None, f"{'x' * 255}/{LONGEST}": TEXT}


@pytest.fixture(params=["new", "there"])
def before(request: pytest.FixtureRequest, write: Write, here: Path) -> Held:
    """Lay what is there where something is about to be written to `it`, and return it."""
    if request.param == "new":
        return {}
    return laid(here, {"it": OLD} if write is to_file else {"it": None, "it/a": OLD, "it/b": OLD, "it/other": OLD})


@pytest.mark.parametrize("error", [RuntimeError("x"), ValueError("x"), KeyboardInterrupt()], ids=repr)
def test_lines_that_fail_change_nothing_and_are_told_as_they_are(
    write: Write, before: Held, error: BaseException, here: Path
) -> None:
    def lines() -> Iterator[str]:
        yield "x" * 100_000
        written = held(here).keys() - before.keys()
        assert {name.removeprefix("it/")[0] for name in written} <= {"."}
        raise error

    with pytest.raises(type(error)) as caught:
        write("it", lines())
    assert caught.value is error
    assert held(here) == before


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let no file grow larger; Python ignores the signal that comes with it, and would cut off its own bytecode."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        sys.dont_write_bytecode = bytecode
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("lines", [20, 2_000], ids=["when it is closed", "on the way"])
def test_a_disk_that_fills_changes_nothing(write: Write, before: Held, lines: int, here: Path) -> None:
    with room_for(1_000), refused("it: file too large"):
        write("it", ["x" * 99] * lines)
    assert held(here) == before
