"""The files that `scripts/fuzz.py` begins with: they keep what is promised of any bytes, as do their beginnings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.door import CHECKOUT, TODAY
from tests.promises import DAY, hold
from tests.thoroughness import THOROUGH, breadth

CORPUS = sorted((CHECKOUT / "tests" / "data" / "corpus").iterdir())
INVALID = sorted((CHECKOUT / "tests" / "data" / "invalid").glob("*.toml"))
LARGEST = 8_000


def beginnings(content: bytes) -> Iterator[bytes]:
    """Yield what a file begins with: every number of its lines; of its bytes, before a change lands."""
    if THOROUGH and len(content) < 1_000:
        yield from (content[:end] for end in range(len(content)))
    lines = content.splitlines(keepends=True)
    yield from (b"".join(lines[:end]) for end in range(len(lines) + 1))


@pytest.mark.parametrize("file", CORPUS, ids=[file.stem for file in CORPUS])
def test_a_file_and_its_beginnings_keep_every_promise(file: Path) -> None:
    for content in beginnings(file.read_bytes()):
        hold(content)


@pytest.mark.parametrize(
    "before", breadth(["\ufffd", "", "\ufeff", "format = 1\n[show]\n", '"', "[", "x = {"], ["\ufffd"])
)
def test_a_file_keeps_every_promise_behind_another_beginning(before: str) -> None:
    for file in (*CORPUS, *INVALID):
        hold(before.encode() + file.read_bytes())


def test_the_files_are_small() -> None:
    assert [file.name for file in CORPUS if file.stat().st_size > LARGEST] == []
    assert DAY.isoformat() == TODAY
