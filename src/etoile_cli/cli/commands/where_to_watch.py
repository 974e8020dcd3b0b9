"""`etoile where-to-watch`: who offers the show, filtered by region.

A region is given by its code or its name, in `--region` or among the words.
"""

from typing import Annotated

import typer

from etoile_cli.catalogue.countries import country_name
from etoile_cli.cli.opening import open_catalogue
from etoile_cli.cli.options import (
    AsJson,
    CatalogueFile,
    ColorWhen,
    Columns,
    FormatName,
    Header,
    Null,
    Sort,
    completed_by,
)
from etoile_cli.cli.printing import list_section
from etoile_cli.cli.regions import region_named, regions_among
from etoile_cli.cli.view import View
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
    null: Null = False,
    catalogue: CatalogueFile = None,
    color: ColorWhen = Color.AUTO,
) -> None:
    """Print the offers with the given words that cover the given regions."""
    opened = open_catalogue(catalogue)
    among, others = regions_among(words or (), opened.availability)
    regions = [*([] if region is None else [region_named(region)]), *among]
    offers = [offer for offer in opened.availability if all(each.has(offer) for each in regions)]
    view = View(format_, as_json, columns, sort, header, null)
    asked = (f'region "{code}" ({country_name(code)})' for code in dict.fromkeys(each.code for each in regions))
    list_section("availability", opened, offers, others, view, color, asked=asked)
