"""`check --fix`: what it writes, what it prints, and where it writes nothing."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.door import CHECKOUT, entry_point, environment, run, run_terminal, screen
from tests.programs import required

SHOW = 'format = 1\n[show]\ntitle = "x"\nsources = ["s"]\n'
SOURCE = '[[sources]]\nid = "s"\ntitle = "t"\nurl = "https://example.org/"\n'
BROKEN = f'{SHOW}premiere = "2025-04-24" # the day\ncountries = ["UK"]\nstatus = "big"\n{SOURCE}author = "Ann Lee"\n'
MENDED = f'{SHOW}premiere = 2025-04-24 # the day\ncountries = ["GB"]\nstatus = "big"\n{SOURCE}authors = ["Ann Lee"]\n'
NAMES = ("it.toml", "två filer.toml")
LEFT = (
    '{}:7:10: error[bad-value]: show: "status" must be one of "announced", "in-production", "running", "hiatus", '
    '"ended", "cancelled", found the string "big"\n'
)
FIXED = """\
{0}:5:12: fixed[wrong-type]: show: "premiere" must be a date, or a string like "2025-04" or "2025", found the string \
"2025-04-24" (now 2025-04-24)
{0}:6:14: fixed[bad-value]: show: "countries", item 1: must be an ISO 3166 code that is or was in use, found the \
string "UK" (now "GB")
{0}:12:1: fixed[unknown-key]: source "t": a source has an array "authors", and no "author" (now authors = ["Ann Lee"])
"""
DIFF = """\
--- it.toml
+++ it.toml
@@ -2,11 +2,11 @@
 [show]
 title = "x"
 sources = ["s"]
-premiere = "2025-04-24" # the day
+premiere = 2025-04-24 # the day
-countries = ["UK"]
+countries = ["GB"]
 status = "big"
 [[sources]]
 id = "s"
 title = "t"
 url = "https://example.org/"
-author = "Ann Lee"
+authors = ["Ann Lee"]
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "it.toml").write_text(BROKEN, encoding="utf-8")
    return tmp_path


def text(name: str = "it.toml") -> str:
    return Path(name).read_bytes().decode()


def raw(*arguments: str, given: bytes = b"") -> bytes:
    """Return what a process prints, byte for byte."""
    done = subprocess.run(
        [entry_point(), *arguments], input=given, env=environment(), capture_output=True, check=False
    )
    return done.stdout


# A file.


@pytest.mark.parametrize(
    ("command", "env"),
    [
        ("etoile check --fix it.toml", {}),
        ("etoile check it.toml --fix", {}),
        ("etoile check --fix -c it.toml", {}),
        ("etoile -c it.toml check --fix", {}),
        ("etoile check --fix", {"ETOILE_CATALOGUE": "it.toml"}),
    ],
)
def test_what_is_certain_is_written_and_the_rest_is_told(command: str, env: Mapping[str, str]) -> None:
    done = run(command, code=1, env=env)
    assert (done.stdout, done.stderr) == (
        LEFT.format("it.toml"),
        f"{FIXED.format('it.toml')}etoile: fixed 3 problems\netoile: 1 error\n",
    )
    assert text() == MENDED


def test_a_second_time_there_is_nothing_to_fix(here: Path) -> None:
    run("etoile check --fix it.toml", code=1)
    before = (here / "it.toml").stat()
    done = run("etoile check --fix it.toml", code=1)
    assert (done.stdout, done.stderr) == (LEFT.format("it.toml"), "etoile: nothing to fix\netoile: 1 error\n")
    after = (here / "it.toml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    ("content", "options", "code", "count"),
    [
        (MENDED.replace('status = "big"\n', ""), "", 0, "no problems"),
        (BROKEN.replace('status = "big"\n', ""), "", 0, "no problems"),
        (BROKEN.replace('status = "big"\n', 'status = "running"\nended = 2026-01-01\n'), "", 0, "1 warning"),
        (BROKEN.replace('status = "big"\n', 'status = "running"\nended = 2026-01-01\n'), "--strict", 1, "1 warning"),
        (BROKEN, "--json", 1, "1 error"),
        (BROKEN, "-f github", 1, "1 error"),
    ],
)
def test_the_exit_code_is_that_of_what_is_left(content: str, options: str, code: int, count: str) -> None:
    Path("it.toml").write_text(content, encoding="utf-8")
    assert run(f"etoile check --fix it.toml {options}", code=code).stderr.endswith(f"\netoile: {count}\n")


