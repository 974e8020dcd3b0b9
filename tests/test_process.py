"""What only a real process shows: the entry point, pipes that close, disks that are full, locales, interrupts."""

import os
import re
import signal
import subprocess
import sys
from functools import cache
from itertools import product
from pathlib import Path
from unicodedata import normalize

import pytest

from tests.door import CHECKOUT, PATIENCE, Run, entry_point, environment, run, run_process
from tests.processes import COMMANDS, FULL_DISK, drawn, run_all, shell, with_options
from tests.programs import required, required_latin_1
from tests.thoroughness import THOROUGH, breadth

FULL = Path("/dev/full")
needs_full_disk = pytest.mark.skipif(not FULL.exists(), reason="this system has no /dev/full")

NO_SPACE = "etoile: error: cannot write: no space left on device\n"
CLOSED = "etoile: error: cannot write: standard output is closed\n"
NO_FILE_HINT = "hint: give a catalogue with --catalogue or ETOILE_CATALOGUE\n"
A_SEARCH = "etoile: this is a search for “Étoile – Official Trailer | Prime Video”; its own address is not known\n"
ADDRESS = "https://www.youtube.com/results?search_query=%C3%89toile+%E2%80%93+Official+Trailer+%7C+Prime+Video\n"
PRIME_VIDEO = "https://www.primevideo.com/search/ref=atv_nb_sr?phrase=%C3%89toile"
LAAGE = "Lou de Laâge\tCheyenne Toussaint\tstar dancer (étoile), magnetic and temperamental, sent to New York\tlbn\n"

