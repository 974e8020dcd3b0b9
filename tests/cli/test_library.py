"""Several catalogues on the command line: what is listed, what is told of files that can't be used, how it ends."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from etoile_cli.catalogue.sections import SECTIONS
from etoile_cli.cli import libraries
from etoile_cli.listing.formats import Format
from tests.cli.shelves import BROKEN, PART, SHOW, TOLD, three, write
from tests.door import Run, run, run_process
from tests.shows.shows import FOLDER, NAMES, path_of
from tests.transcripts import transcript
from tests.widths import columns

COMMANDS = [each.command for key, each in SECTIONS.items() if key != "trailers"]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shows").mkdir()


# As it stands.

SHOWN = ("cast valderrama", "companies", "episodes S02E01", "where-to-watch", "search salt")


@pytest.mark.parametrize("width", [40, 80, 120])
def test_screens(golden: Callable[[str, str], None], width: int) -> None:
    lines = [f"COLUMNS={width} etoile -c shows {command} -f table" for command in SHOWN]
    golden(f"library-screens-{width}", transcript(lines, {"-c shows": f"-c {FOLDER}"}))


def test_formats(golden: Callable[[str, str], None]) -> None:
    words = {"companies": "kamome", "search": "salt"}
    lines = [f"etoile -c shows {command} {word} -f {format_}" for command, word in words.items() for format_ in Format]
    golden("library-formats", transcript(lines, {"-c shows": f"-c {FOLDER}"}))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize("command", [*COMMANDS, "search e", "path"])
def test_nothing_is_wider_than_the_terminal(command: str, width: int) -> None:
    told = run(f"etoile -c {FOLDER} {command} -f table", env={"COLUMNS": str(width)}).stdout.splitlines()
    assert [line for line in told if columns(line) > width] == []


# Which catalogues.


@pytest.mark.parametrize(
    "options",
    [
        "-c shows",
        "-c shows -c shows",
        "-c shows -c shows/dark.toml",
        "-c shows/bear.toml -c shows/dark.toml -c shows/ferry.toml",
        "--catalogue shows/bear.toml -c shows",
    ],
)
def test_catalogues_are_named_in_any_way(options: str) -> None:
    three()
    expected = "Bear\tAna Ruiz\t\t\t\nBear\tJonas Lind\t\t\t\nDark\tJonas Lind\t\t\t\n"
    assert run(f"etoile cast {options}") == Run(expected, "", 0)
    assert run(f"etoile {options} cast") == Run(expected, "", 0)
    named = [each for each in options.split() if not each.startswith("-")]
    assert run("etoile cast", env={"ETOILE_CATALOGUE": os.pathsep.join(named)}) == Run(expected, "", 0)


def test_catalogues_before_and_after_the_command_are_joined() -> None:
    three()
    done = run("etoile -c shows/dark.toml cast -c shows/bear.toml --columns show,name")
    assert done.stdout == "Dark\tJonas Lind\nBear\tAna Ruiz\nBear\tJonas Lind\n"


def test_standard_input_may_be_one_of_them() -> None:
    three()
    done = run("etoile -c - -c shows/dark.toml cast", stdin=SHOW.format(title="Piped") + PART.format(name="Ida"))
    assert done.stdout == "Piped\tIda\t\t\t\nDark\tJonas Lind\t\t\t\n"


def test_standard_input_can_be_read_once() -> None:
    assert run("etoile -c - -c - cast", code=2) == Run(
        "",
        "etoile: error: standard input can be read only once\nhint: give - once, and the other catalogues as files\n",
        2,
    )


def test_options_go_before_the_environment() -> None:
    three()
    done = run("etoile -c shows/ferry.toml -c shows/dark.toml cast", env={"ETOILE_CATALOGUE": "shows/bear.toml"})
    assert done.stdout == "Dark\tJonas Lind\t\t\t\n"


def test_a_path_with_a_colon_may_stand_in_the_environment_alone() -> None:
    three()
    Path("shows").rename("a:b")
    assert run("etoile cast show:dark", env={"ETOILE_CATALOGUE": "a:b"}).stdout == "Dark\tJonas Lind\t\t\t\n"


@pytest.mark.parametrize("command", ["cast", "search e", "check", "path", "summary"])
@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("-c shows", "shows: no catalogue is in this directory"),
        ("-c ''", '"": no such file'),
        ("-c '' -c gone", '"": no such file'),
        ("-c shows -c gone", "gone: no such file"),
        ("-c gone:gone", "gone:gone: no such file"),
        ("-c '~'", "~: no such file"),
    ],
)
def test_where_no_catalogue_is_that_is_told(command: str, options: str, told: str) -> None:
    if command == "path" and "shows" not in options and options.count("-c") == 1:
        return  # it only says which file would be read
    done = run(f"etoile {options} {command}", code=3)
    assert done.stderr.splitlines()[:2].count(f"etoile: error: {told}") == 1
    assert done.stdout == ""


# Files that can't be used.


def test_what_cannot_be_used_is_told_and_the_others_are_listed() -> None:
    three()
    Path("shows/cut.toml").write_text(BROKEN, encoding="utf-8")
    Path("shows/gone.toml").symlink_to("nowhere.toml")
    os.mkfifo("shows/pipe.toml")
    assert run("etoile -c shows cast", code=3) == Run(
        "Bear\tAna Ruiz\t\t\t\nBear\tJonas Lind\t\t\t\nDark\tJonas Lind\t\t\t\n",
        "etoile: error: shows/gone.toml: no such file\n"
        "etoile: error: shows/pipe.toml: this is a pipe or a device, not a file\n"
        f"{TOLD.format('shows/cut.toml')}\n",
        3,
    )


@pytest.mark.parametrize("command", [*COMMANDS, "search ruiz", "people ruiz", "shows"])
def test_a_broken_catalogue_among_good_ones_changes_nothing_but_the_exit_code(command: str) -> None:
    three()
    good = {format_: run_any(f"etoile -c shows {command} -f {format_}") for format_ in Format}
    Path("shows/cut.toml").write_text(BROKEN, encoding="utf-8")
    for format_ in Format:
        done = run(f"etoile -c shows {command} -f {format_}", code=3)
        assert done.stdout == good[format_].stdout
        assert done.stderr.splitlines() == [*good[format_].stderr.splitlines(), TOLD.format("shows/cut.toml")]


def run_any(command: str) -> Run:
    try:
        return run(command)
    except AssertionError:
        return run(command, code=1)


def test_a_named_file_that_is_no_catalogue_is_told() -> None:
    three()
    Path("notes.toml").write_text("[project]\n", encoding="utf-8")
    done = run("etoile -c shows -c notes.toml cast", code=3)
    assert done.stderr.splitlines()[0].startswith("notes.toml:1:1: error[")
    assert done.stdout.count("\n") == 3


def test_of_a_thousand_broken_files_ten_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of no other it is found out what is wrong with it, which takes much longer than to read it."""
    explained = []
    catalogue_in = libraries.catalogue_in
    monkeypatch.setattr(libraries, "catalogue_in", lambda *given: explained.append(given) or catalogue_in(*given))
    three()
    for number in range(1_000):
        Path(f"shows/{number:03}.toml").write_text(BROKEN, encoding="utf-8")
    done = run("etoile -c shows cast", code=3)
    assert done.stdout.count("\n") == 3
    *told, more = done.stderr.splitlines()
    assert told == [TOLD.format(f"shows/{number:03}.toml") for number in range(10)]
    assert more == "etoile: and 990 other files that can't be used"
    assert len(explained) == 10