def test_several_files_are_mended_each_by_itself() -> None:
    Path("other.toml").write_text(BROKEN, encoding="utf-8")
    done = run("etoile check --fix it.toml nowhere.toml other.toml", code=3)
    assert (done.stdout, done.stderr) == (
        LEFT.format("it.toml") + LEFT.format("other.toml"),
        (
            f"{FIXED.format('it.toml')}{FIXED.format('other.toml')}etoile: fixed 6 problems\n"
            "etoile: 2 errors in 2 files; 1 more file can't be read\netoile: error: nowhere.toml: no such file\n"
        ),
    )
    assert (text(), text("other.toml")) == (MENDED, MENDED)


def test_what_is_ignored_is_not_taken_for_unused() -> None:
    Path("it.toml").write_text(f'{SHOW}{SOURCE}archived = "http://a.org/" # etoile: ignore[insecure-url]\n')
    assert (
        run("etoile check --fix it.toml --ignore insecure-url").stderr
        == "etoile: nothing to fix\netoile: no problems\n"
    )


def test_an_ignore_of_what_only_waits_for_a_day_is_not_taken_out() -> None:
    offer = '[[availability]]\nservice = "P"\noffer = "free"\nregions = ["FR"]\nsources = ["s"]\n'
    Path("it.toml").write_text(f"{SHOW}{offer}checked = 2026-11-01 # etoile: ignore[stale-availability]\n{SOURCE}")
    before = text()
    assert run("etoile check --fix it.toml").stderr == "etoile: nothing to fix\netoile: 1 warning\n"
    assert text() == before


# Where it is not written.


def test_a_dry_run_prints_a_diff_that_patch_takes(here: Path) -> None:
    done = run("etoile check --fix --dry-run it.toml", code=1)
    assert done.stdout == DIFF
    assert done.stderr == (
        f"{FIXED.format('it.toml')}etoile: would fix 3 problems\n{LEFT.format('it.toml')}etoile: 1 error\n"
    )
    assert text() == BROKEN
    subprocess.run([required("patch"), "-p0"], input=done.stdout, cwd=here, encoding="utf-8", check=True)
    assert text() == MENDED


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("last", [b"", b"# \xff\xfe and no line end"])
def test_patch_makes_of_it_what_fix_does_byte_for_byte(here: Path, end: bytes, last: bytes) -> None:
    content = b"\xef\xbb\xbf" + BROKEN.encode().replace(b"\n", end) + last
    for name in NAMES:
        (here / name).write_bytes(content)
    diff = raw("check", "--fix", "--dry-run", *NAMES)
    subprocess.run([required("patch"), "-p0", "--binary"], input=diff, cwd=here, check=True, capture_output=True)
    patched = [(here / name).read_bytes() for name in NAMES]
    assert patched == [content.replace(BROKEN.encode().replace(b"\n", end), MENDED.encode().replace(b"\n", end))] * 2
    for name in NAMES:
        (here / name).write_bytes(content)
    raw("check", "--fix", *NAMES)
    assert [(here / name).read_bytes() for name in NAMES] == patched


def test_nothing_to_mend_is_an_empty_diff() -> None:
    Path("it.toml").write_text(MENDED, encoding="utf-8")
    done = run("etoile check --fix --dry-run it.toml", code=1)
    assert (done.stdout, done.stderr) == ("", f"etoile: nothing to fix\n{LEFT.format('it.toml')}etoile: 1 error\n")


@pytest.mark.parametrize("width", [40, 80])
def test_a_terminal_shows_the_diff_in_colour_and_every_control_as_an_escape(width: int) -> None:
    Path("it.toml").write_text(BROKEN.replace("the day", "the \x1b[2J day"), encoding="utf-8")
    done = run_terminal("etoile check --fix --dry-run it.toml", width=width, code=1)
    assert "\x1b[2J" not in done.stdout
    assert re.search(r'\x1b\[\d+m-countries = \["UK"\]', done.stdout)
    shown = screen(done.stdout, width)
    assert '+countries = ["GB"]' in shown
    assert all(len(line) <= width for line in shown)


