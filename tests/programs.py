"""Programs of others that tests run: shells, a browser, what comes from npm, what reads tables.

Where one is missing the test is skipped; in CI, where `.ci/run` should have installed it, the test fails.
"""

import os
import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

import pytest

NODE_MODULES = Path(__file__).parent / "node_modules"


def required(program: str) -> str:
    """Return the path of a program."""
    return shutil.which(program) or _miss(f"{program} is not installed")


def required_package(name: str) -> Path:
    """Return the directory of a package from npm."""
    directory = NODE_MODULES / name
    return directory if directory.is_dir() else _miss(f"{name} is not installed: npm install --prefix tests")


def required_latin_1() -> None:
    """Make sure that a locale of ISO 8859-1 can be made."""
    if not any(Path("/usr/share/i18n/charmaps").glob("ISO-8859-1*")):
        _miss("the character maps of localedef are not installed: Debian's locales")


def required_reader(module: str) -> None:
    """Make sure that what the group `readers` brings is there."""
    if find_spec(module) is None:
        _miss(f"{module} is not installed: pip install -e '.[readers]'")


IN_CI = bool(os.environ.get("CI"))


def _miss(reason: str) -> NoReturn:
    if IN_CI:
        pytest.fail(reason)
    pytest.skip(reason)
