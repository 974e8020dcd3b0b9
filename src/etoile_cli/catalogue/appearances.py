"""Who appears in which episode: the parts of the cast by the episodes and the seasons that they name.

A part that is in all episodes of a season is said to be in the season, and not in each of them, if all of them are
listed; a part that is in all of several seasons, or in more than `MOST_SEASONS` whole ones, is in the show, which
needs no saying. So what is said stays about as long as the catalogue, though each of 10,000 parts may have a run of
10,000 episodes.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.ranges import Ranges
from etoile_cli.catalogue.records import CastMember
from etoile_cli.catalogue.spans import AFTER_ALL, BEFORE_ALL, Span, film_span, number_of_episodes

MOST_SEASONS = 100
"""In more whole seasons than these, a part is in the show."""

Part = tuple[int, CastMember]
"""A part, and its number in the cast, from 1 on."""


class Appearances:
    """The parts that are in the episodes and in the seasons of a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._cast = catalogue.cast
        self._numbering = Numbering.of(catalogue)
        self._seasons = self._numbering.seasons
        firsts = [film.first for film in self._numbering.films]
        # The position of the first film of each season, and the end of the last one.
        self._begins = [bisect_left(firsts, (season, BEFORE_ALL)) for season in [*self._seasons, AFTER_ALL]]
        self._are_whole = [self._is_whole(position) for position in range(len(self._seasons))]
        self._of_films, self._of_seasons = Ranges(len(firsts)), Ranges(len(self._seasons))
        for number, part in enumerate(catalogue.cast, start=1):
            if part.episodes:
                self._place(number, self._numbering.merged(part.episodes))

    def in_episode(self, episode: Episode) -> list[Part]:
        """Return the parts that name an episode, in the order of the cast, without those of its whole season."""
        position = self._numbering.positions(film_span(episode.season, episode.number, episode.through)).start
        return self._parts(self._of_films.at(position))

    def in_season(self, season: int) -> list[Part]:
        """Return the parts that are in a whole season, in the order of the cast, without those of all seasons."""
        position = bisect_left(self._seasons, season)
        is_known = self._seasons[position : position + 1] == [season]
        return self._parts(self._of_seasons.at(position) if is_known else ())

    def _parts(self, numbers: Iterable[int]) -> list[Part]:
        return [(number, self._cast[number - 1]) for number in sorted(numbers)]

    def _place(self, number: int, spans: Iterable[Span]) -> None:
        """Put a part at the whole seasons, and at the other episodes, that spans cover."""
        placed = [(self._numbering.positions(span), self._whole_seasons(span)) for span in spans]
        specials = int(self._seasons[:1] == [0])
        regular = len(self._seasons) - specials
        covered = sum(max(whole.stop, specials) - max(whole.start, specials) for _, whole in placed)
        is_in_all = covered == regular > 1 or covered > MOST_SEASONS
        for films, whole in placed:
            self._of_seasons.add(range(whole.start, min(whole.stop, specials)) if is_in_all else whole, number)
            begin, end = (self._begins[whole.start], self._begins[whole.stop]) if whole else (films.stop, films.stop)
            self._of_films.add(range(films.start, begin), number)
            self._of_films.add(range(end, films.stop), number)

    def _whole_seasons(self, span: Span) -> range:
        """Return the positions of the seasons that a span covers."""
        begin, end = bisect_left(self._seasons, span.first[0]), bisect_right(self._seasons, span.last[0])
        if begin < end and not self._covers(span, begin):
            begin += 1
        if begin < end and not self._covers(span, end - 1):
            end -= 1
        return range(begin, end)

    def _covers(self, span: Span, position: int) -> bool:
        """Return whether a span covers a season: as a whole, or all of its episodes, if several and all are listed."""
        season = self._numbering.season(self._seasons[position])
        if span.first <= season.first and season.last <= span.last:
            return True
        films, begin, end = self._numbering.positions(span), *self._begins[position : position + 2]
        return self._are_whole[position] and films.start <= begin and end <= films.stop

    def _is_whole(self, position: int) -> bool:
        """Return whether several episodes of a season are listed, and all that it is said to have."""
        films = self._numbering.films[self._begins[position] : self._begins[position + 1]]
        count = self._numbering.counts.get(self._seasons[position]) or 0
        return len(films) > 1 and number_of_episodes(films) >= count
