"""Edits of the pairs of a table: a value is replaced, a key is inserted in its place or taken out."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from etoile_cli.check.problem import Edit
from etoile_cli.check.toml.outline import Path
from etoile_cli.edit.text.lines import after_line, comments_above, indent_of, line_start
from etoile_cli.edit.toml.arrays import array_edits
from etoile_cli.edit.toml.habits import Habits, habits_of
from etoile_cli.edit.toml.items import Items
from etoile_cli.edit.toml.manner import replacing
from etoile_cli.edit.toml.removals import table_removals
from etoile_cli.edit.toml.tables import CannotEditError, Pair, PairsOfTable, Tables

if TYPE_CHECKING:
    from etoile_cli.check.toml.scanner import Span


def put(tables: Tables, record: Path, key: str, old: Any, new: Any, order: Sequence[str]) -> list[Edit]:
    """Return the edits that give a key of a record a value: `old` is what it has, `None` if it has none.

    Of a table, the keys that the new value doesn't name are kept. `order` are the keys of a record in their order.
    """
    if old is None:
        return _inserting(tables, record, {key: new}, order)
    if not (isinstance(new, Mapping) and isinstance(old, Mapping)):
        pair = tables.pair_at((*record, key))
        if pair is None:
            raise CannotEditError((*record, key))
        return _replacing(tables.text, pair, old, new)
    edits = []
    for name, value in new.items():
        if name in old:
            if (pair := tables.pair_at((*record, key, name))) is None:
                raise CannotEditError((*record, key))
            edits += _replacing(tables.text, pair, old[name], value)
    missing = {name: value for name, value in new.items() if name not in old}
    return edits + (_inserting(tables, (*record, key), missing, ()) if missing else [])


def drop(tables: Tables, record: Path, dropped: Mapping[str, Sequence[str]]) -> list[Edit]:
    """Return the edits that take keys out of a record; where names are given, only these of the table the key holds.

    All that goes from between two braces goes at once: the commas of what is beside each other depend on each other.
    """
    edits: list[Edit] = []
    found: dict[Span | None, tuple[PairsOfTable, list[Pair]]] = {}
    for key, names in dropped.items():
        path = (*record, key)
        if not names and tables.within(path):
            edits += table_removals(tables, path)
            continue
        table = tables.at(path if names else record)
        pairs = [pair for name in names or (key,) for pair in table.named(name)] if table else []
        if table is None or not pairs:
            raise CannotEditError(path)
        place = table.braces or (table.header.body if table.header else None)
        found.setdefault(place, (table, []))[1].extend(pairs)
    return edits + [edit for table, pairs in found.values() for edit in _removing(tables.text, table, pairs)]


def _replacing(text: str, pair: Pair, old: Any, new: Any) -> list[Edit]:
    span = pair.value
    if isinstance(old, list) and isinstance(new, list):
        return array_edits(text, span, old, new)
    indent, before = indent_of(text, span[0]), span[0] - line_start(text, span[0])
    return [Edit(span, replacing(text[slice(*span)], new, indent=indent, before=before))]


def _inserting(tables: Tables, path: Path, values: Mapping[str, Any], order: Sequence[str]) -> list[Edit]:
    """Return the edits that insert keys that are missing in the table at a path."""
    table = tables.at(path)
    if table is None:
        raise CannotEditError(path)
    if table.braces is not None:
        return _inserting_in_braces(tables.text, table, values)
    habits = habits_of(tables.text, table.pairs)
    edits = []
    for key, value in values.items():
        offset = _place_for(tables.text, table, key, order)
        edits.append(Edit((offset, offset), "".join(habits.lines(key, value, table.prefix))))
    return edits


def _place_for(text: str, table: PairsOfTable, key: str, order: Sequence[str]) -> int:
    """Return where the line of a key belongs: after the last key that comes before it in the order."""
    ranks = {name: rank for rank, name in enumerate(order)}
    own = table.own()
    size = len(table.prefix)
    before = [pair for pair in own if ranks.get(pair.names[size], -1) <= ranks.get(key, len(ranks))]
    if before:
        return after_line(text, before[-1].span[1])
    if own:
        return _first_line(text, own[0], table)
    return after_line(text, table.header.header[1]) if table.header and table.header.header else 0


def _first_line(text: str, pair: Pair, table: PairsOfTable) -> int:
    floor = table.header.body[0] if table.header else 0
    return comments_above(text, line_start(text, pair.span[0]), floor)


def _inserting_in_braces(text: str, table: PairsOfTable, values: Mapping[str, Any]) -> list[Edit]:
    if table.braces is None:
        return []
    items = Items(text, table.braces)
    texts = [Habits().pair((*table.prefix, key), value) for key, value in values.items()]
    return list(items.inserting(len(items.spans), texts))


def _removing(text: str, table: PairsOfTable, pairs: Sequence[Pair]) -> list[Edit]:
    if table.braces is not None:
        items = Items(text, table.braces)
        spans = {pair.span for pair in pairs}
        return list(items.removing([number for number, span in enumerate(items.spans) if span in spans]))
    floors = dict(zip(table.pairs, [_floor(table), *(pair.span[1] for pair in table.pairs)], strict=False))
    return [Edit((_start(text, pair, floors[pair]), after_line(text, pair.span[1])), "") for pair in pairs]


def _floor(table: PairsOfTable) -> int:
    return table.header.body[0] if table.header else 0


def _start(text: str, pair: Pair, floor: int) -> int:
    return comments_above(text, line_start(text, pair.span[0]), floor)
