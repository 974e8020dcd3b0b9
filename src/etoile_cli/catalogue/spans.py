"""Consecutive episodes, as places in the numbering: what `S01E07`, a season `S02` and a run `S02E01-S02E13` name."""

import re
from collections.abc import Iterable
from typing import NamedTuple

Place = tuple[int, int]
"""The numbers of a season and of an episode in it."""

BEFORE_ALL = -1
"""A number before all episodes of a season: where a whole season begins if its first number is not known."""
AFTER_ALL = 100_000
"""A number after all episodes of a season: where a whole season ends if its last number is not known."""

# No season or episode has a larger number.
_NUMBER = "([0-9]{2,6})"
_CODE = f"S{_NUMBER}E{_NUMBER}"
_FORM = re.compile(f"S{_NUMBER}|{_CODE}(?:-{_CODE})?")


class Span(NamedTuple):
    """Consecutive episodes, by the places of the first and of the last."""

    first: Place
    last: Place


def film_span(season: int, number: int, through: int | None) -> Span:
    """Return the episodes that a film is."""
    return Span((season, number), (season, max(number, through or number)))


def season_span(season: int) -> Span:
    """Return all episodes of a season, whatever their numbers."""
    return Span((season, BEFORE_ALL), (season, AFTER_ALL))


def span_of(code: str) -> Span | None:
    """Return the episodes that a code names, a whole season from `BEFORE_ALL` to `AFTER_ALL`.

    Returns `None` if it has not the form of such a code. A run may have its ends the wrong way round.
    """
    found = _FORM.fullmatch(code)
    if not found:
        return None
    if found[1]:
        return season_span(int(found[1]))
    first = int(found[2]), int(found[3])
    return Span(first, (int(found[4]), int(found[5])) if found[4] else first)


def number_of_episodes(films: Iterable[Span]) -> int:
    """Return how many episodes films are, each counted once, though a film or a part of it may be there twice."""
    number, last = 0, (-1, -1)
    for film in sorted(films):
        begin = max(film.first, (last[0], last[1] + 1))
        if begin <= film.last:
            number += film.last[1] - begin[1] + 1
            last = film.last
    return number
