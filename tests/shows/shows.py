"""The four invented shows, each as hard to write down as real ones, and what their files hold."""

from functools import cache
from pathlib import Path
from typing import Any

import tomli

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from tests.conftest import DATA

FOLDER = DATA / "shows"
NAMES = sorted(file.stem for file in FOLDER.glob("*.toml"))
"""The names of the files: what is hard about each, its first lines say."""


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.toml"


@cache
def data_of(name: str) -> dict[str, Any]:
    """Return the data in the file of a show, as any reader of TOML has them."""
    return tomli.loads(path_of(name).read_text(encoding="utf-8"))


@cache
def catalogue_of(name: str) -> Catalogue:
    return parse(path_of(name).read_bytes())


def records_in(data: dict[str, Any], section: str) -> list[dict[str, Any]]:
    """Return the tables of a section, the one of the show too."""
    held = data.get(section, [])
    return held if isinstance(held, list) else [held]
