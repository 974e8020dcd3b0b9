"""Reading the model back from JSON, which has months, years and ranges as strings and arrays."""

from datetime import date
from typing import Any

import msgspec

from etoile_cli.catalogue.toml_values import Extent
from etoile_cli.text.dates import PartialDate


def from_json(text: str, kind: Any) -> Any:
    """Return the value of a type of the model that a JSON text holds."""
    return msgspec.json.decode(text, type=kind, dec_hook=own_value)


def own_value(kind: Any, value: Any) -> Any:
    """Return the date or the range of the model that JSON has as a string or an array."""
    if kind is Extent:
        return Extent(value)
    return date.fromisoformat(value) if len(value) == len("2025-04-24") else PartialDate.parse(value)
