"""Terms on a key that no record has, but something else in its place: the name of a show, a number of shows."""

from collections.abc import Iterable

from msgspec import Struct

from etoile_cli.listing.terms.grammar import term_of
from etoile_cli.listing.terms.numbers import number_test
from etoile_cli.listing.terms.term import Operator, Term
from etoile_cli.text.folding import fold


class TermOnKey(Struct, frozen=True):
    """A term on one key, to be asked of whatever has the value."""

    term: Term

    def holds_text(self, text: str) -> bool:
        """Return whether a text holds the term, whatever its case and accents."""
        wanted, held = fold(self.term.text), fold(text)
        match self.term.operator:
            case Operator.HAS:
                holds = bool(held)
            case Operator.IS:
                holds = wanted == held
            case _:
                holds = wanted in held
        return holds is not self.term.negated

    def holds_number(self, number: int) -> bool:
        """Return whether a number holds the term; raises UsageError if the term gives no number and no range."""
        if self.term.operator is Operator.HAS:
            return not self.term.negated
        return number_test(self.term)(number) is not self.term.negated


def terms_on(words: Iterable[str], key: str) -> tuple[list[TermOnKey], list[str]]:
    """Return the terms among words that are about one key, and all other words, both in their order."""
    terms: list[TermOnKey] = []
    others: list[str] = []
    for word in words:
        term = term_of(word, (key,))
        if term is None or not term.key:
            others.append(word)
        else:
            terms.append(TermOnKey(term))
    return terms, others
