"""Streams that don't block: they are read and written whole."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.door import PATIENCE, entry_point, environment

# More than a pipe holds: whoever reads or writes it finds it empty or full.
NAMES = [f"Person {number}" for number in range(10_000)]
CATALOGUE = "\n".join(["format = 1", 'show.title = "x"', *(f'[[cast]]\nname = "{name}"' for name in NAMES)]).encode()


@pytest.mark.parametrize("env", [{}, {"PYTHONUNBUFFERED": "1"}])
def test_pipes_that_never_block_are_read_and_written_whole(env: dict[str, str]) -> None:
    (stdin, feeding), (reading, stdout) = os.pipe(), os.pipe()
    for end in (stdin, stdout):
        os.set_blocking(end, False)
    process = subprocess.Popen(
        [entry_point(), "-c", "-", "cast"], stdin=stdin, stdout=stdout, stderr=subprocess.PIPE, env=environment(env)
    )
    os.close(stdin)
    os.close(stdout)
    with ThreadPoolExecutor() as pool, os.fdopen(feeding, "wb") as writer, os.fdopen(reading, "rb") as reader:
        fed = pool.submit(lambda: (writer.write(CATALOGUE), writer.close()))
        printed = reader.read().decode().splitlines()
        fed.result()
    _, stderr = process.communicate(timeout=PATIENCE)
    assert ([line.split("\t")[0] for line in printed], stderr, process.returncode) == (NAMES, b"", 0)
