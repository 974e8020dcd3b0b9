"""What is shipped: a wheel and an sdist that work away from the checkout, in an environment of their own."""

import os
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from etoile_cli import __version__
from tests.door import CHECKOUT, environment, run
from tests.thoroughness import THOROUGH


@dataclass(frozen=True)
class Shipped:
    """The files that are shipped, and an environment into which nothing but the wheel was installed."""

    wheel: Path
    sdist: Path
    wheel_of_sdist: Path
    python: Path
    elsewhere: Path

    def run(self, *command: str | Path) -> str:
        """Run a command of the environment in another folder; return what it prints."""
        settings = {name: value for name, value in environment().items() if not name.startswith(("PYTHON", "VIRTUAL"))}
        done = subprocess.run(
            [self.python.parent / command[0], *command[1:]],
            capture_output=True,
            encoding="utf-8",
            env=settings,
            cwd=self.elsewhere,
            check=False,
        )
        assert (done.stderr, done.returncode) == ("", 0)
        return done.stdout


def _ship(folder: Path) -> Shipped:
    installed, building = folder / "installed" / "bin" / "python", folder / "building" / "bin" / "python"
    _call(sys.executable, "-m", "venv", folder / "installed")
    pip = [installed, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    _call(*pip, "wheel", "--no-deps", "--wheel-dir", folder / "wheel", CHECKOUT)
    (wheel,) = (folder / "wheel").iterdir()
    _call(*pip, "install", wheel)
    # A second environment, so that what builds the sdist is not there when the wheel is tried.
    _call(sys.executable, "-m", "venv", "--without-pip", folder / "building")
    _call(*pip, "--python", building, "install", "hatchling")
    _call(building, "-m", "hatchling", "build", "-t", "sdist", "-d", folder / "sdist", cwd=CHECKOUT)
    (sdist,) = (folder / "sdist").iterdir()
    _call(*pip, "wheel", "--no-deps", "--wheel-dir", folder / "again", sdist)
    (wheel_of_sdist,) = (folder / "again").iterdir()
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    return Shipped(wheel, sdist, wheel_of_sdist, installed, elsewhere)


def _call(*command: str | Path, cwd: Path | None = None) -> None:
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=settings, cwd=cwd, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not THOROUGH, reason="it builds and installs for 15 seconds: THOROUGH=1 asks for it")
def test_what_is_shipped_is_whole_and_works_away_from_the_checkout(tmp_path: Path) -> None:
    # One test, so that tests in parallel processes don't build it all again: it takes ten seconds.
    shipped = _ship(tmp_path)
    _assert_it_prints_what_the_checkout_does(shipped)
    _assert_it_reads_its_own_catalogue(shipped)
    _assert_the_wheel_holds_the_program_the_catalogue_and_the_licence(shipped)
    _assert_the_sdist_makes_the_same_wheel_and_holds_the_tests(shipped)


def _assert_it_prints_what_the_checkout_does(shipped: Shipped) -> None:
    cast = run("etoile cast").stdout
    assert shipped.run("etoile", "cast") == cast
    assert shipped.run("python", "-m", "etoile_cli", "cast") == cast
    assert shipped.run("etoile", "--version") == f"etoile {__version__}\n"
    assert (
        shipped.run("etoile", "summary", "-f", "table") == run("etoile summary -f table", env={"COLUMNS": "80"}).stdout
    )
    for command in (
        "etoile export html",
        "etoile export json",
        "etoile export toml",
        "etoile where-to-watch --region FR",
        "etoile schema",
        "etoile check --explain bad-value",
    ):
        assert shipped.run(*command.split()) == run(command).stdout


def _assert_it_reads_its_own_catalogue(shipped: Shipped) -> None:
    (package,) = (shipped.python.parents[1] / "lib").glob("python*/site-packages/etoile_cli")
    assert shipped.run("etoile", "path", "-f", "tsv") == f"{package / 'data' / 'etoile.toml'}\tbuilt in\n"


def _assert_the_wheel_holds_the_program_the_catalogue_and_the_licence(shipped: Shipped) -> None:
    files = _files(shipped.wheel)
    source = CHECKOUT / "src"
    kinds = {".py", ".toml", ".html", ".css"}
    code = {str(path.relative_to(source)) for path in source.rglob("*") if path.suffix in kinds}
    information = f"etoile_cli-{__version__}.dist-info"
    about = {
        f"{information}/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
    }
    assert files.keys() == {
        *code,
        "etoile_cli/py.typed",
        "etoile_cli/data/etoile.toml",
        "etoile_cli/data/etoile.schema.json",
        *about,
    }
    assert files["etoile_cli/data/etoile.toml"] == (CHECKOUT / "data" / "etoile.toml").read_bytes()
    assert files[f"{information}/licenses/LICENSE"] == (CHECKOUT / "LICENSE").read_bytes()


def _assert_the_sdist_makes_the_same_wheel_and_holds_the_tests(shipped: Shipped) -> None:
    assert _files(shipped.wheel_of_sdist) == _files(shipped.wheel)
    with tarfile.open(shipped.sdist) as sdist:
        packed = {name.partition("/")[2] for name in sdist.getnames()}
    tests = {str(path.relative_to(CHECKOUT)) for path in (CHECKOUT / "tests").glob("*.py")}
    files = ("tests/data/hostile.toml", "data/etoile.toml", "data/etoile.schema.json", "README.md", "LICENSE")
    assert {*tests, *files, "pyproject.toml"} <= packed


def _files(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
