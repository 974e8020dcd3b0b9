"""Numbers that a term gives, and ranges of them; seasons, too, by their numbers, codes and names."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.listing.terms.episodes import season_in
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.listing.terms.wrong import RANGES, reversed_range, wrong_value
from etoile_cli.text.folding import fold

# More digits than any number of a catalogue has; Python refuses to read very many.
_NUMBER = "0*([0-9]{1,18})"


def number_test(term: Term, *, unit: str = "", words: Mapping[Any, str] | None = None) -> Callable[[int], bool]:
    """Return whether numbers hold a term: equal ones, or those in its range.

    `unit` may stand behind a number, and where `words` are those that people read for seasons, these may stand for it.
    Raises UsageError if the term gives no number.
    """
    first, last = _ends(term, unit, words)
    return lambda number: first <= number and (last is None or number <= last)


def extent_test(term: Term, unit: str) -> Callable[[Extent], bool]:
    """Return whether extents hold a term: those that have a number in common with it; of `:=`, single numbers."""
    first, last = _ends(term, unit, None)
    if term.operator is Operator.IS:
        return lambda extent: extent[0] == extent[-1] == first
    return lambda extent: first <= extent[-1] and (last is None or extent[0] <= last)


def _ends(term: Term, unit: str, words: Mapping[Any, str] | None) -> tuple[int, int | None]:
    begin, end = term.ends or (term.text, term.text)
    first = _number(term, begin, unit, words) if begin else 0
    last = _number(term, end, unit, words) if end else None
    if last is not None and first > last:
        raise reversed_range(term, begin, end)
    return first, last


def _number(term: Term, text: str, unit: str, words: Mapping[Any, str] | None) -> int:
    folded = fold(text)
    if found := re.fullmatch(rf"{_NUMBER}(?: {unit}s?)?" if unit else _NUMBER, folded):
        return int(found[1])
    if words and (season := season_in(folded)) is not None:
        return season
    raise wrong_value(
        term,
        text,
        "a season such as 2, S02 or specials" if words else "a number",
        hint=RANGES.format(*((1, 3) if words else (50, 60) if unit else (1, 10))),
    )
