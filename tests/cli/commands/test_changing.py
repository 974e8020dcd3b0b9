"""What `add`, `set` and `remove` do with the file, in processes of their own, and the patch they print instead."""

import os
import re
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
import tomli

from etoile_cli.catalogue.reader import locate
from tests.cli.commands.kept import KEPT, kept
from tests.door import PATIENCE, entry_point, environment, run, run_process, run_terminal, screen
from tests.processes import FULL_DISK, run_all, shell
from tests.programs import required

pytestmark = pytest.mark.usefixtures("mine")

SET = "etoile set show title=Door"
COMMANDS = (SET, "etoile add crew name=B", "etoile remove cast 花")


def begin(*arguments: str, stdin: int = subprocess.DEVNULL) -> "subprocess.Popen[bytes]":
    """Begin a command of its own process, on mine.toml."""
    return subprocess.Popen(
        [entry_point(), *arguments],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"ETOILE_CATALOGUE": "mine.toml"}),
    )


@contextmanager
def locking(path: str) -> Iterator[None]:
    """Hold the lock of a file, as another command does."""
    with Path(path).open("rb") as file:
        flock(file, LOCK_EX)
        yield


def _waits(process: "subprocess.Popen[bytes]") -> bool:
    """Return whether a process waits for a lock, as Linux tells it."""
    return any(f" {process.pid} " in line and "->" in line for line in Path("/proc/locks").read_text().splitlines())


def _until_it_waits(process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while not _waits(process):
        assert process.poll() is None, process.communicate()
        assert time.monotonic() < end
        time.sleep(0.01)


# Many at once.


def test_fifty_at_the_same_moment_leave_fifty_records() -> None:
    with locking("mine.toml"):  # so that all of them wait, and begin at once
        adding = [begin("add", "crew", f"name=B{number}") for number in range(50)]
    done = [(process.communicate(timeout=PATIENCE), process.returncode) for process in adding]
    assert done == [((b"", f"etoile: crew: + B{number}\n".encode()), 0) for number in range(50)]
    assert sorted(each["name"] for each in tomli.loads(kept())["crew"]) == sorted(f"B{number}" for number in range(50))
    assert [each.name for each in Path().iterdir()] == ["mine.toml"]


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux tells who waits")
def test_an_interrupt_while_another_command_has_the_file_writes_nothing() -> None:
    with locking("mine.toml"):
        process = begin("set", "show", "title=Door")
        _until_it_waits(process)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=PATIENCE) == (b"", b"")
    assert (process.returncode, kept()) == (130, KEPT)


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux tells who waits")
def test_what_another_command_has_written_meanwhile_is_kept() -> None:
    with locking("mine.toml"):
        process = begin("set", "show", "title=Door")
        _until_it_waits(process)
        new = Path("new.toml")
        new.write_text(KEPT.replace("A special", "Another"), encoding="utf-8")
        new.replace("mine.toml")
    assert process.communicate(timeout=PATIENCE)[1] == "etoile: show: title: The Gate → Door\n".encode()
    assert kept() == KEPT.replace("A special", "Another").replace("The Gate", "Door")


def test_what_is_written_while_the_input_is_still_to_come_is_kept() -> None:
    process = begin("add", "crew", "--json", "-", stdin=subprocess.PIPE)
    run("etoile set show title=Door")
    assert process.communicate(b'{"name": "B"}', timeout=PATIENCE) == (b"", b"etoile: crew: + B\n")
    assert tomli.loads(kept())["show"]["title"] == "Door"
    assert tomli.loads(kept())["crew"] == [{"name": "B"}]


def test_a_command_that_is_killed_at_any_moment_leaves_the_old_file_or_the_new_one() -> None:
    records = "".join(f'[[crew]]\nname = "B{number}"\n' for number in range(2000))
    old = f"{KEPT}\n{records}"
    new = old.replace("The Gate", "Door")
    seen = set()
    for number in range(12):
        Path("mine.toml").write_text(old, encoding="utf-8")
        process = begin("set", "show", "title=Door")
        time.sleep(number / 20)  # whatever it is at by then
        process.kill()
        process.communicate(timeout=PATIENCE)
        assert kept() in {old, new}
        seen.add(process.returncode)
        assert {each.name for each in Path().iterdir() if not each.name.startswith(".etoile-")} == {"mine.toml"}
    assert -signal.SIGKILL in seen


