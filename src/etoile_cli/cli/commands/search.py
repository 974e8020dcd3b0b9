"""`etoile search`: the records of all sections that contain the words."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from etoile_cli.catalogue.holding import Holding
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.options import LIST_TERMS, AsJson, Columns, FormatName, Header, Null, Sort, completed_by
from etoile_cli.cli.printing import list_selected
from etoile_cli.cli.view import View
from etoile_cli.errors import UsageError
from etoile_cli.listing.columns import SEARCH
from etoile_cli.listing.formats import Format
from etoile_cli.listing.search import search as search_catalogue
from etoile_cli.listing.selection import Selected
from etoile_cli.system.output import Color
from etoile_cli.system.progress import stage
from etoile_cli.text.folding import fold
from etoile_cli.text.values import quoted

SearchWords = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS...",
        help=f"What to look for; a record is found if it holds all of these words{LIST_TERMS}.",
        show_default=False,
        autocompletion=completed_by("complete_words"),
    ),
]


def search(
    words: SearchWords,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    null: Null = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print every record of any section that holds all the words."""
    if not any(map(fold, words)):
        raise UsageError("nothing to look for: the words are empty")
    view = View(format_, as_json, columns, sort, header, null)
    for_people = view.format_or_default() in (Format.TABLE, Format.MD)
    list_selected(SEARCH, catalogue, partial(_selected, for_people=for_people), words, view, color)


def _selected(words: Sequence[str], holding: Holding, *, for_people: bool) -> Selected:
    stage("searching every record")
    matches = search_catalogue(holding.catalogue, words, for_people=for_people)
    return Selected(matches, 1, quoted(words), words)
