"""Which regions the words of a command line name, and which offers those mean."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from etoile_cli.catalogue.model import Offer
from etoile_cli.catalogue.names import region_code
from etoile_cli.catalogue.vocabulary import WORLDWIDE, Standard
from etoile_cli.errors import UsageError
from etoile_cli.text.folding import fold

_LONGEST_CODE = 3
# No country has a name of more words: the Democratic People's Republic of Korea has six.
_LONGEST_NAME = 8


class Region(NamedTuple):
    """The code of a region, and the word that was given for it if a service may be meant: TV, Tuvalu's code, say."""

    code: str
    word: str = ""

    def has(self, offer: Offer) -> bool:
        """Tell whether an offer covers the region, or is of a service that the word may mean."""
        return offer.covers(self.code) or self.word in _words_of(offer)


def region_named(given: str) -> Region:
    """Return the region that a text is the code or the name of; raises UsageError if there is none such."""
    from etoile_cli.catalogue.standards import similar_code

    if code := region_code(given):
        return Region(code)
    meant = similar_code(Standard.COUNTRY, given)
    guess = f' (did you mean "{meant}"?)' if meant and meant != WORLDWIDE else ""
    raise UsageError(
        f'no such region "{given}"{guess}', hint="a region is the name of a country, or its ISO 3166-1 code such as FR"
    )


def regions_among(words: Sequence[str], offers: Sequence[Offer]) -> tuple[list[Region], list[str]]:
    """Return the regions that words name, several words of one name too, and the other words.

    What is no code and means one all the same, UK or USA, counts as well: to find nothing would be a wrong answer.
    Where a service has more of the words than a region, they are its own: India Today. A code that is a word in the
    name of a service means either.
    """
    services = list(map(_words_of, offers))
    regions: list[Region] = []
    others: list[str] = []
    position = 0
    while position < len(words):
        end, code = _region_at(words, position)
        of_service = _longest_run(words[position : position + _LONGEST_NAME], services)
        if code and of_service <= end - position:
            is_either = of_service and len(words[position]) <= _LONGEST_CODE
            regions.append(Region(code, fold(words[position]) if is_either else ""))
        else:
            end = position + max(of_service, 1)
            others += words[position:end]
        position = end
    return regions, others


def _words_of(offer: Offer) -> Sequence[str]:
    return fold(offer.service).split()


def _region_at(words: Sequence[str], position: int) -> tuple[int, str]:
    """Return where the longest name of a region ends that begins at a word, and its code; empty if none does.

    `in` before a region is no India.
    """
    starts = [position + 1, position] if words[position] == "in" and words[position + 1 :] else [position]
    found = (_region_from(words, start) for start in starts)
    return next((each for each in found if each[1]), (position + 1, ""))


def _region_from(words: Sequence[str], start: int) -> tuple[int, str]:
    from etoile_cli.catalogue.standards import similar_code

    ends = range(min(len(words), start + _LONGEST_NAME), start, -1)
    named = ((end, region_code(" ".join(words[start:end]).rstrip(","))) for end in ends)
    end, code = next((each for each in named if each[1]), (start + 1, ""))
    code = code or similar_code(Standard.COUNTRY, words[start].rstrip(","))
    return end, "" if code == WORLDWIDE else code


def _longest_run(words: Sequence[str], services: Sequence[Sequence[str]]) -> int:
    """Return how many of the first words follow each other in the name of a service."""
    asked = [fold(word) for word in words]
    parts = (name[start : start + len(asked)] for name in services for start in range(len(name)))
    return max((_shared(asked, part) for part in parts), default=0)


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """Return with how many words two lists begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))
