"""`etoile export sqlite`: a database that is there whole or not at all, and what keeps it from being there."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.door import Run, arguments, environment, run, run_process
from tests.processes import FULL_DISK, run_all_in_terminal, shell
from tests.written import Held, held, laid

OLD = "old\n"
SMALL = 'format = 1\n[show]\ntitle = "The Ferry"\n[[cast]]\nname = "Ana Ruiz"\n'


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    laid(tmp_path, {"ferry.toml": SMALL})
    return tmp_path


def parts(path: Path) -> list[tuple[str, str, str]]:
    """Return the parts in a database with the name and the file of their show."""
    with closing(sqlite3.connect(path)) as opened:
        return opened.execute(
            'SELECT s.name, s.file, c.name FROM "cast" AS c JOIN shows AS s ON s.record = c.show'
        ).fetchall()


def test_a_catalogue_is_a_library_of_one(here: Path) -> None:
    assert run("etoile -c ferry.toml export sqlite -o shows.db") == Run("", "", 0)
    assert parts(here / "shows.db") == [("The Ferry", "ferry.toml", "Ana Ruiz")]
    assert {each.name for each in here.iterdir()} == {"ferry.toml", "shows.db"}


def test_the_built_in_catalogue_and_standard_input_are_files_too(here: Path) -> None:
    run("etoile export sqlite -o etoile.db")
    run("etoile -c - export sqlite -o ferry.db", stdin=SMALL)
    assert len(parts(here / "etoile.db")) > 20
    assert parts(here / "ferry.db") == [("The Ferry", "<stdin>", "Ana Ruiz")]


def test_a_name_that_is_no_unicode_is_told_as_far_as_it_is(here: Path) -> None:
    (here / "ferry.toml").rename(os.fsdecode(b"f\xff.toml"))
    assert shell("etoile -c \"$(printf 'f\\377.toml')\" export sqlite -o shows.db", cwd=here) == Run("", "", 0)
    assert parts(here / "shows.db") == [("The Ferry", "f\ufffd.toml", "Ana Ruiz")]


def test_a_terminal_is_told_what_was_written_and_gets_no_database() -> None:
    told = {
        "etoile -c ferry.toml export sqlite -o new.db": "etoile: wrote new.db\n",
        "etoile -c ferry.toml export sqlite -o new.db --force": "etoile: wrote new.db\n",
        "etoile -c ferry.toml export sqlite -o new.db ": (
            "etoile: error: new.db: already exists\nhint: --force replaces it\n"
        ),
        "etoile -c ferry.toml export sqlite": (
            "etoile: error: sqlite is a database, which no terminal can show\nhint: name a file for it with --output\n"
        ),
        "etoile -c ferry.toml export sqlite -o /dev/null": "",
    }
    done = run_all_in_terminal(list(told), width=80, env={"NO_COLOR": "1"})
    assert [each.stdout for each in done] == list(told.values())
    assert [each.code for each in done] == [0, 0, 4, 2, 0]


@pytest.mark.parametrize(
    "line",
    [
        "etoile -c ferry.toml export sqlite > it.db",
        "etoile -c ferry.toml export sqlite -o - | cat > it.db",
        "etoile -c ferry.toml export sqlite -o /dev/stdout > it.db",
        "etoile -c ferry.toml export sqlite -o /dev/fd/3 3> it.db",
        "mkfifo pipe; cat pipe > it.db & etoile -c ferry.toml export sqlite -o pipe; wait; rm pipe",
    ],
)
def test_a_stream_gets_a_copy(line: str, here: Path) -> None:
    assert shell(line, cwd=here, env={"TMPDIR": str(here)}) == Run("", "", 0)
    assert parts(here / "it.db") == [("The Ferry", "ferry.toml", "Ana Ruiz")]
    assert {each.name for each in here.iterdir()} == {"ferry.toml", "it.db"}


def test_what_it_replaces_is_replaced_on_request_alone_and_keeps_its_permissions(here: Path) -> None:
    laid(here, {"shows.db": OLD})
    (here / "shows.db").chmod(0o600)
    (here / "link").symlink_to("shows.db")
    message = "etoile: error: link: already exists\nhint: --force replaces it\n"
    assert run("etoile -c ferry.toml export sqlite -o link", code=4) == Run("", message, 4)
    assert (here / "shows.db").read_text(encoding="utf-8") == OLD
    assert run("etoile -c ferry.toml export sqlite -o link --force") == Run("", "", 0)
    assert (here / "link").is_symlink()
    assert parts(here / "shows.db") == [("The Ferry", "ferry.toml", "Ana Ruiz")]
    assert stat.S_IMODE((here / "shows.db").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("there", "command", "message"),
    [
        ({"it": None}, "-o it --force", "it: this is a directory, not a file"),
        ({}, "-o nowhere/it", "nowhere/it: no such directory: nowhere"),
        ({}, "-o ''", '"": an empty name names no file'),
        ({}, "-o /proc/it", "/proc/it: no file can be made there"),
        ({}, "-o /dev/full", "/dev/full: no space left on device"),
    ],
)
def test_what_cannot_be_written_is_told_and_changes_nothing(
    there: Held, command: str, message: str, here: Path
) -> None:
    laid(here, there)
    before = held(here)
    assert run(f"etoile -c ferry.toml export sqlite {command}", code=4) == Run("", f"etoile: error: {message}\n", 4)
    assert held(here) == before


def test_a_full_disk_leaves_what_was_there(here: Path) -> None:
    laid(here, {"it": OLD})
    before = held(here)
    done = shell(f"{FULL_DISK.format(20)} etoile export sqlite -o it --force", code=4, cwd=here)
    assert (done.stdout, done.stderr) == ("", "etoile: error: it: SQLite could not write it\n")
    done = shell("etoile export sqlite > /dev/full", code=4, cwd=here)
    assert (done.stdout, done.stderr) == ("", "etoile: error: cannot write: no space left on device\n")
    assert held(here) == before


def test_a_reader_that_goes_away_is_no_error(here: Path) -> None:
    done = shell("{ etoile export sqlite; echo $? >&2; } | head -c 6", cwd=here)
    assert (done.stdout, done.stderr) == ("SQLite", "0\n")


@pytest.mark.parametrize(
    ("catalogue", "told"),
    [
        ("broken.toml", 'broken.toml:2:1: error[missing-key]: show: "title" is missing'),
        ("nowhere.toml", "etoile: error: nowhere.toml: no such file"),
    ],
)
def test_a_catalogue_that_cannot_be_used_writes_nothing(catalogue: str, told: str, here: Path) -> None:
    laid(here, {"it": OLD, "broken.toml": "format = 1\n[show]\n"})
    before = held(here)
    done = run(f"etoile -c {catalogue} export sqlite -o it --force", code=3)
    assert (done.stdout, done.stderr.splitlines()[0]) == ("", told)
    assert held(here) == before


def test_the_catalogue_is_not_replaced_by_its_database(here: Path) -> None:
    before = held(here)
    done = run("etoile -c ferry.toml export sqlite -o ./ferry.toml --force", code=2)
    told = "etoile: error: the catalogue itself would be replaced: ./ferry.toml\nhint: name another with --output\n"
    assert (done.stdout, done.stderr) == ("", told)
    assert held(here) == before


# Sends a signal to itself when the tables are full.
ENDED_WHILE_IT_WRITES = """
import os, sys
from etoile_cli.export.sqlite import database
from etoile_cli.__main__ import main

