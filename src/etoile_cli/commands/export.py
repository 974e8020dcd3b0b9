"""`etoile export`: the whole catalogue for another program."""

from typing import Annotated, assert_never

import typer

from etoile_cli.commands.opening import open_catalogue
from etoile_cli.formats import ExportFormat
from etoile_cli.options import CatalogueFile, ColorWhen
from etoile_cli.output import Color, write

FormatArgument = Annotated[ExportFormat, typer.Argument(metavar="FORMAT", help="json or toml.", show_default=False)]


def export(
    format_: FormatArgument,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,  # noqa: ARG001 accepted everywhere, an export has no colour
) -> None:
    """Print the whole catalogue for another program."""
    opened = open_catalogue(catalogue)
    match format_:
        case ExportFormat.JSON:
            from etoile_cli.publish.json_ import json

            write(json(opened))
        case ExportFormat.TOML:
            from etoile_cli.publish.toml_ import toml

            write(toml(opened))
        case _:
            assert_never(format_)
