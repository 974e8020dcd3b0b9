"""The rows of a record in all tables."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.citations import cited_values, sources_of
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.export.sqlite.columns import Cell
from etoile_cli.export.sqlite.numbers import Numbered, Numbers
from etoile_cli.export.sqlite.schema import CITATIONS
from etoile_cli.export.sqlite.tables import RECORDS, Several, layouts

Rows = Mapping[str, Sequence[Sequence[Cell]]]
"""Rows by the names of their tables."""


class _Section(Struct, frozen=True):
    """How to take apart the records of a section, prepared once."""

    table: str
    values: Callable[[Any], Sequence[Any]]
    cells: Sequence[tuple[int, Callable[..., Sequence[Cell]] | None]]
    several: Sequence[Several]
    lists: Callable[[Any], Sequence[Any]]
    texts: Callable[[Any], Sequence[Any]]


@cache
def _sections() -> Mapping[str, _Section]:
    return {
        section: _Section(
            layout.table.name,
            _getter([key for key, _ in layout.single]),
            [(len(filled.columns), filled.cells) for _, filled in layout.single],
            layout.several,
            _getter([each.key for each in layout.several]),
            _getter(layout.texts),
        )
        for section, layout in layouts().items()
    }


def _getter(keys: Sequence[str]) -> Callable[[Any], Sequence[Any]]:
    """Return the function that returns the values of several attributes, in compiled code where there are several."""
    return attrgetter(*keys) if len(keys) > 1 else lambda record: [getattr(record, key) for key in keys]


def rows_of(numbers: Numbers, name: str, file: str) -> Rows:
    """Return the rows of all records of a show, which other shows call by a name and whose catalogue is a file."""
    rows: defaultdict[str, list[Sequence[Cell]]] = defaultdict(list)
    for each in numbers.records:
        section = _sections()[each.section]
        record = each.record
        rows[RECORDS].append((each.number, numbers.show, *each[1:3], record.exact_heading, _text(section, record)))
        begin = (each.number, name, file) if each.section == SHOW else (each.number, numbers.show)
        rows[section.table].append([*begin, *_single(section, each, numbers)])
        for several, values in zip(section.several, section.lists(record), strict=True):
            if values:
                rows[several.table.name] += [
                    (each.number, *cells) for cells in several.cells(values, numbers, each[1:3])
                ]
                if several.spans:
                    rows[several.spans.name] += [(each.number, *ends, numbers.show) for ends in numbers.spans(values)]
        rows[CITATIONS] += _citations(each, numbers)
    return rows


def _single(section: _Section, numbered: Numbered, numbers: Numbers) -> Iterator[Cell]:
    """Yield the cells of the keys that hold one value, in the order of the columns."""
    place = numbered[1:3]
    for value, (width, cells) in zip(section.values(numbered.record), section.cells, strict=True):
        if value is None:
            yield from (None,) * width
        elif cells:
            yield from cells(value, numbers, place)
        else:
            yield value


def _text(section: _Section, record: Record) -> str:
    """Return all that a record says in words, a line each."""
    values = (each for each in section.texts(record) if each)
    return "\n".join(chain.from_iterable(_words(each) for each in values))


def _words(value: str | Sequence[str] | Mapping[str, str]) -> Iterator[str] | Sequence[str]:
    if isinstance(value, str):
        return (value,)
    return value.values() if isinstance(value, Mapping) else value  # type: ignore[return-value]


def _citations(numbered: Numbered, numbers: Numbers) -> Iterator[Sequence[Cell]]:
    """Yield the sources of a record: those of the whole, and those of single values by their keys."""
    number, record = numbered.number, numbered.record
    known, position = numbers.by_id("sources").get, 0
    for id_ in sources_of(record):
        position += 1
        yield number, position, None, known(id_), id_
    for key, ids in cited_values(record).items():
        for id_ in ids:
            position += 1
            yield number, position, key, known(id_), id_
