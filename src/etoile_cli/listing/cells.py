"""The cells of a listing as people read them: dates with ages, searches marked as such."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.enumerations import means_search
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.schemes import valid_ids
from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.listing.column import Column
from etoile_cli.listing.listing import Listing
from etoile_cli.text.dates import PartialDate, last_day
from etoile_cli.text.values import is_absent, readable_date, separator
from etoile_cli.wording.codes import except_text
from etoile_cli.wording.dates import checked_text
from etoile_cli.wording.values import reading, readings


class Cells:
    """The texts that people read for the values of a listing; empty where a value is absent or says nothing."""

    def __init__(self, listing: Listing) -> None:
        self._today = listing.today
        self._references = References(listing.catalogue)

    def reader(self, column: Column) -> Callable[[Any], str]:
        """Return a function from a column's value to the text that people read, which is safe to print."""
        return column.reads or partial(self.of, column.declared)

    def texts(self, column: Column, records: Sequence[Any]) -> Iterator[str]:
        """Return the texts that people read of a column, one for each record, with what is left out of the values."""
        texts = map(self.reader(column), map(column.shown or column.value, records))
        beside = column.left_out
        if beside is None:
            return texts
        return (except_text(text, self.names_in(beside, record)) for record, text in zip(records, texts, strict=True))

    def names_in(self, beside: Column | None, record: Any) -> list[str]:
        """Return the names of what a record leaves out of a value, in the column beside it; none if there is none."""
        return readings(beside.declared, beside.value(record), self._references) if beside else []

    def of(self, declared: Declared, value: Any) -> str:
        """Return the text that people read for a value with this declaration, on one line."""
        if isinstance(value, str):  # the first question, since most values are
            text = reading(declared, value, self._references)
            return f"{text}, not its own page" if declared.kind_of and means_search(value) else text
        if is_absent(value):
            return ""
        match value:
            case date() if declared.ages:
                return checked_text(value, self._today)
            case date() | PartialDate() if declared.ends:
                return f"{readable_date(value)}{', ended' if last_day(value) < self._today else ''}"
            case Extent():
                return reading(declared, value, self._references)
            case tuple() if declared.each.runs:
                return ", ".join(readings(declared, value, self._references))
            case tuple():
                texts = dict.fromkeys(filter(None, (self.of(declared.each, each) for each in value)))
                return separator(texts).join(texts)
            case Mapping() if declared.held.id_kind:
                return reading(declared, valid_ids(declared.held.id_kind, value), self._references)
            case _:
                return reading(declared, value, self._references)


def is_reworded(declared: Declared, value: object) -> bool:
    """Return whether people may read another text than the value itself."""
    return not (isinstance(value, str) and declared.is_exact)
