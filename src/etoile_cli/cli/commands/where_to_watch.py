"""`etoile where-to-watch`: who offers the show, filtered by region.

A region is given by its code or its name, in `--region` or among the words.
"""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from etoile_cli.catalogue.countries import country_name
from etoile_cli.catalogue.model import Catalogue
from etoile_cli.cli.options import AsJson, CatalogueFile, ColorWhen, Columns, FormatName, Header, Sort, completed_by
from etoile_cli.cli.printing import list_selected, with_words
from etoile_cli.cli.regions import Region, region_named, regions_among
from etoile_cli.cli.view import View
from etoile_cli.listing.selection import Selected
from etoile_cli.system.output import Color

RegionWords = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help="Keep the offers that cover a country, by its name or code, and those that hold all the other words.",
        show_default=False,
        autocompletion=completed_by("complete_words"),
    ),
]
RegionCode = Annotated[
    str | None,
    typer.Option(
        "--region",
        metavar="REGION",
        help="Keep the offers that cover this country: its name, or its ISO 3166-1 code such as FR.",
        autocompletion=completed_by("complete_region"),
    ),
]


def where_to_watch(
    words: RegionWords = None,
    region: RegionCode = None,
    format_: FormatName = None,
    as_json: AsJson = False,
    columns: Columns = None,
    sort: Sort = None,
    header: Header = None,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print the offers with the given words that cover the given regions."""
    view = View(format_, as_json, columns, sort, header)
    named = [] if region is None else [region_named(region)]
    list_selected("availability", catalogue, partial(_selected, words or (), named), words or (), view, color)


def _selected(words: Sequence[str], named: Sequence[Region], catalogue: Catalogue) -> Selected:
    among, others = regions_among(words, catalogue.availability)
    regions = [*named, *among]
    offers = [offer for offer in catalogue.availability if all(each.has(offer) for each in regions)]
    asked = (f'region "{code}" ({country_name(code)})' for code in dict.fromkeys(each.code for each in regions))
    return with_words(offers, others, catalogue, asked=asked, of=len(catalogue.availability))
