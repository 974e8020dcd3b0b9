"""Which files of a directory are catalogues, whatever else is there; nothing hangs, nothing is read twice."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from etoile_cli.catalogue.reader import Location
from etoile_cli.errors import UsageError
from etoile_cli.library import files
from etoile_cli.library.files import find_catalogues
from etoile_cli.library.head import Head

CATALOGUE = 'format = 1\n[show]\ntitle = "{}"\n'


# After so many seconds something hangs.
PATIENCE = 300


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Begin in an empty directory, and let nothing hang."""
    monkeypatch.chdir(tmp_path)
    Path("shows").mkdir()
    before = signal.signal(signal.SIGALRM, _hung)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _hung(_number: int, _frame: object) -> None:
    raise TimeoutError


def write(path: str, title: str = "A") -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(CATALOGUE.format(title), encoding="utf-8")
    return file


def found(*paths: str) -> tuple[list[str], list[str]]:
    """Return the paths of the catalogues that are found, and what is told of the rest."""
    catalogues, failed = find_catalogues([Location(path, "option") for path in paths])
    return [each.location.path for each in catalogues], [error.message for error in failed]


def test_the_catalogues_of_a_directory_are_found_in_the_order_of_their_paths() -> None:
    for name in ("b.toml", "a/z.toml", "a.toml", "c/d/e.TOML", "B.toml", "é.toml"):
        write(f"shows/{name}")
    names = ["B.toml", "a/z.toml", "a.toml", "b.toml", "c/d/e.TOML", "é.toml"]
    assert found("shows") == ([f"shows/{name}" for name in names], [])


def test_the_size_and_the_head_of_each_are_told() -> None:
    file = write("shows/a.toml", "Dark")
    (one,), _ = find_catalogues([Location("shows", "environment")])
    assert (one.location, one.size, one.head) == (
        Location("shows/a.toml", "environment"),
        file.stat().st_size,
        Head("Dark"),
    )
    assert one.read() == file.read_bytes()


def test_what_others_keep_and_what_is_hidden_is_left_out() -> None:
    write("shows/a.toml")
    for name in ("pyproject.toml", "Cargo.toml", "empty.toml", "notes.txt", "a.toml.bak", "toml"):
        Path("shows", name).write_text('[project]\nname = "x"\n' if name != "empty.toml" else "", encoding="utf-8")
    for name in (".hidden.toml", ".git/a.toml", ".toml", "a/.b/c.toml"):
        write(f"shows/{name}")
    assert found("shows") == (["shows/a.toml"], [])


def test_what_is_hidden_may_be_named() -> None:
    write(".shows/.dark/a.toml")
    write(".shows/b.toml")
    assert found(".shows/.dark", ".shows") == ([".shows/.dark/a.toml", ".shows/b.toml"], [])


def test_a_file_that_is_named_is_read_whatever_its_name_and_what_is_in_it() -> None:
    write("notes")
    Path("empty").touch()
    assert found("notes", "empty", os.devnull) == (["notes", "empty", os.devnull], [])


def test_a_directory_may_be_called_as_a_catalogue() -> None:
    write("shows/a.toml/b.toml")
    assert found("shows") == (["shows/a.toml/b.toml"], [])
    assert found("shows/a.toml") == (["shows/a.toml/b.toml"], [])


def test_links_are_followed_and_what_several_lead_to_is_found_once() -> None:
    write("elsewhere/x.toml")
    write("other/y.txt")
    write("shows/a.toml")
    Path("shows/b.toml").symlink_to("a.toml")
    os.link("shows/a.toml", "shows/c.toml")
    Path("shows/dir").symlink_to("../elsewhere")
    Path("shows/again").symlink_to("../elsewhere")
    Path("shows/y.toml").symlink_to("../other/y.txt")
    assert found("shows") == (["shows/a.toml", "shows/again/x.toml", "shows/y.toml"], [])


def test_loops_of_links_end() -> None:
    write("shows/a.toml")
    Path("shows/loop").symlink_to(".")
    Path("shows/up").symlink_to("../shows")
    Path("shows/one").symlink_to("two")
    Path("shows/two").symlink_to("one")
    assert found("shows") == (["shows/a.toml"], [])
    assert found("shows/loop/loop/up") == (["shows/loop/loop/up/a.toml"], [])


def test_links_that_lead_nowhere_are_told() -> None:
    write("shows/b.toml")
    Path("shows/a.toml").symlink_to("gone.toml")
    Path("shows/c.toml").symlink_to("c.toml")
    Path("shows/gone").symlink_to("nowhere")
    listed, told = found("shows")
    assert listed == ["shows/b.toml"]
    assert told == ["shows/a.toml: no such file", "shows/c.toml: too many levels of symbolic links"]


