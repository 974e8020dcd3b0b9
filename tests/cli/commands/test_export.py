"""`etoile export`: where an export goes, and what keeps it from going there."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import Location, read
from etoile_cli.export.nfo import nfo
from tests.door import CHECKOUT, Run, arguments, entry_point, environment, run, run_process
from tests.processes import FULL_DISK, TEXT_FORMATS, run_all, run_all_in_terminal, shell
from tests.thoroughness import breadth
from tests.written import Held, held, laid

SHIPPED = str(CHECKOUT / "data" / "etoile.toml")
HOSTILE = str(CHECKOUT / "tests" / "data" / "hostile.toml")
OLD = "old\n"
PLAIN = {"NO_COLOR": "1"}
ENDINGS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("catalogue", [SHIPPED, HOSTILE], ids=["shipped", "hostile"])
def test_a_file_gets_what_standard_output_gets(catalogue: str, here: Path) -> None:
    commands = [f"etoile -c '{catalogue}' export {name}" for name in TEXT_FORMATS]
    written = [f"{command} -o '{here}/it.{name}'" for command, name in zip(commands, TEXT_FORMATS, strict=True)]
    assert set(run_all(written)) == {Run("", "", 0)}
    printed = {f"it.{name}": done.stdout for name, done in zip(TEXT_FORMATS, run_all(commands), strict=True)}
    assert all(printed.values())
    assert held(here) == printed


def _nfo(catalogue: Catalogue) -> Held:
    return {f"it/{name}": "".join(f"{line}\n" for line in lines) for name, lines in nfo(catalogue).items()}


@pytest.mark.parametrize("catalogue", [SHIPPED, HOSTILE], ids=["shipped", "hostile"])
def test_a_directory_gets_the_files_of_nfo(catalogue: str, here: Path) -> None:
    assert run(f"etoile -c '{catalogue}' export nfo -o it") == Run("", "", 0)
    assert held(here) == {"it": None, **_nfo(read(Location(catalogue, "option")))}


SMALL = 'format = 1\n\n[show]\ntitle = "A"\n'


def test_a_terminal_is_told_what_was_written(here: Path) -> None:
    laid(here, {"small.toml": SMALL, "there": OLD, "media": None})
    told = {
        "etoile export html -o page.html": "etoile: wrote page.html\n",
        "etoile export html -o there --force": "etoile: wrote there\n",
        "etoile export md -o './a\x1b[2J b\n'": "etoile: wrote ./a\\u001b[2J b\\n\n",
        "etoile export nfo -o new": "etoile: wrote 10 files into new\n",
        "etoile -c small.toml export nfo -o media/": "etoile: wrote 1 file into media/\n",
        "etoile export md -o there": "etoile: error: there: already exists\nhint: --force replaces it\n",
        "etoile export html -o /dev/null": "",
        "etoile -c small.toml export toml -o -": SMALL,
    }
    assert [done.stdout for done in run_all_in_terminal(list(told), width=80, env=PLAIN)] == list(told.values())


def test_a_terminal_is_told_once_of_a_page_that_is_opened() -> None:
    told = {
        "true": "etoile: wrote true\n",
        "false": "etoile: error: wrote false, but could not open it\nhint: BROWSER names the browser\n",
    }
    for browser, message in told.items():
        [done] = run_all_in_terminal(
            [f"etoile export html -o {browser} --open"], width=80, env=PLAIN | {"BROWSER": browser}
        )
        assert done.stdout == message


def test_a_dash_is_standard_output(here: Path) -> None:
    assert run("etoile export md -o -") == run("etoile export md")
    assert held(here) == {}
    run("etoile export md -o ./-")
    assert list(held(here)) == ["-"]


@pytest.mark.parametrize(
    "line",
    [
        "etoile export md -o /dev/stdout | cat",
        "etoile export md -o /dev/fd/3 3>&1 >&2 | cat",
        "etoile export md -o /dev/stdout > it; cat it",
        "etoile export md -o /dev/stderr 2>&1 | cat",
        "etoile export md -o /dev/stderr 2> it; cat it",
        "etoile export md -o /dev/fd/1 > it; cat it",
        "etoile export md -o /proc/self/fd/1 > it; cat it",
        "etoile export md -o /proc/thread-self/fd/3 3> it; cat it",
        "exec etoile export md -o /proc/$$/fd/3 3>&1 > it",
        "etoile export md -o //dev/../dev/stdout > it; cat it",
        "ln -s /dev/stdout link; ln -s link another; etoile export md -o another > it; cat it",
    ],
)
def test_the_systems_names_of_streams_are_written_to(line: str, here: Path) -> None:
    assert shell(line, cwd=here) == run("etoile export md")


def test_what_an_open_file_holds_already_stays_there(here: Path) -> None:
    line = "{ echo before; etoile export md -o /dev/fd/3 3>&1; echo behind; } > it; cat it"
    assert shell(line, cwd=here).stdout == f"before\n{run('etoile export md').stdout}behind\n"


def test_a_descriptor_that_is_not_open_is_told(here: Path) -> None:
    done = run_process("etoile export md -o /dev/fd/77", code=4)
    assert (done.stdout, done.stderr) == ("", "etoile: error: /dev/fd/77: bad file descriptor\n")
    assert held(here) == {}


@pytest.mark.parametrize(
    ("there", "command", "message"),
    [
        ({"it": OLD}, "md -o it", "it: already exists\nhint: --force replaces it"),
        ({"it": None}, "md -o it --force", "it: this is a directory, not a file"),
        ({}, "md -o nowhere/it", "nowhere/it: no such directory: nowhere"),
        ({}, "md -o ''", '"": an empty name names no file'),
        ({"it": OLD}, "md -o it/x", "it/x: not a directory"),
        ({}, "md -o '\x1b[2J\n/it'", r"\u001b[2J\n/it: no such directory: \u001b[2J\n"),
        ({}, "nfo -o ''", '"": an empty name names no file'),
        ({}, "nfo -o nowhere/it", "nowhere/it: no such directory: nowhere"),
        ({"it": OLD}, "nfo -o it --force", "it: this is a file, not a directory"),
        (
            {"it": None, "it/tvshow.nfo": OLD},
            "nfo -o it",
            "it: tvshow.nfo already exists\nhint: --force replaces it",
        ),
        (
            {"it": None, "it/S01E01.nfo": OLD, "it/S01E08.nfo": OLD},
            "nfo -o it",
            "it: S01E01.nfo and 1 more file already exist\nhint: --force replaces them",
        ),
        (
            {"it": None, "it/S01E02.nfo": None},
            "nfo -o it --force",
            "it: S01E02.nfo in it is no file",
        ),
    ],
)
def test_what_cannot_be_written_is_told_and_changes_nothing(
    there: Held, command: str, message: str, here: Path
) -> None:
    before = laid(here, there)
    assert run(f"etoile export {command}", code=4) == Run("", f"etoile: error: {message}\n", 4)
    assert held(here) == before


def test_force_replaces_what_is_there_and_nothing_beside_it(here: Path) -> None:
    files = _nfo(read(Location(SHIPPED, "option")))
    laid(here, {"it": None, "it/other.nfo": OLD, "it.md": OLD} | dict.fromkeys(files, OLD))
    assert run("etoile export nfo -o it --force") == Run("", "", 0)
    assert run("etoile export md -o it.md --force") == Run("", "", 0)
    assert held(here) == {"it": None, "it/other.nfo": OLD, "it.md": run("etoile export md").stdout, **files}


@pytest.mark.parametrize(
    "command", ["md -o it.toml", "json -o ./it.toml --force", "nfo -o it.toml", "csl -o link --force"]
)
@pytest.mark.parametrize("named", ["-c it.toml", "-c link"])
def test_what_cannot_be_read_again_does_not_replace_the_catalogue(command: str, named: str, here: Path) -> None:
    laid(here, {"it.toml": Path(HOSTILE).read_text(encoding="utf-8")})
    (here / "link").symlink_to("it.toml")
    before = held(here)
    done = run(f"etoile {named} export {command}", code=2)
    path = command.split()[2]
    told = f"etoile: error: the catalogue itself would be replaced: {path}\nhint: name another with --output\n"
    assert (done.stdout, done.stderr) == ("", told)
    assert held(here) == before


@pytest.mark.parametrize("command", ["html -o it.toml --force", "nfo -o it --force"])
def test_a_catalogue_on_standard_input_or_in_the_directory_is_spared(command: str, here: Path) -> None:
    laid(here, {"it": None, "it.toml": Path(HOSTILE).read_text(encoding="utf-8")})
    (here / "it" / "tvshow.nfo").symlink_to("../it.toml")
    before = held(here)
    line = [entry_point(), "-c", "-", "export", *command.split()]
    with (here / "it.toml").open("rb") as catalogue:
        done = subprocess.run(line, stdin=catalogue, capture_output=True, env=environment(), cwd=here, check=False)
    path = command.split()[2]
    told = f"etoile: error: the catalogue itself would be replaced: {path}\nhint: name another with --output\n"
    assert (done.stdout, done.stderr.decode(), done.returncode) == (b"", told, 2)
    assert held(here) == before


def test_a_device_is_written_to_though_the_catalogue_came_from_it() -> None:
    missing = (
        '<stdin>:1:1: error[missing-key]: "format" is missing (write format = 1 in the first line)\n'
        '<stdin>:1:1: error[missing-key]: "show" is missing (begin with [show])\n'
    )
    assert shell("etoile -c - export md -o /dev/null < /dev/null", code=3) == Run("", missing, 3)


def test_a_catalogue_can_take_its_own_place(here: Path) -> None:
    laid(here, {"it.toml": Path(HOSTILE).read_text(encoding="utf-8")})
    run("etoile -c it.toml export toml -o it.toml --force")
    assert held(here) == {"it.toml": run(f"etoile -c '{HOSTILE}' export toml").stdout}


@pytest.mark.parametrize("command", ["md -o it", "md -o it --force", "nfo -o new", "html -o it --force --open"])
@pytest.mark.parametrize(
    ("catalogue", "told"),
    [
        ("it.toml", 'it.toml:2:1: error[missing-key]: show: "title" is missing'),
        ("nowhere.toml", "etoile: error: nowhere.toml: no such file"),
    ],
)
def test_a_catalogue_that_cannot_be_used_writes_nothing(command: str, catalogue: str, told: str, here: Path) -> None:
    before = laid(here, {"it": OLD, "it.toml": "format = 1\n[show]\n"})
    done = run(f"etoile -c {catalogue} export {command}", code=3)
    assert (done.stdout, done.stderr.splitlines()[0]) == ("", told)
    assert held(here) == before


# The root user may write anywhere, but not in a program that has lost the capability to override permissions.
_WITHOUT_OVERRIDE = """
import ctypes, os, sys
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1
ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.mark.parametrize("command", ["html -o shut/it", "html -o shut/old --force", "nfo -o shut/it", "nfo -o shut"])
def test_a_directory_that_may_not_be_written_is_told_and_left_alone(command: str, here: Path) -> None:
    before = laid(here, {"shut": None, "shut/old": OLD})
    (here / "shut").chmod(0o555)
    given = [sys.executable, "-c", _WITHOUT_OVERRIDE, entry_point(), *arguments(f"etoile export {command}")]
    done = subprocess.run(given, capture_output=True, encoding="utf-8", env=environment(), check=False)
    (here / "shut").chmod(0o755)
    path = command.split()[2]
    told = f"etoile: error: {path}: no permission to write there\n"
    assert (done.stdout, done.stderr, done.returncode) == ("", told, 4)
    assert held(here) == before


