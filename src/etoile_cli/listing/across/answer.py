"""What one show answers: its records, as far as they can be laid out without those of the others."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from etoile_cli.catalogue.holding import Holding
from etoile_cli.errors import UsageError
from etoile_cli.listing.across.columns import SHOW, column_of_show, place_of_show
from etoile_cli.listing.across.question import Question
from etoile_cli.listing.column import Column
from etoile_cli.listing.columns import SHOWS, column_key, columns_if_any, find_column
from etoile_cli.listing.formats import Format
from etoile_cli.listing.listing import Listing
from etoile_cli.listing.selection import Selected
from etoile_cli.text.styles import Line

Item = str | Sequence[str]
"""A record: its line or its JSON; in a table, its cells."""


class Answer(Struct, frozen=True):
    """The answer of a show: an item for each record or, where its section has a view, the lines of that.

    JSON that nobody wants sorted has one item for all records, as they stand in an array.

    `number` is how many records were to choose from. What is wrong with the question is `refused`: another show may
    have the company, say, that this one hasn't. `keys` has for each column to sort by the keys of the records.
    `wanted` are the columns that are shown only if some record has something in them, and of this show some has.
    """

    show: str
    number: int
    asked: Sequence[str]
    count: int
    items: Sequence[Item] = ()
    view: Sequence[Line] | None = None
    keys: Sequence[Sequence[Any]] = ()
    wanted: Sequence[str] = ()
    refused: UsageError | None = None


def answer(question: Question, holding: Holding) -> Answer:
    """Return what a show answers."""
    try:
        selected = question.select(question.words, holding)
    except UsageError as error:
        # A plain one, which can be sent from one process to another.
        refused = UsageError(error.message, hint=error.hint, lines=error.lines)
        return Answer(holding.name, 0, (), 0, refused=refused)
    plain = Answer(holding.name, selected.number, selected.asked, len(selected.records))
    if not selected.records:
        return plain
    view = _view(question, holding, selected) if question.has_view else None
    if view is not None:
        return replace(plain, view=view)
    return replace(
        plain,
        items=list(_items(question, holding, selected)),
        keys=[_keys(question.section, key, holding, selected.records) for key in question.sort],
        wanted=_wanted(question, holding, selected),
    )


def _view(question: Question, holding: Holding, selected: Selected) -> Sequence[Line] | None:
    from etoile_cli.listing.column_choice import choose_columns
    from etoile_cli.listing.views.choice import view_of

    columns = tuple(each.within(holding.catalogue) for each in choose_columns(question.section, None, question.format))
    found = _wanted(question, holding, selected)
    listing = replace(
        _listing(question, holding, selected, columns),
        if_any=[name for name in columns_if_any(question.section) if name not in found],
        header=question.header,
    )
    lines = view_of(question.section, listing, question.width, links=question.links)
    return None if lines is None else list(lines)


def _items(question: Question, holding: Holding, selected: Selected) -> Iterator[Item]:
    is_json = question.format in {Format.JSON, Format.JSONL}
    if question.names is None and question.section != SHOWS and is_json:
        return _objects(question, holding, selected.records)
    place, columns = place_of_show(question.section, question.names, question.format)
    columns = tuple(each.within(holding.catalogue) for each in columns)
    if place is not None:
        columns = (*columns[:place], column_of_show(holding.name), *columns[place:])
    listing = _listing(question, holding, selected, columns)
    if question.is_array:
        from etoile_cli.text.json_ import json_items

        return iter([json_items(listing.objects())])
    return _laid_out(listing, question.format)


def _listing(question: Question, holding: Holding, selected: Selected, columns: tuple[Column, ...]) -> Listing:
    return Listing(
        records=selected.records,
        columns=columns,
        today=question.today,
        whole=question.names is None,
        header=False,
        catalogue=holding.catalogue,
        words=selected.words,
        is_sorted=bool(question.sort),
    )


def _objects(question: Question, holding: Holding, records: Sequence[object]) -> Iterator[str]:
    """Yield records as JSON objects, the show first: all as the items of an array, or a line each."""
    from etoile_cli.text.json_ import json_items, json_line

    show = json_line({SHOW: holding.name})[1:-1]
    if question.is_array:
        return iter([json_items(records, show)])
    return (f"{{{show},{json_line(record)[1:]}" for record in records)


def _laid_out(listing: Listing, format_: Format) -> Iterator[Item]:
    match format_:
        case Format.TABLE:
            from etoile_cli.listing.table import rows_of_texts

            return rows_of_texts(listing)
        case Format.MD:
            from etoile_cli.listing.md import rows_of_cells

            return rows_of_cells(listing)
        case Format.JSON | Format.JSONL:
            from etoile_cli.text.json_ import json_line

            return map(json_line, listing.objects())
        case Format.CSV:
            from etoile_cli.listing.csv_ import csv_lines

            return csv_lines(listing)
        case _:
            from etoile_cli.listing.tsv import tsv

            return tsv(listing)


def _keys(section: str, key: str, holding: Holding, records: Sequence[object]) -> Sequence[Any]:
    """Return what each record sorts by in a column, `None` for an absent value."""
    from etoile_cli.listing.sorting import sort_key

    name = key.removeprefix("-")
    if column_key(name) == SHOW:
        return [sort_key(holding.name)] * len(records)
    value_of = find_column(section, name).within(holding.catalogue).order()
    return [sort_key(value_of(record)) for record in records]


def _wanted(question: Question, holding: Holding, selected: Selected) -> Sequence[str]:
    """Return the columns of `if_any` that some record has a value for; for a table, those that have a word."""
    names = columns_if_any(question.section) if question.names is None else ()
    if question.format is Format.TABLE and names:
        from etoile_cli.listing.search import keys_with_words

        words = selected.words
        return sorted(keys_with_words(selected.records, names, words, holding.catalogue)) if words else ()
    if question.format is Format.MD:
        columns: Mapping[str, Column] = {name: find_column(question.section, name) for name in names}
        return [name for name, column in columns.items() if any(map(column.read, selected.records))]
    return ()
