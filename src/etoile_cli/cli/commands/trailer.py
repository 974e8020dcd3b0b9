"""`etoile trailer`: the trailer's address."""

from typing import Annotated

import typer

from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.opening import open_catalogue
from etoile_cli.cli.options import AsJson, FormatName, OneShow
from etoile_cli.cli.printing import print_records
from etoile_cli.cli.view import View
from etoile_cli.errors import NoMatchError
from etoile_cli.system.messages import say, say_done
from etoile_cli.system.output import Color, on_terminal, write
from etoile_cli.text.values import count, show
from etoile_cli.wording.addresses import is_search
from etoile_cli.wording.trailers import trailer_text, trailer_to_show

ShowAll = Annotated[bool, typer.Option("--all", help="All trailers, teasers and clips, not only the first.")]
Open = Annotated[bool, typer.Option("--open", help="Open the address as well, in BROWSER or the system's browser.")]
NullEnds = Annotated[
    bool,
    typer.Option(
        "--null", "-0", help="End each address, or record of tsv and jsonl, with NUL and no line feed, for xargs -0."
    ),
]


def trailer(
    shows: OneShow = None,
    every: ShowAll = False,
    open_: Open = False,
    format_: FormatName = None,
    as_json: AsJson = False,
    null: NullEnds = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print the trailer's address, and say so if it is only a search for it."""
    opened = open_catalogue(catalogue, shows or ())
    view = View(format_, as_json, null=null)
    best = trailer_to_show(opened)
    trailers = opened.trailers if every or best is None else [best]
    chosen = view.chosen_format()
    is_bare = format_ is None if null else chosen is None and not on_terminal()
    if is_bare:
        write((show(each.url) for each in trailers), view.end)
        for each in filter(is_search, trailers):
            say(f"this is {trailer_text(each)}; its own address is not known")
    else:
        print_records("trailers", trailers, view, color, opened)
    if others := len(opened.trailers) - len(trailers):
        say_done(f"{count(others, 'other')} recorded; --all lists {'it' if others == 1 else 'them'} as well")
    if best is None:
        raise NoMatchError("the catalogue has no trailer")
    if open_:
        from etoile_cli.cli.browser import open_address

        open_address(best.url)
