"""Programs of others that read what etoile exports: a browser, and what comes from npm."""

import os
import shutil
from pathlib import Path

import pytest

NODE_MODULES = Path(__file__).parent / "node_modules"


def required(program: str) -> str:
    """Return the path of a program; without it the test is skipped, or fails where CI should have installed it."""
    path = shutil.which(program)
    if path is None:
        _miss(f"{program} is not installed")
    return str(path)


def required_package(name: str) -> Path:
    """Return the directory of a package from npm, likewise."""
    directory = NODE_MODULES / name
    if not directory.is_dir():
        _miss(f"{name} is not installed: npm install --prefix tests")
    return directory


def _miss(reason: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
