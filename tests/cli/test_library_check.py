"""`etoile check` of several catalogues, and of directories."""

import gc
import json
import os
import weakref
from datetime import date
from pathlib import Path

import pytest

from etoile_cli.check.check import Rules, check
from tests.cli.shelves import BROKEN, SHOW, three
from tests.door import run
from tests.processes import formats_of


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("shows").mkdir()


def test_check_goes_through_all_catalogues() -> None:
    three()
    Path("shows/cut.toml").write_text(BROKEN, encoding="utf-8")
    Path("shows/pyproject.toml").write_text("[project]\n", encoding="utf-8")
    for command in ("check shows", "-c shows check"):
        done = run(f"etoile {command}", code=1)
        assert done.stderr.endswith("in 4 files\n")
        assert {line.partition(":")[0] for line in done.stdout.splitlines()} >= {"shows/cut.toml"}
        assert "pyproject" not in done.stdout


def test_check_tells_what_cannot_be_read_and_checks_the_rest() -> None:
    three()
    Path("shows/gone.toml").symlink_to("nowhere")
    os.mkfifo("shows/pipe.toml")
    for format_ in formats_of("etoile check"):
        done = run(f"etoile check shows -f {format_}", code=3)
        assert "etoile: error: shows/gone.toml: no such file\n" in done.stderr
        assert "etoile: error: shows/pipe.toml: this is a pipe or a device, not a file\n" in done.stderr
        if format_ == "json":
            assert [each["file"] for each in json.loads(done.stdout)["unreadable"]] == [
                "shows/gone.toml",
                "shows/pipe.toml",
            ]


def test_check_names_a_file_as_it_is_called_where_programs_read() -> None:
    three()
    Path("shows/a\tb: c.toml").symlink_to("nowhere")
    done = run("etoile check shows --json", code=3)
    assert json.loads(done.stdout)["unreadable"][0]["file"] == "shows/a\tb: c.toml"
    assert r"shows/a\tb: c.toml: no such file" in done.stderr


def test_check_of_several_directories_reads_each_file_once() -> None:
    three()
    done = run("etoile check shows shows/bear.toml shows")
    assert done.stderr.endswith("in 3 files\n")


@pytest.mark.parametrize("text", [SHOW.format(title="Dark"), BROKEN, "format = 1\n[show]\ntitel = 1\n"])
def test_what_was_checked_is_freed_at_once(text: str) -> None:
    """The collector of garbage is off, so that what refers to itself in a circle stays: a piece of every file."""
    gc.disable()
    try:
        report = check(text.encode(), "a.toml", Rules(date(2026, 1, 1)))
        assert report.problems
        document = weakref.ref(report.document)
        del report
        assert document() is None
    finally:
        gc.enable()
