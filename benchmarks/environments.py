"""Where what is measured is installed, and the environment variables that it runs with."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).resolve().parent / "floors"

# What changes how a program starts or draws; everything else of ours, the package index say, stays.
_OURS = ("PYTHON", "ETOILE", "_ETOILE", "VIRTUAL_ENV", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PAGER", "LESS")


def variables(**added: str) -> dict[str, str]:
    """Return the environment variables of a measured process."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
    return kept | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"} | added


def install(folder: Path, *packages: str | Path) -> Path:
    """Make a virtual environment, install packages with their bytecode, and return the folder of its programs."""
    _run([sys.executable, "-m", "venv", folder])
    programs = folder / "bin"
    _run([programs / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check", *packages])
    return programs


def versions(programs: Path, *packages: str) -> dict[str, str]:
    """Return the versions of packages that are installed there."""
    code = f"from importlib.metadata import version; print(*map(version, {packages!r}))"
    told = subprocess.run([programs / "python", "-c", code], check=True, capture_output=True, text=True)
    return dict(zip(packages, told.stdout.split(), strict=True))


def _run(command: Sequence[str | Path]) -> None:
    subprocess.run(command, check=True, env=variables(), stdin=subprocess.DEVNULL)
