"""`etoile where-to-watch`: who offers the show, in a region where asked for."""

from typing import Annotated

import typer

from etoile_cli.commands.listing import list_section
from etoile_cli.commands.opening import open_catalogue
from etoile_cli.commands.view import View
from etoile_cli.completion import complete_region
from etoile_cli.errors import UsageError
from etoile_cli.options import AsJson, CatalogueFile, ColorWhen, Columns, FormatName, Header, Sort, Words
from etoile_cli.output import Color
from etoile_cli.vocabulary import WORLDWIDE, Standard

RegionCode = Annotated[
    str | None,
    typer.Option(
        "--region",
        metavar="CODE",
        help="Keep the offers that cover this country, a two-letter ISO 3166-1 code such as FR.",
        autocompletion=complete_region,
    ),
]


def where_to_watch(
    words: Words = None,
    region: RegionCode = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print the offers that have the words and cover the region asked for."""
    opened = open_catalogue(catalogue)
    code = None if region is None else _region(region)
    offers = [offer for offer in opened.availability if code is None or offer.covers(code)]
    view = View(format_, as_json, columns, sort, header)
    asked = [f'region "{code}"'] if code else []
    list_section("availability", opened, offers, words, view, color, asked=asked)


def _region(code: str) -> str:
    from etoile_cli.checking.standards import is_listed, similar_code

    if is_listed(Standard.COUNTRY, code.upper()):
        return code.upper()
    meant = similar_code(Standard.COUNTRY, code)
    guess = f' (did you mean "{meant}"?)' if meant and meant != WORLDWIDE else ""
    raise UsageError(f'no such region "{code}"{guess}', hint="a region is a two-letter ISO 3166-1 code such as FR")
