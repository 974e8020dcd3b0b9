"""The options that every command has, and that may also stand before it: which catalogue is read, and colour."""

from collections.abc import Sequence
from typing import Annotated

import typer

from etoile_cli.system.output import Color

CatalogueFile = Annotated[
    list[str] | None,
    typer.Option(
        "--catalogue",
        "-c",
        metavar="FILE|DIR",
        help="Read this catalogue, - for standard input, or all in a directory; else ETOILE_CATALOGUE's, else the "
        "built-in one. Several are read together.",
        show_default=False,
    ),
]
ColorWhen = Annotated[
    Color,
    typer.Option(
        "--color",
        case_sensitive=False,
        help="Colour the output: on terminals (auto), always or never.",
        show_default=False,
    ),
]


def color_asked(arguments: Sequence[str]) -> Color:
    """Return the value of the last `--color` in a command line that is not parsed yet, and may be wrong."""
    asked = [
        value
        for option, following in zip(arguments, [*arguments[1:], ""], strict=False)
        if option.startswith("--color") and (value := (option.partition("=")[2] or following).lower()) in set(Color)
    ]
    return Color(asked[-1]) if asked else Color.AUTO
