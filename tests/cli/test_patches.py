"""Every command that prints a change as a diff names the files as `patch` takes them, wherever it is run."""

import shlex
import subprocess
from pathlib import Path

import pytest

from tests.door import Run, run, run_process
from tests.programs import required

TEXT = 'format = 1\n[show]\ntitle = "It"\ncountries = ["UK"]\n'
MENDED = TEXT.replace("UK", "GB")
TOLD = "etoile: the file is not below this directory, and so named in full: patch -d / -p1 takes the diff\n"
COMMANDS = [
    "etoile check --fix --dry-run",
    "etoile set show countries=GB --dry-run -c",
    "etoile edit --dry-run -c",
]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A directory with catalogues in it, above it and beside it."""
    here = tmp_path / "here"
    for directory in (here / "sub", tmp_path / "beside"):
        directory.mkdir(parents=True)
        (directory / "it.toml").write_text(TEXT, encoding="utf-8")
    (here / "link.toml").symlink_to("sub/it.toml")
    (here / "out").symlink_to("../beside")
    monkeypatch.chdir(here)
    return here


def printed(command: str, *names: str) -> Run:
    env = {"VISUAL": "sed -i s/UK/GB/"}
    done = run_process(f"{command} {shlex.join(names)}", env=env)
    assert all(Path(name).read_text(encoding="utf-8") == TEXT for name in names)
    return done


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "name",
    ["sub/it.toml", "./sub/it.toml", "sub/../sub/it.toml", "../here/sub/it.toml", "link.toml", "{here}/sub/it.toml"],
)
def test_a_file_below_the_directory_is_named_from_there(command: str, name: str, here: Path) -> None:
    done = printed(command, name.format(here=here))
    assert done.stdout.startswith("--- sub/it.toml\n+++ sub/it.toml\n")
    assert "patch" not in done.stderr
    subprocess.run([required("patch"), "-sp0"], input=done.stdout, encoding="utf-8", check=True)
    assert Path("sub/it.toml").read_text(encoding="utf-8") == MENDED


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["../beside/it.toml", "out/it.toml", "{here}/../beside/it.toml"])
def test_one_elsewhere_is_named_in_full_and_it_is_said_how_patch_takes_it(command: str, name: str, here: Path) -> None:
    done = printed(command, name.format(here=here))
    assert done.stdout.startswith(f"--- {here.parent}/beside/it.toml\n")
    assert TOLD in done.stderr
    subprocess.run([required("patch"), "-s", "-d", "/", "-p1"], input=done.stdout, encoding="utf-8", check=True)
    assert Path("out/it.toml").read_text(encoding="utf-8") == MENDED


def test_if_one_of_several_is_elsewhere_all_are_named_in_full() -> None:
    done = printed("etoile check --fix --dry-run", "sub/it.toml", "out/it.toml")
    assert TOLD.replace("the file", "a file") in done.stderr
    subprocess.run([required("patch"), "-s", "-d", "/", "-p1"], input=done.stdout, encoding="utf-8", check=True)
    assert [Path(each).read_text(encoding="utf-8") for each in ("sub/it.toml", "out/it.toml")] == [MENDED] * 2


def test_nothing_is_said_where_nothing_is_printed() -> None:
    Path("out/it.toml").write_text(MENDED, encoding="utf-8")
    assert run("etoile set show countries=GB --dry-run -c out/it.toml").stderr == "etoile: nothing to change\n"


def test_a_name_that_is_too_long_is_told() -> None:
    done = run(f"etoile check --fix --dry-run {'a' * 300}", code=3)
    assert done.stderr == f"etoile: error: {'a' * 300}: file name too long\n"
