"""The catalogue as one JSON object, every key present."""

from collections.abc import Iterator

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.text.json_ import json_array, json_object, json_text


def json(catalogue: Catalogue) -> Iterator[str]:
    """Yield the catalogue as JSON, some records at a time: `{"format": 1, "show": {…}, "creators": […], …}`."""
    values = ((key, getattr(catalogue, key)) for key in catalogue.__struct_encode_fields__)
    return json_object(
        (key, json_array(value) if isinstance(value, tuple) else iter([json_text(value)])) for key, value in values
    )
