"""`etoile search`: the records of all sections that contain the words."""

from typing import Annotated

import typer

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.records import Show
from etoile_cli.cli.opening import open_catalogue
from etoile_cli.cli.options import (
    TERMS,
    AsJson,
    CatalogueFile,
    ColorWhen,
    Columns,
    FormatName,
    Header,
    Sort,
    completed_by,
)
from etoile_cli.cli.printing import print_records, quoted, term_meant
from etoile_cli.cli.view import View
from etoile_cli.errors import NoMatchError, UsageError
from etoile_cli.listing.formats import Format
from etoile_cli.listing.search import search as search_catalogue
from etoile_cli.system.output import Color
from etoile_cli.system.progress import stage
from etoile_cli.text.folding import fold

SearchWords = Annotated[
    list[str],
    typer.Argument(
        metavar="WORDS...",
        help=f"What to look for; a record is found if it holds all of these words{TERMS}.",
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
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print every record of any section that holds all the words."""
    if not any(map(fold, words)):
        raise UsageError("nothing to look for: the words are empty")
    opened = open_catalogue(catalogue)
    view = View(format_, as_json, columns, sort, header)
    stage("searching every record")
    view.refuse_commas(words)
    for_people = view.format_or_default() in (Format.TABLE, Format.MD)
    matches = search_catalogue(opened, words, for_people=for_people)
    print_records("search", matches, view, color, opened, words=words)
    if not matches:
        hint = term_meant(words, [Show, *RECORD_TYPES.values()], "section")
        raise NoMatchError(f"nothing matches {' and '.join(quoted(words))}", hint=hint)
