"""Values as people read them in a table: names for codes and ids, ages with days, a search called a search."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.schemes import true_ids
from etoile_cli.catalogue.standards import code_name
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.listing.columns import Column
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.readings import reading, readings
from etoile_cli.text.values import age, enumerate_words, readable_date, show


class Wording:
    """What people read of the values of a listing; empty where a value is absent or says nothing."""

    def __init__(self, listing: Listing) -> None:
        self._today = listing.today
        self._references = References(listing.catalogue)

    def reader(self, column: Column) -> Callable[[Any], str]:
        """Return the function to what people read of a column's values: safe to print, on one line or several."""
        return column.reads or partial(self.of, column.declared)

    def of(self, declared: Declared, value: Any) -> str:
        """Return what people read of a value that is as declared, on one line."""
        if value is None:
            return ""
        match value:
            case date() if declared.ages:
                return checked_text(value, self._today)
            case date() if declared.ends:
                return f"{readable_date(value)}{', ended' if value < self._today else ''}"
            case tuple():
                return ", ".join(dict.fromkeys(readings(declared, value, self._references)))
            case Mapping() if declared.item and declared.item.is_other_id:
                return reading(declared, true_ids(value), self._references)
            case _:
                text = reading(declared, value, self._references)
                return f"{text}, not its own page" if declared.tells_of and value == "search" else text


def is_reworded(declared: Declared, value: object) -> bool:
    """Tell whether people read something else than a text as it is."""
    return not (isinstance(value, str) and declared.is_exact)


def checked_text(day: date, today: date) -> str:
    """Return `6 June 2025, 17 months ago`."""
    return f"{readable_date(day)}, {age(day, today)}"


def until_text(day: date, today: date) -> str:
    """Return `until 1 May 2026`, or `ended 1 May 2026` once it is over."""
    return f"{'ended' if day < today else 'until'} {readable_date(day)}"


def since_text(day: date, today: date) -> str:
    """Return `from 1 May 2027` as long as that is to come; nothing once it has begun."""
    return f"from {readable_date(day)}" if day > today else ""


def code_names(standard: Standard, codes: Sequence[str]) -> str:
    """Return the names of codes in a sentence: `France and United States`."""
    return enumerate_words([show(code_name(standard, code)) for code in codes])
