"""A catalogue that somebody keeps, for the commands that change one."""

from pathlib import Path

KEPT = """\
# A show.
format = 1

[show]
title = "The Gate"
genres = ["drama", "comedy"]  # in this order

[[cast]]
name = "Ana Ruiz"
character = "Vera"
billing = "main"
ids = { imdb = "nm0000001" }
sources = ["site"]

# A guest.
[[cast]]
name = "Ana Ruiz"
character = "Old Vera"

[[cast]]
name = "山田 花子"
character = "花"
cites.name = ["site"]

[[episodes]]
season = 1
number = 1
title = "One"

[[episodes]]
season = 0
number = 1
title = "A special"

# Where it comes from.

[[sources]]
id = "site"
title = "The site"
url = "https://example.org/"
"""


def kept() -> str:
    """Return the text of the catalogue `mine.toml`, here."""
    return Path("mine.toml").read_bytes().decode()


def with_line_after(line: str, *new: str) -> str:
    """Return the catalogue as it was first with lines after one of its own."""
    assert KEPT.count(f"{line}\n") == 1
    return KEPT.replace(f"{line}\n", "".join(f"{each}\n" for each in (line, *new)))
