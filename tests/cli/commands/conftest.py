"""What the tests of several commands start from."""

from pathlib import Path

import pytest

from tests.cli.commands.kept import KEPT


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep a catalogue, `mine.toml`, in an empty directory that is the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ETOILE_CATALOGUE", "mine.toml")
    path = tmp_path / "mine.toml"
    path.write_text(KEPT, encoding="utf-8")
    return path