# Commands of every way in which output is written, then more of them.
WAYS = [
    "etoile cast --help",
    "etoile --version",
    "etoile cast",
    "etoile cast -f table",
    "etoile export toml",
    "etoile check",
    "etoile check --excerpt",
]
MORE = [
    "etoile",
    "etoile --help",
    "etoile cast nobody --json",
    "etoile summary",
    "etoile path",
    "etoile schema",
    "etoile check --json",
    "etoile check --explain syntax",
]
WRITERS = breadth([*WAYS, *MORE], WAYS)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["cast", "-f", "table"], 0), (["--help"], 0), (["cast", "nobody"], 1), (["cast", "--nonesuch"], 2)],
)
def test_the_entry_point_and_the_module_print_the_same(arguments: list[str], code: int) -> None:
    module = subprocess.run(
        [sys.executable, "-m", "etoile_cli", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment(),
        check=False,
    )
    installed = run_process(" ".join(["etoile", *arguments]), code=code)
    assert Run(module.stdout, module.stderr, module.returncode) == installed


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the path of a catalogue that no pipe holds."""
    path = tmp_path_factory.mktemp("big") / "big.toml"
    records = (f'[[cast]]\nname = "Actor {number}"\nrole = "{"dancer " * 9}"\n' for number in range(4_000))
    path.write_text(f'format = 1\n[show]\ntitle = "Big"\n{"".join(records)}', encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", WRITERS)
def test_a_reader_that_is_gone_before_the_first_line_is_no_error(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        process = subprocess.run(
            [entry_point(), *command.split()[1:]], stdout=pipe, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert (process.stderr, process.returncode) == (b"", 0)


@pytest.mark.parametrize(
    "command", ["cast -f tsv", "cast -f json", "cast -f md", "search dancer", "export toml", "check --json"]
)
def test_a_reader_that_goes_away_in_the_middle_is_no_error(command: str, big: str) -> None:
    process = subprocess.Popen(
        [entry_point(), "-c", big, *command.split()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.read(1)
    process.stdout.close()
    assert (process.stderr.read(), process.wait(timeout=PATIENCE)) == (b"", 0)
    process.stderr.close()


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("etoile cast", "Luke Kirby\tJack McMillan\texecutive director, the more volatile of the two heads\tmbt\n"),
        ("etoile cast --json", "[\n"),
        ("etoile cast -f csv", "name,character,role,company\n"),
        ("etoile --help", "Usage: etoile [OPTIONS] COMMAND [ARGS]...\n"),
        ("etoile -c $BIG cast", f"Actor 0\t\t{'dancer ' * 9}\t\n"),
        ("etoile -c $BIG cast 'actor 1' --columns name,role -f table", f"name{' ' * 8}role\n"),
    ],
)
def test_head_is_silent(line: str, first: str, big: str) -> None:
    done = shell(f"{{ {line}; echo $? >&2; }} | head -1", env={"BIG": big})
    assert (done.stdout, done.stderr) == (first, "0\n")


@needs_full_disk
@pytest.mark.parametrize("command", WRITERS)
def test_a_full_disk_is_an_error_in_one_line(command: str) -> None:
    done = shell(f"{command} > /dev/full", code=4)
    assert (done.stdout, done.stderr) == ("", NO_SPACE)


@needs_full_disk
def test_a_full_disk_matters_only_if_something_is_written_to_it() -> None:
    done = shell("etoile cast nobody > /dev/full", code=1)
    assert (done.stdout, done.stderr) == ("", 'etoile: nothing in cast matches "nobody"\n')


@pytest.mark.parametrize("command", WRITERS)
def test_closed_standard_output_is_an_error(command: str) -> None:
    done = shell(f"{command} >&-", code=4)
    assert (done.stdout, done.stderr) == ("", CLOSED)


@pytest.mark.parametrize("stderr", ["2>&-", pytest.param("2> /dev/full", marks=needs_full_disk)])
@pytest.mark.parametrize(
    ("command", "code", "stdout"),
    [
        ("etoile trailer", 0, ADDRESS),
        ("etoile cast nobody", 1, ""),
        ("etoile cast nobody --json", 1, "[]\n"),
        ("etoile cast --nonesuch", 2, ""),
        ("printf 'x = 1' | etoile check - -f github > /dev/null", 1, ""),
        ("etoile check --explain nonesuch", 2, ""),
        ("etoile -c nowhere.toml cast", 3, ""),
        ("etoile -c nowhere.toml check", 3, ""),
        ("etoile cast >&-", 4, ""),
    ],
)
def test_a_message_that_nobody_can_get_changes_no_exit_code(command: str, code: int, stdout: str, stderr: str) -> None:
    assert shell(f"{command} {stderr}", code=code).stdout == stdout


@pytest.mark.parametrize(("command", "hint"), [("etoile -c - cast", NO_FILE_HINT), ("etoile check -", "")])
def test_closed_standard_input_is_an_unreadable_catalogue(command: str, hint: str) -> None:
    done = shell(f"{command} <&-", code=3)
    assert (done.stdout, done.stderr) == ("", f"etoile: error: <stdin>: standard input is closed\n{hint}")


def test_standard_input_matters_only_if_it_is_the_catalogue() -> None:
    done = shell("etoile cast laage <&-")
    assert (done.stdout, done.stderr) == (LAAGE, "")


LOCALES = {
    "C": ({"LC_ALL": "C"}, "utf-8"),
    "C without UTF-8": ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "ascii"),
    "ascii": ({"PYTHONIOENCODING": "ascii"}, "ascii"),
    "cp1252": ({"PYTHONIOENCODING": "cp1252"}, "cp1252"),
}


SHIPPED, HOSTILE = "data/etoile.toml", "tests/data/hostile.toml"


@pytest.mark.parametrize(
    ("catalogue", "locale"),
    breadth([*product((SHIPPED, HOSTILE), LOCALES)], [(HOSTILE, "C without UTF-8")]),
)
def test_no_locale_stops_a_command(catalogue: str, locale: str) -> None:
    env, encoding = LOCALES[locale]
    commands = [with_options(command, f"-c {CHECKOUT / catalogue}") for command in COMMANDS]
    drawings = list(filter(None, map(drawn, commands)))
    for command, done in zip([*commands, *drawings], run_all([*commands, *drawings], env=env), strict=True):
        expected = _in_utf8(command)
        assert (command, done.code, done.stderr.count("\n")) == (command, expected.code, expected.stderr.count("\n"))
        if command in commands:
            assert done.stdout == expected.stdout, command
        else:
            _assert_same_in(encoding, done.stdout, expected.stdout)


@cache
def _in_utf8(command: str) -> Run:
    is_no = command.startswith(("etoile check", "etoile diff")) and "hostile" in command
    return run(command, code=int(is_no))


def _assert_same_in(encoding: str, printed: str, meant: str) -> None:
    """Assert that a text is the one meant, plain characters standing for each that the encoding lacks."""
    text = printed.encode(errors="surrogateescape").decode(encoding)
    composed = normalize("NFC", meant)
    lacking = {character for character in composed if not character.encode(encoding, errors="ignore")}
    pattern = "".join("[ -~]{0,2}" if character in lacking else re.escape(character) for character in composed)
    assert re.fullmatch(pattern, normalize("NFC", text)), text


@pytest.mark.parametrize("catalogue", ["data/etoile.toml", "tests/data/hostile.toml"])
def test_a_plain_card_keeps_its_rules(catalogue: str) -> None:
    done = run_process(f"etoile -c {CHECKOUT / catalogue} summary -f table", env={"PYTHONIOENCODING": "ascii"})
    top, *middle, bottom = done.stdout.splitlines()
    assert (top, bottom) == (f"  {'-' * 36} * {'-' * 36}", f"  {'-' * 75}")
    assert max(map(len, middle)) <= 80


def test_tables_get_plain_letters_where_the_locale_lacks_theirs() -> None:
    done = run_process("etoile cast laage -f table", env=LOCALES["C without UTF-8"][0])
    assert (done.stdout, done.stderr) == (
        """\
name          character           role                        company
--------------------------------------------------------------------------------
Lou de Laage  Cheyenne Toussaint  star dancer (etoile),       Le Ballet National
                                  magnetic and
                                  temperamental, sent to New
                                  York
""",
        "",
    )


def test_a_locale_without_accents_still_takes_their_bytes() -> None:
    done = run_process("etoile cast zoé", env=LOCALES["C without UTF-8"][0], code=1)
    assert (done.stdout, done.stderr) == ("", 'etoile: nothing in cast matches "zo\\udcc3\\udca9"\n')


@pytest.mark.parametrize("format_", ["", "-f table", "-f tsv", "-f csv", "-f json", "-f jsonl", "-f md"])
def test_a_file_name_that_is_not_utf8_is_no_traceback(format_: str, tmp_path: Path) -> None:
    done = shell(f"etoile -c \"$(printf '\\377.toml')\" path {format_} > printed", cwd=tmp_path)
    assert done.stderr == ("" if format_ else "etoile: named by --catalogue\n")
    assert b".toml" in (tmp_path / "printed").read_bytes()


def test_a_file_name_that_is_not_utf8_is_printed_as_it_is(tmp_path: Path) -> None:
    shell("etoile -c \"$(printf '\\377.toml')\" path > printed", cwd=tmp_path)
    assert (tmp_path / "printed").read_bytes() == os.fsencode(tmp_path) + b"/\xff.toml\n"


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_exits_130_in_silence() -> None:
    process = subprocess.Popen(
        [entry_point(), "-c", "-", "cast"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdin is not None
    # More than a pipe holds: once all of it is written, the program is reading, and waits for more.
    process.stdin.write(b"# comment\n" * 200_000)
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    stdout, stderr = process.communicate(timeout=PATIENCE)
    assert (stdout, stderr.strip(), process.returncode) == (b"", b"", 130)


PAUSED = ["cast", "cast -f md", "cast -f table", "export toml", "export html", "search a"]


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("command", breadth(PAUSED, PAUSED[:2]))
def test_one_interrupt_ends_a_program_whose_reader_has_paused(command: str, big: str) -> None:
    with subprocess.Popen(
        [entry_point(), *command.split(), "-c", big],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
        env=environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1)  # it writes, more than a pipe holds
        process.send_signal(signal.SIGINT)
        assert (process.wait(timeout=PATIENCE), process.stderr.read()) == (130, b"")


def test_a_path_is_that_of_the_file_in_a_latin_1_locale(tmp_path: Path) -> None:
    required_latin_1()
    shell("localedef -c -i POSIX -f ISO-8859-1 $PWD/latin 2> warnings || true", cwd=tmp_path)  # of what POSIX lacks
    line = "etoile -c \"$(printf '\\351.toml')\" path > printed"
    shell(f"export LOCPATH=$PWD LC_ALL=latin PYTHONUTF8=0; locale charmap > charmap; {line}", cwd=tmp_path)
    assert (tmp_path / "charmap").read_text(encoding="ascii") == "ISO-8859-1\n"
    assert (tmp_path / "printed").read_bytes() == os.fsencode(tmp_path) + b"/\xe9.toml\n"


def test_what_is_exported_is_read_like_the_original() -> None:
    assert shell("etoile export toml | etoile -c - cast") == shell("etoile cast")


def test_jq_finds_the_character() -> None:
    required("jq")
    done = shell("etoile cast laage --json | jq -r '.[0].character'")
    assert (done.stdout, done.stderr) == ("Cheyenne Toussaint\n", "")


@pytest.mark.parametrize(
    ("line", "stdout", "stderr"),
    [
        (
            "etoile cast | cut -f1,2 | head -3",
            "Luke Kirby\tJack McMillan\nCharlotte Gainsbourg\tGeneviève Lavigne\nLou de Laâge\tCheyenne Toussaint\n",
            "",
        ),
        ("etoile cast laage | cat", LAAGE, ""),
        ("LC_ALL=C etoile cast laage", LAAGE, ""),
        (
            "etoile search 'gilmore girls' -f tsv | cut -f1,2",
            """\
creators\tAmy Sherman-Palladino
creators\tDaniel Palladino
cast\tYanic Truesdale
cast\tKelly Bishop
sources\tGood Morning America: [News: from Gilmore Girls to a New York ballet company]
sources\tTheWrap: [The cast, with its stars of Gilmore Girls and Mrs. Maisel]
sources\tLa Presse: [News: Yanic Truesdale rejoins the producers of Gilmore Girls]
sources\tTV Insider: [Cameos, of Gilmore Girls and of this series]
""",
            "",
        ),
        (
            "etoile where-to-watch --region FR",
            f"Prime Video\tsubscription\tworldwide\t\t2025-06-06\tsearch\t{PRIME_VIDEO}\t\n",
            "",
        ),
        ("etoile trailer | cat", ADDRESS, A_SEARCH),
        ("etoile cast nobody; echo $?", "1\n", 'etoile: nothing in cast matches "nobody"\n'),
        (
            "etoile -c nowhere.toml cast; echo $?",
            "3\n",
            f"etoile: error: nowhere.toml: no such file\n{NO_FILE_HINT}",
        ),
    ],
)
def test_in_a_shell(line: str, stdout: str, stderr: str, tmp_path: Path) -> None:
    done = shell(line, cwd=tmp_path)
    assert (done.stdout, done.stderr) == (stdout, stderr)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["export json", "cast -f jsonl", "cast -f table", "export toml", "check"])
def test_a_disk_that_fills_while_it_is_written_is_an_error(command: str, unbuffered: str, tmp_path: Path) -> None:
    many = "".join(f'[[cast]]\nname = "Number {number}"\n' for number in range(2000))
    (tmp_path / "many.toml").write_text(f'format = 1\n[show]\ntitle = "Many"\n{many}')
    # 8 blocks of 512 or 1024 bytes, as the shell has it; the signal that comes with it would end the program.
    line = f"{FULL_DISK.format(8)} etoile -c many.toml {command} > written"
    done = shell(line, code=4, cwd=tmp_path, env={"PYTHONUNBUFFERED": unbuffered})
    assert done.stderr == "etoile: error: cannot write: file too large\n"


@pytest.mark.parametrize("command", ["--show-completion", "--help", "--version"])
def test_what_typer_prints_onto_a_full_disk_is_an_error_too(command: str) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{entry_point()} {command} > /dev/full"], env=environment(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (4, b"etoile: error: cannot write: no space left on device\n")


def test_a_path_is_told_even_where_the_current_directory_is_gone(tmp_path: Path) -> None:
    line = f"mkdir gone; cd gone; rmdir ../gone; {entry_point()} -c some.toml path"
    done = shell(line, cwd=tmp_path)
    assert (done.stdout, done.stderr) == ("some.toml\n", "etoile: named by --catalogue\n")


# Runs the program once to count the calls of functions in it, and then again and again, each time interrupted at the
# beginning of another of them, the second first; prints the exit codes. What the program imports of others stands
# ready, which saves time.
INTERRUPTED_AT_CALLS = """
import os, signal, sys
import msgspec, tomli, typer
from etoile_cli.__main__ import main

def forked(moment):
    reading, writing = os.pipe()
    if child := os.fork():
        os.close(writing)
        with open(reading) as told:
            calls = told.read()
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), calls
    seen = 0
    def count(frame, event, argument):
        nonlocal seen
        if event == "call" and not frame.f_code.co_filename.startswith("<frozen"):  # Python's importing is its own
            seen += 1
            if seen == moment:
                os.kill(os.getpid(), signal.SIGINT)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.argv = ["etoile", "cast"]
    sys.setprofile(count)
    try:
        main()
    finally:
        sys.setprofile(None)
        os.write(writing, str(seen).encode())