@pytest.mark.parametrize("command", ["html -o it --force", "html -o new", "nfo -o folder --force", "nfo -o new"])
def test_a_disk_that_fills_leaves_what_was_there(command: str, here: Path) -> None:
    before = laid(here, {"it": OLD, "folder": None, "folder/tvshow.nfo": OLD})
    done = shell(f"{FULL_DISK.format(1)} etoile export {command}", code=4, cwd=here)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {command.split()[2]}: file too large\n")
    assert held(here) == before


# Sends a signal to itself when a part of the file is written.
ENDED_WHILE_IT_WRITES = """
import os, sys
if NAMED:
    del os.O_TMPFILE
from etoile_cli.system import drafts
from etoile_cli.__main__ import main

lines = 0

def stage(_):
    global lines
    lines += 1
    if lines == 20:
        assert any(name.startswith(".") for name in os.listdir()) == NAMED, "a hidden file is written"
        os.kill(os.getpid(), ENDING)

drafts.stage = stage
sys.argv[0] = "etoile"
main()
"""


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("there", [{}, {"it": OLD}], ids=["new", "there"])
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("named", [True, False])
def test_what_ends_it_while_it_is_written_leaves_what_was_there(
    ending: signal.Signals, there: Held, named: bool, here: Path
) -> None:
    before = laid(here, there)
    command = [
        sys.executable,
        "-c",
        ENDED_WHILE_IT_WRITES.replace("ENDING", str(int(ending))).replace("NAMED", str(named)),
        *arguments("etoile export toml -o it --force"),
    ]
    done = subprocess.run(command, capture_output=True, env=environment(), check=False)
    assert (done.stdout, done.stderr.strip(), done.returncode) == (b"", b"", 128 + ending)
    assert held(here) == before


