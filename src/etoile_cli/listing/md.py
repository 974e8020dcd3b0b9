"""Markdown tables, GitHub-flavoured, for people: names instead of codes and ids, dates as people write them.

Every text is escaped so that it renders as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from itertools import repeat
from typing import Any

from msgspec.structs import replace

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.catalogue.records import Source
from etoile_cli.catalogue.references import References
from etoile_cli.listing.cells import Cells, is_reworded
from etoile_cli.listing.column import Column
from etoile_cli.listing.listing import KeyValue, Listing
from etoile_cli.text.dates import PartialDate
from etoile_cli.text.markdown import is_link, md_row, md_text
from etoile_cli.text.values import Value, in_words, is_absent, readable, show
from etoile_cli.wording.codes import except_text
from etoile_cli.wording.values import name_of_key

# A source is repeated in every row that names it. No browser opens a longer address.
_LONGEST_LINK = 2_000


def md(listing: Listing) -> Iterator[str]:
    """Yield the lines of a listing as a Markdown table; columns of `if_any` only if some record has a value."""
    listing = replace(listing, columns=tuple(filter(partial(_is_shown, listing), listing.columns)))
    return md_rows(listing.names(), rows_of_cells(listing))


def md_rows(names: Sequence[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table with these columns and rows of cells, which are Markdown."""
    yield md_row(md_text(in_words(name)) for name in names)
    yield md_row(["---"] * len(names))
    yield from map(md_row, rows)


def rows_of_cells(listing: Listing) -> Iterator[list[str]]:
    """Yield the cells of each record of a listing, as Markdown."""
    cells = _MarkdownCells(listing)
    return map(list, zip(*(cells.of(column, listing.records) for column in listing.columns), strict=True))


def _is_shown(listing: Listing, column: Column) -> bool:
    """Return whether a column was asked for, or is usual, or some record has a value for it."""
    is_extra = listing.whole and column.name in listing.if_any and column.name not in listing.usual
    return not is_extra or any(map(column.read, listing.records))


class _MarkdownCells:
    """The cells of a listing: what people read of its values, with links to its sources."""

    def __init__(self, listing: Listing) -> None:
        self._read = Cells(listing)
        self._references = References(listing.catalogue)
        # Very many records name the same few sources.
        self._link = lru_cache(maxsize=1_000)(self._linked)

    def of(self, column: Column, records: Sequence[Any]) -> Iterator[str]:
        """Return the cells of a column; dates get no ages, since a pasted table is read on another day."""
        values = map(column.shown or column.value, records)
        if column.reads:
            return map(md_text, map(column.reads, values))
        of_each = column.owner is KeyValue and column.name == "value"
        declared = (record.declared for record in records) if of_each else repeat(column.declared)
        return map(partial(self._cell, column.left_out), declared, values, records)

    def _cell(self, beside: Column | None, declared: Declared, value: Value, record: object) -> str:
        if not is_reworded(declared, value):
            return md_text(str(value))
        if is_absent(value) and beside is None:
            return ""
        if declared.held.is_citation and value:
            return self._sources(declared, value)
        if isinstance(value, tuple) and declared.each.is_address:
            return "; ".join(map(md_text, value))
        if isinstance(value, date | PartialDate):
            return readable(value)
        return md_text(except_text(self._read.of(declared, value), self._read.names_in(beside, record)))

    def _sources(self, declared: Declared, value: Any) -> str:
        """Return the sources of a record or, in a table, those of each of its values: `title: A, B; role: C`."""
        section = declared.held.refers_to
        if isinstance(value, Mapping):
            pairs = ((name_of_key(declared, key, self._references), each) for key, each in value.items())
            linked = (
                (name, ", ".join(filter(None, (self._link(section, id_, show) for id_ in each))))
                for name, each in pairs
            )
            return "; ".join(f"{md_text(name)}: {sources}" for name, sources in linked if sources)
        ids = (value,) if isinstance(value, str) else value
        return "; ".join(self._link(section, id_, str) for id_ in dict.fromkeys(ids))

    def _linked(self, section: str, id_: str, reads: Callable[[str], str]) -> str:
        """Return a source as its short name, linked to its page if that has an address that can be a link."""
        name = md_text(reads(self._references.name(section, id_)))
        source = self._references.record(section, id_)
        address = (source.address or "") if isinstance(source, Source) else ""
        return f"[{name}](<{address}>)" if len(address) <= _LONGEST_LINK and is_link(address) else name
