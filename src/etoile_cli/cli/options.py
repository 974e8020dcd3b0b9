"""The arguments and options that several commands have, besides those of all in `common_options`."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, TypeVar

import typer

from etoile_cli.errors import UsageError
from etoile_cli.listing.formats import Format

ChosenFormat = TypeVar("ChosenFormat", bound=StrEnum)


def completed_by(name: str) -> Callable[[typer.Context, str], list[str]]:
    """Return a completer that calls the function of that name in `completion`, which is imported only by TAB."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        from etoile_cli.cli import completion

        offered: list[str] = getattr(completion, name)(ctx, incomplete)
        return offered

    return complete


_OF_ONE_KEY = "; KEY:TEXT, KEY:A..B and has:KEY ask one key, "
TERMS = f"{_OF_ONE_KEY}not: turns a word round"
"""What the help of words says of terms where a command is about one catalogue."""
LIST_TERMS = f"{_OF_ONE_KEY}show:TEXT chooses one of several shows, not: turns a word round"
"""What it says where a command lists what several have."""

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help=f"Keep the records that hold all of these words, whatever their case and accents{LIST_TERMS}.",
        show_default=False,
        autocompletion=completed_by("complete_words"),
    ),
]
OneShow = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[show:TEXT]...",
        help="Of several catalogues, the show.",
        show_default=False,
        autocompletion=completed_by("complete_show"),
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
        autocompletion=completed_by("complete_columns"),
    ),
]
Sort = Annotated[
    str | None,
    typer.Option(
        metavar="NAME,...",
        help="Order by these columns; a minus before a name orders backwards.",
        autocompletion=completed_by("complete_sort"),
    ),
]
Header = Annotated[
    bool | None,
    typer.Option("--header/--no-header", help="Print column names or not (tsv, csv and table).", show_default=False),
]

Null = Annotated[
    bool,
    typer.Option(
        "--null",
        "-0",
        help="End each record with NUL and no line feed, for xargs -0 (tsv and jsonl; tsv if no format is given).",
    ),
]


def format_asked(format_: ChosenFormat | None, json: ChosenFormat, *, as_json: bool) -> ChosenFormat | None:
    """Return the format that `--format` and `--json` ask for; `None` if neither is given.

    Raises UsageError if they disagree.
    """
    if as_json and format_ not in (None, json):
        raise UsageError(f"--json and --format {format_} ask for different formats")
    return json if as_json else format_