def test_a_full_disk_is_an_error_in_every_format() -> None:
    for name in TEXT_FORMATS:
        done = shell(f"etoile export {name} > /dev/full", code=4)
        assert (done.stdout, done.stderr) == ("", "etoile: error: cannot write: no space left on device\n"), name


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a catalogue that no pipe holds."""
    path = tmp_path_factory.mktemp("big") / "big.toml"
    records = "".join(f'[[cast]]\nname = "Actor {number}"\nsources = ["{number}"]\n' for number in range(4_000))
    path.write_text(f'format = 1\n[show]\ntitle = "Big"\n{records}', encoding="utf-8")
    return str(path)


def test_a_reader_that_goes_away_is_no_error_in_any_format(big: str) -> None:
    for name in breadth(TEXT_FORMATS, TEXT_FORMATS[:2]):
        for output in ("", "-o /dev/stdout", "-o /dev/fd/3 3>&1"):
            done = shell(f"{{ etoile -c {big} export {name} {output}; echo $? >&2; }} | head -1")
            assert (done.stdout.count("\n"), done.stderr) == (1, "0\n"), (name, output)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no file system that makes its files itself")
def test_where_no_file_can_be_made_that_is_said() -> None:
    for command, path in (("nfo", "/proc/x"), ("html", "/proc/x.html")):
        done = run(f"etoile export {command} -o {path}", code=4)
        assert (done.stdout, done.stderr) == ("", f"etoile: error: {path}: no file can be made there\n")
