"""The places of episodes in a media library: the numbers that a film has there, and where specials are shown.

A special may follow another one: both are shown after the episode at the end of that chain.
"""

from collections.abc import Iterator, Mapping

from etoile_cli.catalogue.episodes import Episode
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.spans import Place, span_of

# A film of more episodes is a mistake.
_MOST_NUMBERS = 20


def numbers(episode: Episode) -> range:
    """Return the numbers of the episodes that a film is; only the first of it if they are too many."""
    last = max(episode.number, episode.through or 0)
    return range(episode.number, (last if last - episode.number < _MOST_NUMBERS else episode.number) + 1)


def places_of_specials(catalogue: Catalogue) -> Mapping[str, Place]:
    """Return the places before which specials are shown, by the codes of the episodes that they follow."""
    several = (each for each in catalogue.episodes if len(numbers(each)) > 1)
    lasts = {place: numbers(each)[-1] for each in several for place in _places(each)}
    specials = (each for each in catalogue.episodes if not each.season)
    ends = _ends({place: followed for each in specials if (followed := _followed(each)) for place in _places(each)})
    places: dict[str, Place] = {}
    for episode in catalogue.episodes:
        if episode.follows and (followed := _followed(episode)):
            season, number = ends.get(followed) or followed
            places[episode.follows] = season, lasts.get((season, number), number) + 1
    return places


def _places(episode: Episode) -> Iterator[Place]:
    return ((episode.season, number) for number in numbers(episode))


def _followed(episode: Episode) -> Place | None:
    span = span_of(episode.follows or "")
    return span.first if span else None


def _ends(followed: Mapping[Place, Place]) -> Mapping[Place, Place | None]:
    """Return the ends of the chains that begin at places; `None` for one that comes round again."""
    ends: dict[Place, Place | None] = {}
    for begin in followed:
        place, passed = begin, dict[Place, None]()
        while place in followed and place not in ends and place not in passed:
            passed[place] = None
            place = followed[place]
        ends |= dict.fromkeys(passed, None if place in passed else ends.get(place, place))
    return ends
