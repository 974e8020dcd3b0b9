"""Databases that tests look into, and the library that they are made of."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.reader import parse
from etoile_cli.export.sqlite.database import write_database
from tests.door import CHECKOUT
from tests.shows.shows import NAMES, catalogue_of

# Shares a person with two of the others, has an episode twice, and refers to what it lacks.
FERRY = """format = 1
[show]
title = "The Ferry"
[[crew]]
name = "Josip Radman"
roles = ["stunts"]
[[cast]]
name = "Luke Kirby"
character = "A pilot"
company = "nowhere"
episodes = ["S01E02-S01E04", "S01E03", "S05", "S00E01"]
sources = ["log", "lost"]
[[episodes]]
season = 1
number = 3
through = 4
title = "Fog"
released = "2024"
[[episodes]]
season = 1
number = 1
title = "Tide"
released = 2024-09-12
[[episodes]]
season = 0
number = 1
title = "Before"
follows = "S01E04"
[[episodes]]
season = 1
number = 1
title = "Tide, again"
[[sources]]
id = "log"
title = "The log"
"""


@cache
def library() -> list[Holding]:
    """Return the invented shows, the built-in one, and the ferry."""
    shipped = parse((CHECKOUT / "data" / "etoile.toml").read_bytes())
    catalogues = [*map(catalogue_of, NAMES), shipped, parse(FERRY.encode())]
    return [Holding(each.show.title, f"{number}.toml", each) for number, each in enumerate(catalogues)]


def holding(text: str, name: str = "A") -> Holding:
    """Return a show whose catalogue is a text, but for the number of the format."""
    return Holding(name, "a.toml", parse(f"format = 1\n{text}".encode()))


def one(catalogue: Catalogue) -> list[Holding]:
    """Return a library of one show."""
    return [Holding(catalogue.show.title, "a.toml", catalogue)]


@contextmanager
def database(holdings: Iterable[Holding]) -> Iterator[sqlite3.Connection]:
    """Make a database of shows, and open it."""
    with TemporaryDirectory() as directory:
        path = Path(directory, "it.db")
        write_database(path, holdings)
        with closing(sqlite3.connect(path)) as opened:
            yield opened


def asked(opened: sqlite3.Connection, query: str, *values: Any) -> list[Any]:
    """Return the rows of an answer; those of one column as the value in it."""
    rows = opened.execute(query, values).fetchall()
    return [row[0] if len(row) == 1 else row for row in rows]
