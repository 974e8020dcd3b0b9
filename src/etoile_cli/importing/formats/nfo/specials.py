"""Where specials belong: libraries say before which episode they are shown, catalogues which one they follow.

A library may hold a part of a season. So which episode is the last of one, nothing says.
"""

from collections.abc import Mapping, Sequence

from etoile_cli.catalogue.codes import episode_code, season_name
from etoile_cli.catalogue.spans import AFTER_ALL, BEFORE_ALL, Place
from etoile_cli.importing.formats.nfo.elements import put_back, take_number
from etoile_cli.importing.formats.nfo.episodes import Film
from etoile_cli.importing.intake.intake import Intake
from etoile_cli.importing.reading.tree import Node


def place_specials(films: Sequence[Film], intake: Intake) -> None:
    """Take in which episodes specials follow, if just these are among the films."""
    by_last: dict[Place, Film] = {}
    lasts: dict[int, int] = {}
    for film in films:
        by_last.setdefault((film.season, film.last), film)
        lasts[film.season] = max(film.last, lasts.get(film.season, 0))
    for film in films:
        if film.season == 0 and (place := _take_place(film.nodes[0])):
            season, number = place
            before = by_last.get((season, number - 1))
            if before is None:
                intake.leave_out(f"the place of {film.code}", _why_not(place, lasts))
            elif before is not film:
                intake.put(film.record, "follows", before.code)


def _take_place(node: Node) -> Place | None:
    """Take the place before which a special is shown, `None` if there is none.

    Jellyfin has elements of its own, and repeats them in Kodi's.
    """
    after = take_number(node, "airsafter_season")
    before = take_number(node, "airsbefore_season"), take_number(node, "airsbefore_episode")
    shown = take_number(node, "displayseason"), take_number(node, "displayepisode")
    if after is not None:
        return after, AFTER_ALL
    season, number = before if before[0] is not None else shown
    if season is None or (number is None and before[0] is None):
        # A season alone doesn't say whether the special is shown before it or after it.
        put_back(node, "displayseason", [str(season)] if season else [])
        return None
    return season, BEFORE_ALL if number is None else number


def _why_not(place: Place, lasts: Mapping[int, int]) -> str:
    """Return why no episode is known that comes just before a place; `lasts` are the last numbers of the seasons."""
    season, number = place
    if number <= 1 and season <= 1:
        return "no episode comes before it"
    if number <= 1 or number == AFTER_ALL or number > lasts.get(season, number):
        of_season = season_name(season - 1 if number <= 1 else season)
        return f"which episode is the last of {_in_sentence(of_season)} is not said"
    return f"{episode_code(season, number - 1)} is not there"


def _in_sentence(name: str) -> str:
    return name[0].lower() + name[1:]
