"""What seasons and episodes are called: `Season 2`, and the codes `S02` and `S02E07`.

This module is imported by the help: it loads nothing that takes time.
"""

from collections.abc import Mapping
from types import EllipsisType

SEASON_NAMES: Mapping[str | int | EllipsisType, str] = {...: "Season {}", 0: "Specials"}
"""What people call a season by its number, `...` for all others; in the order in which they are listed."""


def season_name(season: int) -> str:
    """Return what people call a season: `Season 2`, and `Specials` for the season 0."""
    return SEASON_NAMES.get(season, SEASON_NAMES[...]).format(season)


def seasons_name(first: int, last: int) -> str:
    """Return what people call consecutive seasons: `Season 2`, or `Seasons 1–2`."""
    return f"Seasons {first}–{last}" if first < last else season_name(first)


def season_code(season: int) -> str:
    """Return the code by which a whole season is known: S01."""
    return f"S{season:02}"


def episode_code(season: int, number: int) -> str:
    """Return the code by which an episode is known: S01E01."""
    return f"S{season:02}E{number:02}"


def film_code(season: int, number: int, through: int | None) -> str:
    """Return the code of one film as people read it: `S01E01`, or `S01E01–E02` if it is several episodes."""
    code = episode_code(season, number)
    return f"{code}–E{through:02}" if through is not None and through > number else code
