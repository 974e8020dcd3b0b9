"""The episodes that words name, and the runs of others that hold them: `S02E05` is in `S02E01-S02E13` and in `S02`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from etoile_cli.catalogue.codes import season_name
from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.spans import Span, season_span
from etoile_cli.wording.runs import run_in_words

_SEASON = r"season ([0-9]{1,5})"
# A folded code: as catalogues have it, `s02e01-s02e13`, and as it is printed, `s02e01–e13`.
_NUMBER = "([0-9]{2,6})"
_CODE = f"s{_NUMBER}(?:e{_NUMBER}(?:[-–](?:s{_NUMBER})?e{_NUMBER})?)?"
# One without zeros, but for a special; `s02e1` has the letters of ten codes instead, and `s0` those of many.
_SHORT_CODE = "s([1-9]|0(?=e))(?:e([1-9][0-9]{0,5}))?"


def joined_seasons(words: Sequence[str], numbering: Numbering) -> Iterator[str]:
    """Yield folded words, `season` and the number of a season after it as one: else any number 2 would do."""
    position = 0
    while position < len(words):
        pair = " ".join(words[position : position + 2])
        found = re.fullmatch(_SEASON, pair)
        is_season = bool(found) and numbering.has_season(int(re.sub(_SEASON, r"\1", pair)))
        yield pair if is_season else words[position]
        position += 2 if is_season and pair != words[position] else 1


def episodes_among(words: Iterable[str]) -> Mapping[str, Span]:
    """Return those of the folded words that name episodes, with these: a code, a run, `season 2`, `specials`."""
    named = ((word, span_named(word)) for word in words)
    return {word: span for word, span in named if span and span.first <= span.last}


def span_named(word: str) -> Span | None:
    """Return the episodes that a folded word names; `None` if it names none. A run may be the wrong way round."""
    found = re.fullmatch(_SEASON, word)
    if word == season_name(0).lower():
        return season_span(0)
    if found := found or re.fullmatch(_CODE, word) or re.fullmatch(_SHORT_CODE, word):
        season, *numbers = (int(each) if each else None for each in found.groups())
        return _span(season or 0, *numbers)
    return None


def _span(season: int, first: int | None = None, last_season: int | None = None, last: int | None = None) -> Span:
    """Return the episodes that a code with these numbers names."""
    if first is None:
        return season_span(season)
    begin = season, first
    return Span(begin, begin if last is None else (season if last_season is None else last_season, last))


def run_with(wanted: Span, codes: Iterable[str], numbering: Numbering) -> str:
    """Return what people read of the run, among those that codes name, that has any of the wanted episodes."""
    spans = (span for span in numbering.merged(codes) if span.first <= wanted.last and wanted.first <= span.last)
    return next((run_in_words(span, numbering) for span in spans), "")
