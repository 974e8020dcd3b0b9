"""Records from a table of comma-separated values (RFC 4180), and values from texts that hold several.

The items of a list, and the pairs of a table, are parted by semicolons, as `etoile` itself prints them.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.edit.given.records import Given, made_up
from etoile_cli.edit.given.typed import from_text, is_list
from etoile_cli.errors import UsageError
from etoile_cli.text.suggestions import nearest, suggestion

_MARK = "\ufeff"
_BETWEEN_ITEMS = ";"
_BETWEEN_INNER = ","
_OTHER_SEPARATORS = {";": "semicolons", "\t": "tabs"}


def records_in_csv(text: str, record_type: type[Record]) -> Sequence[Given]:
    """Return the records in a table, whose first line names the keys; a cell without a text has no value.

    Raises UsageError if a heading is no key or there twice, or if a line has more cells than there are headings.
    """
    reader = csv.reader(io.StringIO(text.removeprefix(_MARK), newline=""), strict=True)
    rows = _rows(reader)
    _, heading = next(rows, (0, []))
    keys = [each.strip() for each in heading]
    while keys and not keys[-1]:  # the empty columns of a spreadsheet
        keys.pop()
    known, not_held = declarations(record_type), made_up(record_type)
    _refuse_headings(keys, known, not_held)
    found = []
    for line, row in rows:
        if any(row[len(keys) :]):
            raise UsageError(f"line {line:,} of the input has {len(row)} cells, and there are {len(keys)} headings")
        cells = {key: cell for key, cell in zip(keys, row, strict=False) if key not in not_held}
        found.append(_from_row(cells, known))
    return found


def _refuse_headings(keys: Sequence[str], known: Mapping[str, Declared], not_held: frozenset[str]) -> None:
    if not any(keys):
        raise UsageError("the input is empty", hint="its first line has to name the keys")
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise UsageError(f'the heading "{twice}" is there twice')
    for key in keys:
        if key.partition(".")[0] in known or key in not_held:
            continue
        if other := next((name for sign, name in _OTHER_SEPARATORS.items() if sign in key), ""):
            raise UsageError(f"the headings are parted by {other}, not by commas")
        raise UsageError(
            f'the heading "{key}" is no key{suggestion(nearest(key, known))}', hint=f"the keys are {', '.join(known)}"
        )


def _rows(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, each with the number of its last line."""
    try:
        for row in reader:
            if any(row):
                yield reader.line_num, row
    except csv.Error as error:
        raise UsageError(f"the input is not CSV: {error} (line {reader.line_num:,})") from None


def _from_row(row: Mapping[str, str], known: Mapping[str, Declared]) -> Given:
    record: dict[str, Any] = {}
    for heading, cell in row.items():
        if not cell.strip():
            continue
        key, _, name = heading.partition(".")
        declared = known[key]
        if name:
            record.setdefault(key, {})[name] = _from_cell(declared.at((name,)), cell, _BETWEEN_ITEMS)
        elif declared.name:
            record[key] = record.get(key, {}) | _table(declared, cell)
        else:
            record[key] = from_cell(declared, cell)
    return record


def from_cell(declared: Declared, cell: str) -> Any:
    """Return the value of a text in which the items of a list, or the pairs of a table, are parted by semicolons."""
    return _table(declared, cell) if declared.name else _from_cell(declared, cell, _BETWEEN_ITEMS)


def _from_cell(declared: Declared | None, cell: str, between: str) -> Any:
    if declared is None or not (is_list(declared) or declared.own_type):
        return from_text(declared, cell)
    items = [from_text(declared.item or declared, each.strip()) for each in cell.split(between) if each.strip()]
    return items if is_list(declared) or len(items) > 1 else items[0]


def _table(declared: Declared, cell: str) -> Mapping[str, Any]:
    """Return the table in a cell, as etoile prints one: `imdb=tt0000001; tmdb=1`, `title=bww,wwd`."""
    pairs = (each.partition("=") for each in cell.split(_BETWEEN_ITEMS) if each.strip())
    return {
        name.strip(): _from_cell(declared.at((name.strip(),)), value.strip(), _BETWEEN_INNER)
        for name, _, value in pairs
    }
