"""The catalogue as TOML that reads back to an equal catalogue: what is absent is left out."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import msgspec
import tomli_w

from etoile_cli.catalogue.model import FORMAT, SECTIONS, Catalogue
from etoile_cli.catalogue.records import Record
from etoile_cli.text.escaping import escape_controls


def toml(catalogue: Catalogue) -> Iterator[str]:
    """Yield the catalogue as TOML, a block of lines a record, a blank line between records."""
    yield f"format = {FORMAT}"
    yield f"\n{_dumps({'show': _present(catalogue.show)})}"
    for section in SECTIONS:
        for record in getattr(catalogue, section):
            # tomli-w would write a section of short records as one array of inline tables.
            yield f"\n[[{section}]]\n{_dumps(_present(record))}"


def _present(record: Record) -> dict[str, Any]:
    values = msgspec.to_builtins(record, builtin_types=(date,))
    return {key: value for key, value in values.items() if value is not None and value not in ([], (), {})}


def _dumps(table: dict[str, Any]) -> str:
    # tomli-w writes every string between double quotes, where TOML knows the same escapes.
    return "\n".join(map(escape_controls, tomli_w.dumps(table).rstrip("\n").split("\n")))
