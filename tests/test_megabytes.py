"""Megabytes of mistakes: time and memory in proportion to the file, whatever is wrong in it."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.door import arguments, entry_point, environment
from tests.thoroughness import THOROUGH, breadth

HEAD = 'format = 1\n[show]\ntitle = "x"\nsources = ["s"]\n'
TAIL = '\n[[sources]]\nid = "s"\ntitle = "t"\nurl = "https://example.org/"\n'
# As much as a catalogue may hold, for those that take most of it, and a file that is checked in no time.
SIZE = 33_000_000 - len(HEAD) - len(TAIL)
SMALL = 1_000_000
LARGEST = ("no statements", "several words", "keys that repeat", "records without a name") if THOROUGH else ()
# Beside a small file: what is told, and what might have been.
FINDINGS = 20_000_000
# A machine with several things to do counts more seconds for the same; these are four times those of an idle one.
PATIENCE = 30


class Taken(NamedTuple):
    """What a process took: seconds of processor time and bytes of memory at its greatest, and what it said."""

    seconds: float
    memory: int
    said: str


# What starts it is small: a process counts the memory of the one that it is split off from as its own.
LAUNCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:])
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
"""


def take(command: str, directory: Path) -> Taken:
    """Run a command line, and return what it took."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCH, entry_point(), *arguments(command)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        cwd=directory,
        env=environment(),
        check=True,
    )
    seconds, memory = done.stdout.splitlines()[-1].split()
    return Taken(float(seconds), int(memory) * (1 if sys.platform == "darwin" else 1024), done.stderr)


def written(directory: Path, statements: str) -> int:
    path = directory / "it.toml"
    path.write_text(f"{HEAD}{statements}{TAIL}", encoding="utf-8")
    return path.stat().st_size


FAMILIES = {
    "no statements": "x\n",
    "several words": "a b c\n",
    "values without quotes": "a = b\n",
    "arrays with one": "a = [1, x]\n",
    "keys that repeat": "x=1\n",
    "headers that repeat": "[show]\n",
    "headers of a table in it": "[show.ids]\n",
    "headers of others": "[a.b]\n",
    "headers without an end": "[[cast]\n",
    "strings without an end": 'a = "b\n',
    "records without a name": "[[cast]]\n",
    "control characters in a comment": "# \x01\x01\x01\n",
    "equals signs": "a == 1\n",
}


@pytest.mark.parametrize("name", breadth(list(FAMILIES), list(FAMILIES)[::4]))
def test_a_file_where_every_line_is_wrong_is_told_soon_and_in_little_memory(name: str, tmp_path: Path) -> None:
    written(tmp_path, "")
    start = take("etoile check it.toml", tmp_path)
    size = written(tmp_path, FAMILIES[name] * ((SIZE if name in LARGEST else SMALL) // len(FAMILIES[name])))
    for command, told in (
        ("etoile check it.toml", "etoile: over 10,000 errors\n"),
        ("etoile cast -c it.toml", "hint: over 990 more problems, see etoile check it.toml\n"),
    ):
        taken = take(command, tmp_path)
        assert taken.said.endswith(told)
        assert taken.seconds < PATIENCE
        assert taken.memory - start.memory < 12 * size + (0 if name in LARGEST else FINDINGS)


@pytest.mark.parametrize("items", ["1,", '"a",', '"\\u0001",', "x,", "'a';"])
def test_millions_of_wrong_items_take_no_more_than_twelve_times_the_file(items: str, tmp_path: Path) -> None:
    written(tmp_path, "")
    start = take("etoile check it.toml", tmp_path)
    is_large = THOROUGH and items == "1,"
    number = (8_000_000 if is_large else 2_000_000) // len(items)
    size = written(tmp_path, f"themes = [{items * number}]\n")
    for command in ("etoile check it.toml", "etoile cast -c it.toml"):
        taken = take(command, tmp_path)
        assert taken.said
        assert taken.seconds < PATIENCE
        assert taken.memory - start.memory < 12 * size + (0 if is_large else FINDINGS)
