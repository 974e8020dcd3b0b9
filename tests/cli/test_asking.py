"""`add` on a terminal asks for a record key by key, so that nobody has to know the keys; no answer is lost."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
import tomli

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import RECORD_TYPES
from tests.cli.commands.kept import KEPT, kept
from tests.door import Run, entry_point, environment, run, screen

CTRL_C = "\x03"
CTRL_D = "\x04"
QUIET = 0.05
MOST_SECONDS = 60
A_DATE = 'It must be a date, or a string like "2025-04" or "2025"'
A_RUN = 'It must be a string like "S01E07" or "S02" or "S02E01-S02E13"'


@pytest.fixture(autouse=True)
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "mine.toml"
    path.write_text(KEPT, encoding="utf-8")
    return path


def _read(terminal: int, seconds: float) -> str | None:
    """Return what a terminal receives next, nothing if it is quiet that long; `None` if nobody writes any more."""
    if not select.select([terminal], [], [], seconds)[0]:
        return ""
    try:
        return os.read(terminal, 65536).decode(errors="replace") or None
    except OSError:  # Linux says so when the other end is closed
        return None


def talk(command: str, answers: Sequence[str], *, width: int = 80) -> Run:
    """Run a command in a terminal, giving an answer whenever it is waiting for one."""
    child, main = pty.fork()
    if not child:
        os.execve(
            entry_point(),
            command.split(),
            environment({"TERM": "dumb", "LC_ALL": "C.UTF-8", "COLUMNS": str(width)}),
        )
    fcntl.ioctl(main, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    whole, left = "", [*answers]
    end = time.monotonic() + MOST_SECONDS
    # Python looks for signals before it waits for a line: an answer that comes with the question would be too early.
    while (part := _read(main, QUIET)) is not None:
        whole += part
        if not part and left and whole.endswith("> "):
            os.write(main, left.pop(0).encode(errors="surrogateescape"))
        assert time.monotonic() < end, whole
    os.close(main)
    assert left == [], whole
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return Run("\n".join(screen(whole.replace("\r\n", "\n"), width)), "", code)


def test_it_asks_key_by_key_and_says_what_each_means_and_takes() -> None:
    done = talk("etoile add crew -c mine.toml", ["Bo\n", "\n", "\n", "editor\n", CTRL_D])
    assert done.code == 0
    assert (
        done.stdout
        == """\
A new crew record. Enter skips a key, Ctrl-D all that are left; Ctrl-C ends, and
  nothing is written.

name (required): The name as credited.
> Bo

sort_name: The name as an index files it: Kirby, Luke.
>

aliases: Other names the person is known by. Several are parted by semicolons.
>

roles: What they do on the show. Several are parted by semicolons.
> editor

