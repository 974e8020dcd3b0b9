"""The catalogue as TOML that reads back to an equal catalogue: what is absent is left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
import tomli_w

from etoile_cli.catalogue.declarations import declarations
from etoile_cli.catalogue.model import FORMAT, RECORD_TYPES, Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.toml_values import TOML_TYPES, Extent, to_toml
from etoile_cli.text.escaping import escape_controls

_ABSENT: Sequence[object] = (None, [], (), {})


def toml(catalogue: Catalogue) -> Iterator[str]:
    """Yield the catalogue as TOML, a block of lines a record, a blank line between records."""
    yield f"format = {FORMAT}"
    for section, record in catalogue.every_record():
        yield "\n" + "\n\n".join(_tables(section, _present(record)))


def _tables(section: str, record: Mapping[str, Any]) -> Iterator[str]:
    """Yield a record and the tables in it, each under a header of its own.

    tomli-w would write a section of short records as one array of inline tables.
    """
    inner = {key: value for key, value in record.items() if isinstance(value, dict)}
    header = f"[[{section}]]" if section in RECORD_TYPES else f"[{section}]"
    yield f"{header}\n{_lines((key, value) for key, value in record.items() if key not in inner)}"
    for key, table in inner.items():
        yield f"[{section}.{key}]\n{_lines(table.items())}"


def _present(record: Record) -> dict[str, Any]:
    values = msgspec.to_builtins(record, enc_hook=to_toml, builtin_types=TOML_TYPES)
    values |= {key: value.as_toml() for key in _ranges(type(record)) if (value := getattr(record, key))}
    return {key: value for key, value in values.items() if value or value not in _ABSENT}


@cache
def _ranges(record_type: type[Record]) -> Sequence[str]:
    """Return the keys that hold ranges, which msgspec takes for arrays."""
    return [key for key, declared in declarations(record_type).items() if declared.own_type is Extent]


def _lines(values: Iterable[tuple[str, Any]]) -> str:
    """Return keys with their values, each on a line of its own or, if it is a list, on several."""
    return "\n".join(_plain(key, value) or _dumps(key, value) for key, value in values)


def _plain(key: str, value: Any) -> str:
    """Return a key with a text or texts in which nothing needs an escape, as tomli-w does; empty for anything else.

    tomli-w looks at each character by itself, which would take longer than all the rest.
    """
    if not (key.isascii() and key.isidentifier()):
        return ""
    if isinstance(value, str):
        return f'{key} = "{value}"' if _is_plain(value) else ""
    if value and isinstance(value, list | tuple) and all(isinstance(each, str) and _is_plain(each) for each in value):
        items = '",\n    "'.join(value)
        return f'{key} = [\n    "{items}",\n]'
    return ""


def _is_plain(text: str) -> bool:
    return text.isprintable() and '"' not in text and "\\" not in text


def _dumps(key: str, value: Any) -> str:
    # tomli-w writes every string between double quotes, where TOML knows the same escapes.
    return "\n".join(map(escape_controls, tomli_w.dumps({key: value}).rstrip("\n").split("\n")))
