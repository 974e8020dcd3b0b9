"""Dates that a term gives: a day, a month or a year, which covers all its days, and ranges of them."""

import datetime as dt
import re
from collections.abc import Callable

from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.listing.terms.wrong import RANGES, reversed_range, wrong_value
from etoile_cli.text.dates import Date, PartialDate, first_day, last_day
from etoile_cli.text.folding import fold
from etoile_cli.text.values import MONTHS

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IN_WORDS = re.compile(rf"(?:([0-9]{{1,2}}) )?({'|'.join(MONTHS).lower()}) ([0-9]{{4}})")
_TAKES = "a date such as 2025-04-24, 2025-04 or 2025"


def date_test(term: Term) -> Callable[[Date], bool]:
    """Return whether dates hold a term: those that may lie in its range; of `:=`, those that are known just as far.

    Raises UsageError if the term gives no date.
    """
    if term.operator is Operator.IS:
        wanted = _date(term, term.text)
        return lambda date: date == wanted
    begin, end = term.ends or (term.text, term.text)
    first = first_day(_date(term, begin)) if begin else dt.date.min
    last = last_day(_date(term, end)) if end else dt.date.max
    if first > last:
        raise reversed_range(term, begin, end)
    return lambda date: first_day(date) <= last and first <= last_day(date)


def _date(term: Term, text: str) -> Date:
    """Return the date that a text gives, as ISO 8601 has it or as people read it."""
    folded = fold(text)
    try:
        if _DAY.fullmatch(folded):
            return dt.date.fromisoformat(folded)
        if not (found := _IN_WORDS.fullmatch(folded)):
            return PartialDate.parse(folded)
        day, month, year = found[1], [*map(fold, MONTHS)].index(found[2]) + 1, int(found[3])
        return dt.date(year, month, int(day)) if day else PartialDate.parse(f"{year:04}-{month:02}")
    except ValueError:
        raise wrong_value(term, text, _TAKES, hint=RANGES.format("2025-04", "2025-06")) from None
