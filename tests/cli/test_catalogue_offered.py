"""What TAB offers of one show and of several, and that it reads no more than files for it."""

import os
import pty
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from etoile_cli.listing.columns import columns_of
from tests.cli.test_completion import offered
from tests.door import PATIENCE, entry_point, environment, run

LIBRARY = "tests/data/library"
FERRY = f"{LIBRARY}/ferry.toml"
NAMES = ["crossing", "ferry", "night", "the"]

# What a stream holds for the command. A terminal ends at control-D, for each that reads it.
CONTENT = b'format = 1\nshow = { title = "Streamed" }\ncast = [{ name = "Anselm Streamed" }]\n'
ENDS = b"\x04" * 50


class Stream:
    """What can be read once: its path, and whether the command can still read it."""

    def __init__(self, path: str, descriptor: int) -> None:
        self.path = path
        self._descriptor = descriptor

    def is_whole(self) -> bool:
        os.set_blocking(self._descriptor, False)
        return os.read(self._descriptor, 10) == CONTENT[:10]


@pytest.fixture(params=["pipe", "link to a pipe", "terminal"])
def stream(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stream]:
    if request.param == "terminal":
        write, read = pty.openpty()
        os.write(write, CONTENT + ENDS)
        yield Stream(os.ttyname(read), read)
        os.close(write)
    else:
        read, write = os.pipe()
        os.write(write, CONTENT)
        os.close(write)
        path = f"/dev/fd/{read}"
        if request.param == "link to a pipe":
            link = tmp_path / "link.toml"
            link.symlink_to(path)
            path = str(link)
        yield Stream(path, read)
    os.close(read)


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("-c {} cast an", []),
        ("-c {} -c {} cast an", []),
        (f"-c {{}} -c {LIBRARY} cast an", ["ana"]),
        (f"-c {LIBRARY} cast -c {{}} an", ["ana"]),
        (f"-c {{}} -c {FERRY} cast an", ["ana"]),
        (f"-c {{}} -c {LIBRARY} cast show:", NAMES),
        (f"-c {{}} -c {LIBRARY} cast sho", ["show:"]),
        (f"-c {{}} -c {LIBRARY} cast --columns sh", ["show"]),
        (f"-c {{}} -c {LIBRARY} cast --billing ", ["guest", "main"]),
        (f"-c {{}} -c {LIBRARY} search source:", ["guide", "site"]),
        (f"-c {{}} -c {LIBRARY} shows ", NAMES),
        (f"-c {{}} -c {LIBRARY} shows title:", NAMES),
        (f"-c {{}} -c {LIBRARY} people shows:", NAMES),
        (f"-c {{}} -c {LIBRARY} get show.tit", ["show.title", "show.titles"]),
        (f"-c {{}} -c {LIBRARY} get show.title show:", NAMES),
        (f"-c {{}} -c {LIBRARY} summary show:", NAMES),
        # What is read once is a second show: only those that list records take words of both.
        (f"-c {{}} -c {FERRY} get 'cast[an", []),
        (f"-c {{}} -c {FERRY} remove cast an", []),
    ],
)
def test_tab_leaves_to_the_command_what_can_be_read_once(line: str, values: list[str], stream: Stream) -> None:
    assert offered(f"etoile {line.replace('{}', stream.path)}") == values
    assert stream.is_whole()


@pytest.mark.parametrize(("line", "values"), [("cast an", ["ana"]), ("shows ", NAMES), ("get 'cast[an", [])])
def test_tab_leaves_it_likewise_if_the_environment_names_it(line: str, values: list[str], stream: Stream) -> None:
    assert offered(f"etoile {line}", {"ETOILE_CATALOGUE": f"{stream.path}:{LIBRARY}"}) == values
    assert stream.is_whole()


def test_tab_leaves_it_likewise_in_a_directory(stream: Stream, tmp_path: Path) -> None:
    directory = tmp_path / "library"
    directory.mkdir()
    (directory / "a.toml").symlink_to(stream.path)
    (directory / "b.toml").write_bytes(Path(FERRY).read_bytes())
    assert offered(f"etoile -c {directory} cast an") == ["ana"]
    assert stream.is_whole()


