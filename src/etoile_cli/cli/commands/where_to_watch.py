"""`etoile where-to-watch`: who offers the show, filtered by region.

A region is given by its code or its name, in `--region` or among the words.
"""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

import typer

from etoile_cli.catalogue.countries import country_name
from etoile_cli.catalogue.holding import Holding
from etoile_cli.catalogue.model import Catalogue, Offer
from etoile_cli.cli.common_options import CatalogueFile, ColorWhen
from etoile_cli.cli.options import LIST_TERMS, AsJson, Columns, FormatName, Header, Null, Sort, completed_by
from etoile_cli.cli.printing import list_selected, with_words
from etoile_cli.cli.regions import Region, region_named, regions_among
from etoile_cli.cli.view import View
from etoile_cli.listing.selection import Selected
from etoile_cli.system.output import Color

RegionWords = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help=(
            "Keep the offers that cover a country, by its name or code, and those that hold all the other words"
            f"{LIST_TERMS}."
        ),
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
    view = View(format_, as_json, columns, sort, header, null)
    named = [] if region is None else [region_named(region)]
    list_selected("availability", catalogue, partial(_selected, named=named), words or (), view, color)


def _selected(words: Sequence[str], holding: Holding, *, named: Sequence[Region]) -> Selected:
    catalogue = holding.catalogue
    terms, left_out, others = _parted(words, catalogue.availability)
    among, others = regions_among(others, catalogue.availability)
    regions = [*named, *among]
    offers = _in_regions(catalogue, regions, left_out)
    asked = [f'region "{code}" ({country_name(code)})' for code in dict.fromkeys(each.code for each in regions)]
    asked += [f'not region "{code}" ({country_name(code)})' for code in left_out]
    return with_words(offers, [*others, *terms], catalogue, asked=asked, of=len(catalogue.availability))


def _in_regions(catalogue: Catalogue, regions: Sequence[Region], left_out: Sequence[str]) -> Sequence[Offer]:
    """Return the offers that cover some regions, or are of services that those may mean, and don't cover others."""
    offers: Sequence[Offer] = catalogue.availability
    terms = [f"regions:{each.code}" for each in regions if not each.word]
    if terms := [*terms, *(f"not:regions:{code}" for code in left_out)]:
        from etoile_cli.listing.search import having_words

        offers = having_words(offers, terms, catalogue)
    return [offer for offer in offers if all(each.has(offer) for each in regions if each.word)]


def _parted(words: Sequence[str], offers: Sequence[Offer]) -> tuple[list[str], list[str], list[str]]:
    """Return the terms among words, the codes of the regions after a `not:`, and the other words."""
    if not any(":" in word for word in words):
        return [], [], list(words)
    from etoile_cli.listing.terms.grammar import parted
    from etoile_cli.listing.terms.places import Keys

    terms, others = parted(words, Keys([Offer]))
    written, left_out = [], []
    for term in terms:
        among, rest = regions_among([term.text], offers) if not term.key else ([], [])
        if len(among) == 1 and not among[0].word and not rest:
            left_out.append(among[0].code)
        else:
            written.append(term.written)
    return written, left_out, others
