"""Seasons in words: how many there are, how many episodes they have, and when each was shown."""

from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from etoile_cli.catalogue.episodes import Episode, Season
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import first_by
from etoile_cli.catalogue.spans import film_span, number_of_episodes
from etoile_cli.text.dates import Date, first_day, last_day
from etoile_cli.text.values import count, enumerate_words, readable_date


class Totals(NamedTuple):
    """How many seasons, episodes and specials a show has, without what is not known."""

    seasons: int | None
    episodes: int | None
    specials: int | None


def totals(catalogue: Catalogue) -> Totals:
    """Return how many seasons, episodes and specials there are, as the show and the records of its seasons say.

    The records are all seasons if they are as many as the show says, or if they are numbered from 1 on and it doesn't
    say how many; and if no episode is of another.
    """
    counts = {number: season.episodes for number, season in first_by(attrgetter("number"), catalogue.seasons).items()}
    specials = counts.pop(0, None)
    are_all = len(counts) == (catalogue.show.seasons or max(counts, default=0)) and all(
        episode.season in counts for episode in catalogue.episodes if episode.season
    )
    seasons = catalogue.show.seasons or (len(counts) if are_all else None)
    known = [each for each in counts.values() if each]
    episodes = sum(known) if are_all and len(known) == len(counts) else None
    return Totals(seasons or None, episodes or None, specials)


def listed_episodes(catalogue: Catalogue) -> int:
    """Return how many episodes a catalogue lists, without specials; one film may be several."""
    return _listed(each for each in catalogue.episodes if each.season)


def numbers_in_words(catalogue: Catalogue) -> list[str]:
    """Return `2 seasons`, `8 episodes` and `1 special listed`, of which any may be missing.

    How many episodes a show has is known only where its seasons say so; else those listed are counted.
    """
    seasons, episodes, specials = totals(catalogue)
    known = [(seasons, "season"), (episodes, "episode"), (specials, "special")]
    listed = [
        count(number, noun)
        for total, number, noun in (
            (episodes, listed_episodes(catalogue), "episode"),
            (specials, _listed(each for each in catalogue.episodes if not each.season), "special"),
        )
        if total is None and number
    ]
    *counted, special = ([count(number, noun)] if number else [] for number, noun in known)
    return [*chain(*counted), *([f"{enumerate_words(listed)} listed"] if listed else []), *special]


def season_dates(season: Season) -> str:
    """Return when a season was shown: `24 April 2025 to 12 June 2025`; of what is known in part, that part.

    Of a day and the year it is in, only the day is told: `from 24 April 2025`.
    """
    premiere, finale = (readable_date(each) if each else "" for each in (season.premiere, season.finale))
    if season.premiere and season.finale and premiere != finale:
        if _holds(season.finale, season.premiere):
            return f"from {premiere}"
        return f"until {finale}" if _holds(season.premiere, season.finale) else f"{premiere} to {finale}"
    if premiere == finale:
        return premiere
    return f"from {premiere}" if premiere else f"until {finale}" if finale else ""


def _holds(longer: Date, date: Date) -> bool:
    """Return whether a date known in part holds another one."""
    return first_day(longer) <= first_day(date) and last_day(date) <= last_day(longer)


def season_size(season: Season) -> str:
    """Return how many episodes a season has: `13 episodes`, of season 0 `3 specials`; empty if not known."""
    return count(season.episodes, "episode" if season.number else "special") if season.episodes else ""


def season_about(season: Season | None) -> Sequence[str]:
    """Return when a season was shown and how many episodes it has, of which any may be missing."""
    return [each for each in (season_dates(season), season_size(season)) if each] if season else []


def _listed(episodes: Iterable[Episode]) -> int:
    return number_of_episodes(film_span(each.season, each.number, each.through) for each in episodes)
