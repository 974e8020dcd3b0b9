"""Lists of episodes in words: the shortest one that says the same, `Season 1, S02E01–S04E13`."""

from collections.abc import Sequence
from functools import lru_cache

from etoile_cli.catalogue.codes import episode_code, film_code, season_code, seasons_name
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.spans import AFTER_ALL, BEFORE_ALL, Place, Span
from etoile_cli.text.values import show


def runs_in_words(codes: Sequence[str], numbering: Numbering) -> list[str]:
    """Return the shortest list of the episodes that codes name: specials last, then what is no such code.

    Two episodes are joined only if no other can be between them, and a season is named only if all of it is meant.
    """
    return list(_runs(tuple(codes), numbering))


# Many records name the same episodes.
@lru_cache(maxsize=1_000)
def _runs(codes: tuple[str, ...], numbering: Numbering) -> Sequence[str]:
    others = (show(code) for code in codes if numbering.span(code) is None)
    spans = sorted(numbering.merged(codes), key=lambda span: not span.first[0])
    return tuple(dict.fromkeys(filter(None, [*(run_in_words(span, numbering) for span in spans), *others])))


def run_in_words(span: Span, numbering: Numbering) -> str:
    """Return consecutive episodes as people read them: `Seasons 1–2`, `S01E01–E02` if they are one film, or a run."""
    if numbering.are_seasons(span):
        return seasons_name(span.first[0], span.last[0])
    if span in numbering:
        return film_code(*span.first, span.last[1])
    return "–".join(dict.fromkeys(map(_place, span)))


def _place(place: Place) -> str:
    """Return a place as a code; the end of a season that isn't known as the code of the season."""
    season, number = place
    return season_code(season) if number in {BEFORE_ALL, AFTER_ALL} else episode_code(season, number)