known_for: Other work the person is known for. Several are parted by semicolons.
>
etoile: crew: + Bo (editor)"""
    )
    assert tomli.loads(kept())["crew"] == [{"name": "Bo", "roles": ["editor"]}]


def test_what_must_be_there_is_asked_for_first_and_again() -> None:
    done = talk("etoile add episodes -c mine.toml", ["\n", "x\n", "2\n", "1\n", " Two \n", CTRL_D])
    lines = done.stdout.splitlines()
    assert [line for line in lines if "(required)" in line] == [
        "season (required): The season's number; 0 holds specials. An integer from 0 to",
        "number (required): The number within the season. An integer from 0 to 99999.",
        "title (required): The title.",
    ]
    assert "It is required." in lines
    assert 'It must be an integer from 0 to 99999, found the string "x".' in lines
    assert lines[-1] == "etoile: episodes: + S02E01 Two"
    assert tomli.loads(kept())["episodes"][-1] == {"season": 2, "number": 1, "title": "Two"}


def test_answers_are_values_of_the_type_that_the_key_has() -> None:
    answers = [
        "S\n",
        "S\n",
        "A; B\n",
        "\n",
        "\n",
        "\n",
        "guest\n",
        "\n",
        "\n",
        "S01E01; S00E01\n",
        "imdb=nm1; tmdb=2\n",
    ]
    talk("etoile add cast -c mine.toml", [*answers, "site\n", "name=site\n", CTRL_D])
    assert tomli.loads(kept())["cast"][-1] == {
        "name": "S",
        "sort_name": "S",
        "aliases": ["A", "B"],
        "billing": "guest",
        "episodes": ["S01E01", "S00E01"],
        "ids": {"imdb": "nm1", "tmdb": "2"},
        "sources": ["site"],
        "cites": {"name": ["site"]},
    }


def test_an_id_that_there_is_not_is_asked_for_again() -> None:
    done = talk("etoile add crew -c mine.toml", ["Bo\n", *["\n"] * 6, "sight\n", "site\n", CTRL_D])
    assert "No such id: sight." in done.stdout.splitlines()
    assert tomli.loads(kept())["crew"] == [{"name": "Bo", "sources": ["site"]}]


@pytest.mark.parametrize(
    ("section", "key", "wrong", "told", "right", "value"),
    [
        ("crew", "cites", "nosuch", "It must be key=value, such as title=bww.", "name=site", {"name": ["site"]}),
        ("crew", "cites", "name=", "It must be key=value, such as title=bww.", "name=site", {"name": ["site"]}),
        (
            "crew",
            "ids",
            "S01",
            "It must be key=value, such as imdb=nm0000001.",
            "imdb=nm0000002",
            {"imdb": "nm0000002"},
        ),
        (
            "seasons",
            "premiere",
            "24.04.2025",
            f'{A_DATE}, found the string "24.04.2025" (write year, month and day, as in 2025-04-24).',
            "2025",
            "2025",
        ),
        (
            "seasons",
            "premiere",
            "April 2025",
            f'{A_DATE}, found the string "April 2025" (did you mean 2025-04?).',
            "2025-04",
            "2025-04",
        ),
        (
            "crew",
            "episodes",
            "S01E01; s1e1",
            f'{A_RUN}, found the string "s1e1" (did you mean S01E01?).',
            "S01E01",
            ["S01E01"],
        ),
        (
            "episodes",
            "titles",
            "english=A",
            'Its key must be a BCP 47 tag like "en" or "fr-CA" (did you mean en?).',
            "en=A",
            {"en": "A"},
        ),
    ],
)
def test_an_answer_that_will_not_do_is_told_with_what_was_meant(
    section: str, key: str, wrong: str, told: str, right: str, value: object
) -> None:
    known = declarations(RECORD_TYPES[section])
    order = sorted(known, key=lambda each: not known[each].required)
    needed = {"name": "Bo", "number": "2", "season": "1", "title": "T"}
    first = [f"{needed[each] if known[each].required else ''}\n" for each in order[: order.index(key)]]
    done = talk(f"etoile add {section} -c mine.toml", [*first, f"{wrong}\n", f"{right}\n", CTRL_D], width=400)
    assert told in done.stdout.splitlines()
    assert tomli.loads(kept())[section][-1][key] == value


def test_questions_say_the_form_of_an_answer_and_not_that_of_the_file() -> None:
    done = talk("etoile add crew -c mine.toml", ["Bo\n", *["\n"] * 7, CTRL_D], width=400)
    asked = {line.partition(":")[0]: line for line in done.stdout.splitlines()}
    assert asked["ids"] == (
        "ids: The ids of the person elsewhere, by scheme: imdb=nm0000001. As key=value; several are parted by "
        "semicolons."
    )
    assert asked["cites"] == (
        "cites: The sources that state just one value, by its key: title=bww. As key=value; several are parted by "
        "semicolons."
    )
    assert not [line for line in done.stdout.splitlines() if re.search("[`{}]", line)]


def test_bytes_that_are_no_text_are_asked_for_again() -> None:
    done = talk("etoile add crew -c mine.toml", ["\udcff\n", "Bo\n", CTRL_D])
    assert "It is not UTF-8." in done.stdout.splitlines()
    assert tomli.loads(kept())["crew"] == [{"name": "Bo"}]


def test_a_name_in_any_script_is_taken_as_it_is_typed() -> None:
    done = talk("etoile add crew -c mine.toml", ["山田 花子\n", CTRL_D])
    assert done.stdout.splitlines()[-1] == "etoile: crew: + 山田 花子"
    assert tomli.loads(kept())["crew"] == [{"name": "山田 花子"}]


@pytest.mark.parametrize("answers", [[CTRL_C], ["Bo\n", CTRL_C]])
def test_an_interrupt_writes_nothing(answers: Sequence[str]) -> None:
    done = talk("etoile add crew -c mine.toml", answers)
    assert (done.code, kept()) == (130, KEPT)
    assert "Traceback" not in done.stdout


def test_answers_that_are_refused_are_given_back_as_a_command() -> None:
    done = talk("etoile add cast -c mine.toml", ["Ana Ruiz\n", "\n", "A; B\n", "Vera\n", CTRL_D])
    assert done.code == 4
    again = "etoile add cast 'name=Ana Ruiz' aliases=A aliases=B character=Vera -c mine.toml"
    told = " ".join(" ".join(done.stdout.splitlines()[-6:]).split())
    assert told.endswith(
        'etoile: error: cast "Ana Ruiz": the same "name" and "character" as the record in line 8 '
        f"hint: --update completes records that are there already; your answers again: {again}"
    )
    assert kept() == KEPT
    assert run(f"{again} --update").stderr == "etoile: cast: Ana Ruiz (Vera): aliases: + A, + B\n"


@pytest.mark.parametrize("options", ["--dry-run", "--update", "--update --dry-run"])
def test_the_command_that_gives_answers_back_has_the_options_of_the_first(options: str) -> None:
    Path("mine.toml").write_text(f"{KEPT}[[seasons]]\nnumber = 1\n[[seasons]]\nnumber = 1\n", encoding="utf-8")
    done = talk(f"etoile add seasons {options} -c mine.toml", ["1\n", "One\n", CTRL_D])
    told = " ".join(done.stdout.split())
    assert told.endswith(f"your answers again: etoile add seasons number=1 title=One {options} -c mine.toml")


@pytest.mark.parametrize("width", [40, 60])
def test_questions_fit_the_terminal(width: int) -> None:
    done = talk("etoile add trailers -c mine.toml", [CTRL_D], width=width)
    assert all(len(line) <= width for line in done.stdout.splitlines())


def test_a_catalogue_that_cannot_be_changed_is_told_before_anything_is_asked() -> None:
    done = talk("etoile add cast", [])
    assert (done.code, done.stdout.splitlines()[0]) == (2, "etoile: error: the built-in catalogue is never changed")


def test_nothing_is_asked_where_nobody_is_there_to_answer() -> None:
    done = run("etoile add cast -c mine.toml", code=2)
    assert (done.stdout, done.stderr) == (
        "",
        (
            "etoile: error: nothing says what to add\n"
            "hint: give KEY=VALUE, --json FILE or --csv FILE; etoile add cast --help lists the keys\n"
        ),
    )
