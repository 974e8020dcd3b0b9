"""The files that a new user has: a media library, and an answer of TVmaze about the same show."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from tests.door import CHECKOUT

DATA = CHECKOUT / "tests" / "importing" / "data"
DAY = datetime(2026, 10, 1, 12, tzinfo=UTC).timestamp()

HARBOUR = DATA / "harbour"
EPISODE = (HARBOUR / "media" / "Season 1" / "S01E01.nfo").read_bytes()
TVMAZE = (HARBOUR / "tvmaze.json").read_text(encoding="utf-8")


def lay_all(directory: Path) -> None:
    """Lay the files in a directory, as they were last written on a certain day."""
    shutil.copytree(HARBOUR, directory, dirs_exist_ok=True)
    for file in directory.rglob("*.*"):
        os.utime(file, (DAY, DAY))


def lay(name: str, content: bytes) -> None:
    """Write a file that was last written on that day."""
    Path(name).write_bytes(content)
    os.utime(name, (DAY, DAY))
