"""The numbering of a show: which episodes there are and which follow which, and the shortest list of a set of them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from operator import attrgetter

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import first_by
from etoile_cli.catalogue.spans import AFTER_ALL, BEFORE_ALL, Place, Span, film_span, span_of


class Numbering:
    """The episodes of a show: those that are listed, and those that its seasons are said to have.

    `films` are the listed ones in their order, without repetitions; a film may be several episodes. `counts` has for
    each season that has a record how many episodes it has, if that is known. `seasons` are the numbers of all seasons.
    """

    def __init__(self, films: Iterable[Span], counts: Mapping[int, int | None]) -> None:
        lasts: dict[Place, Place] = {}
        for first, last in films:
            lasts[first] = max(last, lasts.get(first, first))
        self.films = [Span(first, lasts[first]) for first in sorted(lasts)]
        self.counts = counts
        self._firsts = [film.first for film in self.films]
        self._ends = {film.first[0]: film.last[1] for film in self.films}
        self._starts = {film.first[0]: film.first[1] for film in reversed(self.films)}
        self.seasons = sorted(self._ends.keys() | counts.keys())
        self._offsets: dict[int, int] = {}
        for season in self.seasons:
            if offset := self._offset(season):
                self._offsets[season] = offset

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Numbering":
        """Return the numbering that a catalogue states."""
        counts = {
            number: season.episodes for number, season in first_by(attrgetter("number"), catalogue.seasons).items()
        }
        return cls((film_span(each.season, each.number, each.through) for each in catalogue.episodes), counts)

    def __contains__(self, film: Span) -> bool:
        """Return whether a span is that of a single film that is listed."""
        return self._film_at(film.first) == film

    def has(self, place: Place) -> bool:
        """Return whether there is an episode at a place."""
        season, number = place
        counted = self.counts.get(season) or 0
        return self._film_at(place) is not None or 0 < number - self.offset(season) <= counted

    def offset(self, season: int) -> int:
        """Return the number after which that of the first episode of a season comes: 0, or the last one before it.

        So the numbers of a season may go on from those of the one before: S01E26, S02E27.
        """
        return self._offsets.get(season, 0)

    def has_season(self, season: int) -> bool:
        """Return whether there is a season."""
        return season in self._ends or season in self.counts

    def season(self, season: int) -> Span:
        """Return all episodes of a season; if its count isn't known, from `BEFORE_ALL` to `AFTER_ALL`."""
        if not self.counts.get(season):
            return Span((season, BEFORE_ALL), (season, AFTER_ALL))
        return Span((season, self._start(season) or 0), (season, self._end(season) or 0))

    def span(self, code: str) -> Span | None:
        """Return the episodes that a code names, with all of a film of which it names one; `None` for no such code."""
        span = span_of(code)
        if span is None or span.first > span.last:
            return None
        if span.first[1] == BEFORE_ALL:
            return self.season(span.first[0])
        begin, end = self._film_at(span.first), self._film_at(span.last)
        return Span(begin.first if begin else span.first, end.last if end else span.last)

    def merged(self, codes: Iterable[str]) -> list[Span]:
        """Return the fewest spans of the episodes that codes name, in order; what is no such code is left out."""
        merged: list[Span] = []
        for span in sorted(filter(None, map(self.span, codes))):
            if merged and self._joins(merged[-1], span):
                merged[-1] = Span(merged[-1].first, max(merged[-1].last, span.last))
            else:
                merged.append(span)
        return merged

    def are_seasons(self, span: Span) -> bool:
        """Return whether a span is known to be whole seasons; a single one has more than one episode."""
        (first, begin), (last, end) = span
        is_several = 0 < first < last or (first == last and (begin == BEFORE_ALL or begin < end))
        return is_several and span == Span(self.season(first).first, self.season(last).last)

    def positions(self, span: Span) -> range:
        """Return which of the listed films are in a span, by their positions."""
        begin = max(bisect_right(self._firsts, span.first) - 1, 0)
        if begin < len(self.films) and self.films[begin].last < span.first:
            begin += 1
        return range(begin, max(bisect_right(self._firsts, span.last), begin))

    def _film_at(self, place: Place) -> Span | None:
        position = bisect_right(self._firsts, place) - 1
        film = self.films[position] if position >= 0 else None
        return film if film and film.last >= place else None

    def _joins(self, before: Span, after: Span) -> bool:
        """Return whether a span overlaps with one that begins before it, or nothing can be between the two."""
        last, first = before.last, after.first
        if first <= (last[0], last[1] + 1):
            return True
        if first[0] != last[0] + 1 or not last[0]:
            return False
        is_next = last[1] == self._end(last[0]) and first[1] == self._start(first[0])
        return is_next or (self.are_seasons(before) and self.are_seasons(after))

    def _end(self, season: int) -> int | None:
        """Return the last number of a season, as far as it is known."""
        listed, counted = self._ends.get(season), self.counts.get(season)
        if listed is None and not counted:
            return None
        return max(listed or 0, self.offset(season) + counted if counted else 0)

    def _start(self, season: int) -> int | None:
        """Return the first number of a season, `None` if there may be others before those that are listed."""
        listed, first = self._starts.get(season, AFTER_ALL), self.offset(season) + 1
        return min(listed, first) if listed <= first or self.counts.get(season) else None

    def _offset(self, season: int) -> int:
        """Return the last number of the season before, if those of a season go on from it; else 0.

        They do if the first that is listed is the next, or if more than a season has are listed by their numbers, and
        they are as many as it has counted from there. Of a season before that is not known, all listed must be all.
        """
        lowest, highest, count = self._starts.get(season, 0), self._ends.get(season, 0), self.counts.get(season) or 0
        if season <= 1 or lowest <= 1 or (count and highest <= count):
            return 0
        before = self._end(season - 1)
        if before is None:
            return lowest - 1 if highest - lowest + 1 == count else 0
        return before if lowest == before + 1 or before < lowest <= highest <= before + count else 0
