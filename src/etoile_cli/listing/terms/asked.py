"""A term asked of one key of the records of a type: what of a record holds it, and how that is told."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from etoile_cli.catalogue.record import Record
from etoile_cli.catalogue.references import References
from etoile_cli.catalogue.vocabulary import WORLDWIDE, Standard
from etoile_cli.listing.held_episodes import run_with
from etoile_cli.listing.searched import Searched, searched
from etoile_cli.listing.source_uses import names_of_sources
from etoile_cli.listing.terms.places import Place
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.listing.terms.values import Test, takes_ranges, test_of
from etoile_cli.listing.terms.wrong import wrong_value
from etoile_cli.text.folding import fold
from etoile_cli.text.values import exact, in_words, readable

Found = Sequence[tuple[Any, Any]]
"""The items of a value that hold a term, as they are shown and as they are compared."""


class Asked(Struct, frozen=True):
    """A term asked of a key. `found` returns the items that hold it: of a record that doesn't, none."""

    term: Term
    place: Place
    found: Callable[[Any], Found]
    references: References

    @property
    def letters(self) -> str:
        """The folded text that the term looks for; empty if it is a range, or any value will do."""
        is_range = self.term.ends is not None and takes_ranges(self.place.tested)
        return "" if is_range or self.term.operator is Operator.HAS else fold(self.term.text)

    def told(self, record: Record) -> Iterator[Searched]:
        """Yield the items of a record that hold the term, as people and programs read them."""
        place, found = self.place, self.found(record)
        if not found:
            return
        if place.said:
            yield from (Searched(str(each), str(each), str(each)) for each, _ in found)
        elif place.derived and not place.declared.item:
            written = getattr(record, place.derived.attribute)
            yield Searched(written, getattr(record, place.derived.read or place.derived.attribute), written)
        elif place.declared.held.is_citation and not place.inner:
            named = names_of_sources(record, {fold(id_) for _, id_ in found}, self.references)
            yield from (Searched(each.read, each.read, each.exact) for each in named if each.key == place.key)
        elif place.tested.runs:
            yield from self._runs(record, [code for code, _ in found])
        elif place.is_tallied or place.declared.is_flag:
            yield from (Searched(readable(each), readable(each), exact(each)) for each, _ in found)
        else:
            for each, _ in found:
                yield from searched(place.declared.each, each, self.references)

    def _runs(self, record: Record, codes: Sequence[str]) -> Iterator[Searched]:
        """Yield the run that holds episodes asked for, of which programs read the whole value; else the codes."""
        if self.term.operator is not Operator.HOLDS:
            yield from searched(self.place.tested, tuple(codes), self.references)
            return
        from etoile_cli.listing.terms.episodes import span_wanted

        value = self.place.value(record)
        run = run_with(span_wanted(self.term), value, self.references.numbering)
        yield Searched(run, run, exact(value))


def asked_of(term: Term, place: Place, references: References) -> Asked:
    """Return a term as it is asked of a key; raises UsageError if no value of the key can hold it."""
    standard, is_range = place.tested.standard, term.operator is Operator.HOLDS
    if place.said and term.ends:
        raise wrong_value(term, term.text, "a text", hint=f"no range of {in_words(place.key)} is compared")
    if place.left_out and standard is Standard.REGION and is_range:
        return Asked(term, place, _covering(term, place, place.left_out), references)
    return Asked(term, place, _holding(term, place, test_of(place.tested, term, references)), references)


def _holding(term: Term, place: Place, test: Test) -> Callable[[Any], Found]:
    is_any = term.operator is Operator.HAS
    value, items = place.value if is_any or not place.said else place.said, place.items
    return lambda record: [item for item in items(value(record)) if test(item[1])]


def _covering(term: Term, place: Place, left_out: Callable[[Any], Sequence[str]]) -> Callable[[Any], Found]:
    """Return what finds the regions that cover one asked for: the whole world does, but for what is left out."""
    from etoile_cli.listing.terms.codes import countries_meant

    wanted = countries_meant(term, Standard.REGION)
    countries = wanted - {WORLDWIDE}

    def found(record: Any) -> Found:
        held = [(code, code) for code in place.value(record) if code in wanted]
        if held or WORLDWIDE not in place.value(record) or not countries.difference(left_out(record)):
            return held
        return [(WORLDWIDE, WORLDWIDE)]

    return found
