"""Films that are several episodes, where an import lists these one by one, or the other way round."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.codes import film_code
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.spans import Place, Span, film_span
from etoile_cli.edit.operations import Data

Record = Mapping[str, Any]
_MOST_NUMBERS = 100
_EPISODES = "episodes"


def numbering_of(*data: Data) -> Numbering:
    """Return the numbering of the episodes and seasons that data list, together."""
    counts: dict[int, int | None] = {}
    for each in data:
        for season in each.get("seasons", []):
            number, episodes = season.get("number"), season.get("episodes")
            if type(number) is int and counts.get(number) is None:
                counts[number] = episodes if type(episodes) is int else None
    return Numbering([span for each in data for span in _spans(each.get("episodes", []))], counts)


def films_of(episodes: Sequence[Record]) -> Mapping[Place, str]:
    """Return the codes of the films by the places of those of their episodes that are not the first."""
    return {
        (span.first[0], number): film_code(*span.first, span.last[1])
        for span in _spans(episodes)
        if span.last[1] - span.first[1] < _MOST_NUMBERS
        for number in range(span.first[1] + 1, span.last[1] + 1)
    }


def part_of(films: Mapping[Place, str], record: Record) -> str:
    """Return the code of the film that an episode is a part of; empty if it is none."""
    season, number = record.get("season"), record.get("number")
    return films.get((season, number), "") if type(season) is int and type(number) is int else ""


def differing_films(section: str, there: Record, given: Record) -> str:
    """Return what is told of an episode that is another film than the imported one; empty if they are the same.

    Their lengths, days and ids are those of different films, so that neither completes the other.
    """
    if section != _EPISODES or there.get("through") == given.get("through"):
        return ""
    one, other = (next(_codes([each]), "") for each in (there, given))
    return f"this is {one}, the import has {other}" if one and other and one != other else ""


def _codes(episodes: Sequence[Record]) -> Iterator[str]:
    return (film_code(*span.first, span.last[1]) for span in _spans(episodes))


def _spans(episodes: Sequence[Record]) -> Iterator[Span]:
    for each in episodes:
        season, number, through = (each.get(key) for key in ("season", "number", "through"))
        if type(season) is int and type(number) is int:
            yield film_span(season, number, through if type(through) is int else None)