code, calls = forked(0)
print(code, *(forked(2 + (int(calls) - 2) * step // STEPS)[0] for step in range(STEPS)))
"""


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_at_any_moment_is_no_traceback() -> None:
    steps = 500 if THOROUGH else 20
    program = INTERRUPTED_AT_CALLS.replace("STEPS", str(steps))
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment(), check=False)
    uninterrupted, *codes = map(int, done.stdout.split())
    # Compiled code of a library may lose one: what it calls was interrupted, and it asks for that in another way.
    # Before it is heard, an interrupt ends the program as it ends any other.
    ended = {130, -signal.SIGINT}
    assert (done.stderr, uninterrupted, len(codes)) == (b"", 0, steps)
    assert set(codes) <= {0, *ended}
    assert sum(code in ended for code in codes) > steps * 0.8


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_before_the_program_hears_it_is_silent() -> None:
    program = "import etoile_cli.__main__, os, signal; os.kill(os.getpid(), signal.SIGINT); print('still there')"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, env=environment(), check=False)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", -signal.SIGINT)


INTERRUPTED = """
import sys
from importlib.abc import MetaPathFinder

class Interrupt:
    def __set_name__(self, owner, name):
        raise KeyboardInterrupt

class Finder(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "etoile_cli.cli.app":
            type("Made", (), {"interrupted": Interrupt()})

sys.meta_path.insert(0, Finder())
from etoile_cli.__main__ import main
main()
"""


def test_an_interrupt_while_a_class_is_made_exits_130_in_silence() -> None:
    done = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, env=environment(), check=False)
    assert (done.stdout, done.stderr, done.returncode) == (b"", b"", 130)