# Files that can't be changed.

NO_CATALOGUE = """\
no catalogue is in this directory
hint: a catalogue is a file *.toml with format = 1; etoile init begins one"""


@pytest.mark.parametrize(
    ("catalogue", "code", "told"),
    [
        ("-", 2, "standard input can't be changed\nhint: name a file with --catalogue or ETOILE_CATALOGUE"),
        ("fifo", 4, "fifo: only a file can be changed, and this is a device or a pipe"),
        ("/dev/null", 4, "/dev/null: only a file can be changed, and this is a device or a pipe"),
        (
            "directory",
            3,
            f"directory: {NO_CATALOGUE}",
        ),
        ("gone.toml", 3, "gone.toml: no such file\nhint: give a catalogue with --catalogue or ETOILE_CATALOGUE"),
        ("gone/mine.toml", 4, "gone/mine.toml: no such directory: gone"),
        ("loop", 4, "loop: this link leads to itself"),
        ("dangling", 3, "dangling: no such file\nhint: give a catalogue with --catalogue or ETOILE_CATALOGUE"),
    ],
)
@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_no_file_is_told(command: str, catalogue: str, code: int, told: str) -> None:
    os.mkfifo("fifo")
    Path("directory").mkdir()
    Path("loop").symlink_to("loop")
    Path("dangling").symlink_to("gone.toml")
    done = run(f"{command} -c {catalogue}", code=code)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {told}\n")
    assert kept() == KEPT


def test_a_directory_that_is_gone_is_told(mine: Path) -> None:
    gone = mine.parent / "gone"
    gone.mkdir()
    for path, told, code in (
        ("mine.toml", "etoile: error: mine.toml: the current directory is gone\n", 4),
        (mine, "", 0),
    ):
        done = shell(f"cd {gone} && rmdir {gone} && {SET} -c {path}; code=$?; mkdir {gone}; exit $code", code=code)
        assert (done.stdout, done.stderr) == ("", told or "etoile: show: title: The Gate → Door\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_built_in_catalogue_is_never_changed(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ETOILE_CATALOGUE")
    before = Path(locate(None)[0].path).read_bytes()
    done = run(command, code=2)
    assert (done.stdout, done.stderr) == (
        "",
        (
            "etoile: error: the built-in catalogue is never changed\n"
            "hint: etoile init --copy mine.toml makes a copy; -c mine.toml or ETOILE_CATALOGUE=mine.toml names it\n"
        ),
    )
    assert Path(locate(None)[0].path).read_bytes() == before


@pytest.mark.parametrize("command", COMMANDS)
def test_a_read_only_file_is_told(command: str, mine: Path) -> None:
    mine.chmod(0o444)
    done = run_process(f"{command} -c mine.toml", code=4)
    assert (done.stdout, done.stderr) == (
        "",
        "etoile: error: mine.toml: this file is read-only\nhint: chmod u+w makes it writable\n",
    )
    assert run(f"{command} --dry-run").stdout
    assert (kept(), oct(mine.stat().st_mode & 0o777)) == (KEPT, "0o444")


@pytest.mark.parametrize("links", [1, 2])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_loses_nothing(command: str, links: int, mine: Path) -> None:
    blocks = 8
    mine.write_text(KEPT + "#" * (blocks * 512 - len(KEPT.encode())), encoding="utf-8")
    if links > 1:
        Path("other.toml").hardlink_to(mine)
    before = kept()
    long = f"{SET}{'r' * 600}" if command == SET else "etoile add crew name=B note=" + "x" * 600
    done = shell(f"{FULL_DISK.format(blocks)} {long} -c mine.toml", code=4)
    assert (done.stdout, done.stderr) == ("", "etoile: error: mine.toml: file too large\n")
    assert kept() == before
    assert len([*Path().iterdir()]) == links


