"""`etoile where-to-watch`: who offers the show, in a region where asked for.

A region is a code or a name, with `--region` or among the words.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import Annotated, NamedTuple

import typer

from etoile_cli.commands.listing import list_section
from etoile_cli.commands.opening import open_catalogue
from etoile_cli.commands.view import View
from etoile_cli.completion import complete_region, complete_words
from etoile_cli.errors import UsageError
from etoile_cli.folding import fold
from etoile_cli.model import Offer
from etoile_cli.names import region_code, territory_name
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
    among, others = _regions_among(words or (), [_words_of(offer) for offer in opened.availability])
    regions = [*([] if region is None else [_Region(_region(region))]), *among]
    offers = [offer for offer in opened.availability if all(_has(offer, each) for each in regions)]
    view = View(format_, as_json, columns, sort, header)
    asked = (f'region "{code}" ({territory_name(code)})' for code in dict.fromkeys(each.code for each in regions))
    list_section("availability", opened, offers, others, view, color, asked=asked)


class _Region(NamedTuple):
    """The code of a region, and the word that was given for it if a service may be meant: TV, Tuvalu's code, say."""

    code: str
    word: str = ""


def _has(offer: Offer, region: _Region) -> bool:
    return offer.covers(region.code) or region.word in _words_of(offer)


def _words_of(offer: Offer) -> Sequence[str]:
    return fold(offer.service).split()


def _regions_among(words: Sequence[str], services: Sequence[Sequence[str]]) -> tuple[list[_Region], list[str]]:
    """Return the regions that words name, several words of one name too, and the other words.

    What is no code and means one all the same, UK or USA, counts as well: to find nothing would be a wrong answer.
    Where a service has more of the words than a region, they are its own: India Today. A code that is a word in the
    name of a service means either.
    """
    regions: list[_Region] = []
    others: list[str] = []
    position = 0
    while position < len(words):
        end, code = _region_at(words, position)
        of_service = _longest_run(words, position, services)
        if code and of_service <= end - position:
            is_either = of_service and len(words[position]) <= _LONGEST_CODE
            regions.append(_Region(code, fold(words[position]) if is_either else ""))
        else:
            end = position + max(of_service, 1)
            others += words[position:end]
        position = end
    return regions, others


def _region_at(words: Sequence[str], position: int) -> tuple[int, str]:
    """Return where the longest name of a region ends that begins at a word, and its code; empty if none does.

    `in` before a region is no India.
    """
    starts = [position + 1, position] if words[position] == "in" and words[position + 1 :] else [position]
    found = (_region_from(words, start) for start in starts)
    return next((each for each in found if each[1]), (position + 1, ""))


def _region_from(words: Sequence[str], start: int) -> tuple[int, str]:
    from etoile_cli.checking.standards import similar_code

    ends = range(min(len(words), start + _LONGEST_NAME), start, -1)
    named = ((end, region_code(" ".join(words[start:end]).rstrip(","))) for end in ends)
    end, code = next((each for each in named if each[1]), (start + 1, ""))
    code = code or similar_code(Standard.COUNTRY, words[start].rstrip(","))
    return end, "" if code == WORLDWIDE else code


def _longest_run(words: Sequence[str], position: int, services: Sequence[Sequence[str]]) -> int:
    """Return how many words from a position on follow each other in the name of a service."""
    asked = [fold(word) for word in words[position:]]
    return max(
        (_shared(asked, service[start:]) for service in services for start in range(len(service))),
        default=0,
    )


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """Return with how many words two lists begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


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
