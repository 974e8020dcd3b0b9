"""The terms that are asked of the records of a catalogue: which records hold them, and where."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from etoile_cli.catalogue.model import Catalogue
from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.listing.searched import Searched
from etoile_cli.listing.tallies import TALLIES
from etoile_cli.listing.terms.asked import Asked, asked_of
from etoile_cli.listing.terms.places import SECTION, Place, places_named
from etoile_cli.listing.terms.sections import section_test
from etoile_cli.listing.terms.term import Term
from etoile_cli.listing.terms.wrong import WrongValueError, together

Condition = tuple[Term, Sequence[Asked]]
"""A term, and the keys of a type of records of which it is asked."""


class Conditions:
    """The terms that records are to hold, whatever their types."""

    def __init__(
        self, terms: Sequence[Term], types: Sequence[type[Record]], catalogue: Catalogue, references: References
    ) -> None:
        """Prepare terms for records of some types.

        Raises UsageError if the value of a term is wrong for all of the types that have its key.
        """
        self._catalogue = catalogue
        self._references = references
        self._sections = [(section_test(term), term.negated) for term in terms if term.key == SECTION]
        others = [term for term in terms if term.key != SECTION]
        self._by_type: Mapping[type[Record], list[Condition]] = {each: [] for each in types}
        for term in others:
            self._ask(term)

    def hold(self, record: Record, section: str = "") -> bool:
        """Return whether a record, of a section if there are several, holds all the terms."""
        return all(
            any(each.found(record) for each in asked) is not term.negated
            for term, asked in self._by_type[type(record)]
        ) and all(test(section) is not negated for test, negated in self._sections)

    def places(self, record: Record) -> Iterator[tuple[str, Searched, str]]:
        """Yield the keys of a record under which terms were found, each with what was found and the letters."""
        for term, asked in self._by_type[type(record)]:
            if not term.negated:
                yield from ((each.place.key, found, each.letters) for each in asked for found in each.told(record))

    def _ask(self, term: Term) -> None:
        """Ask a term of each type; one whose key can't have the value is told only if there is no other."""
        errors: list[WrongValueError] = []
        is_asked = False
        for record_type, conditions in self._by_type.items():
            asked = []
            for place in places_named(record_type, term.key):
                try:
                    asked.append(asked_of(term, self._within(place), self._references))
                except WrongValueError as error:
                    errors.append(error)
            is_asked = is_asked or bool(asked)
            conditions.append((term, asked))
        if errors and not is_asked:
            raise together(errors)

    def _within(self, place: Place) -> Place:
        return replace(place, value=TALLIES[place.key](self._catalogue)) if place.is_tallied else place
