"""Which module makes which export, for the exports that are one file."""

from collections.abc import Iterator
from typing import Literal, assert_never

from etoile_cli.formats import ExportFormat
from etoile_cli.model import Catalogue

FileFormat = Literal[
    ExportFormat.HTML,
    ExportFormat.MD,
    ExportFormat.JSON,
    ExportFormat.TOML,
    ExportFormat.JSONLD,
    ExportFormat.CSL,
]


def lines_of(catalogue: Catalogue, format_: FileFormat) -> Iterator[str]:
    """Return the lines of a catalogue in a format."""
    match format_:
        case ExportFormat.HTML:
            from etoile_cli.publish.html_ import html

            return html(catalogue)
        case ExportFormat.MD:
            from etoile_cli.publish.md import md

            return md(catalogue)
        case ExportFormat.JSON:
            from etoile_cli.publish.json_ import json

            return json(catalogue)
        case ExportFormat.TOML:
            from etoile_cli.publish.toml_ import toml

            return toml(catalogue)
        case ExportFormat.JSONLD:
            from etoile_cli.publish.jsonld import jsonld

            return jsonld(catalogue)
        case ExportFormat.CSL:
            from etoile_cli.publish.csl import csl

            return csl(catalogue)
        case _:
            assert_never(format_)
