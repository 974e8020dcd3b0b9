"""`etoile get`: the bare value of a path, for a script."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

from etoile_cli.catalogue.records import Show
from etoile_cli.catalogue.section_names import section_called, section_names
from etoile_cli.catalogue.sections import SHOW
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.opening import open_catalogue
from etoile_cli.cli.options import OneShow, completed_by
from etoile_cli.cli.sections import section_named
from etoile_cli.errors import NoMatchError, UsageError
from etoile_cli.listing.columns import column_key
from etoile_cli.listing.paths.following import bare_texts, values_at
from etoile_cli.listing.paths.grammar import written
from etoile_cli.listing.paths.places import Route, refuse_record, route_of
from etoile_cli.system.output import Color, on_terminal, write, write_lines
from etoile_cli.text.escaping import escape_lines

PathOfValue = Annotated[
    str,
    typer.Argument(
        metavar="PATH",
        help=(
            "Where the value stands: show.premiere, cast.name. A number in brackets is a position from 0, negative "
            "from the end: 'cast[0].name'. Words in brackets choose records, as in a list: 'cast[laage].character'."
        ),
        show_default=False,
        autocompletion=completed_by("complete_path"),
    ),
]
AsJsonValue = Annotated[
    bool,
    typer.Option("--json", help="The value as JSON; an array where a path may lead to several, records in whole."),
]
NullEnds = Annotated[
    bool,
    typer.Option(
        "--null",
        "-0",
        help="End each value with NUL and no line feed, so that xargs -0 takes one with line breaks whole.",
    ),
]


def get(
    path: PathOfValue,
    shows: OneShow = None,
    as_json: AsJsonValue = False,
    null: NullEnds = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,  # noqa: ARG001 accepted everywhere; a value has no colour
) -> None:
    """Print the bare value of a path."""
    if as_json and null:
        raise UsageError("--null doesn't go with --json", hint="NUL ends bare values")
    route = _route(path)
    if not as_json:
        refuse_record(route.end)
    try:
        found = values_at(route, open_catalogue(catalogue, shows or ()))
    except NoMatchError:
        if as_json:
            write(["null" if route.end.is_one else "[]"])
        raise
    if as_json:
        _print_json(found, is_one=route.end.is_one)
    else:
        _print_bare(bare_texts(found), "\0" if null else "\n")


def _route(path: str) -> Route:
    """Return where a path leads; raises UsageError if it leads nowhere."""
    steps = written(path)
    name = steps.begin.text
    if not name:
        wrong = f'no section stands at the beginning of "{path}"' if path else "the path is empty"
        raise UsageError(wrong, hint=f"a path begins with {', '.join(section_names(or_show=True))}")
    key = column_key(name)
    if key in Show.__struct_encode_fields__ and not section_called(name, or_show=True):
        raise UsageError(f'no section "{name}"', hint=f"the show has such a key: {SHOW}.{key}")
    return route_of(steps, section_named(name, or_show=True))


def _print_json(found: Sequence[Any], *, is_one: bool) -> None:
    from etoile_cli.text.json_ import json_array, json_text

    write([json_text(found[0])] if is_one else json_array(found))


def _print_bare(texts: Iterable[str], end: str) -> None:
    """Print texts exactly as they are; controls in them never reach a terminal."""
    if not on_terminal():
        write(texts, end)
    elif end != "\n":
        write(map(escape_lines, texts), end)
    else:
        from etoile_cli.text.styles import styled

        write_lines((styled(line) for text in texts for line in escape_lines(text).split("\n")), Color.NEVER)
