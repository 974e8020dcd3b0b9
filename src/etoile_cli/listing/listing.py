"""A listing, from which every format is made: records, and the columns to print."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.records import Show
from etoile_cli.listing.column import Column, plain_columns
from etoile_cli.listing.columns import section_name

if TYPE_CHECKING:  # what is needed for types alone would be imported by every listing
    from etoile_cli.catalogue.declarations import Declared
    from etoile_cli.text.values import Value


class KeyValue(Struct, frozen=True):
    """A key of the show and its value: the record of a summary in formats that print rows."""

    key: str
    value: object

    @property
    def declared(self) -> "Declared":
        """The declaration of the value; of any text if the show has no such key."""
        from etoile_cli.catalogue.declarations import Declared, declarations

        return declarations(Show).get(self.key) or Declared(str)


def columns_of_keys() -> tuple[Column, ...]:
    """Return the columns of keys and values."""
    from etoile_cli.text.values import in_words

    key, value = plain_columns(KeyValue)
    return msgspec.structs.replace(key, reads=lambda name: in_words(section_name(name))), value


class Listing(Struct, frozen=True):
    """Records to print and the columns to print of them.

    `whole` says that no columns were chosen, so that JSON holds every key; then a table leaves out those columns of
    `if_any` for which it has no room, and Markdown those without a value that are not `usual`. `header` is whether
    column names are printed, `None` for the default of the format. `catalogue` holds what the records refer to,
    `today` is the day that ages are counted to, `words` are those that were searched for, `is_sorted` says that
    somebody chose the order; these four matter to formats for people alone.
    """

    records: Sequence[object]
    columns: tuple[Column, ...]
    today: date
    whole: bool = True
    if_any: Sequence[str] = ()
    usual: Sequence[str] = ()
    header: bool | None = None
    catalogue: Catalogue | None = None
    words: Sequence[str] = ()
    is_sorted: bool = False

    def names(self) -> list[str]:
        """Return the names of the columns."""
        return [column.name for column in self.columns]

    def rows(self) -> "Iterator[list[Value]]":
        """Yield the values of each record as a line of text holds them, in the order of the columns."""
        readers = [column.flat or column.value for column in self.columns]
        for record in self.records:
            yield [read(record) for read in readers]

    def objects(self) -> Iterator[object]:
        """Yield each record as programs read it: all of its keys, or the chosen columns."""
        if self.whole:
            yield from self.records
            return
        names = self.names()
        for record in self.records:
            yield dict(zip(names, (column.value(record) for column in self.columns), strict=True))
