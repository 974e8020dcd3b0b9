"""The regions that the words of a command line name, and which offers cover a region."""

from collections.abc import Sequence
from typing import NamedTuple

from etoile_cli.catalogue.countries import country_code, country_name, former_code, similar_country
from etoile_cli.catalogue.former_countries import FORMER_COUNTRIES
from etoile_cli.catalogue.model import Offer
from etoile_cli.catalogue.vocabulary import WORLDWIDE
from etoile_cli.errors import UsageError
from etoile_cli.text.folding import fold
from etoile_cli.text.suggestions import common_beginning, suggestion

_LONGEST_CODE = 3
# More words than any name of a country: the Democratic People's Republic of Korea has six.
_LONGEST_NAME = 8


class Region(NamedTuple):
    """The code of a region; and the word that named it, if that may also mean a service: TV is also Tuvalu's code."""

    code: str
    word: str = ""

    def has(self, offer: Offer) -> bool:
        """Return whether an offer covers the region, or is of a service that the word may mean."""
        return offer.covers(self.code) or self.word in _words_of(offer)


def region_named(given: str) -> Region:
    """Return the region with a code or a name; raises UsageError if there is none, or only a country of the past."""
    if code := country_code(given):
        return Region(code)
    meant = similar_country(given)
    _refuse_former(given, meant)
    raise UsageError(
        f'no such region "{given}"{suggestion("" if meant == WORLDWIDE else meant)}',
        hint="a region is the name of a country, or its ISO 3166-1 code such as FR",
    )


def regions_among(words: Sequence[str], offers: Sequence[Offer]) -> tuple[list[Region], list[str]]:
    """Return the regions that the words name, each in one word or several, and the other words.

    Other codes of a country, UK or USA say, count as well. If more of the words match the name of a service than that
    of a region, they mean the service: India Today. A code that is also a word in the name of a service means either.
    Raises UsageError for a country of the past.
    """
    services = list(map(_words_of, offers))
    regions: list[Region] = []
    others: list[str] = []
    position = 0
    while position < len(words):
        end, code = _region_at(words, position)
        of_service = _longest_run(words[position : position + _LONGEST_NAME], services)
        if not of_service:
            _refuse_former(" ".join(words[position:end]).removeprefix("in "), code)
        if code and code not in FORMER_COUNTRIES and of_service <= end - position:
            is_either = of_service and len(words[position]) <= _LONGEST_CODE
            regions.append(Region(code, fold(words[position]) if is_either else ""))
        else:
            end = position + max(of_service, 1)
            others += words[position:end]
        position = end
    return regions, others


def _refuse_former(given: str, code: str) -> None:
    """Raise UsageError if a code is that of a country of the past, in which nothing can be watched today."""
    if former := FORMER_COUNTRIES.get(code):
        today = f": {country_name(former.successor)}, say" if former.successor else ""
        raise UsageError(f'no such region "{given}": {former.gone}', hint=f"name a country of today{today}")


def _words_of(offer: Offer) -> Sequence[str]:
    return fold(offer.service).split()


def _region_at(words: Sequence[str], position: int) -> tuple[int, str]:
    """Return the end and the code of the longest region name that begins at a position; no code if there is none.

    `in` before the name of a region is a preposition and not India's code.
    """
    starts = [position + 1, position] if words[position] == "in" and words[position + 1 :] else [position]
    found = (_region_from(words, start) for start in starts)
    return next((each for each in found if each[1]), (position + 1, ""))


def _region_from(words: Sequence[str], start: int) -> tuple[int, str]:
    ends = range(min(len(words), start + _LONGEST_NAME), start, -1)
    texts = ((end, " ".join(words[start:end]).rstrip(",")) for end in ends)
    named = ((end, country_code(text) or former_code(text)) for end, text in texts)
    end, code = next((each for each in named if each[1]), (start + 1, ""))
    code = code or similar_country(words[start].rstrip(","))
    return end, "" if code == WORLDWIDE else code


def _longest_run(words: Sequence[str], services: Sequence[Sequence[str]]) -> int:
    """Return how many of the first words are consecutive words in the name of a service, at most."""
    asked = [fold(word) for word in words]
    ends = (name[start:] for name in services for start in range(len(name)))
    return max((common_beginning(asked, end) for end in ends), default=0)