def test_a_directory_that_is_read_only_is_told(mine: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    mine.parent.chmod(0o555)
    try:
        done = run_process(f"{SET} -c mine.toml", code=4)
    finally:
        mine.parent.chmod(0o755)
    assert (done.stdout, done.stderr) == ("", "etoile: error: mine.toml: no permission to write there\n")
    assert kept() == KEPT


def test_a_text_that_is_not_toml_is_told_as_by_every_command_and_what_mends_it(mine: Path) -> None:
    broken = KEPT.replace('title = "The Gate"', 'title = "The Gate')
    mine.write_text(broken, encoding="utf-8")
    told = run("etoile cast", code=3).stderr
    for command in COMMANDS:
        done = run(command, code=3)
        hint = "hint: etoile check --fix mine.toml mends what is certain, etoile edit opens it in an editor\n"
        assert (done.stdout, done.stderr) == ("", told + hint)
    assert kept() == broken


# What stays.


@pytest.mark.parametrize("command", COMMANDS)
def test_byte_order_mark_and_line_ends_stay(command: str, mine: Path) -> None:
    run(command)
    changed = kept()
    mine.write_bytes(f"\ufeff{KEPT}".replace("\n", "\r\n").encode())
    run(command)
    assert kept() == f"\ufeff{changed}".replace("\n", "\r\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_a_link_stays_one(command: str) -> None:
    Path("sub").mkdir()
    Path("sub/link.toml").symlink_to("../mine.toml")
    run(f"{command} -c sub/link.toml")
    assert Path("sub/link.toml").is_symlink()
    assert kept() != KEPT


# The patch.


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "name", ["mine.toml", "a b.toml", "a\tb.toml", 'a"b.toml', "a\\b.toml", "é.toml", "sub/c.toml"]
)
@pytest.mark.parametrize("style", ["lf", "crlf", "no newline at the end"])
def test_a_patch_makes_the_same_change(command: str, name: str, style: str) -> None:
    patch = required("patch")
    Path("sub").mkdir()
    before = {"lf": KEPT, "crlf": KEPT.replace("\n", "\r\n"), "no newline at the end": KEPT.removesuffix("\n")}[style]
    file = Path(name)
    file.write_bytes(before.encode())
    absolute = file.absolute()
    asked = [shlex.join([*command.split(), "-c", path, "--dry-run"]) for path in (name, str(absolute))]
    [printed, from_elsewhere] = run_all(asked)
    assert printed == from_elsewhere
    assert printed.stderr.endswith("etoile: nothing was written\n")
    assert file.read_bytes().decode() == before
    done = subprocess.run(
        [patch, "-p0"], input=printed.stdout.encode(), capture_output=True, check=False, timeout=PATIENCE
    )
    assert (done.returncode, done.stderr) == (0, b""), done
    patched = file.read_bytes()
    file.write_bytes(before.encode())
    assert run(shlex.join([*command.split(), "-c", name])).stderr == printed.stderr.removesuffix(
        "etoile: nothing was written\n"
    )
    assert file.read_bytes() == patched != before.encode()


def test_a_patch_of_nothing_is_empty() -> None:
    done = run("etoile set show title='The Gate' --dry-run")
    assert (done.stdout, done.stderr) == ("", "etoile: nothing to change\n")


def test_what_would_be_refused_is_refused_all_the_same() -> None:
    assert run("etoile set show title= --dry-run", code=4).stdout == ""


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_terminal_shows_a_patch_in_colour_and_within_its_width(width: int) -> None:
    long = "a word " * 30
    shown = run_terminal(f"etoile set show note='{long}\x1b[31m' title=Door --dry-run -c mine.toml", width=width)
    lines = screen(shown.stdout, width)
    assert all(len(line) <= width for line in lines)
    joined = "".join("".join(lines).split())
    assert '-title="TheGate"+title="Door"' in joined
    assert "\\u001b[31m" in joined
    removed, added = re.findall("\x1b\\[([0-9;]+)m[-+]title", shown.stdout)
    assert removed != added


def test_colour_can_be_asked_for() -> None:
    plain = run(f"{SET} --dry-run")
    colored = run(f"{SET} --dry-run --color always")
    assert "\x1b[" not in plain.stdout
    assert "\x1b[" in colored.stdout
    lines = re.sub("\x1b\\[[0-9;]*m", "", colored.stdout).splitlines()
    assert lines == [line.rstrip() for line in plain.stdout.splitlines()]
