"""Records from a table, parted by commas (RFC 4180) or otherwise, and values from texts that hold several.

The items of a list, and the pairs of a table, are parted by semicolons, as `etoile` itself prints them.
"""

import csv
import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from etoile_cli.catalogue.declarations import Declared, declarations
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.spans import span_of
from etoile_cli.edit.given.records import Given, made_up
from etoile_cli.edit.given.typed import from_text, is_list
from etoile_cli.errors import UsageError
from etoile_cli.text.suggestions import nearest, suggestion

_MARK = "\ufeff"
_BETWEEN_ITEMS = ";"
_BETWEEN_INNER = ","
_SIGNS = ",;\t"
# The TSV of etoile has escapes, and that of others a backslash that is one.
_AS_CSV = "give it with commas; etoile prints that with -f csv"


def records_in_csv(text: str, record_type: type[Record]) -> Sequence[Given]:
    """Return the records in a table, whose first line names the keys; a cell without a text has no value.

    The cells are parted by what parts the headings: commas, semicolons or tabs. `Sort name` is the key `sort_name`.
    Raises UsageError if a heading is no key or there twice, or if a line has more cells than there are headings.
    """
    text = text.removeprefix(_MARK)
    sign = _sign_between_cells(text)
    rows = _rows(csv.reader(io.StringIO(text, newline=""), delimiter=sign, skipinitialspace=True, strict=True))
    known, not_held = declarations(record_type), made_up(record_type)
    _, heading = next(rows, (0, []))
    keys = [_key(each, {*known, *not_held}) for each in heading]
    while keys and not keys[-1]:  # the empty columns of a spreadsheet
        keys.pop()
    _refuse_headings(keys, known, not_held)
    parted = {name: each.keys for name, each in record_type.derived.items() if name in keys}
    parted = {name: made_of for name, made_of in parted.items() if not {*made_of} & {*keys}}
    found = []
    for line, row in rows:
        if any(row[len(keys) :]):
            raise UsageError(f"line {line:,} of the input has {len(row)} cells, and there are {len(keys)} headings")
        if sign == "\t" and any("\\" in cell for cell in row):
            raise UsageError(f"line {line:,} of the input has a backslash, and tabs between its cells", hint=_AS_CSV)
        cells = {key: cell for key, cell in zip(keys, row, strict=False) if key not in not_held}
        for name, made_of in parted.items():
            cells |= _numbers(line, row[keys.index(name)] if keys.index(name) < len(row) else "", name, made_of)
        found.append(_from_row(cells, known))
    return found


def _sign_between_cells(text: str) -> str:
    """Return the sign that parts the headings, in the first line that has a text."""
    line = next((each for each in io.StringIO(text) if each.strip(f'{_SIGNS} "\r\n')), "")
    return max(_SIGNS, key=line.count)


def _key(heading: str, names: Collection[str]) -> str:
    """Return the key that a heading is, in any case and with blanks for what joins words; else the heading."""
    key, dot, name = heading.strip().partition(".")
    meant = "_".join(key.lower().split())
    return f"{meant}{dot}{name}" if meant in names else heading.strip()


def _numbers(line: int, code: str, name: str, made_of: Sequence[str]) -> Mapping[str, str]:
    """Return the cells that the code of an episode, as `etoile` prints it, stands for."""
    if not code:
        return {}
    span = span_of(code.upper())
    if span is None or span.first != span.last:
        raise UsageError(f'line {line:,} of the input: "{name}" must be a string like "S01E07", found "{code}"')
    return dict(zip(made_of, map(str, span.first), strict=True))


def _refuse_headings(keys: Sequence[str], known: Mapping[str, Declared], not_held: frozenset[str]) -> None:
    if not any(keys):
        raise UsageError("the input is empty", hint="its first line has to name the keys")
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise UsageError(f'the heading "{twice}" is there twice')
    for key in keys:
        if key.partition(".")[0] not in known and key not in not_held:
            raise UsageError(
                f'the heading "{key}" is no key{suggestion(nearest(key, known))}',
                hint=f"the keys are {', '.join(known)}",
            )


def _rows(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows that are not empty, each with the number of its last line; no cell has blanks around it."""
    try:
        for row in reader:
            cells = [cell.strip().replace("\r\n", "\n") for cell in row]
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise UsageError(f"the input is not CSV: {error} (line {reader.line_num:,})") from None


def _from_row(row: Mapping[str, str], known: Mapping[str, Declared]) -> Given:
    record: dict[str, Any] = {}
    for heading, cell in row.items():
        if not cell:
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
