"""What every format is made from: records, and which of their columns."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from etoile_cli.catalogue.records import Source
from etoile_cli.listing.columns import Column
from etoile_cli.text.values import Value


class KeyValue(Struct, frozen=True):
    """A key of the show and its value: the record that the row formats print of a summary."""

    key: str
    value: Value


class Listing(Struct, frozen=True):
    """Records to print and the columns to print of them.

    `whole` says that the columns were not asked for, so that JSON holds every key. `header` is whether
    column names are printed, `None` for what the format does by itself. `companies` gives the companies'
    names and `sources` the sources by id, `today` the day that ages are counted to, `words` what was searched for;
    they only change what people read.
    """

    records: Sequence[object]
    columns: tuple[Column, ...]
    today: date
    whole: bool = True
    header: bool | None = None
    companies: Mapping[str, str] = {}
    sources: Mapping[str, Source] = {}
    words: Sequence[str] = ()

    def names(self) -> list[str]:
        """Return the names of the columns."""
        return [column.name for column in self.columns]

    def rows(self) -> Iterator[list[Value]]:
        """Yield the values of each record, in the order of the columns."""
        for record in self.records:
            yield [column.value(record) for column in self.columns]

    def objects(self) -> Iterator[object]:
        """Yield each record as programs read it: all of its keys or, where columns were asked for, those."""
        if self.whole:
            yield from self.records
            return
        names = self.names()
        for row in self.rows():
            yield dict(zip(names, row, strict=True))

    def keys(self, record: object) -> list[str]:
        """Return the keys whose values the columns hold: their names, save that `value` holds that of its record."""
        if isinstance(record, KeyValue):
            return [record.key if column.name == "value" else column.name for column in self.columns]
        return self.names()
