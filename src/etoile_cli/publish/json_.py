"""The catalogue as one JSON object, every key present."""

from collections.abc import Iterator

from etoile_cli.model import Catalogue
from etoile_cli.render.json_ import json_text


def json(catalogue: Catalogue) -> Iterator[str]:
    """Yield the catalogue as JSON: `{"format": 1, "show": {…}, "creators": […], …}`."""
    yield json_text(catalogue)
