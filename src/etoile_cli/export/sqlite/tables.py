"""The tables of a section: one of its records, and one for each of their keys that holds several values."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.citations import citing_keys
from etoile_cli.catalogue.declarations import Declared, declarations, declared_at
from etoile_cli.catalogue.model import RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.catalogue.vocabulary import Standard
from etoile_cli.export.sqlite.columns import PERSON, RECORD, Cell, Column, Filled, Known, Place, filled

RECORDS, SHOWS = "records", "shows"
_SPANS, _VIEW = "_spans", "_listed"
_OF_RECORD = Column(RECORD, "INTEGER", "The number of the record.", table=RECORDS, is_required=True)
OF_SHOW = Column(SHOW, "INTEGER", "The show that it belongs to.", table=SHOWS, is_required=True)
_POSITION = Column("position", "INTEGER", "Its place in the list, from 1 on.", is_required=True)
_NAMED = (
    Column(
        "name", "TEXT", "What the show is called, and no other: the title, if no other show has it.", is_required=True
    ),
    Column("file", "TEXT", "The path of its catalogue.", is_required=True),
)


class Table(Struct, frozen=True):
    """A table: what it holds, its columns and its primary key, which are the columns that come first."""

    name: str
    about: str
    columns: Sequence[Column]
    key: int = 1


class Several(Struct, frozen=True):
    """A key that holds several values: its table, and the function that returns the cells of each beside the record.

    If the values are runs of episodes, `spans` is the table of the first and the last listed episode of each, and
    `view` the name of the view of every one of them.
    """

    key: str
    table: Table
    cells: Callable[[Any, Known, Place], Iterator[Sequence[Cell]]]
    spans: Table | None = None
    view: str = ""


class Layout(Struct, frozen=True):
    """Where the records of a section go.

    `single` has the attributes whose values have columns in the `table` of the records, with those; `several` are the
    keys that have tables of their own. `main` is the key that names the records, `texts` are the keys that full-text
    search looks through.
    """

    table: Table
    single: Sequence[tuple[str, Filled]]
    several: Sequence[Several]
    main: str
    texts: Sequence[str]


@cache
def layouts() -> Mapping[str, Layout]:
    """Return the layout of every section, that of the show itself first.

    Raises TypeError if a key has a type, or a name, that no table can have.
    """
    show = declared_at((SHOW,))
    types = {SHOW: show.type.cls} | RECORD_TYPES if show else RECORD_TYPES  # type: ignore[attr-defined]
    return {section: _layout(section, record_type) for section, record_type in types.items()}


def _layout(section: str, record_type: type[Record]) -> Layout:
    known = declarations(record_type)
    name = SHOWS if section == SHOW else section
    lists = set(citing_keys(record_type).all)
    single = list(_derived(record_type))
    single += [
        (key, filled(key, each, _person(key, record_type), is_required=each.required))
        for key, each in known.items()
        if each.item is None
    ]
    several = [_several(name, key, each) for key, each in known.items() if each.item and key not in lists]
    begin = (_OF_RECORD, *_NAMED) if section == SHOW else (_OF_RECORD, OF_SHOW)
    about = declarations(Catalogue)[section].description
    table = Table(name, about, [*begin, *chain.from_iterable(each.columns for _, each in single)])
    _check_names(table)
    return Layout(
        table,
        single,
        several,
        record_type.main,
        texts=[key for key, each in known.items() if each.held.is_free_text and not each.sorts],
    )


def _person(key: str, record_type: type[Record]) -> str:
    return PERSON if key == record_type.main else f"{key}_{PERSON}"


def _derived(record_type: type[Record]) -> Iterator[tuple[str, Filled]]:
    """Yield the attributes of values that are made of others, `episode` say, with their columns."""
    for name, derived in record_type.derived.items():
        about = f"Made of {' and '.join(derived.keys)}."
        yield derived.attribute, Filled([Column(name, "TEXT", about, is_searched=True)])


def _check_names(table: Table) -> None:
    names = [column.name.lower() for column in table.columns]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise TypeError(f"the table {table.name} would have two columns {', '.join(twice)}: a key needs another name")


def _several(table: str, key: str, declared: Declared) -> Several:
    item = declared.held
    value = filled("value", item, PERSON, is_required=True)
    of_record = Column(RECORD, "INTEGER", "The record that has it.", table=table, is_required=True)
    cells = value.cells or (lambda each, _known, _place: (each,))
    name = f"{table}_{key}"
    if declared.name:
        called = Column(_name_of_keys(declared), "TEXT", "What it is the value of.", is_required=True)
        held = Table(name, declared.description, [of_record, called, *value.columns], key=2)
        return Several(
            key, held, lambda table, known, place: ((each, *cells(text, known, place)) for each, text in table.items())
        )
    held = Table(name, declared.description, [of_record, _POSITION, *value.columns], key=2)
    spans = _spans(table, name) if item.runs else None
    return Several(
        key,
        held,
        lambda values, known, place: ((at, *cells(each, known, place)) for at, each in enumerate(values, start=1)),
        spans,
        f"{name}{_VIEW}" if spans else "",
    )


def _name_of_keys(declared: Declared) -> str:
    """Return the name of the column of a table's keys: of languages, countries or schemes."""
    if declared.held.is_other_id:
        return "scheme"
    names = {Standard.LANGUAGE: "language", Standard.COUNTRY: "country", Standard.REGION: "region"}
    return names.get(declared.name.standard, "key") if declared.name else "key"  # type: ignore[arg-type]


def _spans(table: str, name: str) -> Table:
    ends = [
        Column(end, "INTEGER", f"The {end} listed episode of consecutive ones.", table="episodes", is_required=True)
        for end in ("first", "last")
    ]
    of_record = Column(RECORD, "INTEGER", "The record that has them.", table=table, is_required=True)
    return Table(f"{name}{_SPANS}", "The same as spans of listed episodes.", [of_record, *ends, OF_SHOW], key=2)