@pytest.mark.parametrize(
    ("make", "line", "values"),
    [
        (Path.touch, "-c - cast an", []),
        (Path.mkdir, "-c - cast show:", []),
        (Path.touch, f"-c - -c {FERRY} cast show:", ["ferry", "the"]),
    ],
)
def test_tab_reads_no_standard_input_where_something_is_called_like_it(
    make: Callable[[Path], None],
    line: str,
    values: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    line = line.replace(FERRY, str(Path(FERRY).absolute()))
    monkeypatch.chdir(tmp_path)
    make(Path("-"))
    assert offered(f"etoile {line}", stdin=CONTENT) == values


@pytest.mark.parametrize("line", ["cast an", "cast show:", "shows ", "get show."])
def test_tab_never_waits_for_a_pipe(line: str, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    words = f"etoile -c {pipe} -c {LIBRARY} {line}".split(" ")
    asked = {"_ETOILE_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": " ".join(words)}
    done = subprocess.run([entry_point()], env=environment(asked), capture_output=True, timeout=PATIENCE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_words_are_offered_of_what_is_there() -> None:
    assert offered(f"etoile -c nowhere.toml -c {LIBRARY} cast an") == ["ana"]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("people shows:", NAMES),
        ("people not:shows:n", ["night"]),
        ("people parts:", ["aoki", "berg", "captain", "guest", "holm", "main", "nils", "vera"]),
        ("search title:", ["crime", "crossing", "ferry", "guide", "night", "television", "the"]),
        ("search genres:", ["drama", "thriller"]),
        ("search ended:", ["2023"]),
        ("search premiere:", ["2021", "2024"]),
        ("search source:", ["guide", "site"]),
    ],
)
def test_the_values_of_all_shows_are_offered(line: str, values: list[str]) -> None:
    assert offered(f"etoile -c {LIBRARY} {line}") == values


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("shows title:", NAMES),
        ("shows not:title:f", ["ferry"]),
        ("shows networks:", ["channel", "nine"]),
        ("shows network:c", ["channel"]),
        ("shows genres:", ["drama", "thriller"]),
        ("shows file:", ["data", "ferry", "library", "night-crossing", "tests", "toml"]),
        ("shows years:", ["2021", "2023", "2024"]),
        ("shows premiere:", ["2021", "2024"]),
        ("shows seasons:", ["1", "2"]),
        ("shows episodes:", ["12", "8"]),
        ("shows show:", NAMES),
        ("shows runtime:", []),
    ],
)
def test_the_values_of_a_list_of_shows_are_offered(line: str, values: list[str]) -> None:
    assert offered(f"etoile -c {LIBRARY} {line}") == values


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("shows title:", ["ferry", "the"]),
        ("shows show:", ["ferry", "the"]),
        ("shows not:show:=f", ["ferry"]),
        ("shows networks:", ["channel", "nine"]),
        ("shows genres:", ["drama"]),
        ("shows file:", ["data", "ferry", "library", "tests", "toml"]),
        ("shows premiere:", ["2024-09-12"]),
        ("cast show:", []),
    ],
)
def test_the_values_of_a_list_of_one_show_are_offered_likewise(line: str, values: list[str]) -> None:
    assert offered(f"etoile -c {FERRY} {line}") == values


def test_a_show_without_a_title_is_called_by_its_file(tmp_path: Path) -> None:
    file = tmp_path / "untitled.toml"
    file.write_text('format = 1\nshow = { title = " " }\ncast = [{ name = "x" }]\n', encoding="utf-8")
    assert offered(f"etoile -c {file} shows show:u") == ["untitled"]
    assert offered(f"etoile -c {file} people shows:u") == ["untitled"]


@pytest.mark.parametrize("path", [LIBRARY, FERRY])
def test_a_value_that_is_offered_of_shows_finds_one(path: str) -> None:
    keys = [key for key in columns_of("shows") if key != "status"]  # of that, all words are offered
    terms = [f"{key}:{value}" for key in keys for value in offered(f"etoile -c {path} shows {key}:")]
    assert len(terms) > 15
    for term in terms:
        run(f"etoile -c {path} shows {term}")
