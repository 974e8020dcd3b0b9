"""`etoile where-to-watch`: who offers the show, in a region where asked for.

A region is a code or a name, with `--region` or among the words.
"""

from collections.abc import Collection, Sequence
from typing import Annotated

import typer

from etoile_cli.commands.listing import list_section
from etoile_cli.commands.opening import open_catalogue
from etoile_cli.commands.view import View
from etoile_cli.completion import complete_region, complete_words
from etoile_cli.errors import UsageError
from etoile_cli.folding import fold
from etoile_cli.model import Catalogue
from etoile_cli.names import region_code
from etoile_cli.options import AsJson, CatalogueFile, ColorWhen, Columns, FormatName, Header, Sort
from etoile_cli.output import Color
from etoile_cli.vocabulary import WORLDWIDE, Standard

_LONGEST_CODE = 3
# No country has a name of more words: the Democratic People's Republic of Korea has six.
_LONGEST_NAME = 8

RegionWords = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help="Keep the offers that cover a country, by its name or code, and those that hold all the other words.",
        show_default=False,
        autocompletion=complete_words,
    ),
]
RegionCode = Annotated[
    str | None,
    typer.Option(
        "--region",
        metavar="REGION",
        help="Keep the offers that cover this country: its name, or its ISO 3166-1 code such as FR.",
        autocompletion=complete_region,
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
    """Print the offers that have the words and cover the region asked for."""
    opened = open_catalogue(catalogue)
    among, others = _regions_among(words or (), _words_of_services(opened))
    codes = [*([] if region is None else [_region(region)]), *among]
    offers = [offer for offer in opened.availability if all(map(offer.covers, codes))]
    view = View(format_, as_json, columns, sort, header)
    asked = [f'region "{code}"' for code in dict.fromkeys(codes)]
    list_section("availability", opened, offers, others, view, color, asked=asked)


def _words_of_services(catalogue: Catalogue) -> Collection[str]:
    """Return the words in the names of services: TV is Tuvalu's code, and nobody who asks for Apple TV means that."""
    return {word for offer in catalogue.availability for word in fold(offer.service).split()}


def _regions_among(words: Sequence[str], services: Collection[str]) -> tuple[list[str], list[str]]:
    """Return the codes of the regions that words name, several words of one name too, and the other words.

    What is no code and means one all the same, UK or USA, counts as well: to find nothing would be a wrong answer. A
    code that is a word in the name of a service is that word.
    """
    from etoile_cli.checking.standards import similar_code

    codes, others = [], []
    position = 0
    while position < len(words):
        ends = range(min(len(words), position + _LONGEST_NAME), position, -1)
        named = ((end, region_code(" ".join(words[position:end]))) for end in ends)
        end, code = next((each for each in named if each[1]), (position + 1, ""))
        code = code or similar_code(Standard.COUNTRY, words[position])
        is_of_service = len(words[position]) <= _LONGEST_CODE and fold(words[position]) in services
        if code and code != WORLDWIDE and not is_of_service:
            codes.append(code)
        else:
            others.append(words[position])
        position = end
    return codes, others


def _region(given: str) -> str:
    """Return the code of a region; raises UsageError if there is no such region."""
    from etoile_cli.checking.standards import similar_code

    if code := region_code(given):
        return code
    meant = similar_code(Standard.COUNTRY, given)
    guess = f' (did you mean "{meant}"?)' if meant and meant != WORLDWIDE else ""
    raise UsageError(
        f'no such region "{given}"{guess}', hint="a region is the name of a country, or its ISO 3166-1 code such as FR"
    )
