"""Records from JSON, JSON Lines and CSV: what other programs print, and what `etoile` itself prints."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import Declared
from etoile_cli.edit.given.typed import from_json, from_text, is_list
from etoile_cli.errors import UsageError

Record = Mapping[str, Any]
_MARK = "\ufeff"
_BETWEEN_ITEMS = ";"
_BETWEEN_INNER = ","


def records_in_json(text: str, known: Mapping[str, Declared]) -> Sequence[Record]:
    """Return the records in an object, an array of objects, or JSON Lines.

    `known` are the keys of the record. Raises UsageError if it is none of these, with the line.
    """
    return [_from_object(value, known) for value in _objects(text.removeprefix(_MARK))]


def _objects(text: str) -> Iterator[Any]:
    """Yield the objects of a text: one document, or one on each line."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        if "\n" not in text.strip() or not isinstance(error, json.JSONDecodeError) or error.msg != "Extra data":
            raise _not_json(error) from None
    else:
        yield from document if isinstance(document, list) else [document]
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as error:
                raise _not_json(error, number) from None


def _not_json(error: ValueError | RecursionError, line: int | None = None) -> UsageError:
    if not isinstance(error, json.JSONDecodeError):
        return UsageError("the input is not JSON: it is nested too deeply, or has too long a number")
    place = f"line {line or error.lineno}, column {error.colno}"
    return UsageError(f"the input is not JSON: {error.msg[:1].lower()}{error.msg[1:]} ({place})")


def _from_object(value: Any, known: Mapping[str, Declared]) -> Record:
    if not isinstance(value, dict):
        raise UsageError("the input is JSON, but no record: an object, an array of objects, or an object a line")
    record = {key: from_json(known.get(key), each) for key, each in value.items()}
    return {key: each for key, each in record.items() if each is not None}


def records_in_csv(text: str, known: Mapping[str, Declared]) -> Sequence[Record]:
    """Return the records in a table of comma-separated values (RFC 4180), whose first line names the keys.

    The items of a list are parted by semicolons; a cell without a text has no value. `known` are the keys of the
    record. Raises UsageError if a line has more cells than there are keys, or a key is named twice.
    """
    reader = csv.reader(io.StringIO(text.removeprefix(_MARK), newline=""), strict=True)
    rows = _rows(reader)
    _, heading = next(rows, (0, []))
    keys = [each.strip() for each in heading]
    if not any(keys):
        raise UsageError("the input has no line of headings")
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise UsageError(f'the heading "{twice}" is there twice')
    return [_from_row(dict(zip(keys, row, strict=False)), known) for _, row in _fitting(rows, len(keys))]


def _rows(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, each with the number of its last line."""
    try:
        for row in reader:
            if any(row):
                yield reader.line_num, row
    except csv.Error as error:
        raise UsageError(f"the input is not CSV: {error} (line {reader.line_num})") from None


def _fitting(rows: Iterator[tuple[int, list[str]]], size: int) -> Iterator[tuple[int, list[str]]]:
    for line, row in rows:
        if any(row[size:]):
            raise UsageError(f"line {line} of the input has {len(row)} cells, the headings are {size}")
        yield line, row


def _from_row(row: Mapping[str, str], known: Mapping[str, Declared]) -> Record:
    record: dict[str, Any] = {}
    for heading, cell in row.items():
        if not cell.strip():
            continue
        key, _, name = heading.partition(".")
        declared = known.get(key)
        if name:
            inner = declared.at((name,)) if declared else None
            record.setdefault(key, {})[name] = _from_cell(inner, cell, _BETWEEN_ITEMS)
        elif declared and declared.name:
            record[key] = record.get(key, {}) | _table(declared, cell)
        else:
            record[key] = from_cell(declared, cell)
    return record


def from_cell(declared: Declared | None, cell: str) -> Any:
    """Return the value of a text in which the items of a list, or the pairs of a table, are parted by semicolons."""
    return _table(declared, cell) if declared and declared.name else _from_cell(declared, cell, _BETWEEN_ITEMS)


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
