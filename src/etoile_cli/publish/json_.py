"""The catalogue as one JSON object, every key present."""

from collections.abc import Iterator

from etoile_cli.model import Catalogue
from etoile_cli.render.json_ import json_array, json_text


def json(catalogue: Catalogue) -> Iterator[str]:
    """Yield the catalogue as JSON, some records at a time: `{"format": 1, "show": {…}, "creators": […], …}`."""
    yield "{"
    *_, last = catalogue.__struct_fields__
    for key in catalogue.__struct_fields__:
        value = getattr(catalogue, key)
        parts = json_array(iter(value), len(value)) if isinstance(value, tuple) else iter([json_text(value)])
        yield from _member(key, parts, "" if key == last else ",")
    yield "}"


def _member(key: str, parts: Iterator[str], comma: str) -> Iterator[str]:
    """Yield a member of the object from the parts of its value, indented."""
    held = f'  "{key}": {_indented(next(parts))}'
    for part in parts:
        yield held
        held = f"  {_indented(part)}"
    yield f"{held}{comma}"


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")