def test_what_is_no_file_is_told_and_never_opened() -> None:
    write("shows/a.toml")
    os.mkfifo("shows/fifo.toml")
    Path("shows/null.toml").symlink_to(os.devnull)
    Path("shows/zero.toml").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("shows/socket.toml")
        listed, told = found("shows")
    assert listed == ["shows/a.toml"]
    names = ("fifo", "null", "socket", "zero")
    assert told == [f"shows/{name}.toml: this is a pipe or a device, not a file" for name in names]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_what_may_not_be_read_is_told() -> None:
    write("shows/a.toml").chmod(0)
    write("shows/b.toml")
    write("shows/c/d.toml")
    Path("shows/c").chmod(0)
    assert found("shows") == (
        ["shows/b.toml"],
        ["shows/a.toml: no permission to read it", "shows/c: no permission to read it"],
    )
    Path("shows/c").chmod(0o700)


def test_names_of_any_bytes_are_found_and_told_as_escapes() -> None:
    for name in (b"\xff.toml", b"a\nb.toml", b"\x1b[2J.toml"):
        Path("shows", os.fsdecode(name)).write_text(CATALOGUE.format("A"), encoding="utf-8")
    Path("shows", os.fsdecode(b"c\n\xff.toml")).symlink_to("gone")
    listed, told = found("shows")
    assert list(map(os.fsencode, listed)) == [b"shows/\x1b[2J.toml", b"shows/a\nb.toml", b"shows/\xff.toml"]
    assert told == [r"shows/c\n\udcff.toml: no such file"]


def test_very_deep_directories_are_looked_through() -> None:
    path = "shows" + "/d" * 400
    write(f"{path}/a.toml")
    assert found("shows") == ([f"{path}/a.toml"], [])


def test_directories_deeper_than_a_path_may_be_long_are_told() -> None:
    begin = Path.cwd()
    os.chdir("shows")
    name = "d" * 200
    for _ in range(25):
        os.mkdir(name)  # noqa: PTH102 there is no path to it
        os.chdir(name)
    os.chdir(begin)
    write("shows/a.toml")
    listed, (told,) = found("shows")
    assert listed == ["shows/a.toml"]
    assert told.endswith(": file name too long")


def test_what_vanishes_meanwhile_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c/d", "e"):
        write(f"shows/{name}.toml")
    head_of = files.head_of

    def and_vanish(file: object, *, most: int) -> Head | None:
        for name in ("b.toml", "c/d.toml"):
            Path("shows", name).unlink(missing_ok=True)
        if Path("shows/c").exists():
            Path("shows/c").rmdir()
        return head_of(file, most=most)  # type: ignore[arg-type]

    monkeypatch.setattr(files, "head_of", and_vanish)
    assert found("shows") == (
        ["shows/a.toml", "shows/e.toml"],
        ["shows/b.toml: no such file", "shows/c: no such file"],
    )


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["shows", "shows"], ["a", "b/c"]),
        (["shows", "shows/a.toml"], ["a", "b/c"]),
        (["shows/a.toml", "shows"], ["a", "b/c"]),
        (["shows/b", "shows"], ["b/c", "a"]),
        (["shows", "shows/b"], ["a", "b/c"]),
        (["shows/a.toml", "shows/a.toml", "./shows/a.toml"], ["a"]),
        (["shows/b/c.toml", "shows/b"], ["b/c"]),
    ],
)
def test_what_is_named_twice_is_found_once(paths: list[str], expected: list[str]) -> None:
    write("shows/a.toml")
    write("shows/b/c.toml")
    assert found(*paths) == ([f"shows/{name}.toml" for name in expected], [])


def test_all_of_a_directory_may_have_been_named_before() -> None:
    write("shows/b/c.toml")
    assert found("shows/b", "shows", "shows") == (["shows/b/c.toml"], [])


def test_a_directory_without_catalogues_is_told() -> None:
    Path("shows/pyproject.toml").write_text("[project]\n", encoding="utf-8")
    Path("shows/loop").symlink_to(".")
    write("a.toml")
    assert found("a.toml", "shows") == (["a.toml"], ["shows: no catalogue is in this directory"])
    assert found("shows", "shows")[1][0] == "shows: no catalogue is in this directory"


def test_a_file_that_is_not_there_is_told() -> None:
    assert found("gone.toml", "", "shows\0") == (
        [],
        ["gone.toml: no such file", '"": no such file', r"shows\u0000: not a possible file name"],
    )


def test_standard_input_can_be_named_once() -> None:
    with pytest.raises(UsageError, match="standard input can be read only once"):
        find_catalogues([Location("-", "option"), Location("shows", "option"), Location("-", "option")])


def test_a_large_directory_of_other_files_is_read_no_further_than_needed() -> None:
    for number in range(50):
        Path(f"shows/{number}.toml").write_bytes(b"[a]\n" + b"#" * (1 << 20))
    write("shows/a.toml")
    assert found("shows") == (["shows/a.toml"], [])
