"""What is to be marked in the text of a key where words and terms were found."""

from collections.abc import Iterator, Sequence

from etoile_cli.catalogue.model import RECORD_TYPES
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.records import Show
from etoile_cli.listing.terms.grammar import parted
from etoile_cli.listing.terms.places import SECTION, Keys, places_named
from etoile_cli.listing.terms.term import Operator
from etoile_cli.listing.terms.values import takes_ranges
from etoile_cli.text.folding import fold


class Marks:
    """The words of a search, which are marked wherever they stand, and its terms, each under the key that it names."""

    def __init__(self, words: Sequence[str]) -> None:
        terms, plain = parted(words, Keys([Show, *RECORD_TYPES.values()], SECTION))
        self._terms = [term for term in terms if term.key and not term.negated and term.operator is not Operator.HAS]
        self._plain = [folded for folded in map(fold, plain) if folded]

    def under(self, record_type: type[Record], key: str, text: str) -> Sequence[str]:
        """Return the folded words to mark in the text of a key of a record: of a range, all of it."""
        return sorted({*self._plain, *self._of_terms(record_type, key, fold(text))}, key=len, reverse=True)

    def _of_terms(self, record_type: type[Record], key: str, folded: str) -> Iterator[str]:
        for term in self._terms:
            for place in places_named(record_type, term.key):
                if place.key == key:
                    letters = "" if term.ends and takes_ranges(place.tested) else fold(term.text)
                    yield letters if letters and letters in folded else folded

    @property
    def plain(self) -> Sequence[str]:
        """The folded words that are no terms, longest first."""
        return sorted(self._plain, key=len, reverse=True)
