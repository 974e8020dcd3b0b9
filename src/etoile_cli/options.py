"""The options that commands share."""

from typing import Annotated

import typer

from etoile_cli.completion import complete_columns, complete_sort, complete_words
from etoile_cli.formats import Format
from etoile_cli.output import Color

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help="Keep the records that hold all of these words, whatever their case and accents.",
        show_default=False,
        autocompletion=complete_words,
    ),
]
SearchWords = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS...",
        help="What to look for; a record is found if it holds all of these words.",
        show_default=False,
        autocompletion=complete_words,
    ),
]
CatalogueFile = Annotated[
    str | None,
    typer.Option(
        "--catalogue",
        "-c",
        metavar="FILE",
        help="Read this catalogue, - for standard input; else ETOILE_CATALOGUE's, else the built-in one.",
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
FormatName = Annotated[
    Format | None,
    typer.Option(
        "--format",
        "-f",
        case_sensitive=False,
        metavar="FORMAT",
        help=f"{', '.join(Format)}; if not given, ETOILE_FORMAT, else what suits a terminal or a pipe.",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Columns = Annotated[
    str | None,
    typer.Option(
        metavar="NAME,...",
        help="Print these columns, or all.",
        autocompletion=complete_columns,
    ),
]
Sort = Annotated[
    str | None,
    typer.Option(
        metavar="NAME,...",
        help="Order by these columns; a minus before a name orders backwards.",
        autocompletion=complete_sort,
    ),
]
Header = Annotated[
    bool | None,
    typer.Option("--header/--no-header", help="Print column names or not (tsv, csv and table).", show_default=False),
]