def stage(what):
    if what == "making indices":
        hidden = [name for name in os.listdir() if name.startswith(".etoile-")]
        assert [os.listdir(name) for name in hidden] == [["it"]]
        os.kill(os.getpid(), ENDING)

database.stage = stage
sys.argv[0] = "etoile"
main()
"""


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_ends_it_while_it_is_written_leaves_what_was_there(ending: signal.Signals, here: Path) -> None:
    laid(here, {"it": OLD})
    before = held(here)
    program = ENDED_WHILE_IT_WRITES.replace("ENDING", str(int(ending)))
    command = [sys.executable, "-c", program, *arguments("etoile -c ferry.toml export sqlite -o it --force")]
    done = subprocess.run(command, capture_output=True, env=environment(), check=False)
    assert (done.stdout, done.stderr.strip(), done.returncode) == (b"", b"", 128 + ending)
    assert held(here) == before


# An SQLite, or a Python, that lacks something.
_WITHOUT = """
import sqlite3, sys
class Lacking(sqlite3.Connection):
    def execute(self, statement, *values):
        known = "pragma_module_list WHERE name <> 'fts5'"
        return super().execute(statement.replace("pragma_module_list", known), *values)
connect = sqlite3.connect
sqlite3.connect = lambda path, **others: connect(path, factory=Lacking, **others)
if WITHOUT_SQLITE:
    sys.modules["sqlite3"] = None
from etoile_cli.__main__ import main
sys.argv[0] = "etoile"
main()
"""


@pytest.mark.parametrize(
    ("without_sqlite", "output", "message"),
    [
        (False, "-o it", f"it: the SQLite {sqlite3.sqlite_version} of this Python has no full-text search (FTS5)"),
        (
            False,
            "",
            f"the SQLite {sqlite3.sqlite_version} of this Python has no full-text search (FTS5)",
        ),
        (True, "-o it", "this Python has no SQLite"),
    ],
)
def test_a_python_without_what_it_takes_is_told(without_sqlite: bool, output: str, message: str, here: Path) -> None:
    before = held(here)
    program = _WITHOUT.replace("WITHOUT_SQLITE", str(without_sqlite))
    command = [sys.executable, "-c", program, *arguments(f"etoile -c ferry.toml export sqlite {output}")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment(), check=False)
    hint = "hint: use another Python, or etoile export jsonl\n"
    assert (done.stdout, done.stderr, done.returncode) == ("", f"etoile: error: {message}\n{hint}", 4)
    assert held(here) == before


def test_it_has_the_permissions_of_any_new_file(here: Path) -> None:
    shell("umask 002; etoile export sqlite -o it.db; etoile export toml -o it.toml", cwd=here)
    assert (here / "it.db").stat().st_mode == (here / "it.toml").stat().st_mode


def test_no_day_place_or_process_changes_it(here: Path) -> None:
    for number, env in enumerate(
        ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "ETOILE_TODAY": "1999-12-31", "LC_ALL": "C"})
    ):
        run_process(f"etoile -c ferry.toml export sqlite -o {number}.db", env=env)
    assert (here / "0.db").read_bytes() == (here / "1.db").read_bytes()