def test_one_other_file_is_told_as_one() -> None:
    for number in range(11):
        Path(f"shows/{number:02}.toml").symlink_to("gone")
    told = run("etoile -c shows cast", code=3).stderr.splitlines()
    assert len(told) == 11
    assert told[-1] == "etoile: and 1 other file that can't be used"


def test_a_file_that_changes_while_it_is_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    three()
    Path("shows/cut.toml").write_text(BROKEN, encoding="utf-8")
    catalogue_in = libraries.catalogue_in
    good = Path("shows/bear.toml").read_bytes()
    monkeypatch.setattr(libraries, "catalogue_in", lambda _, location: catalogue_in(good, location))
    told = run("etoile -c shows cast", code=3).stderr
    assert told == "etoile: error: shows/cut.toml: the file was changed while it was read\n"


def test_names_of_files_reach_no_terminal_as_they_are() -> None:
    three()
    Path("shows", os.fsdecode(b"\x1b[2J\xff\n.toml")).write_text(BROKEN, encoding="utf-8")
    done = run("etoile -c shows cast", code=3)
    assert done.stderr.startswith(r"shows/\u001b[2J\udcff\n.toml:3:9: error[syntax]")
    assert done.stderr.count("\n") == 1


def test_shows_called_by_files_of_any_name_are_listed_in_every_format() -> None:
    for name in (b"\xff.toml", b"\xfe.toml", b"a\n\x1b[2J.toml"):
        write(os.path.join("shows", os.fsdecode(name)), "Ida", title="Dark")  # noqa: PTH118 any bytes
    for format_ in Format:
        done = run(f"etoile -c shows cast -f {format_}")
        assert done.stderr == ""
        if format_ is not Format.CSV:
            assert "\x1b" not in done.stdout
    shows = [each["show"] for each in json.loads(run("etoile -c shows cast --json").stdout)]
    assert shows == ["Dark (a\n\x1b[2J.toml)", "Dark (shows/\ufffd.toml)", "Dark (shows/\ufffd.toml) 2"]