@pytest.mark.parametrize("options", ["", "--dry-run"])
def test_standard_input_is_printed_as_it_is_then(options: str) -> None:
    done = run(f"etoile check - --fix {options}", stdin=BROKEN, code=1)
    expected = DIFF.replace("it.toml", "<stdin>") if options else MENDED
    would = "would fix" if options else "fixed"
    assert (done.stdout, done.stderr) == (
        expected,
        f"{FIXED.format('<stdin>')}etoile: {would} 3 problems\n{LEFT.format('<stdin>')}etoile: 1 error\n",
    )


def test_standard_input_comes_out_byte_for_byte() -> None:
    content = b"\xef\xbb\xbf" + BROKEN.replace("\n", "\r\n").encode() + b"# \xff"
    assert (
        raw("check", "-", "--fix", given=content)
        == b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode() + b"# \xff"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "--fix",
            (
                "the built-in catalogue is never changed\n"
                "hint: etoile init --copy mine.toml makes a copy; etoile check --fix mine.toml mends it"
            ),
        ),
        ("--dry-run it.toml", "--dry-run shows what --fix would do\nhint: etoile check --fix --dry-run FILE"),
        ("--fix - it.toml", "--fix mends standard input by itself\nhint: leave the other files out"),
        (
            "--fix - --json",
            "--fix prints the mended catalogue here, and no report\nhint: leave --format and --json out",
        ),
        (
            "--fix --dry-run it.toml -f github",
            "--fix prints a diff here, and no report\nhint: leave --format and --json out",
        ),
        ("--fix --explain syntax", "--explain checks no files, and mends none\nhint: leave --fix out"),
    ],
)
def test_what_can_not_be_asked_is_wrong_usage(arguments: str, message: str) -> None:
    done = run(f"etoile check {arguments}", code=2, stdin=BROKEN)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: {message}\n")
    assert text() == BROKEN


def test_a_file_that_can_not_be_written_is_told_and_the_others_are_mended() -> None:
    Path("other.toml").write_text(BROKEN, encoding="utf-8")
    Path("it.toml").chmod(0o444)
    done = run("etoile check --fix it.toml other.toml", code=4)
    assert done.stdout == LEFT.format("other.toml")
    assert done.stderr.endswith(
        "etoile: fixed 3 problems\netoile: 1 error\netoile: error: it.toml: this file is read-only\n"
        "hint: chmod u+w makes it writable\n"
    )
    assert (text(), text("other.toml")) == (BROKEN, MENDED)


def test_mode_and_links_of_a_file_stay(here: Path) -> None:
    (here / "it.toml").chmod(0o640)
    (here / "link.toml").symlink_to("it.toml")
    run("etoile check --fix link.toml", code=1)
    assert (here / "link.toml").is_symlink()
    assert ((here / "it.toml").stat().st_mode & 0o777, text()) == (0o640, MENDED)


def test_a_file_without_anything_to_mend_may_be_read_only() -> None:
    shutil.copy(CHECKOUT / "data" / "etoile.toml", "it.toml")
    Path("it.toml").chmod(0o444)
    assert run("etoile check --fix it.toml").stderr == "etoile: nothing to fix\netoile: 3 warnings\n"


def test_of_very_many_fixes_the_first_thousand_are_told() -> None:
    part = '[[cast]]\nname = "A {}"\nbilling = "Main"\nsources = ["s"]\n'
    Path("it.toml").write_text(f"{SHOW}{''.join(map(part.format, range(1_200)))}{SOURCE}", encoding="utf-8")
    told = run("etoile check --fix it.toml").stderr.splitlines()
    assert len(told) == 1_003
    assert told[-3:] == ["etoile: it.toml: and 200 more", "etoile: fixed 1,200 problems", "etoile: no problems"]
    assert text().count('"main"') == 1_200
