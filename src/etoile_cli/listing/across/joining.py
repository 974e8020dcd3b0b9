"""The answers of all shows, joined to one listing: file by file as they come, where nothing depends on all of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from msgspec.structs import replace

from etoile_cli.listing.across.answer import Answer, Item
from etoile_cli.listing.across.columns import column_of_show, place_of_show
from etoile_cli.listing.across.question import Question
from etoile_cli.listing.column import Column
from etoile_cli.listing.columns import SHOWS, columns_if_any, usual_columns
from etoile_cli.listing.formats import Format
from etoile_cli.listing.listing import Listing
from etoile_cli.text.styles import STRONG, Line, underlined
from etoile_cli.text.values import show

# Unlike the headings within the view of a show.
_OF_SHOW = underlined(STRONG)


def lines_across(question: Question, answers: Iterable[Answer]) -> Iterator[str]:
    """Yield the lines of a listing of several shows in any format but a table.

    Nothing is yielded before there is a record, or none in any show: until then, the question may prove wrong.
    """
    remaining = iter(answers)
    first = next(remaining, None)
    answers = remaining if first is None else chain([first], remaining)
    match question.format:
        case Format.MD:
            yield from _md(question, answers)
        case Format.JSON:
            yield from _json(question, answers)
        case _:
            yield from _heading(question)
            for items in _ordered(question, answers):
                yield question.end.join(items)


def table_across(question: Question, answers: Iterable[Answer], width: int) -> Iterator[Line]:
    """Yield the lines for people: the section's own view of each show below its name, else a table of all.

    Where there is no room for a column of the shows, their names are above their rows.
    """
    from etoile_cli.listing.table import is_whole, table_of

    remaining = iter(answers)
    first = next(remaining, None)
    if first is None:
        return
    if first.view is not None:
        yield from _views(first, remaining)
        return
    found: set[str] = set(first.wanted)
    rows, begins = [*first.items], {0: first.show}
    keys = [list(each) for each in first.keys]
    for each in remaining:
        found.update(each.wanted)
        begins[len(rows)] = each.show
        rows += each.items
        _extend(keys, each)
    if keys:
        rows = _sorted(question, keys, rows)
    shown_if_room = [name for name in columns_if_any(question.section) if name not in found]
    listing = Listing(
        records=(),
        columns=_columns(question),
        today=question.today,
        whole=question.names is None,
        if_any=shown_if_room,
        header=question.header,
    )
    in_order = question.names is None and not keys and question.section != SHOWS
    if in_order and not is_whole(listing, rows, width, 0):
        without = replace(listing, columns=listing.columns[1:])
        headings = {at: [[(show(name), _OF_SHOW)]] for at, name in begins.items()}
        yield from table_of(without, [row[1:] for row in rows], width, headings)
        return
    yield from table_of(listing, rows, width)


def _views(first: Answer, others: Iterable[Answer]) -> Iterator[Line]:
    """Yield the view of each show that has records, below its name."""
    yield from ([(show(first.show), _OF_SHOW)], (), *(first.view or ()))
    for each in others:
        if each.view:
            yield from ((), (), [(show(each.show), _OF_SHOW)], (), *each.view)


def _columns(question: Question) -> tuple[Column, ...]:
    place, columns = place_of_show(question.section, question.names, question.format)
    return columns if place is None else (*columns[:place], column_of_show(""), *columns[place:])


def _heading(question: Question) -> Iterator[str]:
    """Yield the line of the names of the columns, if there is one."""
    if question.format in {Format.JSON, Format.JSONL}:
        return
    listing = Listing((), _columns(question), question.today, header=question.header)
    if question.format is Format.CSV:
        from etoile_cli.listing.csv_ import csv_lines

        yield from csv_lines(listing)
    else:
        from etoile_cli.listing.tsv import tsv

        yield from tsv(listing)


def _ordered(question: Question, answers: Iterable[Answer]) -> Iterator[Sequence[Any]]:
    """Yield the items show by show; all at once, in their order, if they are to be sorted."""
    if not question.sort:
        for each in answers:
            yield each.items
        return
    items: list[Item] = []
    keys: list[list[Any]] = [[] for _ in question.sort]
    for each in answers:
        items += each.items
        _extend(keys, each)
    yield _sorted(question, keys, items)


def _extend(keys: Sequence[list[Any]], more: Answer) -> None:
    """Add the keys of an answer to those of others; one without records has none."""
    for held, added in zip(keys, more.keys, strict=False):
        held.extend(added)


def _sorted(question: Question, keys: Sequence[Sequence[Any]], items: Sequence[Item]) -> list[Any]:
    """Return items sorted by the keys of each column: absent values come last, ties keep their order."""
    from etoile_cli.listing.sorting import sorted_by_keys

    order = list(range(len(items)))
    for name, column in reversed(list(zip(question.sort, keys, strict=True))):
        order = sorted_by_keys([(column[at], at) for at in order], descending=name.startswith("-"))
    return [items[at] for at in order]


def _json(question: Question, answers: Iterable[Answer]) -> Iterator[str]:
    from etoile_cli.text.json_ import json_array_of_items, json_items_of_lines

    if question.is_array:
        return json_array_of_items(item for each in answers for item in map(str, each.items))
    return json_array_of_items(json_items_of_lines(items) for items in _ordered(question, answers) if items)


def _md(question: Question, answers: Iterable[Answer]) -> Iterator[str]:
    """Yield a Markdown table of all; a column of `if_any` only if some show has a value for it."""
    from etoile_cli.listing.md import md_rows

    columns = _columns(question)
    besides = {*columns_if_any(question.section)} - {*usual_columns(question.section)}
    extra = besides if question.names is None else set()
    if not extra:
        rows = (row for items in _ordered(question, answers) for row in items)
        yield from md_rows([column.name for column in columns], rows)
        return
    every = list(answers)
    extra -= {name for each in every for name in each.wanted}
    rows = (row for items in _ordered(question, every) for row in items)
    shown = [at for at, column in enumerate(columns) if column.name not in extra]
    yield from md_rows([columns[at].name for at in shown], ([row[at] for at in shown] for row in rows))