def test_a_show_without_its_format_is_told() -> None:
    three()
    Path("shows/typo.toml").write_text('fromat = 1\n[show]\ntitle = "Typo"\n', encoding="utf-8")
    done = run("etoile -c shows shows --columns show", code=3)
    assert done.stdout == "Bear\nDark\nFerry\n"
    assert done.stderr == 'shows/typo.toml:1:1: error[unknown-key]: no such key "fromat" (did you mean "format"?)\n'


def test_the_environment_names_the_format() -> None:
    three()
    done = run("etoile -c shows cast show:dark", env={"ETOILE_FORMAT": "jsonl"})
    assert json.loads(done.stdout)["show"] == "Dark"


def test_a_directory_with_one_catalogue_is_a_library() -> None:
    write("shows/dark.toml", "Ida")
    assert run("etoile -c shows cast").stdout == "Dark\tIda\t\t\t\n"
    assert run("etoile -c shows/dark.toml cast").stdout == "Ida\t\t\t\n"


def test_a_long_title_is_not_repeated_whole_with_every_record() -> None:
    write("shows/long.toml", *map(str, range(100)), title="x" * 50_000)
    assert len(run("etoile -c shows cast").stdout) < 100 * 300


# path, check.


def test_path_lists_the_files() -> None:
    three()
    Path("shows/gone.toml").symlink_to("nowhere")
    here = Path.cwd()
    files = [f"{here}/shows/{name}.toml" for name in ("bear", "dark", "ferry")]
    told = "etoile: named by --catalogue\netoile: error: shows/gone.toml: no such file\n"
    assert run("etoile -c shows path", code=3) == Run("".join(f"{file}\n" for file in files), told, 3)
    Path("shows/gone.toml").unlink()
    for format_ in ("tsv", "csv", "jsonl"):
        done = run(f"etoile -c shows path -f {format_}")
        assert all(file in done.stdout for file in files)
    assert [each["path"] for each in json.loads(run("etoile -c shows path --json").stdout)] == files


# Processes begin only where there is much to read; here, even for little.


@pytest.mark.parametrize("name", NAMES)
def test_the_invented_shows_are_in_the_library_by_their_titles(name: str) -> None:
    one = run(f"etoile summary -c {path_of(name)} -f jsonl").stdout
    shows = run(f"etoile -c {FOLDER} shows --columns show").stdout.splitlines()
    assert json.loads(one)["title"] in shows


def test_a_library_runs_in_a_process_of_its_own() -> None:
    three()
    done = run_process("etoile -c shows cast --columns show", cwd=Path.cwd())
    assert done == Run("Bear\nBear\nDark\n", "", 0)
