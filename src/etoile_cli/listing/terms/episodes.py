"""Episodes that a term names: one, a season, a run, and ranges from one of these to another."""

import re
from collections.abc import Callable
from functools import cache

from etoile_cli.catalogue.numbering import Numbering
from etoile_cli.catalogue.spans import AFTER_ALL, BEFORE_ALL, Span, season_span, span_of
from etoile_cli.listing.held_episodes import span_named
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.listing.terms.wrong import RANGES, reversed_range, wrong_value
from etoile_cli.text.folding import fold

# As a word, `s02e1` may be the beginning of another code. Here it is a code, since nothing else can be meant.
_CODE = re.compile("s([0-9]{1,6})(?:e([0-9]{1,6}))?")
_FIRST = (0, BEFORE_ALL)
# No season has a larger number.
_LAST = (1_000_000, AFTER_ALL)


def span_wanted(term: Term) -> Span:
    """Return the episodes that a term names, in the order of the numbering, in which specials come first.

    Raises UsageError if it names none.
    """
    if term.ends is None:
        wanted = _span(term, term.text)
        if wanted.first > wanted.last:
            raise _not_episodes(term, term.text)
        return wanted
    begin, end = term.ends
    first = _span(term, begin).first if begin else _FIRST
    last = _span(term, end).last if end else _LAST
    if first > last:
        raise reversed_range(term, begin, end)
    return Span(first, last)


def span_test(term: Term, numbering: Numbering) -> Callable[[str], bool]:
    """Return whether codes hold a term: those with an episode in common with it; of `:=`, those of just that."""
    wanted = span_wanted(term)
    if term.operator is Operator.IS:
        return lambda code: span_of(code) == wanted

    @cache
    def test(code: str) -> bool:
        span = numbering.span(code)
        return span is not None and span.first <= wanted.last and wanted.first <= span.last

    return test


def season_in(folded: str) -> int | None:
    """Return the number of the season that a folded text names; `None` if it names none."""
    span = _span_in(folded)
    return span.first[0] if span and span.first[1] == BEFORE_ALL else None


def _span(term: Term, text: str) -> Span:
    if span := _span_in(fold(text)):
        return span
    raise _not_episodes(term, text)


def _span_in(folded: str) -> Span | None:
    if span := span_named(folded):
        return span
    if not (found := _CODE.fullmatch(folded)):
        return None
    season, number = int(found[1]), found[2]
    return Span((season, int(number)), (season, int(number))) if number else season_span(season)


def _not_episodes(term: Term, text: str) -> Exception:
    takes = "an episode, a season or a run such as S01E07, S02 or S02E01-S02E13"
    return wrong_value(term, text, takes, hint=RANGES.format("S02E03", "S02E05"))
